import {
  dutiesOfSection,
  SECTIONS,
  sectionVisibilityOf,
  visibilityOf,
  type Principal,
} from '@twinning/domain';
import { sql, type Expression, type Kysely, type Selectable, type SqlBool } from 'kysely';
import { readsSection, visibleTo } from './queries.js';
import type { ReadDatabase } from './schema.js';

type Db = Kysely<ReadDatabase>;
export type DutyRow = Selectable<ReadDatabase['read.duty']>;

/** Whose moves: those that the caller owes, or those that others owe in what the caller reads of the agreements it may see. */
export type DutiesOf = 'me' | 'others';

export interface DutyFilter {
  readonly of: DutiesOf;
  /** Null for all of them. */
  readonly limit: number | null;
  /** Only those of these agreements. */
  readonly agreements?: readonly string[];
}

// NULL where a row names no body or committee: neither true nor false.
function owedBy(principal: Principal): Expression<SqlBool> {
  const desks: Expression<SqlBool>[] = [sql<SqlBool>`false`];
  for (const grant of principal.grants) {
    if (grant.role === 'NSB_REP' && principal.member !== null) {
      desks.push(sql<SqlBool>`member = ${principal.member}`);
    }
    const desk = grant.role === 'TMB_MEMBER' ? 'TMB_MEMBERS' : grant.role;
    if (['TPM', 'TMB_SEC', 'TMB_MEMBERS', 'COMMITTEE_MANAGER', 'ISO_CS'].includes(desk)) {
      desks.push(
        grant.committees === undefined || grant.committees === 'ALL'
          ? sql<SqlBool>`desk = ${desk}`
          : sql<SqlBool>`(desk = ${desk} AND committee = ANY(${[...grant.committees]}::int[]))`,
      );
    }
  }
  return sql<SqlBool>`(${sql.join(desks, sql` OR `)})`;
}

const duties = (principal: Principal, of: DutiesOf): Expression<SqlBool> =>
  of === 'me'
    ? owedBy(principal)
    : sql<SqlBool>`(${owedBy(principal)} IS NOT TRUE
        AND agreement IN (SELECT agreement FROM read.agreement WHERE ${visibleTo(principal)})
        AND ${isShown(principal)})`;

// Whoever reads every section of every agreement is not asked a second time about each move.
function isShown(principal: Principal): Expression<SqlBool> {
  const withheld = SECTIONS.filter(
    (section) => sectionVisibilityOf(principal, section).own.desk !== 'ALL',
  );
  if (withheld.length === 0) return sql<SqlBool>`true`;
  const kind = sql`split_part(split_part(duty.id, '#', 1), ':', 1)`;
  const cases = withheld.map(
    (section) =>
      sql`WHEN ${kind} = ANY(${[...dutiesOfSection(section)]}::text[]) THEN ${readsSection(principal, section)}`,
  );
  return sql<SqlBool>`EXISTS (SELECT FROM read.agreement WHERE read.agreement.agreement = duty.agreement
      AND CASE ${sql.join(cases, sql` `)} ELSE true END)`;
}

/** Moves that somebody owes, the most urgent first. */
export async function listDuties(
  db: Db,
  principal: Principal,
  { of, limit, agreements }: DutyFilter,
) {
  let query = db
    .selectFrom('read.duty')
    .selectAll()
    .where(duties(principal, of))
    .orderBy(sql`due NULLS LAST`)
    .orderBy('agreement')
    .orderBy('id');
  if (limit !== null) query = query.limit(limit);
  if (agreements !== undefined) {
    query = query.where(sql<SqlBool>`agreement = ANY(${[...agreements]}::uuid[])`);
  }
  return query.execute();
}

export interface DutyCounts {
  readonly all: number;
  /** Due until an instant, overdue ones among them. */
  readonly soon: number;
  /** Begun since an instant. */
  readonly recent: number;
}

/** The beginning of a list of moves, and how many there are, whatever the list shows of them. */
export async function dutiesWithCounts(
  db: Db,
  principal: Principal,
  { of, limit }: Pick<DutyFilter, 'of'> & { readonly limit: number },
  { dueBy, sinceFrom }: { readonly dueBy: string; readonly sinceFrom: string },
): Promise<{ readonly rows: readonly DutyRow[]; readonly counts: DutyCounts }> {
  // Whom the wall lets see everything it costs nothing to ask twice, both times an index answers. For anybody else each
  // reading looks through all agreements first: there must be one, and it brings the whole rows.
  const once = visibilityOf(principal).desk !== 'ALL';
  const { rows } = await sql<(DutyRow | Nothing) & Counted>`
    WITH mine AS ${sql.raw(once ? 'MATERIALIZED' : 'NOT MATERIALIZED')}
           (SELECT * FROM read.duty WHERE ${duties(principal, of)}),
         page AS (SELECT * FROM mine ORDER BY due NULLS LAST, agreement, id LIMIT ${limit}),
         counted AS (SELECT count(*)::int AS "$all",
                            count(*) FILTER (WHERE due <= ${dueBy}::timestamptz)::int AS "$soon",
                            count(*) FILTER (WHERE since >= ${sinceFrom}::timestamptz)::int AS "$recent" FROM mine)
    SELECT page.*, counted.* FROM counted LEFT JOIN page ON true
     ORDER BY page.due NULLS LAST, page.agreement, page.id`.execute(db);
  const { $all: all = 0, $soon: soon = 0, $recent: recent = 0 } = rows[0] ?? {};
  return { rows: rows.filter((row) => row.agreement !== null), counts: { all, soon, recent } };
}

/** The row beside the counts when there is no move. */
interface Nothing {
  readonly agreement: null;
}

interface Counted {
  readonly $all: number;
  readonly $soon: number;
  readonly $recent: number;
}
