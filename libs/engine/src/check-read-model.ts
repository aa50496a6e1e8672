import { canonicalJson, type Json } from '@twinning/event-log';
import { rowsOf, TABLES_OF_AGREEMENT } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Db } from './database.js';
import type { FoldedAgreement } from './fold-log.js';

/** What the tables show of one agreement; instants as milliseconds, so that one instant has one spelling. */
interface Shown {
  readonly agreement: string;
  readonly state: Json;
  readonly card: Record<string, Json>;
  readonly duties: readonly Record<string, Json>[];
  readonly deadlines: readonly Record<string, Json>[];
  readonly escalations: readonly Record<string, Json>[];
  readonly claims: readonly Record<string, Json>[];
  readonly appealable: readonly Record<string, Json>[];
}

const INSTANTS = new Set(['due', 'since', 'next_deadline', 'created_at', 'updated_at']);

/** Those of the agreements whose rows differ from what their events give, with the tables in which they do. */
export async function differences(
  db: Db,
  folded: readonly FoldedAgreement[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const ids = folded.map(({ state }) => state.id);
  const shown = new Map((await shownOf(db, ids)).map((s) => [s.agreement, s]));
  for (const one of folded) {
    const { id } = one.state;
    const rows = shown.get(id);
    const parts = rows === undefined ? ['everything: it is not there'] : differing(rows, one);
    if (parts.length > 0) found.set(id, parts);
  }
  return found;
}

/** What the read model shows and the log does not know. */
export const NOT_IN_THE_LOG: readonly string[] = ['everything: the log does not know it'];

/** Agreements of the read model of which the log has no event. */
export async function strangers(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ agreement: string }>`
    SELECT i.agreement::text AS agreement FROM (${SHOWN}) i
     WHERE NOT EXISTS (SELECT FROM log.event e WHERE e.stream = 'agreement/' || i.agreement::text)
     ORDER BY 1`.execute(db);
  return rows.map(({ agreement }) => agreement);
}

const SHOWN = sql.join(
  TABLES_OF_AGREEMENT.map((table) => sql`SELECT agreement FROM ${sql.table(`read.${table}`)}`),
  sql` UNION `,
);

const KNOWN = sql.join(
  TABLES_OF_AGREEMENT.map(
    (table) =>
      sql`EXISTS (SELECT FROM ${sql.table(`read.${table}`)} x WHERE x.agreement = wanted.agreement)`,
  ),
  sql` OR `,
);

async function shownOf(db: Db, ids: readonly string[]): Promise<readonly Shown[]> {
  const rowsIn = (table: string) => sql`
    (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'agreement'), '[]'::jsonb)
       FROM ${sql.table(table)} x WHERE x.agreement = i.agreement)`;
  const { rows } = await sql<Shown>`
    SELECT i.agreement::text AS agreement, s.state,
           coalesce(to_jsonb(a) - 'agreement' - 'ordinal', '{}'::jsonb) AS card,
           ${rowsIn('read.duty')} AS duties, ${rowsIn('read.deadline')} AS deadlines,
           ${rowsIn('read.escalation')} AS escalations, ${rowsIn('read.claim')} AS claims,
           ${rowsIn('read.appealable')} AS appealable
      FROM (SELECT * FROM unnest(${ids}::uuid[]) AS wanted(agreement)
             WHERE ${KNOWN}) i
      LEFT JOIN read.stream_state s ON s.agreement = i.agreement
      LEFT JOIN read.agreement a ON a.agreement = i.agreement`.execute(db);
  return rows;
}

function differing(shown: Shown, folded: FoldedAgreement): readonly string[] {
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
  for (const table of ['duties', 'deadlines', 'escalations', 'claims', 'appealable'] as const) {
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
