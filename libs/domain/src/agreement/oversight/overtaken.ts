import { dayAt, toMs, type Instant } from '../../calendar/zurich.js';
import { changeWhere } from '../../kernel/records.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { inForce, type Agreement } from '../../kernel/state.js';
import { ENDED, FINAL, type Status } from '../../kernel/vocabulary.js';
import { anniversaryIn, reviewDueOn } from './review-dates.js';
import { missingSides, type Escalation, type OversightState, type Review } from './state.js';

/** Items that concern what goes on after the end: roles in the GD, evaluations with a body, appeals. */
const OUTLIVES: readonly string[] = [
  'T55',
  'T56',
  'T59',
  'T67',
  'REINSTATEMENT_BLOCKED',
  'APPEAL_REMITTED',
  'APPEAL_UPHELD',
];

const over: readonly string[] = [...ENDED, ...FINAL] satisfies readonly Status[];

/** An item is moot when the agreement ended after it was raised; what was raised since goes with the closure. */
function isMoot(state: Agreement, item: Escalation): boolean {
  const [code = ''] = item.trigger.split(':');
  if (OUTLIVES.includes(code)) return false;
  const { ended } = state.ending;
  return state.stage === 'CLOSED' || ended === null || toMs(item.since) <= toMs(ended.at);
}

const unfinished = (review: Review): boolean =>
  review.stage === 'OPEN' || review.stage === 'MISSING' || review.stage === 'COMPLETE';

const afterTheEnd = (state: Agreement, review: Review): boolean => {
  const anniversary = anniversaryIn(state, review.year);
  return state.term !== null && anniversary !== null && anniversary > state.term.end;
};

/** The TMB secretariat is told of a review that was due and stayed without a partner's part (lifecycle.md D19). */
const toldAbout = (state: Agreement, review: Review): readonly AgreementEvent[] =>
  state.ending.ended !== null &&
  review.stage === 'OPEN' &&
  review.dueOn < dayAt(state.ending.ended.at) &&
  missingSides(review).length > 0
    ? [
        event('ReminderRaised', {
          timer: 'T28',
          step: 'overtaken',
          to: 'TMB_SEC',
          subject: String(review.year),
        }),
      ]
    : [];

/** When the agreement ends, open reviews are overtaken and open items become moot (lifecycle.md B5, D7, D8). */
export function settle(state: Agreement): readonly AgreementEvent[] {
  const ended = over.includes(state.stage);
  const reviews = state.oversight.reviews.filter(
    (r) => unfinished(r) && (ended || (inForce(state) && afterTheEnd(state, r))),
  );
  const items = ended ? state.oversight.escalations.filter((e) => e.open && isMoot(state, e)) : [];
  return [
    ...reviews.flatMap((r) => [
      event('AnnualReviewOvertaken', { year: r.year }),
      ...(ended ? toldAbout(state, r) : []),
    ]),
    ...items.map((e) => event('EscalationMooted', { id: e.id })),
  ];
}

/** After a reinstatement the overtaken reviews are open again, due no earlier than thirty days later (D19). */
export function reinstatedOversight(state: Agreement, at: Instant): OversightState {
  return {
    ...state.oversight,
    reinstatedAt: at,
    reviews: changeWhere(
      state.oversight.reviews,
      (r) => r.stage === 'OVERTAKEN' && !afterTheEnd(state, r),
      (r) => ({
        ...r,
        stage: r.tpmSection === null ? 'OPEN' : 'COMPLETE',
        dueOn: reviewDueOn(state, r.dueOn, at),
      }),
    ),
  };
}
