import { sql, type Kysely } from 'kysely';
import { joinAdjoining, type Experience, type MemberFact, type MembershipPeriod } from './facts.js';
import type { MemberCategory, MembershipStatus, RegistryDatabase } from './schema.js';

/** Everything that a decision reads of one member: who it is, its standing in one committee, what it has done. */
export interface MemberInCommittee extends MemberFact, Experience {
  readonly status: MembershipStatus | null;
  /** First day of the present status, or null without one. */
  readonly statusSince: string | null;
}

interface Row {
  readonly id: number;
  readonly acronym: string;
  readonly active: boolean | null;
  readonly category: MemberCategory | null;
  readonly new_rights: boolean | null;
  readonly country: string | null;
  readonly periods: readonly MembershipPeriod[] | null;
  readonly counted_p: number;
  readonly counted_s: number;
  readonly stated_p: number | null;
  readonly stated_s: number | null;
  readonly complete: boolean;
}

/**
 * The members as of a day, in one round trip: the same answers as `memberFact`, `membershipStatus`,
 * `membershipHistory` and `experience`. Members that the registry does not know are absent.
 */
export async function membersInCommittee(
  trx: Kysely<RegistryDatabase>,
  ids: readonly number[],
  committee: number | null,
  asOf: string,
): Promise<readonly MemberInCommittee[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    WITH day AS (SELECT ${asOf}::date AS d)
    SELECT m.id, n.acronym, s.active, s.category, s.new_rights, s.country, p.periods,
           m.stated_p_memberships AS stated_p, m.stated_secretariats AS stated_s,
           (SELECT count(*)::int FROM registry.membership x
             WHERE x.member = m.id AND x.status = 'P' AND x.valid_from <= d
               AND (x.valid_to IS NULL OR d < x.valid_to)
               AND NOT EXISTS (SELECT FROM registry.committee_fact f
                 WHERE f.committee = x.committee AND f.status = 'DISSOLVED' AND f.valid_from <= d
                   AND (f.valid_to IS NULL OR d < f.valid_to))) AS counted_p,
           (SELECT count(*)::int FROM registry.committee_fact f
             WHERE f.secretariat = m.id AND f.status <> 'DISSOLVED' AND f.valid_from <= d
               AND (f.valid_to IS NULL OR d < f.valid_to)) AS counted_s,
           EXISTS (SELECT FROM registry.snapshot
             WHERE kind = 'COMMITTEES' AND complete AND date <= d) AS complete
      FROM registry.member m CROSS JOIN day
     CROSS JOIN LATERAL (SELECT acronym FROM registry.member_name x WHERE x.member = m.id
        ORDER BY (valid_from <= d) DESC, CASE WHEN valid_from <= d THEN valid_from END DESC, valid_from
        LIMIT 1) n
      LEFT JOIN LATERAL (SELECT * FROM registry.member_standing x WHERE x.member = m.id
        ORDER BY (valid_from <= d) DESC, CASE WHEN valid_from <= d THEN valid_from END DESC, valid_from
        LIMIT 1) s ON true
      LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('status', x.status,
          'from', to_char(x.valid_from, 'YYYY-MM-DD'), 'to', to_char(x.valid_to, 'YYYY-MM-DD'))
          ORDER BY x.valid_from) AS periods
        FROM registry.membership x
       WHERE x.member = m.id AND x.committee = ${committee}::int) p ON true
     WHERE m.id = ANY(${[...new Set(ids)]}::int[])`.execute(trx);
  return rows.map((row) => toMember(row, asOf));
}

function toMember(row: Row, asOf: string): MemberInCommittee {
  const now = joinAdjoining(row.periods ?? []).find(
    ({ from, to }) => from <= asOf && (to === null || asOf < to),
  );
  return {
    id: row.id,
    acronym: row.acronym,
    active: row.active ?? true,
    category: row.category ?? 'UNKNOWN',
    newRights: row.new_rights ?? false,
    country: row.country,
    status: now?.status ?? null,
    statusSince: now?.from ?? null,
    pMemberships: row.complete ? row.counted_p : (row.stated_p ?? row.counted_p),
    secretariats: row.complete ? row.counted_s : (row.stated_s ?? row.counted_s),
  };
}

/** From which day on a member was active or not, oldest first. */
export type MemberActivity = readonly { readonly from: string; readonly active: boolean }[];

/** What `registry.member_activity` tells of a member: null when the registry does not know it. */
export function activeOn(activity: MemberActivity | null, day: string): boolean | null {
  if (activity === null) return null;
  const then = activity.filter(({ from }) => from <= day).at(-1) ?? activity[0];
  return then?.active ?? true;
}

/** The function by which a statement of any kind reads when a member was active. */
export const memberActivityStatements: readonly string[] = [
  `CREATE OR REPLACE FUNCTION registry.member_activity(id integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
     SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('from', to_char(s.valid_from, 'YYYY-MM-DD'), 'active', s.active)
                                       ORDER BY s.valid_from)
                        FROM registry.member_standing s WHERE s.member = m.id), '[]'::jsonb)
       FROM registry.member m WHERE m.id = member_activity.id
   $$`,
];
