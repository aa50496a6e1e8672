import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type {
  CommitteeStatus,
  MemberCategory,
  MembershipStatus,
  RegistryDatabase,
} from './schema.js';

type Db = Kysely<RegistryDatabase>;

/** A day of the database as text: a civil date must never pass through a time zone. */
export const dayText = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

/** The row holds on the day: from its first day, until the day it no longer holds. */
export const holdsOn = (asOf: string): Expression<SqlBool> =>
  sql<SqlBool>`(valid_from <= ${asOf}::date AND (valid_to IS NULL OR ${asOf}::date < valid_to))`;

/**
 * The version that held on the day, first; for a day before the registry began, the earliest it knows: who somebody is
 * does not wait for our first snapshot. Memberships have no such rule.
 */
const nearestVersion = (asOf: string): RawBuilder<unknown> =>
  sql`(valid_from <= ${asOf}::date) DESC,
      CASE WHEN valid_from <= ${asOf}::date THEN valid_from END DESC, valid_from`;

export interface MemberFact {
  readonly id: number;
  readonly acronym: string;
  readonly active: boolean;
  readonly category: MemberCategory;
  readonly newRights: boolean;
  readonly country: string | null;
}

/** The ISO member as of a day, or null when the registry does not know the id. */
export async function memberFact(trx: Db, id: number, asOf: string): Promise<MemberFact | null> {
  const name = await trx
    .selectFrom('registry.member_name')
    .select('acronym')
    .where('member', '=', id)
    .orderBy(nearestVersion(asOf))
    .limit(1)
    .executeTakeFirst();
  if (name === undefined) return null;
  const standing = await trx
    .selectFrom('registry.member_standing')
    .select(['active', 'category', 'new_rights', 'country'])
    .where('member', '=', id)
    .orderBy(nearestVersion(asOf))
    .limit(1)
    .executeTakeFirst();
  return {
    id,
    acronym: name.acronym,
    active: standing?.active ?? true,
    category: standing?.category ?? 'UNKNOWN',
    newRights: standing?.new_rights ?? false,
    country: standing?.country ?? null,
  };
}

export interface CommitteeFact {
  readonly id: number;
  readonly reference: string;
  readonly status: CommitteeStatus;
  readonly parentId: number | null;
  readonly secretariatMemberId: number | null;
  /** Of ISO and IEC together (JTC 1 and its subcommittees). */
  readonly joint: boolean;
  readonly titleEn: string;
  readonly titleFr: string | null;
}

/** The committee as of a day, or null when the registry does not know the id or the committee was created later. */
export async function committeeFact(
  trx: Db,
  id: number,
  asOf: string,
): Promise<CommitteeFact | null> {
  const row = await trx
    .selectFrom('registry.committee_fact')
    .innerJoin('registry.committee', 'registry.committee.id', 'registry.committee_fact.committee')
    .select(['reference', 'status', 'parent', 'secretariat', 'joint', 'title_en', 'title_fr'])
    .where('committee', '=', id)
    .where(
      sql<SqlBool>`(valid_from <= ${asOf}::date OR created_on IS NULL OR created_on <= ${asOf}::date)`,
    )
    .orderBy(nearestVersion(asOf))
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        id,
        reference: row.reference,
        status: row.status,
        parentId: row.parent,
        secretariatMemberId: row.secretariat,
        joint: row.joint,
        titleEn: row.title_en,
        titleFr: row.title_fr,
      };
}

/** P, O or neither on the day. Null also for a day before the committee's first snapshot (`committeeKnownSince`). */
export async function membershipStatus(
  trx: Db,
  member: number,
  committee: number,
  asOf: string,
): Promise<MembershipStatus | null> {
  const row = await trx
    .selectFrom('registry.membership')
    .select('status')
    .where('committee', '=', committee)
    .where('member', '=', member)
    .where(holdsOn(asOf))
    .executeTakeFirst();
  return row?.status ?? null;
}

/** The committees of which the member is P-member on the day. */
export async function pMemberOf(trx: Db, member: number, asOf: string): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('registry.membership')
    .select('committee')
    .where('member', '=', member)
    .where('status', '=', 'P')
    .where(holdsOn(asOf))
    .execute();
  return rows.map(({ committee }) => committee);
}

/** A stretch of one status: `from` is its first day, `to` the first day it no longer holds, null while it does. */
export interface MembershipPeriod {
  readonly from: string;
  readonly to: string | null;
  readonly status: MembershipStatus;
}

/** Every status the member has had in the committee, oldest first; adjoining stretches of one status are one. */
export async function membershipHistory(
  trx: Db,
  member: number,
  committee: number,
): Promise<readonly MembershipPeriod[]> {
  const rows = await trx
    .selectFrom('registry.membership')
    .select(['status', dayText('valid_from').as('from')])
    .select(sql<string | null>`to_char(valid_to, 'YYYY-MM-DD')`.as('to'))
    .where('committee', '=', committee)
    .where('member', '=', member)
    .orderBy('valid_from')
    .execute();
  return joinAdjoining(rows);
}

/** Joins stretches of one status that touch. The stretches come oldest first. */
export function joinAdjoining(rows: readonly MembershipPeriod[]): readonly MembershipPeriod[] {
  return rows.reduce<readonly MembershipPeriod[]>((joined, { from, to, status }) => {
    const last = joined.at(-1);
    return last?.status === status && last.to === from
      ? [...joined.slice(0, -1), { from: last.from, to, status }]
      : [...joined, { from, to, status }];
  }, []);
}

/** First day for which the registry can say who belongs to the committee, or null when it does not know it. */
export async function committeeKnownSince(trx: Db, committee: number): Promise<string | null> {
  const row = await trx
    .selectFrom('registry.committee_fact')
    .select(sql<string | null>`to_char(min(valid_from), 'YYYY-MM-DD')`.as('since'))
    .where('committee', '=', committee)
    .executeTakeFirst();
  return row?.since ?? null;
}

export interface Experience {
  readonly pMemberships: number;
  readonly secretariats: number;
}

/**
 * P-memberships and secretariats in committees that are not dissolved, on the day (suggested experience, ST.3). While
 * the registry holds extracts only, the published counts stand in for what cannot be counted.
 */
export async function experience(trx: Db, member: number, asOf: string): Promise<Experience> {
  const counted = await sql<Experience & { complete: boolean }>`
    SELECT
      (SELECT count(*)::int FROM registry.membership m
         WHERE m.member = ${member} AND m.status = 'P' AND ${holdsOn(asOf)}
           AND NOT EXISTS (SELECT FROM registry.committee_fact f
             WHERE f.committee = m.committee AND f.status = 'DISSOLVED' AND f.valid_from <= ${asOf}::date
               AND (f.valid_to IS NULL OR ${asOf}::date < f.valid_to))) AS "pMemberships",
      (SELECT count(*)::int FROM registry.committee_fact
         WHERE secretariat = ${member} AND status <> 'DISSOLVED' AND ${holdsOn(asOf)}) AS "secretariats",
      EXISTS (SELECT FROM registry.snapshot
         WHERE kind = 'COMMITTEES' AND complete AND date <= ${asOf}::date) AS "complete"`.execute(
    trx,
  );
  const row = counted.rows[0];
  const pMemberships = row?.pMemberships ?? 0;
  const secretariats = row?.secretariats ?? 0;
  if (row?.complete === true) return { pMemberships, secretariats };
  const stated = await trx
    .selectFrom('registry.member')
    .select(['stated_p_memberships as p', 'stated_secretariats as s'])
    .where('id', '=', member)
    .executeTakeFirst();
  return { pMemberships: stated?.p ?? pMemberships, secretariats: stated?.s ?? secretariats };
}
