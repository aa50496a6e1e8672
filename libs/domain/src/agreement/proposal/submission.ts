import { command, nothingToDo } from '../../kernel/definition.js';
import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { event } from '../../kernel/events.js';
import { hash, object, person, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { PARTNERS, SIDES, FORCE, NEG, REV } from '../../kernel/vocabulary.js';
import { cancelBallot, notDecided } from '../approval/review.js';
import { claimKeysOf } from '../guards/claims.js';
import { eligibility, unjustified } from '../guards/eligibility.js';
import { nomineesReady } from '../guards/nominees.js';
import { memberMayTwin } from '../guards/pair.js';
import { prerequisites } from '../guards/prerequisites.js';
import { notARenewal } from '../guards/renewal.js';
import { subjectIsActive, workingGroupFits } from '../guards/subject.js';
import { missingParts, requestContent } from './form.js';
import { hasPartner } from './partner.js';
import { routed } from './routing.js';

const LEADERSHIP = ['CONVENOR', 'CHAIR', 'SECRETARIAT'] as const;
const UNTIL_END = ['DRAFT', 'RETURNED', ...REV, 'APPROVED', ...NEG, ...FORCE] as const;

// The nominee answers in person, or their own body hands in the person's signed statement.
const answersFor = (state: Agreement, ctx: Context) =>
  state.proposal.nominees.filter(
    (n) => ctx.actor.person === n.person || n.side === sideOf(state, ctx.actor.member),
  );

const answer = (accepts: boolean) =>
  command({
    clause: 'ST.4(a)',
    allowed: [{ roles: ['NOMINEE', ...PARTNERS], in: UNTIL_END, types: LEADERSHIP }],
    shape: object({ person: person() }),
    open: (state, ctx) =>
      answersFor(state, ctx).some((n) => n.accepted !== accepts)
        ? null
        : nothingToDo({ clause: 'ST.4(a)' }),
    decide(state, { person: who }, ctx) {
      const named = answersFor(state, ctx).find((n) => n.person === who);
      if (named === undefined) return refuse('PROXY_FORBIDDEN', 'ST.4(d)', { person: who });
      if (named.accepted === accepts) return [];
      const type = accepts ? 'NominationAccepted' : 'NominationDeclined';
      const answered = event(type, { side: named.side, person: who });
      const review: readonly string[] = REV;
      // A decided ballot cannot be avoided (D13): then the seat is empty when the decision has been recorded.
      return !accepts && review.includes(state.stage) && notDecided(state) === null
        ? [
            answered,
            ...cancelBallot(state, 'RETURNED'),
            event('RequestReturned', { reason: 'NOMINEE_DECLINED', points: [], by: null }),
          ]
        : [answered];
    },
  });

export const AcceptNomination = answer(true);
export const DeclineNomination = answer(false);

export const ConsentToRequest = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: ['DRAFT', 'RETURNED'] }],
  shape: object({ hash: hash() }),
  open(state, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const consent = side === null ? null : state.proposal.consents[side];
    return consent !== null && consent === ctx.hash(requestContent(state))
      ? nothingToDo({ clause: 'ST.4(a)' })
      : null;
  },
  decide(state, { hash: read }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const current = ctx.hash(requestContent(state));
    if (read !== current) return refuse('TEXT_CHANGED', 'ST.4(a)', { read, current });
    return state.proposal.consents[side] === current
      ? []
      : [event('RequestConsented', { side, hash: current })];
  },
});

/** Hard guards of a submission in the order of the row; the soft ones are in `eligibility`. */
function submissionGuards(state: Agreement, ctx: Context): Refusal | null {
  if (!hasPartner(state)) return refuse('PARTNER_NOT_CONFIRMED', 'ST.5.4');
  const missing = missingParts(state);
  const current = ctx.hash(requestContent(state));
  const absent = SIDES.filter((side) => state.proposal.consents[side] !== current);
  return firstRefusal(
    missing.length > 0 ? refuse('FORM_INCOMPLETE', 'ST.5.4', { missing }) : null,
    absent.length > 0 ? refuse('DOUBLE_CONSENT_MISSING', 'ST.5.2', { absent }) : null,
    ...[state.lead, state.twinned].map((m) =>
      m === null ? null : memberMayTwin(ctx.facts, m, state.type),
    ),
    subjectIsActive(state, ctx.facts),
    workingGroupFits(state.type, state.workingGroup, ctx.facts),
    ...prerequisites(state, ctx.facts, 'SUBMISSION'),
    notARenewal(state, ctx.facts),
    nomineesReady(state),
  );
}

export const SubmitRequest = command({
  clause: 'ST.5.4',
  allowed: [{ roles: PARTNERS, in: ['DRAFT', 'RETURNED'] }],
  shape: object({}),
  needs: (state) => ({ rolesLeftIn: claimKeysOf(state) }),
  open: submissionGuards,
  decide(state, _, ctx) {
    const wrong = submissionGuards(state, ctx);
    if (wrong) return wrong;
    const { justifications } = state.proposal.form;
    const checks = eligibility(state, ctx.facts, ctx.claims);
    const missing = unjustified(checks, justifications);
    if (missing.length > 0) return refuse('JUSTIFICATION_MISSING', 'ST.3', { checks: missing });
    const content = ctx.hash(requestContent(state));
    return [
      event('EligibilityEvaluated', { checks, justifications }),
      state.approval.submissions === 0
        ? event('TwinningRequestSubmitted', { hash: content, ruleset: state.ruleset })
        : event('RequestResubmitted', { hash: content }),
      ...routed(state),
    ];
  },
});

export const OverrideRenewal = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TMB_SEC'], in: ['DRAFT', 'RETURNED', ...REV, 'APPROVED'] }],
  shape: object({ reason: text(4000) }),
  open: (state) =>
    state.proposal.renewalOverride === null ? null : nothingToDo({ clause: 'ST.5.7' }),
  decide: (state, { reason }) =>
    state.proposal.renewalOverride === null ? [event('RenewalOverridden', { reason })] : [],
});
