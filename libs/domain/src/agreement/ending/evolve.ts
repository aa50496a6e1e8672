import type { Day } from '../../calendar/day.js';
import { dayAt, fromMs, toMs, type Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import { withExecution } from '../execution/state.js';
import { reinstatedOversight } from '../oversight/overtaken.js';
import type { EndingEvents } from './events.js';
import {
  isOpen,
  withDecision,
  type Appeal,
  type AppealableDecision,
  type AppealStage,
  type EndingState,
} from './state.js';

const withEnding = (state: Agreement, change: Partial<EndingState>): Agreement => ({
  ...state,
  ending: { ...state.ending, ...change },
});

/** Any ending stops a notice (T39): what an appeal brings back runs on without it. */
const withoutNotice = (state: Agreement): Agreement => withExecution(state, { notice: null });

/** The end was the last word on a suspension: what an appeal brings back says anew whether it is suspended. */
const unsaid = (state: Agreement): Agreement =>
  state.execution.suspended === undefined ? state : withExecution(state, { suspended: false });

// What ends at 00:00 was in force no longer than the day before (lifecycle.md C, "Day counting").
const lastDayBefore = (at: Instant): Day => dayAt(fromMs(toMs(at) - 1));

const ended = (
  state: Agreement,
  how: NonNullable<EndingState['ended']>['how'],
  at: Instant,
): Agreement =>
  withEnding(
    { ...withoutNotice(state), stage: how },
    { ended: { at, on: lastDayBefore(at), how } },
  );

const onAppeals = (
  state: Agreement,
  matches: (appeal: Appeal) => boolean,
  stage: AppealStage,
  at: Instant,
): Agreement =>
  withEnding(state, {
    appeals: changeWhere(state.ending.appeals, matches, (a) => ({ ...a, stage, since: at })),
  });

const onDecision = (
  state: Agreement,
  id: string | null,
  change: Partial<AppealableDecision>,
): Agreement =>
  withEnding(state, {
    decisions: changeWhere(
      state.ending.decisions,
      (d) => d.id === id,
      (d) => ({ ...d, ...change }),
    ),
  });

const appealed = (state: Agreement, id: string): Appeal | undefined =>
  state.ending.appeals.find((a) => a.id === id);

function decided(
  state: Agreement,
  { id, outcome, body, reference, decidedOn }: EndingEvents['AppealDecided'],
  at: Instant,
): Agreement {
  const decision = appealed(state, id)?.decision ?? null;
  const joined = (a: Appeal): boolean =>
    a.id === id || (decision !== null && a.decision === decision && isOpen(a));
  const told = onDecision(onAppeals(state, joined, 'DECIDED', at), decision, { final: true });
  const onAppeal = { decision: decision ?? '', outcome };
  return withDecision(told, { kind: 'APPEAL', body, reference, decidedOn, onAppeal });
}

export const endingEvolvers: Evolvers<EndingEvents> = {
  ArrangementWithdrawn: (state, _, at) => ended(state, 'WITHDRAWN', at),
  ArrangementLapsed: (state, _, at) => ended(state, 'LAPSED', at),
  ArrangementExpired: (state, _, at) => ended(state, 'EXPIRED', at),
  ArrangementTerminated: (state, _, at) => ended(state, 'TERMINATED', at),
  // Cancelled on appeal, the decision that can be appealed is the one on appeal, which has its own event.
  ArrangementCancelled: (state, { reason, reference, decidedOn }, at) => {
    const cancelled = ended(state, 'CANCELLED', at);
    return reason === 'APPEAL'
      ? cancelled
      : withDecision(cancelled, { kind: 'CANCELLATION', body: 'TMB', reference, decidedOn });
  },
  ArrangementClosed: (state) => ({ ...state, stage: 'CLOSED' }),
  AppealLodged: (state, { id, decision, against, level, parent, member, grounds }, at) =>
    withEnding(state, {
      appeals: [
        ...state.ending.appeals,
        {
          ...{ id, decision, against, level, member, grounds, stage: 'LODGED', since: at },
          ...(parent === undefined ? {} : { parent }),
        },
      ],
    }),
  AppealReferred: (state, { id }, at) => onAppeals(state, (a) => a.id === id, 'REFERRED', at),
  AppealAdmitted: (state, { id }, at) => onAppeals(state, (a) => a.id === id, 'ADMITTED', at),
  ConciliationHeld: (state, { id }, at) => onAppeals(state, (a) => a.id === id, 'HEARD', at),
  ConciliationReported: (state, { id }, at) => onAppeals(state, (a) => a.id === id, 'REPORTED', at),
  AppealDecided: decided,
  AppealWithdrawn: (state, { id }, at) =>
    onDecision(
      onAppeals(state, (a) => a.id === id, 'WITHDRAWN', at),
      appealed(state, id)?.decision ?? null,
      { releasedAt: at },
    ),
  DecisionFinal: (state, { decision }) => onDecision(state, decision, { final: true }),
  // Annulled approvals that come back were registered once: they are registered anew.
  RejectionAnnulled: (state, _, at) => ({
    ...withEnding(state, { annulledAt: null, rolesRemovedAt: null }),
    stage: 'APPROVED',
    approval: {
      ...state.approval,
      approvedAt: at,
      registrableSince: at,
      blocked: null,
      registration: null,
    },
  }),
  ApprovalAnnulled: (state, _, at) =>
    withEnding({ ...withoutNotice(state), stage: 'REJECTED' }, { annulledAt: at }),
  ArrangementReinstated: (state, _, at) =>
    withEnding(
      { ...unsaid(state), stage: 'FORCE', oversight: reinstatedOversight(state, at) },
      { ended: null, rolesRemovedAt: null, report: {}, reportWaived: false },
    ),
  ReinstatementBlocked: (state) => state,
  // The body decides anew: what was assessed and voted before counts no more.
  DecisionRemitted: (state, { to }, at) => ({
    ...state,
    stage: to,
    approval: {
      ...state.approval,
      submittedAt: at,
      assessedAt: null,
      assessment: null,
      approvedAt: null,
      registrableSince: null,
      blocked: null,
      ballots: state.approval.ballots.map((b) => ({ ...b, cancelled: true })),
    },
  }),
  ClosureReportFiled: (state, { side, text }) =>
    withEnding(state, { report: { ...state.ending.report, [side]: text } }),
  ClosureReportWaived: (state) => withEnding(state, { reportWaived: true }),
  GdRolesRemoved: (state, _, at) => withEnding(state, { rolesRemovedAt: at }),
  FollowUpRecorded: (state, { side, text }) =>
    withEnding(state, { followUp: { ...state.ending.followUp, [side]: text } }),
};
