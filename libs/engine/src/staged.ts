import { buildOfRow, rowsOf, TABLES_OF_AGREEMENT } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Db, Trx } from './database.js';
import type { FoldedAgreement } from './fold-log.js';

/**
 * Rows of the read model that wait, on one connection, to take the place of those that are shown: the read model's next
 * version, as large as what differs. Nobody else sees them.
 */
export class Staged {
  private constructor(private readonly connection: Db) {}

  static async on(connection: Db): Promise<Staged> {
    await sql`
      CREATE TEMPORARY TABLE staged (
        agreement uuid PRIMARY KEY, first_at timestamptz NOT NULL, last_at timestamptz NOT NULL, state jsonb NOT NULL,
        card jsonb NOT NULL, duties jsonb NOT NULL, deadlines jsonb NOT NULL, escalations jsonb NOT NULL,
        claims jsonb NOT NULL)`.execute(connection);
    return new Staged(connection);
  }

  /** The rows of some agreements as their whole histories give them. `db`: the connection, or a transaction on it. */
  async put(db: Db, folded: readonly FoldedAgreement[]): Promise<void> {
    if (folded.length === 0) return;
    const rows = folded.map(({ state, firstAt, lastAt }) => {
      const { card, appealable, ...lists } = rowsOf(state);
      const head = { agreement: state.id, first_at: firstAt, last_at: lastAt, state };
      return { ...head, card: { ...card, appealable, ...buildOfRow() }, ...lists };
    });
    await sql`
      INSERT INTO staged SELECT * FROM jsonb_populate_recordset(NULL::staged, ${JSON.stringify(rows)}::jsonb)
      ON CONFLICT (agreement) DO UPDATE SET first_at = EXCLUDED.first_at, last_at = EXCLUDED.last_at,
        state = EXCLUDED.state, card = EXCLUDED.card, duties = EXCLUDED.duties, deadlines = EXCLUDED.deadlines,
        escalations = EXCLUDED.escalations, claims = EXCLUDED.claims`.execute(db);
  }

  /** Shows them in place of the rows of the same agreements. Answers a claim that two of them would hold. */
  async show(trx: Trx): Promise<string | null> {
    // All go before the first comes: a claim is held by one agreement, and may have moved between two of them.
    for (const table of TABLES_OF_AGREEMENT) {
      await sql`DELETE FROM ${sql.table(`read.${table}`)} WHERE agreement IN (SELECT agreement FROM staged)`.execute(
        trx,
      );
    }
    const { rows } = await sql<{ taken: string | null }>`
      SELECT max(read.project(agreement, first_at, state, card, duties, deadlines, escalations, claims)) AS taken
        FROM staged`.execute(trx);
    await sql`
      UPDATE read.agreement a SET updated_at = s.last_at FROM staged s WHERE s.agreement = a.agreement`.execute(
      trx,
    );
    return rows[0]?.taken ?? null;
  }

  async drop(): Promise<void> {
    await sql`DROP TABLE IF EXISTS staged`.execute(this.connection);
  }
}
