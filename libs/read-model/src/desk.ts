import type { Agreement, Principal } from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import { visibleTo } from './queries.js';
import type { ReadDatabase } from './schema.js';

type Db = Kysely<ReadDatabase>;

/** An agreement of a desk's queue with everything that is recorded of it. */
export interface DeskRow {
  readonly agreement: string;
  readonly status: string;
  readonly type: string;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly committee: number | null;
  readonly end: string | null;
  readonly state: Agreement;
}

const rowsWhere = (db: Db, principal: Principal, limit: number) =>
  db
    .selectFrom('read.agreement')
    .innerJoin('read.stream_state', 'read.stream_state.agreement', 'read.agreement.agreement')
    .select([
      'read.agreement.agreement',
      'status',
      'type',
      'lead',
      'twinned',
      'committee',
      'end_day as end',
      'state',
    ])
    .where(visibleTo(principal))
    .limit(limit);

const asRows = (rows: readonly object[]): readonly DeskRow[] => rows as readonly DeskRow[];

/** Agreements that lie with the TMB members, or wait for the secretariat to record what they decided. */
export async function listBallots(db: Db, principal: Principal, limit: number) {
  return asRows(
    await rowsWhere(db, principal, limit)
      .where('status', '=', 'IN_TMB_BALLOT')
      .orderBy('next_deadline')
      .execute(),
  );
}

/** Agreements with an annual review that is neither filed nor overtaken. */
export async function listReviews(db: Db, principal: Principal, limit: number) {
  const open = '$.oversight.reviews[*] ? (@.stage != "FILED" && @.stage != "OVERTAKEN")';
  return asRows(
    await rowsWhere(db, principal, limit)
      .where(sql<boolean>`state @? ${open}::jsonpath`)
      .orderBy('next_deadline')
      .execute(),
  );
}

/** Agreements in force whose last day is this day or before. */
export async function listEnding(db: Db, principal: Principal, until: string, limit: number) {
  return asRows(
    await rowsWhere(db, principal, limit)
      .where('status', 'in', ['ACTIVE', 'ENDING', 'SUSPENDED', 'UNDER_TMB_REVIEW'])
      .where('end_day', '<=', until)
      .orderBy('end_day')
      .execute(),
  );
}
