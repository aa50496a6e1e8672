/** The words of the rules (lifecycle.md "Words", rules.md 1 and 5): types, sides, statuses, phases, roles. */

/** The four types of twinning (ST.2). */
export const TWINNING_TYPES = ['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'] as const;
export type TwinningType = (typeof TWINNING_TYPES)[number];

export const SIDES = ['LEAD', 'TWINNED'] as const;
export type Side = (typeof SIDES)[number];
export const otherSide = (side: Side): Side => (side === 'LEAD' ? 'TWINNED' : 'LEAD');

/** Statuses of rules.md 5.3; `SUBMITTED` is passed inside the submitting commit and nothing rests in it. */
export const STATUSES = [
  'DRAFT',
  'IN_REVIEW_TPM',
  'IN_COMMITTEE_DECISION',
  'IN_TMB_BALLOT',
  'RETURNED',
  'APPROVED',
  'AGREEMENT_PENDING',
  'AGREEMENT_IN_REVIEW',
  'ACTIVE',
  'ENDING',
  'SUSPENDED',
  'UNDER_TMB_REVIEW',
  'EXPIRED',
  'TERMINATED',
  'CANCELLED',
  'CLOSED',
  'LAPSED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type Status = (typeof STATUSES)[number];

export const REV = ['IN_REVIEW_TPM', 'IN_COMMITTEE_DECISION', 'IN_TMB_BALLOT'] as const;
export const NEG = ['AGREEMENT_PENDING', 'AGREEMENT_IN_REVIEW'] as const;
export const RUN = ['ACTIVE', 'ENDING'] as const;
export const FORCE = ['ACTIVE', 'ENDING', 'SUSPENDED', 'UNDER_TMB_REVIEW'] as const;
export const ENDED = ['EXPIRED', 'TERMINATED', 'CANCELLED'] as const;
export const FINAL = ['CLOSED', 'LAPSED', 'REJECTED', 'WITHDRAWN'] as const;

export const isOneOf = (statuses: readonly Status[], status: Status): boolean =>
  statuses.includes(status);

/** What `stage` the log has recorded; within force the status is derived (lifecycle.md A). */
export type Stage = Exclude<Status, (typeof FORCE)[number]> | 'NONE' | 'FORCE';

export const PHASES = [
  'PROPOSAL',
  'PARTNER_SELECTION',
  'APPROVAL',
  'NEGOTIATION',
  'EXECUTION',
  'EVALUATION',
  'CLOSED',
] as const;
export type Phase = (typeof PHASES)[number];

/** Who issues commands (rules.md 5.1 with the roles lifecycle.md adds), as related to one agreement. */
export const ROLES = [
  'LEAD_REP',
  'TWINNED_REP',
  'INVITED_REP',
  'NSB_REP',
  'LEAD_MBUA',
  'TWINNED_MBUA',
  'NOMINEE',
  'SIGNATORY',
  'COMMITTEE_MANAGER',
  'TPM',
  'TMB_SEC',
  'TMB_MEMBER',
  'MEMBER_REP',
  'ISO_CS',
  'AUDITOR',
  'REGISTRY',
  'SYSTEM',
] as const;
export type Role = (typeof ROLES)[number];

/** The representatives of the two partners (P in lifecycle.md). */
export const PARTNERS = ['LEAD_REP', 'TWINNED_REP'] as const;

/** Desks and sides that can owe a move. */
export type Desk =
  | 'LEAD'
  | 'TWINNED'
  | 'BOTH'
  | 'INITIATOR'
  | 'INVITED'
  | 'NOMINEE'
  | 'TPM'
  | 'TMB_SEC'
  | 'TMB_MEMBERS'
  | 'COMMITTEE_MANAGER'
  | 'ISO_CS'
  | 'APPELLANT'
  | 'NOBODY';
