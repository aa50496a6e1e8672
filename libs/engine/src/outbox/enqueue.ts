import { sql, type RawBuilder } from 'kysely';
import type { Trx } from '../database.js';
import type { Notice } from './notices.js';

/**
 * Writes notices and one delivery for each contact concerned, in the caller's transaction: they go out if and only if
 * its events stand in the log. A notice that is known already adds nothing.
 */
export async function enqueue(trx: Trx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await sql`SELECT ${enqueuing(notices)}`.execute(trx);
}

/** The same as part of any statement. */
export const enqueuing = (notices: readonly Notice[]): RawBuilder<unknown> =>
  sql`engine.enqueue(${JSON.stringify(notices)}::jsonb)`;
