import {
  dutiesOfSection,
  SECTIONS,
  sectionVisibilityOf,
  visibilityOf,
  type Agreement,
  type ClaimHolder,
  type Committees,
  type Day,
  type Principal,
  type Section,
  type Visibility,
} from '@twinning/domain';
import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { readingAs } from './reading-as.js';
import type { ReadDatabase } from './schema.js';

type Db = Kysely<ReadDatabase>;

/** The agreement as of its last event, or null when there is none. */
export async function loadState(db: Db, agreement: string): Promise<Agreement | null> {
  const row = await db
    .selectFrom('read.stream_state')
    .select('state')
    .where('agreement', '=', agreement)
    .executeTakeFirst();
  return (row?.state as Agreement | undefined) ?? null;
}

/** Which agreements a command may reach for somebody who does not see them. */
export type Reach =
  /** None: it is for those who see the agreement. */
  | 'SEEN'
  /** Those that wait for their first command. */
  | 'WAITING';

/**
 * The agreement for somebody who wants to act in it; null when they do not see it and the command does not reach it. What
 * is withheld is not read: an id of somebody else's takes as long as one that there is not.
 */
export async function loadStateToAct(
  db: Db,
  principal: Principal,
  agreement: string,
  reach: Reach,
): Promise<Agreement | null> {
  const within = reach === 'SEEN' ? visibleTo(principal) : sql<SqlBool>`state->>'stage' = 'NONE'`;
  // Only what it may not see needs the application's own eyes.
  const reading = <T>(work: (on: Db) => Promise<T>) =>
    reach === 'SEEN' ? readingAs(db, principal, work) : work(db);
  const row = await reading((on) =>
    on
      .selectFrom('read.stream_state')
      .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
      .select('state')
      .where('read.stream_state.agreement', '=', agreement)
      .where(within)
      .executeTakeFirst(),
  );
  return (row?.state as Agreement | undefined) ?? null;
}

/** Who holds these claims now; a free claim is absent. */
export async function loadClaims(
  db: Db,
  keys: readonly string[],
): Promise<Readonly<Record<string, ClaimHolder>>> {
  if (keys.length === 0) return {};
  const rows = await db.selectFrom('read.claim').selectAll().where('key', 'in', keys).execute();
  return Object.fromEntries(
    rows.map((r) => [
      r.key,
      { agreement: r.agreement, member: r.member, end: r.end_day as Day | null },
    ]),
  );
}

const covered = (of: Committees): Expression<SqlBool> =>
  of === 'ALL' ? sql<SqlBool>`true` : sql<SqlBool>`committee = ANY(${[...of]}::int[])`;

/** What this caller may see of the list: the same rule as the domain's `canSee`, as a filter. */
export const visibleTo = (principal: Principal): Expression<SqlBool> => {
  const { person, member, desk, above, party, invited } = visibilityOf(principal);
  return sql<SqlBool>`(${covered(desk)}
    OR parents && ${[...above]}::int[]
    OR (${covered(party)} AND (lead = ${member}::int OR twinned = ${member}::int))
    OR (${covered(invited)} AND ${member}::int = ANY(invited))
    OR ${person}::text = ANY(people))`;
};

const opened = ({ member, desk, above, party, invited }: Visibility): Expression<SqlBool> =>
  sql<SqlBool>`(${covered(desk)}
    OR parents && ${[...above]}::int[]
    OR (${covered(party)} AND (lead = ${member}::int OR twinned = ${member}::int))
    OR (${covered(invited)} AND ${member}::int = ANY(invited)))`;

/**
 * Of which agreements (rows of `read.agreement`) this caller reads a section: the same rule as the domain's `sectionsFor`.
 * One who is named and acts for another there is shown what naming opens: never more than the domain shows.
 */
export function readsSection(principal: Principal, section: Section): RawBuilder<SqlBool> {
  const { person, namedAs, own, delegated } = sectionVisibilityOf(principal, section);
  if (own.desk === 'ALL') return sql<SqlBool>`true`;
  const isNominee =
    namedAs === 'ANY'
      ? sql<SqlBool>`true`
      : sql<SqlBool>`EXISTS (SELECT FROM read.stream_state s WHERE s.agreement = read.agreement.agreement
          AND s.state->'proposal'->'nominees' @> jsonb_build_array(jsonb_build_object('person', ${person}::text)))`;
  return sql<SqlBool>`(${opened(own)}
    OR (${principal.person} <> ALL(people) AND ${opened(delegated)})
    OR (${person}::text = ANY(people) AND ${isNominee}))`;
}

export interface AgreementFilter {
  readonly status?: readonly string[];
  readonly phase?: readonly string[];
  readonly type?: string;
  readonly committee?: number;
  readonly member?: number;
  /** Agreements of one of these bodies or committees: what a search has found. */
  readonly among?: { readonly members: readonly number[]; readonly committees: readonly number[] };
  readonly limit: number;
  /** Rows older than this position (of the last row of the page before). */
  readonly after?: { readonly updatedAt: string; readonly ordinal: number };
}

export type AgreementRow = Awaited<ReturnType<typeof listAgreements>>[number];

/** The first day that an accepted agreement waits for; a state is opened only where there may be one. */
const startsOn = sql<string | null>`CASE WHEN status = 'AGREEMENT_IN_REVIEW' THEN (
  SELECT s.state #>> '{negotiation,agreedDates,start}' FROM read.stream_state s
   WHERE s.agreement = read.agreement.agreement AND s.state #>> '{negotiation,acceptedAt}' IS NOT NULL) END`;

/** The same as somebody is told it: that there is one, and which only to who reads the terms. */
const startAheadFor = (principal: Principal) =>
  sql<{ on: Day | null } | null>`CASE WHEN (${startsOn}) IS NOT NULL THEN jsonb_build_object('on',
    CASE WHEN ${readsSection(principal, 'negotiation')} THEN ${startsOn} END) END`;

/** When something next happens by itself of what the caller is shown: the same rule as the domain's `isDeadlineShown`. */
function nextDeadlineFor(principal: Principal) {
  const withheld = SECTIONS.filter(
    (section) => sectionVisibilityOf(principal, section).own.desk !== 'ALL',
  );
  if (withheld.length === 0) return sql<Date | null>`next_deadline`;
  const { member } = principal;
  const cases = withheld.map(
    (section) =>
      sql`WHEN d.timer = ANY(${[...dutiesOfSection(section)]}::text[]) THEN ${readsSection(principal, section)}`,
  );
  return sql<Date | null>`(SELECT min(d.due) FROM read.deadline d WHERE d.agreement = read.agreement.agreement
    AND (CASE ${sql.join(cases, sql` `)} ELSE true END
      OR (d.timer = 'T2' AND ${member}::int IS NOT NULL AND EXISTS (
        SELECT FROM read.stream_state s WHERE s.agreement = read.agreement.agreement
           AND s.state->'proposal'->'invitations' @>
               jsonb_build_array(jsonb_build_object('id', d.subject, 'member', ${member}::int))))))`;
}

/** Agreements that the caller may see, newest change first. */
export async function listAgreements(db: Db, principal: Principal, filter: AgreementFilter) {
  let query = db
    .selectFrom('read.agreement')
    .selectAll()
    .select([
      startAheadFor(principal).as('start_ahead'),
      nextDeadlineFor(principal).as('deadline_shown'),
    ])
    .where(visibleTo(principal))
    .orderBy('updated_at', 'desc')
    .orderBy('ordinal', 'desc')
    .limit(filter.limit);
  if (filter.status?.length) query = query.where('status', 'in', filter.status);
  if (filter.phase?.length) query = query.where('phase', 'in', filter.phase);
  if (filter.type !== undefined) query = query.where('type', '=', filter.type);
  if (filter.committee !== undefined) query = query.where('committee', '=', filter.committee);
  if (filter.member !== undefined) {
    const { member } = filter;
    query = query.where((eb) => eb.or([eb('lead', '=', member), eb('twinned', '=', member)]));
  }
  if (filter.among) {
    const { members, committees } = filter.among;
    query = query.where(
      sql<SqlBool>`(lead = ANY(${[...members]}::int[]) OR twinned = ANY(${[...members]}::int[])
        OR committee = ANY(${[...committees]}::int[]))`,
    );
  }
  if (filter.after) {
    const { updatedAt, ordinal } = filter.after;
    query = query.where(
      sql<SqlBool>`(updated_at, ordinal) < (${updatedAt}::timestamptz, ${ordinal}::bigint)`,
    );
  }
  return query.execute();
}

/** Those of these agreements that the caller may see. */
export async function visibleAmong(
  db: Db,
  principal: Principal,
  agreements: readonly string[],
): Promise<ReadonlySet<string>> {
  if (agreements.length === 0) return new Set();
  const rows = await db
    .selectFrom('read.agreement')
    .select('agreement')
    .where('agreement', 'in', agreements)
    .where(visibleTo(principal))
    .execute();
  return new Set(rows.map((row) => row.agreement));
}

/**
 * Open agreements that each member leads or is twinned in, one agreement left out (soft limits of rules.md 2.6). A draft does
 * not count: nobody but its partners knows of it.
 */
export async function openRoles(
  db: Db,
  members: readonly number[],
  except: string,
): Promise<ReadonlyMap<number, { readonly openAsLead: number; readonly openAsTwinned: number }>> {
  if (members.length === 0) return new Map();
  const { rows } = await sql<{ member: number; lead: number; twinned: number }>`
    SELECT m AS member,
           (SELECT count(*)::int FROM read.agreement a WHERE a.lead = m AND ${isOpen(except)}) AS lead,
           (SELECT count(*)::int FROM read.agreement a WHERE a.twinned = m AND ${isOpen(except)}) AS twinned
      FROM unnest(${[...new Set(members)]}::int[]) AS m`.execute(db);
  return new Map(rows.map((r) => [r.member, { openAsLead: r.lead, openAsTwinned: r.twinned }]));
}

const isOpen = (except: string): Expression<SqlBool> =>
  sql<SqlBool>`a.agreement <> ${except}::uuid
    AND a.status NOT IN ('DRAFT', 'CLOSED', 'LAPSED', 'REJECTED', 'WITHDRAWN')`;

/** Open escalations that the caller reads, oldest first, and how many there are. `from` counts from 0. */
export async function listEscalations(
  db: Db,
  principal: Principal,
  { limit, from }: { readonly limit: number; readonly from: number },
) {
  const open = db
    .selectFrom('read.escalation')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.escalation.agreement')
    .where(visibleTo(principal))
    .where(readsSection(principal, 'oversight'));
  const { total } = await open
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await open
    .select([
      'read.escalation.agreement',
      'read.escalation.id',
      'read.escalation.level',
      'read.escalation.trigger',
      'read.escalation.owner',
      'read.escalation.since',
    ])
    .orderBy('read.escalation.since')
    .orderBy('read.escalation.agreement')
    .orderBy('read.escalation.id')
    .limit(limit)
    .offset(from)
    .execute();
  return { rows, total };
}
