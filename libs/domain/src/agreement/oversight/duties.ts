import { endOf } from '../../calendar/zurich.js';
import type { Duty } from '../../kernel/definition.js';
import { inForce, rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter } from '../../kernel/timers.js';
import {
  missingSides,
  takesParts,
  type CorrectiveAction,
  type Escalation,
  type Review,
} from './state.js';

const parts = (review: Review): readonly Duty[] =>
  takesParts(review)
    ? missingSides(review).map((side) => ({
        id: `review:${String(review.year)}:${side}`,
        desk: side,
        commands: ['SubmitAnnualAssessment'],
        since: review.openedAt,
        due: review.stage === 'OPEN' ? endOf(review.dueOn) : null,
        clause: 'ST.5.6',
      }))
    : [];

const ofReview = (state: Agreement, review: Review): readonly Duty[] => {
  const sla = rulesOf(state).sla_defaults;
  const year = String(review.year);
  const feedback: Duty = {
    id: `review-feedback:${year}`,
    desk: 'TPM',
    commands: ['RecordPMemberFeedback'],
    since: review.openedAt,
    due: null,
    clause: 'ST.5.6',
  };
  if (takesParts(review)) {
    const section =
      review.partsFiledAt !== null && review.survey !== null
        ? [
            {
              id: `review-section:${year}`,
              desk: 'TPM',
              commands: ['CompleteTpmSection'],
              since: review.partsFiledAt,
              due: dueAfter(
                lastDayAfter.businessDays(
                  review.partsFiledAt,
                  sla.tpm_section_business_days,
                  rulesOf(state),
                ),
              ).due,
              clause: 'ST.5.6',
            } as const,
          ]
        : [];
    return [...parts(review), ...(review.survey === null ? [feedback] : []), ...section];
  }
  if (review.stage !== 'COMPLETE' || review.tpmSection === null) return [];
  const { at } = review.tpmSection;
  return [
    {
      id: `review-conclusion:${year}`,
      desk: 'TMB_SEC',
      commands: ['ConcludeAnnualReview'],
      since: at,
      due: dueAfter(lastDayAfter.businessDays(at, sla.tmb_sec_filing_business_days, rulesOf(state)))
        .due,
      clause: 'ST.5.6',
    },
  ];
};

const ofAction = (action: CorrectiveAction): Duty => ({
  id: `${action.reportedAt === null ? 'corrective-action' : 'action-confirmation'}:${action.id}`,
  desk: action.reportedAt === null ? action.side : 'TPM',
  commands: ['CompleteCorrectiveAction'],
  since: action.reportedAt ?? action.orderedAt,
  due: endOf(action.dueOn),
  clause: 'ST.4(g)',
});

const ofItem = (state: Agreement, item: Escalation): Duty => {
  const days = rulesOf(state).lifecycle_defaults;
  const limit = item.level === 'L3' ? days.l3_business_days : days.l2_business_days;
  return item.stage === 'ACKNOWLEDGED'
    ? {
        id: `escalation:${item.id}`,
        desk: item.owner,
        commands: ['ResolveEscalation', 'HandOverEscalation', 'BringToTmb'],
        since: item.levelSince,
        due: dueAfter(lastDayAfter.businessDays(item.levelSince, limit, rulesOf(state))).due,
        clause: 'ST.5.8',
      }
    : {
        id: `acknowledgement:${item.id}`,
        desk: item.owner,
        commands:
          item.level === 'L4'
            ? ['AcknowledgeEscalation']
            : ['AcknowledgeEscalation', 'ResolveEscalation', 'HandOverEscalation'],
        since: item.since,
        due: dueAfter(lastDayAfter.businessDays(item.since, days.ack_business_days, rulesOf(state)))
          .due,
        clause: 'ST.5.8',
      };
};

const tmbReview = (state: Agreement): readonly Duty[] => {
  const first = state.oversight.escalations.find((e) => e.open && e.level === 'L4');
  if (first === undefined) return [];
  const days = rulesOf(state).sla_defaults.tmb_escalation_days;
  return [
    {
      id: `tmb-decision:${first.id}`,
      desk: 'TMB_SEC',
      commands: ['DecideEscalation'],
      since: first.since,
      due: dueAfter(lastDayAfter.days(first.since, days)).due,
      clause: 'ST.5.7',
    },
  ];
};

/** Who owes a move in reviews, corrective actions and on the ladder to the TMB. */
export const duties = (state: Agreement): readonly Duty[] => [
  ...(inForce(state)
    ? [
        ...state.oversight.reviews.flatMap((r) => ofReview(state, r)),
        ...state.oversight.actions.filter((a) => !a.confirmed).map(ofAction),
        ...tmbReview(state),
      ]
    : []),
  ...state.oversight.escalations
    .filter((e) => e.open && (e.level !== 'L4' || e.stage !== 'ACKNOWLEDGED'))
    .map((e) => ofItem(state, e)),
];
