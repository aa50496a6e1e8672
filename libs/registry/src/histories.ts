import { sql, type Kysely } from 'kysely';
import { dayText, joinAdjoining, type MembershipPeriod } from './facts.js';
import type { CommitteeStatus, MemberCategory, RegistryDatabase } from './schema.js';

type Db = Kysely<RegistryDatabase>;

const until = sql<string | null>`to_char(valid_to, 'YYYY-MM-DD')`.as('to');

export interface MembershipOf {
  readonly committee: number;
  readonly reference: string;
  /** Oldest first; the last one still holds when its `to` is null. */
  readonly periods: readonly MembershipPeriod[];
}

/** Every committee in which the member is or was, by reference, with what it was there and when. */
export async function membershipsOf(trx: Db, member: number): Promise<readonly MembershipOf[]> {
  const rows = await trx
    .selectFrom('registry.membership')
    .innerJoin('registry.committee_fact', (join) =>
      join
        .onRef('registry.committee_fact.committee', '=', 'registry.membership.committee')
        .on('registry.committee_fact.valid_to', 'is', null),
    )
    .select([
      'registry.membership.committee',
      'reference',
      'registry.membership.status',
      dayText('registry.membership.valid_from').as('from'),
      sql<string | null>`to_char(registry.membership.valid_to, 'YYYY-MM-DD')`.as('to'),
    ])
    .where('member', '=', member)
    .orderBy('reference')
    .orderBy('registry.membership.valid_from')
    .execute();
  const references = new Map(rows.map((row) => [row.committee, row.reference]));
  return [...references].map(([committee, reference]) => ({
    committee,
    reference,
    periods: joinAdjoining(
      rows
        .filter((row) => row.committee === committee)
        .map(({ from, to, status }) => ({ from, to, status })),
    ),
  }));
}

/** What the registry has said of a committee: `from` is the first day, `to` the first day it no longer held. */
export interface CommitteePeriod {
  readonly from: string;
  readonly to: string | null;
  readonly reference: string;
  readonly titleEn: string;
  readonly titleFr: string | null;
  readonly status: CommitteeStatus;
  readonly secretariat: string | null;
}

/** A committee's reference, title, status and secretariat through time, oldest first. */
export function committeeHistory(trx: Db, committee: number): Promise<readonly CommitteePeriod[]> {
  return trx
    .selectFrom('registry.committee_fact')
    .leftJoin('registry.member', 'registry.member.id', 'secretariat')
    .select(['reference', 'title_en as titleEn', 'title_fr as titleFr', 'status'])
    .select(['acronym as secretariat', dayText('valid_from').as('from'), until])
    .where('committee', '=', committee)
    .orderBy('valid_from')
    .execute();
}

export interface StandingPeriod {
  readonly from: string;
  readonly to: string | null;
  readonly country: string | null;
  readonly category: MemberCategory;
  readonly active: boolean;
}

/** A member's category and country through time, oldest first. */
export function memberHistory(trx: Db, member: number): Promise<readonly StandingPeriod[]> {
  return trx
    .selectFrom('registry.member_standing')
    .select(['country', 'category', 'active', dayText('valid_from').as('from'), until])
    .where('member', '=', member)
    .orderBy('valid_from')
    .execute();
}
