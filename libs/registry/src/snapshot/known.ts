import { sql, type Kysely } from 'kysely';
import { dayText } from '../facts.js';
import type { CommitteeStatus, MembershipStatus, RegistryDatabase } from '../schema.js';

/** What the registry holds now, as far as a snapshot is compared with it. */
export interface KnownRegistry {
  /** Highest snapshot id: unchanged means that nothing was imported meanwhile. */
  readonly revision: number;
  readonly newestComplete: string | null;
  readonly committees: ReadonlyMap<number, KnownCommittee>;
  readonly members: ReadonlyMap<number, KnownMember>;
}

export interface KnownCommittee {
  readonly createdOn: string | null;
  readonly confirmedOn: string;
  readonly complete: boolean;
  readonly fact: CommitteeDescription;
  readonly members: ReadonlyMap<number, MembershipStatus>;
}

export interface CommitteeDescription {
  readonly reference: string;
  readonly status: CommitteeStatus;
  readonly parent: number | null;
  readonly secretariat: number | null;
  readonly titleEn: string;
  readonly titleFr: string | null;
}

export interface KnownMember {
  readonly acronym: string;
  readonly named: string;
}

/** The registry's revision: the highest snapshot id, 0 when nothing was ever imported. */
export async function revisionOf(db: Kysely<RegistryDatabase>): Promise<number> {
  const row = await db
    .selectFrom('registry.snapshot')
    .select(sql<number>`coalesce(max(id), 0)`.as('revision'))
    .executeTakeFirstOrThrow();
  return row.revision;
}

/** Loads it in one snapshot of the database, the members of a committee as two arrays. */
export async function loadKnown(db: Kysely<RegistryDatabase>): Promise<KnownRegistry> {
  // The revision first: an import that ends between the reads then shows as another revision.
  const revision = await revisionOf(db);
  const newest = await db
    .selectFrom('registry.snapshot')
    .select(sql<string | null>`to_char(max(date), 'YYYY-MM-DD')`.as('date'))
    .where('kind', '=', 'COMMITTEES')
    .where('complete', '=', true)
    .executeTakeFirst();
  const lists = await db
    .selectFrom('registry.membership')
    .select(['committee', 'status', sql<number[]>`array_agg(member)`.as('members')])
    .where('valid_to', 'is', null)
    .groupBy(['committee', 'status'])
    .execute();
  const members = new Map<number, Map<number, MembershipStatus>>();
  for (const list of lists) {
    const of = members.get(list.committee) ?? new Map<number, MembershipStatus>();
    for (const member of list.members) of.set(member, list.status);
    members.set(list.committee, of);
  }
  const committees = await db
    .selectFrom('registry.committee')
    .innerJoin(
      'registry.committee_fact',
      'registry.committee_fact.committee',
      'registry.committee.id',
    )
    .select(['id', 'complete', 'reference', 'status', 'parent', 'secretariat'])
    .select([
      'title_en as titleEn',
      'title_fr as titleFr',
      dayText('confirmed_on').as('confirmedOn'),
    ])
    .select(sql<string | null>`to_char(created_on, 'YYYY-MM-DD')`.as('createdOn'))
    .where('valid_to', 'is', null)
    .execute();
  const names = await db
    .selectFrom('registry.member_name')
    .select(['member', 'acronym', dayText('valid_from').as('named')])
    .where('valid_to', 'is', null)
    .execute();
  return {
    revision,
    newestComplete: newest?.date ?? null,
    committees: new Map(
      committees.map(({ id, createdOn, confirmedOn, complete, ...fact }) => [
        id,
        { createdOn, confirmedOn, complete, fact, members: members.get(id) ?? new Map() },
      ]),
    ),
    members: new Map(names.map(({ member, ...name }) => [member, name])),
  };
}
