import { modelOf, type AgreementAnswer } from './model.js';

export type Phase = AgreementAnswer['phase'];

export interface Step {
  readonly phase: Phase;
  readonly state: 'DONE' | 'CURRENT' | 'LATER' | 'NOT_REACHED';
  /** What is special about the present step: it cannot go on, or it came back. */
  readonly note: 'BLOCKED' | 'REOPENED' | null;
}

type Known = Pick<
  AgreementAnswer,
  'phase' | 'status' | 'approval' | 'negotiation' | 'evaluation' | 'term' | 'lead' | 'twinned'
>;

const OPEN_EVALUATION = ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION', 'APPROVED'];

function noteOf(agreement: Known): Step['note'] {
  const { approval, negotiation, evaluation } = modelOf(agreement as AgreementAnswer);
  switch (agreement.status) {
    case 'SUSPENDED':
    case 'UNDER_TMB_REVIEW':
      return 'BLOCKED';
    case 'RETURNED':
      return 'REOPENED';
    case 'APPROVED':
      return approval.blocked === null ? null : 'BLOCKED';
    case 'IN_REVIEW_TPM':
    case 'IN_COMMITTEE_DECISION':
    case 'IN_TMB_BALLOT':
      return approval.returns > 0 ? 'REOPENED' : null;
    case 'AGREEMENT_PENDING':
      return negotiation.submission === null ? null : 'REOPENED';
    case 'ACTIVE':
      // An evaluation that closed before the end leads back to work in force.
      return evaluation.evaluations.some((e) => !OPEN_EVALUATION.includes(e.stage))
        ? 'REOPENED'
        : null;
    default:
      return null;
  }
}

/** The lifecycle in order: what is behind, where it stands, what comes, and what an early end has left out. */
export function stepsOf(agreement: Known, phases: readonly Phase[]): readonly Step[] {
  const current = phases.indexOf(agreement.phase);
  const { approval, negotiation } = modelOf(agreement as AgreementAnswer);
  const reached: Readonly<Record<Phase, boolean>> = {
    PROPOSAL: true,
    PARTNER_SELECTION: agreement.lead !== null && agreement.twinned !== null,
    APPROVAL: approval.submittedAt !== null,
    NEGOTIATION: negotiation.openedAt !== null,
    EXECUTION: agreement.term !== null,
    EVALUATION: agreement.term !== null,
    CLOSED: true,
  };
  return phases.map((phase, i) => {
    if (i === current) return { phase, state: 'CURRENT', note: noteOf(agreement) };
    if (i > current) return { phase, state: 'LATER', note: null };
    return { phase, state: reached[phase] ? 'DONE' : 'NOT_REACHED', note: null };
  });
}
