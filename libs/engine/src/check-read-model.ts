import { canonicalJson, type Json } from '@twinning/event-log';
import { rowsOf } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Violation } from './check.js';
import type { Db } from './database.js';
import type { FoldedAgreement, FoldedLog } from './fold-log.js';

/** What the tables show of one agreement; instants as milliseconds, so that one instant has one spelling. */
interface Shown {
  readonly agreement: string;
  readonly state: Json;
  readonly card: Record<string, Json>;
  readonly duties: readonly Record<string, Json>[];
  readonly deadlines: readonly Record<string, Json>[];
  readonly escalations: readonly Record<string, Json>[];
  readonly claims: readonly Record<string, Json>[];
}

const PAGE = 500;
const INSTANTS = new Set(['due', 'since', 'next_deadline', 'created_at', 'updated_at']);

/** I6: the read model is the fold of the log, table by table and value by value. */
export async function checkReadModel(db: Db, folded: FoldedLog): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  for (const [agreement, parts] of await differences(db, folded)) {
    const what = `the read model differs from the fold of the log in ${parts.join(', ')}`;
    violations.push({ invariant: 'I6', subject: agreement, what });
  }
  for (const [agreement, { stoppedAt }] of folded.agreements) {
    if (stoppedAt === null) continue;
    violations.push({
      invariant: 'I6',
      subject: agreement,
      what: `cannot be folded: ${stoppedAt}`,
    });
  }
  return violations;
}

/** Agreements whose rows differ from what their events give, with the tables in which they do. */
export async function differences(
  db: Db,
  folded: FoldedLog,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const unseen = new Set(folded.agreements.keys());
  for (let after = ''; ; ) {
    const page = await shownAfter(db, after);
    for (const shown of page) {
      unseen.delete(shown.agreement);
      const parts = differing(shown, folded.agreements.get(shown.agreement));
      if (parts.length > 0) found.set(shown.agreement, parts);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.agreement;
  }
  for (const agreement of unseen) found.set(agreement, ['everything: it is not there']);
  return found;
}

async function shownAfter(db: Db, after: string): Promise<readonly Shown[]> {
  const rowsIn = (table: string) => sql`
    (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'agreement'), '[]'::jsonb)
       FROM ${sql.table(table)} x WHERE x.agreement = i.agreement)`;
  const { rows } = await sql<Shown>`
    SELECT i.agreement::text AS agreement, s.state,
           coalesce(to_jsonb(a) - 'agreement' - 'ordinal', '{}'::jsonb) AS card,
           ${rowsIn('read.duty')} AS duties, ${rowsIn('read.deadline')} AS deadlines,
           ${rowsIn('read.escalation')} AS escalations, ${rowsIn('read.claim')} AS claims
      FROM (SELECT agreement FROM read.stream_state UNION SELECT agreement FROM read.agreement
            UNION SELECT agreement FROM read.duty UNION SELECT agreement FROM read.deadline
            UNION SELECT agreement FROM read.escalation UNION SELECT agreement FROM read.claim) i
      LEFT JOIN read.stream_state s ON s.agreement = i.agreement
      LEFT JOIN read.agreement a ON a.agreement = i.agreement
     WHERE i.agreement::text > ${after} ORDER BY i.agreement::text LIMIT ${PAGE}`.execute(db);
  return rows;
}

function differing(shown: Shown, folded: FoldedAgreement | undefined): readonly string[] {
  if (folded === undefined) return ['everything: the log does not know it'];
  const { state, firstAt, lastAt } = folded;
  const { card, ...lists } = rowsOf(state);
  const parts: (readonly [string, unknown, unknown])[] = [
    ['stream_state', shown.state, state],
    [
      'agreement',
      oneSpelling(shown.card),
      oneSpelling({ ...card, created_at: firstAt, updated_at: lastAt }),
    ],
  ];
  for (const table of ['duties', 'deadlines', 'escalations', 'claims'] as const) {
    parts.push([table, sorted(shown[table]), sorted(lists[table])]);
  }
  return parts.filter(([, is, wanted]) => json(is) !== json(wanted)).map(([table]) => table);
}

// What cannot be written down (undefined) is not kept by the database either.
const json = (value: unknown): string =>
  canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as Json);

const oneSpelling = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'agreement')
      .map(([column, value]: [string, unknown]) => [
        column,
        INSTANTS.has(column) && typeof value === 'string' ? Date.parse(value) : value,
      ]),
  );

const sorted = (rows: readonly object[]): readonly string[] =>
  rows.map((row) => json(oneSpelling(row))).sort();
