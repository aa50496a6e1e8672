import { sql, type Kysely, type SqlBool } from 'kysely';
import { countriesCalled } from './country-names.js';
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

type Condition = ReturnType<typeof sql<SqlBool>>;

/**
 * Every word of the text occurs in the row's folded words, or is found otherwise; an empty text matches everything. No
 * more than ten words count.
 */
function matches(text: string, otherwise: (word: string) => readonly Condition[] = () => []) {
  const words = fold(text).split(' ').slice(0, 10).filter(Boolean);
  const each = words.map((word) => {
    const said = sql<SqlBool>`search LIKE ${`%${escapeLike(word)}%`}`;
    return sql<SqlBool>`(${sql.join([said, ...otherwise(word)], sql` OR `)})`;
  });
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(each, sql` AND `)})`;
}

/** A member whose country the word names in French: by the code that the registry has, else by the English name. */
function inFrench(word: string): readonly Condition[] {
  const { codes, english } = countriesCalled(word);
  return codes.length === 0
    ? []
    : [
        sql<SqlBool>`alpha2 IN (${sql.join(codes)})`,
        sql<SqlBool>`registry.member.country IN (${sql.join(english)})`,
      ];
}

/** The whole text first, then its beginning, then the rest. */
const closeness = (text: string) => {
  const folded = escapeLike(fold(text));
  return sql<number>`CASE WHEN search = ${fold(text)} OR search LIKE ${`${folded} |%`} THEN 0
    WHEN search LIKE ${`${folded}%`} THEN 1 ELSE 2 END`;
};

const HOW_MANY = sql<number>`count(*)::integer`.as('total');

/** Which part of what was found: `from` counts from 0. */
export interface Part {
  readonly limit: number;
  readonly from?: number;
}
/** A part of what was found, and how much there is in all. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface MemberListing {
  readonly id: number;
  readonly acronym: string;
  readonly country: string | null;
  readonly category: MemberCategory;
}

const membersFound = (trx: Db, text: string) =>
  trx
    .selectFrom('registry.member')
    .leftJoin('registry.member_standing', (join) =>
      join
        .onRef('registry.member_standing.member', '=', 'registry.member.id')
        .on('registry.member_standing.valid_to', 'is', null),
    )
    .where(matches(text, inFrench));

/** ISO members of today by acronym or country, the country in English or French, accents and case aside. */
export function searchMembers(
  trx: Db,
  text: string,
  limit: number,
  from = 0,
): Promise<readonly MemberListing[]> {
  return membersFound(trx, text)
    .select(['registry.member.id', 'acronym', 'registry.member.country'])
    .select(sql<MemberCategory>`coalesce(category, 'UNKNOWN')`.as('category'))
    .orderBy(closeness(text))
    .orderBy(sql`lower(acronym)`)
    .orderBy('registry.member.id')
    .limit(limit)
    .offset(from)
    .execute();
}

/** The same, with how many there are. */
export async function findMembers(
  trx: Db,
  text: string,
  { limit, from }: Part,
): Promise<Found<MemberListing>> {
  const all = membersFound(trx, text).select(HOW_MANY);
  const { total } = await all.executeTakeFirstOrThrow();
  return { items: await searchMembers(trx, text, limit, from), total };
}

export interface CommitteeListing {
  readonly id: number;
  readonly reference: string;
  readonly status: CommitteeStatus;
  readonly titleEn: string;
  readonly titleFr: string | null;
  readonly secretariatMemberId: number | null;
}

const committeesFound = (trx: Db, text: string) =>
  trx
    .selectFrom('registry.committee')
    .innerJoin('registry.committee_fact', (join) =>
      join
        .onRef('registry.committee_fact.committee', '=', 'registry.committee.id')
        .on('registry.committee_fact.valid_to', 'is', null),
    )
    .where(matches(text));

/** Committees of today, the dissolved included, by reference or title, accents and case aside. */
export function searchCommittees(
  trx: Db,
  text: string,
  limit: number,
  from = 0,
): Promise<readonly CommitteeListing[]> {
  return (
    committeesFound(trx, text)
      .select(['registry.committee.id', 'reference', 'status'])
      .select(['title_en as titleEn', 'title_fr as titleFr', 'secretariat as secretariatMemberId'])
      .orderBy(closeness(text))
      // Numbers by size: TC 9 before TC 34, TC 34/SC 5 before TC 34/SC 18.
      .orderBy(
        sql`regexp_replace(regexp_replace(reference, '(\\d+)', '0000\\1', 'g'), '0*(\\d{5})', '\\1', 'g')`,
      )
      .orderBy('registry.committee.id')
      .limit(limit)
      .offset(from)
      .execute()
  );
}

/** The same, with how many there are. */
export async function findCommittees(
  trx: Db,
  text: string,
  { limit, from }: Part,
): Promise<Found<CommitteeListing>> {
  const all = committeesFound(trx, text).select(HOW_MANY);
  const { total } = await all.executeTakeFirstOrThrow();
  return { items: await searchCommittees(trx, text, limit, from), total };
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
