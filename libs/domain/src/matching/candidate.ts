import type { MemberFacts } from '../kernel/facts.js';
import type { RefusalCode } from '../kernel/refusals.js';
import type { TwinningType } from '../kernel/vocabulary.js';

/** What is known of the country of a member; null when the registry or the source of countries does not know it. */
export interface CountryFacts {
  /** ISO 639-3, as the source of countries lists its official languages. */
  readonly languages: readonly string[];
  readonly region: string;
  readonly subregion: string;
}

/** The body that looks for a lead. */
export interface Seeker {
  readonly id: number;
  readonly country: CountryFacts | null;
  /** Committees in which it is P- or O-member. */
  readonly committees: number;
}

/** A body that might lead, with everything that the ranking looks at. */
export interface Candidate {
  readonly id: number;
  readonly acronym: string;
  readonly active: boolean;
  readonly category: MemberFacts['category'];
  readonly newRights: boolean;
  readonly country: CountryFacts | null;
  /** Status in the committee of the twinning. */
  readonly status: 'P' | 'O' | null;
  readonly holdsSecretariat: boolean;
  readonly pMemberships: number;
  readonly secretariats: number;
  /** Unknown from open data. */
  readonly chairsOrConvenors: number | null;
  /** Committees in which it is P-member and the seeker takes part. */
  readonly shared: number;
  /** Registered twinnings that it leads now, in all committees; null where who asks is not told of others' twinnings. */
  readonly leadsNow: number | null;
  /** It is registered as a partner of a twinning of this type in this committee. */
  readonly takenHere: boolean;
  /** Twinnings that it led and that were in force; null as above. */
  readonly led: number | null;
  /** It led the seeker in this type, committee and working group before: no second run (ST.5.7, OQ-7). */
  readonly ledSeekerHere: boolean;
}

/** Why a body cannot lead this twinning, by the code that registration would answer; null when it can. `taken`: what every lead would be answered there. */
export function cannotLead(
  c: Candidate,
  seeker: Pick<Seeker, 'id'>,
  type: TwinningType,
  taken: RefusalCode | null = null,
): RefusalCode | null {
  if (c.id === seeker.id) return 'SAME_PARTNER';
  if (!c.active) return 'MEMBER_NOT_ACTIVE';
  const full = c.category === 'FULL' || c.category === 'UNKNOWN';
  if (!full && !c.newRights) return 'NOT_FULL_MEMBER';
  if (!full && type !== 'P_MEMBER') return 'NEW_RIGHTS_ONLY_P';
  if ((type === 'P_MEMBER' || type === 'CONVENOR') && c.status !== 'P') {
    return 'NOT_P_MEMBER_LEAD';
  }
  if (type === 'SECRETARIAT' && !c.holdsSecretariat) return 'LEAD_NOT_SECRETARIAT';
  if (type === 'P_MEMBER' && c.takenHere) return 'LEAD_ALREADY_TWINNED_IN_COMMITTEE';
  if (c.ledSeekerHere) return 'RENEWAL_FORBIDDEN';
  return taken;
}
