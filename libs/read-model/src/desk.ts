import type { Agreement, Principal } from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import { readsSection, visibleTo } from './queries.js';
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

/** Which part of a queue: `from` counts agreements from 0. */
export interface QueuePart {
  readonly limit: number;
  readonly from: number;
}
/** A part of a queue, and how many agreements are in it in all. */
export interface QueueRows {
  readonly rows: readonly DeskRow[];
  readonly total: number;
}

const rowsOf = (db: Db, principal: Principal) =>
  db
    .selectFrom('read.agreement')
    .innerJoin('read.stream_state', 'read.stream_state.agreement', 'read.agreement.agreement')
    .where(visibleTo(principal));
type Rows = ReturnType<typeof rowsOf>;

async function partOf(
  rows: Rows,
  by: 'next_deadline' | 'end_day',
  { limit, from }: QueuePart,
): Promise<QueueRows> {
  const { total } = await rows
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const part = await rows
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
    .orderBy(by)
    .orderBy('read.agreement.agreement')
    .limit(limit)
    .offset(from)
    .execute();
  return { rows: part as readonly object[] as readonly DeskRow[], total };
}

/** Agreements that lie with the TMB members, or wait for the secretariat to record what they decided. */
export function listBallots(db: Db, principal: Principal, part: QueuePart) {
  const rows = rowsOf(db, principal)
    .where('status', '=', 'IN_TMB_BALLOT')
    .where(readsSection(principal, 'request'))
    .where(readsSection(principal, 'approval'));
  return partOf(rows, 'next_deadline', part);
}

/** Agreements with an annual review that is neither filed nor overtaken. */
export function listReviews(db: Db, principal: Principal, part: QueuePart) {
  const open = '$.oversight.reviews[*] ? (@.stage != "FILED" && @.stage != "OVERTAKEN")';
  // What is not shown is not counted either.
  const rows = rowsOf(db, principal)
    .where(sql<boolean>`state @? ${open}::jsonpath`)
    .where(readsSection(principal, 'oversight'));
  return partOf(rows, 'next_deadline', part);
}

/** Agreements in force whose last day is this day or before. */
export function listEnding(db: Db, principal: Principal, until: string, part: QueuePart) {
  const rows = rowsOf(db, principal)
    .where('status', 'in', ['ACTIVE', 'ENDING', 'SUSPENDED', 'UNDER_TMB_REVIEW'])
    .where('end_day', '<=', until);
  return partOf(rows, 'end_day', part);
}
