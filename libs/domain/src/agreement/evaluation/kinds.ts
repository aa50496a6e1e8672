import type { CommitteeFacts } from '../../kernel/facts.js';
import { parentField } from '../../kernel/parent.js';
import type { Agreement } from '../../kernel/state.js';
import type { Desk, Role, TwinningType } from '../../kernel/vocabulary.js';
import { isAtLeast } from '../../rulesets/fractions.js';
import type { Ruleset } from '../../rulesets/index.js';
import { workingGroupKey } from '../guards/working-group.js';

/** What may change (rules.md 6.5): the twinned body's own status, the office it is twinned for, a new twinning, the exit. */
export const EVALUATION_KINDS = [
  'O_TO_P',
  'CONVENOR',
  'CHAIR',
  'SECRETARIAT',
  'LEADERSHIP',
  'EXIT',
] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

export const LEADERSHIP_TYPES = ['CONVENOR', 'CHAIR', 'SECRETARIAT'] as const;
export type LeadershipType = (typeof LEADERSHIP_TYPES)[number];

/** Who decides: `OWN` the twinned body itself, `COMMITTEE` that of the agreement, `TC` the parent of a subcommittee. */
export const BODIES = ['OWN', 'COMMITTEE', 'TC', 'TMB', 'ISO_CS'] as const;
export type Body = (typeof BODIES)[number];

/** What the evaluation is about; `type` is the office, null for the status in the committee. */
export interface Office {
  readonly type: LeadershipType | null;
  readonly committee: number | null;
  readonly workingGroup: string | null;
  /** Subcommittees have their parent committee decide on chair and secretariat (DIR 1.8.1, 1.9.1). */
  readonly level: 'TC' | 'SC';
  /** That parent committee; absent in evaluations from before it was recorded. */
  readonly parent?: number;
}

export const officeKey = (office: Office): string =>
  [
    office.type,
    office.committee,
    office.workingGroup === null ? null : workingGroupKey(office.workingGroup),
  ]
    .map((part) => String(part ?? '-'))
    .join('/');

const KINDS_OF: Readonly<Record<TwinningType, readonly EvaluationKind[]>> = {
  P_MEMBER: ['O_TO_P', 'EXIT', 'LEADERSHIP'],
  CONVENOR: ['CONVENOR'],
  CHAIR: ['CHAIR'],
  SECRETARIAT: ['SECRETARIAT'],
};

export const suitsType = (state: Agreement, kind: EvaluationKind): boolean =>
  KINDS_OF[state.type].includes(kind);

const officeTypeOf = (kind: EvaluationKind): LeadershipType | null =>
  kind === 'CONVENOR' || kind === 'CHAIR' || kind === 'SECRETARIAT' ? kind : null;

/** Offices of a subcommittee that its parent decides on (rules.md 6.5). */
const DECIDED_ABOVE: readonly EvaluationKind[] = ['CHAIR', 'SECRETARIAT'];

/** The office of the agreement, or for a new twinning the office it would be for. */
export const officeOf = (
  state: Agreement,
  kind: EvaluationKind,
  committee: CommitteeFacts | null,
  target?: { readonly type: LeadershipType; readonly workingGroup: string | null },
): Office => ({
  type: target?.type ?? officeTypeOf(kind),
  committee: state.committee,
  workingGroup: target === undefined ? state.workingGroup : target.workingGroup,
  level: committee?.parentId == null ? 'TC' : 'SC',
  ...(DECIDED_ABOVE.includes(kind) ? parentField(committee) : {}),
});

/**
 * The body that decides (rules.md 6.5). A new twinning follows the way of its type: the TMB approves chairs and
 * secretariats at every level (ST.5.5). A contested secretariat of a subcommittee goes to the TMB (DIR 1.9.4).
 */
export function bodyFor(kind: EvaluationKind, office: Office, contested = false): Body {
  switch (kind) {
    case 'O_TO_P':
    case 'EXIT':
      return 'OWN';
    case 'CONVENOR':
      return 'COMMITTEE';
    case 'LEADERSHIP':
      return office.type === 'CONVENOR' ? 'COMMITTEE' : 'TMB';
    case 'CHAIR':
      return office.level === 'SC' ? 'TC' : 'TMB';
    case 'SECRETARIAT':
      return office.level === 'SC' && !contested ? 'TC' : 'TMB';
  }
}

/** Who records what the body decided. */
export const recorderOf: Readonly<Record<Body, Role & Desk>> = {
  OWN: 'ISO_CS',
  COMMITTEE: 'COMMITTEE_MANAGER',
  TC: 'COMMITTEE_MANAGER',
  TMB: 'TMB_SEC',
  ISO_CS: 'ISO_CS',
};

/**
 * Majority of the body: more yes than no among votes cast; for the chair of a subcommittee the share that the ruleset
 * has of the P-members voting, abstentions out, at least one yes (DIR 1.8.1, OQ-26).
 */
export function majorityReached(
  kind: EvaluationKind,
  body: Body,
  votes: { readonly yes: number; readonly no: number },
  ruleset: Ruleset,
): boolean {
  const { yes, no } = votes;
  return kind === 'CHAIR' && body === 'TC'
    ? yes >= 1 && isAtLeast(yes, yes + no, ruleset.terms.sc_chair_majority_ge.value)
    : yes > no;
}
