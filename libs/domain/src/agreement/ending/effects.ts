import type { Context, Refusal } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { inForce, statusOf, type Agreement } from '../../kernel/state.js';
import { FINAL, isOneOf, NEG } from '../../kernel/vocabulary.js';
import { claimKeysOf, claimsAreFree } from '../guards/claims.js';
import { escalate, escalateToTmb, resolveTriggered } from '../oversight/escalate.js';
import { ordered, type TmbOrder } from '../oversight/tmb-decision.js';
import { undoneBy, type Undone } from './decisions.js';
import type { Appeal, AppealableDecision } from './state.js';

/** What the deciding body says beside the outcome: its reference and, in place of a TMB action, another one. */
export interface AppealBasis {
  readonly reference: string;
  readonly order?: TmbOrder;
}

/** After the end date, and in CLOSED, a decision on appeal is recorded only (lifecycle.md D20). */
const tooLate = (state: Agreement, ctx: Context): boolean =>
  state.stage === 'CLOSED' || (state.term !== null && ctx.today > state.term.end);

const pending = (state: Agreement): boolean =>
  state.stage === 'APPROVED' || isOneOf(NEG, statusOf(state));

function reinstatement(state: Agreement, appeal: Appeal, ctx: Context): readonly AgreementEvent[] {
  const taken = claimsAreFree(state, ctx.claims);
  if (taken === null) {
    return [
      event('ArrangementReinstated', { appeal: appeal.id, claims: claimKeysOf(state) }),
      ...resolveTriggered(state, 'T67', 'REINSTATED'),
    ];
  }
  const { claim, holder } = taken.details;
  const key = typeof claim === 'string' ? claim : '';
  return [
    event('ReinstatementBlocked', {
      appeal: appeal.id,
      claim: key,
      holder: typeof holder === 'string' ? holder : null,
    }),
    ...escalate(state, 'L3', 'REINSTATEMENT_BLOCKED', key),
  ];
}

function upheld(
  state: Agreement,
  appeal: Appeal,
  undone: Undone,
  basis: AppealBasis,
  ctx: Context,
): readonly AgreementEvent[] | Refusal {
  const { reference } = basis;
  const decidedOn = ctx.today;
  switch (undone) {
    case 'REJECTION':
      return state.stage === 'REJECTED' ? [event('RejectionAnnulled', { appeal: appeal.id })] : [];
    case 'APPROVAL':
      if (pending(state)) return [event('ApprovalAnnulled', { appeal: appeal.id })];
      return inForce(state)
        ? [event('ArrangementCancelled', { reason: 'APPEAL', reference, decidedOn })]
        : [];
    case 'CANCELLATION':
      return state.stage === 'CANCELLED' ? reinstatement(state, appeal, ctx) : [];
    case 'TMB_ACTION': {
      const order = basis.order ?? { action: 'CONTINUE' };
      return inForce(state)
        ? ordered(state, order, { reference, decidedOn, items: [], byAppeal: true }, ctx)
        : [];
    }
    case 'BODY':
      return toBody(state, appeal, 'APPEAL_UPHELD');
  }
}

/** What a body decided on an evaluation or a person it decides anew: the TMB secretariat sees to it (0051). */
const toBody = (state: Agreement, { decision, grounds }: Appeal, trigger: string) =>
  isOneOf(FINAL, statusOf(state))
    ? []
    : escalate(state, 'L3', `${trigger}:${decision ?? ''}`, grounds);

/** Remitted: before registration back to the review, later an L3 item, in force an L4 item. */
function remitted(state: Agreement, appeal: Appeal): readonly AgreementEvent[] {
  const { stage } = state;
  if (inForce(state)) return escalateToTmb(state, 'APPEAL_REMITTED', appeal.grounds);
  if (stage === 'APPROVED' || (stage === 'REJECTED' && state.approval.registration === null)) {
    const to = state.type === 'CONVENOR' ? 'IN_COMMITTEE_DECISION' : 'IN_REVIEW_TPM';
    return [event('DecisionRemitted', { appeal: appeal.id, to })];
  }
  return pending(state) || stage === 'REJECTED' || stage === 'CANCELLED'
    ? escalate(state, 'L3', 'APPEAL_REMITTED', appeal.grounds)
    : [];
}

/** What follows from a decision on appeal, by the decision it concerns (lifecycle.md D20). */
export function effectsOf(
  state: Agreement,
  appeal: Appeal,
  decision: AppealableDecision | undefined,
  outcome: 'UPHELD' | 'DISMISSED' | 'REMITTED',
  basis: AppealBasis,
  ctx: Context,
): readonly AgreementEvent[] | Refusal {
  const undone = decision === undefined ? null : undoneBy(state, decision);
  if (outcome === 'DISMISSED' || undone === null || tooLate(state, ctx)) return [];
  if (outcome === 'UPHELD') return upheld(state, appeal, undone, basis, ctx);
  return undone === 'BODY' ? toBody(state, appeal, 'APPEAL_REMITTED') : remitted(state, appeal);
}
