import type { Facts } from '../../kernel/facts.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';

/** The conditions whose loss suspends an agreement (lifecycle.md table G3, G1, G2, G11, G13). */
export const PREREQUISITE_RULES = [
  'NOT_P_MEMBER_LEAD',
  'NOT_P_MEMBER_TWINNED',
  'NOT_IN_COMMITTEE_TWINNED',
  'LEAD_NOT_CONVENOR',
  'LEAD_NOT_CHAIR',
  'LEAD_NOT_SECRETARIAT',
  'COMMITTEE_NOT_ACTIVE',
  'WG_DISBANDED',
  'MEMBER_NOT_ACTIVE',
  'NOT_FULL_MEMBER',
  'NEW_RIGHTS_ONLY_P',
] as const;
export type PrerequisiteRule = (typeof PREREQUISITE_RULES)[number];

const OF_EVERY_TYPE: readonly PrerequisiteRule[] = [
  'COMMITTEE_NOT_ACTIVE',
  'MEMBER_NOT_ACTIVE',
  'NOT_FULL_MEMBER',
];
const OF_TYPE: Readonly<Record<Agreement['type'], readonly PrerequisiteRule[]>> = {
  P_MEMBER: ['NOT_P_MEMBER_LEAD', 'NOT_P_MEMBER_TWINNED', 'NOT_IN_COMMITTEE_TWINNED'],
  CONVENOR: [
    'NOT_P_MEMBER_LEAD',
    'LEAD_NOT_CONVENOR',
    'NOT_P_MEMBER_TWINNED',
    'WG_DISBANDED',
    'NEW_RIGHTS_ONLY_P',
  ],
  CHAIR: ['LEAD_NOT_CHAIR', 'NOT_P_MEMBER_TWINNED', 'NEW_RIGHTS_ONLY_P'],
  SECRETARIAT: ['LEAD_NOT_SECRETARIAT', 'NOT_P_MEMBER_TWINNED', 'NEW_RIGHTS_ONLY_P'],
};

export const rulesOfType = (type: Agreement['type']): readonly PrerequisiteRule[] => [
  ...OF_EVERY_TYPE,
  ...OF_TYPE[type],
];

/** What the registry says of a rule that it is the record for (D16); null for facts that it does not hold. */
export function brokenInRegistry(
  state: Agreement,
  facts: Facts,
  rule: PrerequisiteRule,
): boolean | null {
  const status = (member: number | null) => facts.members[String(member)]?.status;
  const lead = status(state.lead);
  const twinned = status(state.twinned);
  switch (rule) {
    case 'NOT_P_MEMBER_LEAD':
      return lead === undefined ? null : lead !== 'P';
    case 'NOT_P_MEMBER_TWINNED':
      return twinned === undefined ? null : twinned !== 'P';
    case 'NOT_IN_COMMITTEE_TWINNED':
      return twinned === undefined ? null : twinned === null;
    case 'LEAD_NOT_SECRETARIAT':
      return facts.committee === null ? null : facts.committee.secretariat !== state.lead;
    case 'COMMITTEE_NOT_ACTIVE':
      return facts.committee === null ? null : facts.committee.status === 'DISSOLVED';
    case 'LEAD_NOT_CONVENOR':
    case 'LEAD_NOT_CHAIR':
    case 'WG_DISBANDED':
    case 'MEMBER_NOT_ACTIVE':
    case 'NOT_FULL_MEMBER':
    case 'NEW_RIGHTS_ONLY_P':
      return null;
  }
}

// In brochure-2021 an O-member may take part: P is a prerequisite only once it has been confirmed (table G3).
export const mayBreak = (state: Agreement, rule: string): boolean =>
  state.type !== 'P_MEMBER' ||
  rulesOf(state).p_member_entry.value === 'P_AT_REGISTRATION' ||
  rule !== 'NOT_P_MEMBER_TWINNED' ||
  state.evaluation.confirmedP;
