import { modelOf, type AgreementAnswer } from './model.js';

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

export interface Step {
  readonly phase: Phase;
  readonly state: 'DONE' | 'CURRENT' | 'LATER' | 'NOT_REACHED';
}

/** The lifecycle in order: what is behind, where it stands, what comes, and what an early end has left out. */
export function stepsOf(
  agreement: Pick<AgreementAnswer, 'phase' | 'approval' | 'negotiation' | 'term' | 'twinned'>,
): readonly Step[] {
  const current = PHASES.indexOf(agreement.phase);
  const { approval, negotiation } = modelOf(agreement as AgreementAnswer);
  const reached: Readonly<Record<Phase, boolean>> = {
    PROPOSAL: true,
    PARTNER_SELECTION: agreement.twinned !== null,
    APPROVAL: approval.submittedAt !== null,
    NEGOTIATION: negotiation.openedAt !== null,
    EXECUTION: agreement.term !== null,
    EVALUATION: agreement.term !== null,
    CLOSED: true,
  };
  return PHASES.map((phase, i) => {
    if (i === current) return { phase, state: 'CURRENT' };
    if (i > current) return { phase, state: 'LATER' };
    return { phase, state: reached[phase] ? 'DONE' : 'NOT_REACHED' };
  });
}
