import { sql, type Kysely, type SqlBool } from 'kysely';
import { holdsOn } from './facts.js';
import { fold } from './fold.js';
import type {
  CommitteeStatus,
  MemberCategory,
  MembershipStatus,
  RegistryDatabase,
} from './schema.js';

type Db = Kysely<RegistryDatabase>;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Every word of the text occurs in the row's folded words; an empty text matches everything. */
const matches = (text: string) => {
  const words = fold(text).split(' ').slice(0, 10).filter(Boolean);
  const each = words.map((word) => sql`search LIKE ${`%${escapeLike(word)}%`}`);
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(each, sql` AND `)})`;
};

/** The whole text first, then its beginning, then the rest. */
const closeness = (text: string) => {
  const folded = escapeLike(fold(text));
  return sql<number>`CASE WHEN search = ${fold(text)} OR search LIKE ${`${folded} |%`} THEN 0
    WHEN search LIKE ${`${folded}%`} THEN 1 ELSE 2 END`;
};

export interface MemberListing {
  readonly id: number;
  readonly acronym: string;
  readonly country: string | null;
  readonly category: MemberCategory;
}

/** ISO members of today by acronym or country, accents and case aside. */
export function searchMembers(
  trx: Db,
  text: string,
  limit: number,
): Promise<readonly MemberListing[]> {
  return trx
    .selectFrom('registry.member')
    .leftJoin('registry.member_standing', (join) =>
      join
        .onRef('registry.member_standing.member', '=', 'registry.member.id')
        .on('registry.member_standing.valid_to', 'is', null),
    )
    .select(['registry.member.id', 'acronym', 'registry.member.country'])
    .select(sql<MemberCategory>`coalesce(category, 'UNKNOWN')`.as('category'))
    .where(matches(text))
    .orderBy(closeness(text))
    .orderBy(sql`lower(acronym)`)
    .orderBy('registry.member.id')
    .limit(limit)
    .execute();
}

export interface CommitteeListing {
  readonly id: number;
  readonly reference: string;
  readonly status: CommitteeStatus;
  readonly titleEn: string;
  readonly titleFr: string | null;
  readonly secretariatMemberId: number | null;
}

/** Committees of today, the dissolved included, by reference or title, accents and case aside. */
export function searchCommittees(
  trx: Db,
  text: string,
  limit: number,
): Promise<readonly CommitteeListing[]> {
  return (
    trx
      .selectFrom('registry.committee')
      .innerJoin('registry.committee_fact', (join) =>
        join
          .onRef('registry.committee_fact.committee', '=', 'registry.committee.id')
          .on('registry.committee_fact.valid_to', 'is', null),
      )
      .select(['registry.committee.id', 'reference', 'status'])
      .select(['title_en as titleEn', 'title_fr as titleFr', 'secretariat as secretariatMemberId'])
      .where(matches(text))
      .orderBy(closeness(text))
      // Numbers by size: TC 9 before TC 34, TC 34/SC 5 before TC 34/SC 18.
      .orderBy(
        sql`regexp_replace(regexp_replace(reference, '(\\d+)', '0000\\1', 'g'), '0*(\\d{5})', '\\1', 'g')`,
      )
      .orderBy('registry.committee.id')
      .limit(limit)
      .execute()
  );
}

export interface CommitteeMember {
  readonly id: number;
  readonly acronym: string;
  readonly country: string | null;
  readonly status: MembershipStatus;
}

/** P-members, then O-members of the committee on the day, with today's acronyms, in their order. */
export function committeeMembers(
  trx: Db,
  committee: number,
  asOf: string,
): Promise<readonly CommitteeMember[]> {
  return trx
    .selectFrom('registry.membership')
    .innerJoin('registry.member', 'registry.member.id', 'registry.membership.member')
    .select(['registry.member.id', 'acronym', 'country', 'status'])
    .where('committee', '=', committee)
    .where(holdsOn(asOf))
    .orderBy('status', 'desc')
    .orderBy(sql`lower(acronym)`)
    .orderBy('registry.member.id')
    .execute();
}
