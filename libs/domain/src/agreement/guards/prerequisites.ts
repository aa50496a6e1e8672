import type { Facts, MemberFacts } from '../../kernel/facts.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import { REFUSAL_CODES, type RefusalCode } from '../../kernel/refusals.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import type { Side } from '../../kernel/vocabulary.js';

/** When the committee prerequisites are looked at (lifecycle.md table G3). */
export type Moment = 'SUBMISSION' | 'REGISTRATION' | 'ACCEPTANCE' | 'CONTINUOUS';

type Check = (state: Agreement, facts: Facts, moment: Moment) => readonly Refusal[];

const body = (facts: Facts, member: number | null): MemberFacts | undefined =>
  member === null ? undefined : facts.members[String(member)];

const broken = (
  holds: boolean,
  code: RefusalCode,
  clause: string,
  member: number | null,
): readonly Refusal[] => (holds ? [] : [refuse(code, clause, { member })]);

const leadIsP: Check = (state, facts) =>
  broken(body(facts, state.lead)?.status === 'P', 'NOT_P_MEMBER_LEAD', 'ST.2', state.lead);

const twinnedIsP: Check = (state, facts) =>
  broken(body(facts, state.twinned)?.status === 'P', 'NOT_P_MEMBER_TWINNED', 'ST.2', state.twinned);

// annex-st-2020: P from registration, a declared intent is enough at submission. brochure-2021: O or P from
// registration; once P has been confirmed in the log, losing it breaks the prerequisite (OQ-2).
const twinnedOfPMemberTwinning: Check = (state, facts, moment) => {
  const status = body(facts, state.twinned)?.status ?? null;
  if (rulesOf(state).p_member_entry.value === 'P_AT_REGISTRATION') {
    const declared = moment === 'SUBMISSION' && state.proposal.form.declaredIntent === true;
    return broken(status === 'P' || declared, 'NOT_P_MEMBER_TWINNED', 'ST.2', state.twinned);
  }
  if (moment === 'SUBMISSION') return [];
  return state.evaluation.confirmedP
    ? broken(status === 'P', 'NOT_P_MEMBER_TWINNED', 'ST.2', state.twinned)
    : broken(status !== null, 'NOT_IN_COMMITTEE_TWINNED', 'brochure 2021', state.twinned);
};

const leadIsConvenor: Check = (state, facts) =>
  broken(
    facts.workingGroup?.convenor == null || facts.workingGroup.convenor.member === state.lead,
    'LEAD_NOT_CONVENOR',
    'DIR 1.12.1',
    state.lead,
  );

const leadNominatedChair: Check = (state, facts) => {
  const chairs = facts.committee?.chairs ?? [];
  return broken(
    chairs.length === 0 || chairs.some((c) => c.member === state.lead),
    'LEAD_NOT_CHAIR',
    'DIR 1.8.3',
    state.lead,
  );
};

const leadHoldsSecretariat: Check = (state, facts) =>
  broken(
    facts.committee?.secretariat === state.lead,
    'LEAD_NOT_SECRETARIAT',
    'DIR 1.9.2',
    state.lead,
  );

const byType: Readonly<Record<Agreement['type'], readonly Check[]>> = {
  P_MEMBER: [leadIsP, twinnedOfPMemberTwinning],
  CONVENOR: [leadIsP, leadIsConvenor, twinnedIsP],
  CHAIR: [leadNominatedChair, twinnedIsP],
  SECRETARIAT: [leadHoldsSecretariat, twinnedIsP],
};

/** Every committee prerequisite (G3) that does not hold; empty when all hold. */
export const prerequisites: Check = (state, facts, moment) =>
  byType[state.type].flatMap((check) => check(state, facts, moment));

/**
 * What is on record as broken (RecordPrerequisiteFact). It holds until its cure is recorded, even when the registry
 * already reads otherwise (T23); facts that no registry holds enter in no other way.
 */
export const recordedBreaks = (state: Agreement): readonly Refusal[] =>
  state.execution.broken.map(({ rule, side, since }) =>
    refuse(REFUSAL_CODES.find((c) => c === rule) ?? 'RULE_NOT_MET', 'ST.2', { side, since, rule }),
  );

/** The side whose standing a broken prerequisite concerns. */
export const sideOfPrerequisite = (code: string): Side =>
  code.endsWith('_TWINNED') ? 'TWINNED' : 'LEAD';
