import type { Duty } from '../../kernel/definition.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter } from '../../kernel/timers.js';
import { openParts } from './evidence.js';
import { recorderOf } from './kinds.js';
import { openEvaluations, type Evaluation } from './state.js';
import { evidenceUntil, officeChangeBy } from './timers.js';

function body(state: Agreement, e: Evaluation): Duty {
  const { lifecycle_defaults } = rulesOf(state);
  const lastDay =
    e.body === 'ISO_CS'
      ? lastDayAfter.businessDays(
          e.since,
          lifecycle_defaults.new_rights_business_days,
          rulesOf(state),
        )
      : lastDayAfter.days(
          e.since,
          e.body === 'TMB'
            ? lifecycle_defaults.tmb_transition_days
            : (lifecycle_defaults.committee_transition_days[0] ?? 0),
        );
  return {
    id: `body-decision:${e.id}`,
    desk: recorderOf[e.body],
    ...(e.body === 'TC' && e.office.parent !== undefined ? { committee: e.office.parent } : {}),
    commands: ['RecordBodyDecision'],
    since: e.since,
    due: dueAfter(lastDay).due,
    clause: 'rules 6.5',
  };
}

function effect(state: Agreement, e: Evaluation): readonly Duty[] {
  if (e.kind === 'EXIT') return [];
  const [first = 0] = rulesOf(state).lifecycle_defaults.p_confirmation_days;
  const base = { commands: ['ConfirmEffective'], since: e.since };
  return e.kind === 'O_TO_P'
    ? [
        {
          ...base,
          id: `status-change:${e.id}`,
          desk: 'TWINNED',
          due: dueAfter(lastDayAfter.days(e.since, first)).due,
          clause: 'DIR 1.7.3',
        },
      ]
    : [
        {
          ...base,
          id: `office-change:${e.id}`,
          desk: 'ISO_CS',
          due: dueAfter(officeChangeBy(state, e)).due,
          clause: 'ST.5.7',
        },
      ];
}

function ofEvaluation(state: Agreement, e: Evaluation): readonly Duty[] {
  switch (e.stage) {
    case 'EVIDENCE_COLLECTION':
      return openParts(e).map((part) => ({
        id: `evidence:${e.id}:${part}`,
        desk: part,
        commands: ['ProvideEvidence', 'CloseEvidence'],
        since: e.openedAt,
        due: dueAfter(evidenceUntil(state, e)).due,
        clause: 'rules 6.3',
      }));
    case 'READINESS_REVIEWED': {
      const last = rulesOf(state).lifecycle_defaults.own_decision_days.at(-1) ?? 0;
      const own = e.body === 'OWN';
      return [
        {
          id: `${own ? 'own-decision' : 'submission'}:${e.id}`,
          desk: 'TWINNED',
          commands: [own ? 'DecideOwnStatus' : 'SubmitToBody', 'WithdrawEvaluation'],
          since: e.since,
          due: dueAfter(lastDayAfter.days(e.since, last)).due,
          clause: 'rules 6.5',
        },
      ];
    }
    case 'BODY_DECISION':
      return [body(state, e)];
    case 'APPROVED':
      return effect(state, e);
    case 'EFFECTIVE':
    case 'REFUSED':
    case 'WITHDRAWN':
      return [];
  }
}

/** A claim of the body that the registry does not show is settled by an import or by ISO/CS (D16). */
const claims = (state: Agreement): readonly Duty[] =>
  state.evaluation.claimedP === null
    ? []
    : [
        {
          id: `status-claim:${state.evaluation.claimedP.since}`,
          desk: 'ISO_CS',
          commands: ['ConfirmEffective'],
          since: state.evaluation.claimedP.at,
          due: null,
          clause: 'lifecycle D16',
        },
      ];

export const evaluationDuties = (state: Agreement): readonly Duty[] => [
  ...openEvaluations(state).flatMap((e) => ofEvaluation(state, e)),
  ...claims(state),
];
