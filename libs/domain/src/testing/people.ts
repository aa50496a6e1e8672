import { day } from '../calendar/day.js';
import type { Facts, MemberFacts } from '../kernel/facts.js';
import type { Grant, Principal } from '../kernel/principal.js';

const principal = (person: string, member: number | null, ...grants: Grant[]): Principal => ({
  person,
  member,
  grants,
  stepUp: true,
});

/** ISO member ids of the stories. */
export const ASI = 1529;
export const IES = 1725;
export const GSA = 1747;

/** One person per role: the cast of every story. */
export const cast = {
  lead: principal('lead-rep', ASI, { role: 'NSB_REP' }),
  leadColleague: principal('lead-rep-2', ASI, { role: 'NSB_REP' }),
  twinned: principal('twinned-rep', IES, { role: 'NSB_REP' }),
  third: principal('third-rep', GSA, { role: 'NSB_REP' }),
  leadMbua: principal('lead-mbua', ASI, { role: 'MBUA' }),
  twinnedMbua: principal('twinned-mbua', IES, { role: 'MBUA' }),
  tpm: principal('tpm', null, { role: 'TPM', committees: 'ALL' }),
  tmbSec: principal('tmb-sec', null, { role: 'TMB_SEC' }),
  tmbMember: principal('tmb-member', GSA, { role: 'TMB_MEMBER' }),
  manager: principal('committee-manager', null, { role: 'COMMITTEE_MANAGER', committees: 'ALL' }),
  /** Managers of one committee only: the subcommittee of the usual facts, and its parent. */
  ownManager: principal('sc-manager', null, { role: 'COMMITTEE_MANAGER', committees: [47878] }),
  parentManager: principal('tc-manager', null, { role: 'COMMITTEE_MANAGER', committees: [47858] }),
  cs: principal('iso-cs', null, { role: 'ISO_CS' }),
  auditor: principal('auditor', null, { role: 'AUDITOR' }),
  leadSignatory: principal('lead-signatory', ASI),
  twinnedSignatory: principal('twinned-signatory', IES),
} as const;

export const member = (
  id: number,
  acronym: string,
  over: Partial<MemberFacts> = {},
): MemberFacts => ({
  id,
  acronym,
  active: true,
  category: 'FULL',
  newRights: false,
  status: null,
  statusSince: null,
  barredUntil: null,
  pMemberships: 0,
  secretariats: 0,
  chairsOrConvenors: null,
  openAsLead: 0,
  openAsTwinned: 0,
  ...over,
});

export const COMMITTEE = 47878;

/** ASI leads as a P-member with experience, IES is an O-member: the usual case of `brochure-2021`. */
export const usualFacts: Facts = {
  members: {
    [ASI]: member(ASI, 'ASI', {
      status: 'P',
      statusSince: day('2010-01-01'),
      pMemberships: 386,
      secretariats: 6,
    }),
    [IES]: member(IES, 'IES', { status: 'O', statusSince: day('2015-01-01'), pMemberships: 39 }),
    [GSA]: member(GSA, 'GSA', { status: 'P', statusSince: day('2012-01-01'), pMemberships: 65 }),
  },
  committee: {
    id: COMMITTEE,
    reference: 'ISO/TC 34/SC 5',
    status: 'ACTIVE',
    parentId: 47858,
    secretariat: ASI,
    joint: false,
    chairs: [],
    plenaries: [],
  },
  previousRuns: [],
  workingGroup: null,
};

/** The usual facts with one of the bodies otherwise. */
export function withMember(id: number, over: Partial<MemberFacts>): Facts {
  const known = usualFacts.members[id];
  if (known === undefined) throw new Error(`No member ${String(id)}.`);
  return { ...usualFacts, members: { ...usualFacts.members, [id]: { ...known, ...over } } };
}

/** The usual facts with the committee otherwise. */
export const withCommittee = (over: Partial<NonNullable<Facts['committee']>>): Facts => ({
  ...usualFacts,
  committee: usualFacts.committee && { ...usualFacts.committee, ...over },
});

const OF_SIDES = ['SUGGESTED_EXPERIENCE', 'CATEGORY_UNKNOWN', 'LEAD_NOT_P'];
const OF_PLACE = ['CLAIM_HELD', 'PREDECESSOR_ROLE_IN_GD', 'JOINT_COMMITTEE_CHECK'];

/** A word on every soft check that asks for one, as a request form has them. */
export const JUSTIFIED: readonly { readonly check: string; readonly text: string }[] = [
  ...OF_SIDES.flatMap((check) => [`${check}:LEAD`, `${check}:TWINNED`]),
  ...OF_PLACE,
  'COMMITTEE_SUSPENDED',
].map((check) => ({ check, text: 'Long practice.' }));
