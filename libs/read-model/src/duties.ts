import type { Principal } from '@twinning/domain';
import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import { visibleTo } from './queries.js';
import type { ReadDatabase } from './schema.js';

type Db = Kysely<ReadDatabase>;

/** Whose moves: those that the caller owes, or those that others owe in the agreements that the caller may see. */
export type DutiesOf = 'me' | 'others';

export interface DutyFilter {
  readonly of: DutiesOf;
  readonly limit: number;
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
        AND agreement IN (SELECT agreement FROM read.agreement WHERE ${visibleTo(principal)}))`;

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
    .orderBy('id')
    .limit(limit);
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

/** How many there are, whatever a list shows of them. */
export async function countDuties(
  db: Db,
  principal: Principal,
  of: DutiesOf,
  { dueBy, sinceFrom }: { readonly dueBy: string; readonly sinceFrom: string },
): Promise<DutyCounts> {
  const { rows } = await sql<DutyCounts>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE due <= ${dueBy}::timestamptz)::int AS soon,
           count(*) FILTER (WHERE since >= ${sinceFrom}::timestamptz)::int AS recent
      FROM read.duty WHERE ${duties(principal, of)}`.execute(db);
  return rows[0] ?? { all: 0, soon: 0, recent: 0 };
}
