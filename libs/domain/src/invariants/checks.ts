import { lastDayOfYears } from '../calendar/day.js';
import { endOf } from '../calendar/zurich.js';
import { sharesOf } from '../agreement/approval/ballot.js';
import { outcomeOf, tallyOf } from '../agreement/approval/tally.js';
import { saysSuspended } from '../agreement/execution/state.js';
import { deadlines } from '../kernel/due.js';
import type { AgreementEvent } from '../kernel/events.js';
import { knownEvent } from '../kernel/evolve.js';
import { rulesOf, sideOf, statusOf } from '../kernel/state.js';
import { ENDED, FINAL, FORCE, isOneOf, REV, type Status } from '../kernel/vocabulary.js';
import {
  claimsAreOwn,
  claimsFollowTheStatus,
  decisionsEnd,
  everyYearIsReviewed,
  runsFitTogether,
  windowIsTheStatus,
} from './checks-force.js';
import type { Commit } from './random-story.js';

/** What a commit breaks, as sentences; empty when every invariant of lifecycle.md F that it can show holds. */
export type Check = (commit: Commit) => readonly string[];

const when = (wrong: boolean, says: string): readonly string[] => (wrong ? [says] : []);

const REGISTERED: readonly Status[] = ['AGREEMENT_PENDING', 'AGREEMENT_IN_REVIEW'];
/** Ways out of a status (lifecycle.md A); within force every status may follow every other. */
const NEXT: Readonly<Record<string, readonly Status[]>> = {
  DRAFT: [...REV, 'WITHDRAWN'],
  RETURNED: [...REV, 'WITHDRAWN'],
  IN_REVIEW_TPM: ['IN_TMB_BALLOT', 'APPROVED', 'REJECTED', 'RETURNED', 'WITHDRAWN'],
  IN_COMMITTEE_DECISION: ['APPROVED', 'REJECTED', 'RETURNED', 'WITHDRAWN'],
  IN_TMB_BALLOT: ['APPROVED', 'REJECTED', 'RETURNED', 'WITHDRAWN'],
  APPROVED: ['AGREEMENT_PENDING', 'LAPSED', 'WITHDRAWN', 'REJECTED', ...REV],
  AGREEMENT_PENDING: ['AGREEMENT_IN_REVIEW', 'LAPSED', 'WITHDRAWN', 'REJECTED'],
  AGREEMENT_IN_REVIEW: ['AGREEMENT_PENDING', 'LAPSED', 'WITHDRAWN', 'REJECTED', ...FORCE],
  ...Object.fromEntries(FORCE.map((status) => [status, [...FORCE, ...ENDED]])),
  EXPIRED: ['CLOSED'],
  TERMINATED: ['CLOSED'],
  CANCELLED: ['CLOSED', ...FORCE],
  CLOSED: [],
  LAPSED: [],
  WITHDRAWN: [],
  REJECTED: ['APPROVED', ...REV],
};

/** F1 */
const statusMoves: Check = ({ before, after }) => {
  const [from, to] = [statusOf(before), statusOf(after)];
  return when(from !== to && NEXT[from]?.includes(to) !== true, `F1: ${from} became ${to}`);
};

/** F15: what is approved, rejected or cancelled has one decision of its own, and a final one stays final. */
const oneDecisionEach: Check = ({ before, after }) => {
  const [from, to] = [statusOf(before), statusOf(after)];
  const [was, is] = [before.ending.decisions, after.ending.decisions];
  return [
    ...when(
      from !== to && DECIDED.includes(to) && is.length !== was.length + 1,
      `F15: ${from} became ${to} by ${String(is.length - was.length)} decisions`,
    ),
    ...was
      .filter((d) => d.final && is.find((now) => now.id === d.id)?.final !== true)
      .map((d) => `F15: ${d.id} is no longer final`),
  ];
};
const DECIDED: readonly Status[] = ['APPROVED', 'REJECTED', 'CANCELLED'];

const IN_FINAL: readonly AgreementEvent['type'][] = [
  'GdRolesRemoved',
  ...(['AppealLodged', 'AppealReferred', 'AppealAdmitted', 'AppealDecided'] as const),
  ...(['AppealWithdrawn', 'ConciliationHeld', 'ConciliationReported'] as const),
  ...(['RejectionAnnulled', 'DecisionRemitted', 'DecisionFinal'] as const),
  ...(['TransitionApproved', 'TransitionRefused', 'TransitionCompleted'] as const),
  ...(['TransitionWithdrawn', 'StatusChangeConfirmed', 'FollowUpRecorded'] as const),
  // By the word of the body itself, a completion that waits for ISO/CS (D16).
  'StatusChangeClaimed',
  // An alert that was raised is taken up and answered (T67), also when it was raised before the end.
  ...(['ReminderRaised', 'EscalationRaised', 'EscalationAcknowledged'] as const),
  ...(['EscalationHandedOver', 'EscalationResolved', 'EscalationWithdrawn'] as const),
  'CatchUpClosed',
];

/** F2 */
const finalIsFinal: Check = ({ before, events }) =>
  isOneOf(FINAL, statusOf(before))
    ? events
        .filter((e) => !IN_FINAL.includes(e.type))
        .map((e) => `F2: ${e.type} in ${statusOf(before)}`)
    : [];

/** F3 */
const termHolds: Check = ({ before, after, at }) => {
  const { term } = after;
  if (term === null) return [];
  const years = rulesOf(after).duration.max_years.value;
  return [
    ...when(after.stage === 'FORCE' && at >= endOf(term.end), `F3: in force after ${term.end}`),
    ...when(term.end > lastDayOfYears(term.start, years), `F3: ${term.start} to ${term.end}`),
    ...when(
      before.term !== null && (term.start !== before.term.start || term.end > before.term.end),
      `F3: the term moved to ${term.start}–${term.end}`,
    ),
  ];
};

/** F4, told by the events themselves: the last word on a suspension is the status, and before the TMB there is none. */
const statusInForce: Check = ({ before, after, events }) => {
  if (after.stage !== 'FORCE') return [];
  const open = after.oversight.escalations.some((e) => e.level === 'L4' && e.open);
  const caused = after.execution.causes.length > 0;
  const status = statusOf(after);
  const last = events.findLast(
    (e) => e.type === 'ArrangementSuspended' || e.type === 'ArrangementResumed',
  );
  const was = before.stage === 'FORCE' && saysSuspended(before);
  const suspended = last === undefined ? was : last.type === 'ArrangementSuspended';
  return [
    ...when(
      open ? last !== undefined : suspended !== caused,
      `F4: ${status} with causes ${String(caused)} and last ${last?.type ?? ''}`,
    ),
    ...when(open !== (status === 'UNDER_TMB_REVIEW'), `F4: ${status} with open L4 ${String(open)}`),
    ...when((caused && !open) !== (status === 'SUSPENDED'), `F4: ${status} of a cause and no L4`),
  ];
};

/** F5 */
const negotiationEnds: Check = ({ after, at }) => {
  const { approval, negotiation } = after;
  if (!isOneOf(REGISTERED, statusOf(after)) || approval.registration === null) return [];
  const due = negotiation.exception?.newDue ?? approval.registration.agreementDueOn;
  const { signatures, submission, frozen, acceptances } = negotiation;
  if (after.stage === 'AGREEMENT_PENDING') {
    return when(at >= endOf(due), `F5: AGREEMENT_PENDING after ${due}`);
  }
  const bound = acceptances.filter(
    (a) => a.documentHash === frozen.AGREEMENT && a.planHash === frozen.PLAN,
  );
  return [
    ...when(submission === null, 'F5: in review without a submission'),
    ...when(
      submission?.documentHash !== frozen.AGREEMENT || submission?.planHash !== frozen.PLAN,
      'F5: another text was submitted than the frozen one',
    ),
    ...when(new Set(signatures.map((s) => s.side)).size !== 2, 'F5: not signed by both'),
    ...when(
      signatures.some((s) => s.documentHash !== frozen.AGREEMENT),
      'F5, F14: a signature on another text',
    ),
    ...when(new Set(bound.map((a) => a.side)).size !== 2, 'F5, F13: frozen without both'),
  ];
};

const CONSENTS = [
  'RequestConsented',
  'ClauseAccepted',
  'TermsAccepted',
  'AgreementSigned',
  'JointActProposed',
  'JointActAgreed',
  'AmendmentSigned',
];

/** F13 */
const consentIsOwn: Check = ({ before, events, by }) => {
  if (by === null) return [];
  const own = sideOf(before, by.who.member);
  return events
    .filter((e) => CONSENTS.includes(e.type))
    .filter((e) => (e.payload as { side?: string }).side !== own)
    .map((e) => `F13: ${e.type} of another side by ${by.who.person}`);
};

/** F16 */
const ballotsCount: Check = ({ before, events }) =>
  events.flatMap((e) => {
    if (e.type !== 'TmbBallotClosed') return [];
    const ballot = before.approval.ballots.find((b) => b.id === e.payload.ballot);
    if (ballot === undefined) return ['F16: an unknown ballot closed'];
    const tally = tallyOf(ballot.entitled, ballot.votes);
    return when(
      JSON.stringify(tally) !== JSON.stringify(e.payload.tally) ||
        e.payload.outcome !== outcomeOf(tally, sharesOf(before)),
      `F16: ${JSON.stringify(e.payload)} with ${JSON.stringify(tally)}`,
    );
  });

/** F17 */
const missingGoesToTmb: Check = ({ after, events }) =>
  events.some((e) => e.type === 'AnnualReviewMissing')
    ? when(
        after.stage === 'FORCE' &&
          !after.oversight.escalations.some((e) => e.level === 'L4' && e.open),
        'F17: a review is missing and nobody brings it to the TMB',
      )
    : [];

/** F8 */
const timersFireOnce: Check = ({ before, events, timer, at }) => {
  const keys = events.flatMap((e) => (e.timer === undefined ? [] : [e.timer]));
  return [
    ...keys.filter((key) => before.fired[key] === true).map((key) => `F8: ${key} again`),
    ...when(timer !== null && at !== timer.deadline.due, 'F8: not at its instant'),
    ...when(timer !== null && events.length === 0, 'F8: a timer without an event'),
  ];
};

/** F9, first half. */
const somethingIsNext: Check = ({ after }) =>
  when(
    after.stage !== 'NONE' && !isOneOf(FINAL, statusOf(after)) && deadlines(after).length === 0,
    `F9: ${statusOf(after)} waits for nothing`,
  );

const eventsAreKnown: Check = ({ events }) =>
  events.filter((e) => !knownEvent(e.type)).map((e) => `unknown event ${e.type}`);

/** Everything that one commit can show. */
export const CHECKS: readonly Check[] = [
  statusMoves,
  oneDecisionEach,
  finalIsFinal,
  termHolds,
  statusInForce,
  negotiationEnds,
  consentIsOwn,
  ballotsCount,
  missingGoesToTmb,
  timersFireOnce,
  somethingIsNext,
  eventsAreKnown,
  runsFitTogether,
  windowIsTheStatus,
  decisionsEnd,
  everyYearIsReviewed,
  claimsAreOwn,
  claimsFollowTheStatus,
];

export const brokenBy = (commit: Commit): readonly string[] =>
  CHECKS.flatMap((check) => check(commit));
