import { sql } from 'kysely';
import type { Trx } from '../database.js';
import type { Notice } from './notices.js';

/**
 * Writes notices and one delivery for each contact concerned, in the caller's transaction: they go out if and only if
 * its events stand in the log. A notice that is known already adds nothing.
 */
export async function enqueue(trx: Trx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await sql`
    WITH n AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
        AS n(id uuid, agreement uuid, version integer, kind text, members integer[], desks text[],
             committee integer, content jsonb)),
    fresh AS (
      INSERT INTO engine.notice (id, agreement, version, kind, members, desks, committee, content)
      SELECT id, agreement, version, kind, members, desks, committee, content FROM n
      ON CONFLICT (id) DO NOTHING RETURNING id)
    INSERT INTO engine.delivery (notice, contact)
    SELECT n.id, c.id FROM n JOIN fresh USING (id)
      JOIN engine.contact c ON c.state <> 'disabled'
       AND (c.kind = 'webhook') = (n.kind = 'change')
       AND (c.member = ANY (n.members) OR c.desk = ANY (n.desks))
       AND (c.committee IS NULL OR c.committee = n.committee)`.execute(trx);
}
