import { sql, type Kysely } from 'kysely';
import type { MemberCategory, MembershipStatus, RegistryDatabase } from './schema.js';

/** What the registry knows of a body that could lead a twinning in a committee. */
export interface LeadFacts {
  readonly id: number;
  readonly acronym: string;
  readonly country: string | null;
  /** ISO 3166-1, two letters. */
  readonly alpha2: string | null;
  readonly active: boolean;
  readonly category: MemberCategory;
  readonly newRights: boolean;
  /** Status in the committee. */
  readonly status: MembershipStatus | null;
  readonly holdsSecretariat: boolean;
  readonly pMemberships: number;
  readonly secretariats: number;
  /** Committees in which it is P-member and the twinned body takes part. */
  readonly shared: number;
  /** Committees in which it takes part, as P- or O-member. */
  readonly committees: number;
}

/**
 * Every ISO member with what a choice of partners looks at, on a day, in one query over the memberships; dissolved
 * committees do not count. While the registry holds extracts only, published counts stand in, as in `experience`.
 */
export async function leadFacts(
  trx: Kysely<RegistryDatabase>,
  asked: { readonly twinned: number; readonly committee: number; readonly asOf: string },
): Promise<readonly LeadFacts[]> {
  const { twinned, committee, asOf } = asked;
  const { rows } = await sql<LeadFacts>`
    WITH live AS (SELECT f.committee, f.secretariat, own.committee IS NOT NULL AS own
      FROM registry.committee_fact f
      LEFT JOIN registry.membership own ON own.committee = f.committee AND own.member = ${twinned}
        AND own.valid_from <= ${asOf}::date AND (own.valid_to IS NULL OR ${asOf}::date < own.valid_to)
      WHERE f.status <> 'DISSOLVED'
        AND f.valid_from <= ${asOf}::date AND (f.valid_to IS NULL OR ${asOf}::date < f.valid_to)),
    part AS (SELECT x.member, count(*)::int AS committees,
        count(*) FILTER (WHERE x.status = 'P')::int AS p,
        count(*) FILTER (WHERE x.status = 'P' AND live.own)::int AS shared,
        max(x.status) FILTER (WHERE x.committee = ${committee}) AS status
      FROM registry.membership x JOIN live USING (committee)
      WHERE x.valid_from <= ${asOf}::date AND (x.valid_to IS NULL OR ${asOf}::date < x.valid_to)
      GROUP BY x.member),
    held AS (SELECT secretariat AS member, count(*)::int AS s,
        bool_or(committee = ${committee}) AS here
      FROM live WHERE secretariat IS NOT NULL GROUP BY secretariat),
    whole AS (SELECT EXISTS (SELECT FROM registry.snapshot
      WHERE kind = 'COMMITTEES' AND complete AND date <= ${asOf}::date) AS yes)
    SELECT m.id, m.acronym, coalesce(s.country, m.country) AS country, s.alpha2,
           coalesce(s.active, true) AS active, coalesce(s.category, 'UNKNOWN') AS category,
           coalesce(s.new_rights, false) AS "newRights", part.status,
           coalesce(held.here, false) AS "holdsSecretariat",
           CASE WHEN whole.yes THEN coalesce(p, 0)
                ELSE coalesce(m.stated_p_memberships, p, 0) END AS "pMemberships",
           CASE WHEN whole.yes THEN coalesce(held.s, 0)
                ELSE coalesce(m.stated_secretariats, held.s, 0) END AS "secretariats",
           coalesce(part.shared, 0) AS shared, coalesce(part.committees, 0) AS committees
      FROM registry.member m CROSS JOIN whole
      LEFT JOIN part ON part.member = m.id
      LEFT JOIN held ON held.member = m.id
      LEFT JOIN LATERAL (SELECT * FROM registry.member_standing x WHERE x.member = m.id
        ORDER BY (valid_from <= ${asOf}::date) DESC,
          CASE WHEN valid_from <= ${asOf}::date THEN valid_from END DESC, valid_from
        LIMIT 1) s ON true`.execute(trx);
  return rows;
}
