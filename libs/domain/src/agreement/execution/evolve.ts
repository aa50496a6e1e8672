import type { Day } from '../../calendar/day.js';
import { dayAt, type Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import type { Side } from '../../kernel/vocabulary.js';
import { amendmentBasis } from '../negotiation/basis.js';
import { openTextChanged } from '../negotiation/evolve-terms.js';
import { givenUp, offTable, onTable } from '../negotiation/finished.js';
import { recordedSeal } from '../negotiation/seals.js';
import { plannedMeetings } from './cadence.js';
import type { ExecutionEvents } from './events.js';
import { evolveNominees, type NomineeEvents } from './evolve-nominees.js';
import { PAUSE } from './pause.js';
import { isWaived, subjectOf } from './prerequisites.js';
import { contentOf } from './records.js';
import {
  suspensionBegins,
  suspensionEnds,
  withCause,
  withExecution,
  withoutCause,
  type Amendment,
  type ExecutionRecord,
} from './state.js';
import { mapped } from './succession.js';

const recorded = (
  state: Agreement,
  { id, side, on }: Pick<ExecutionRecord, 'id' | 'side' | 'on'>,
  kind: ExecutionRecord['kind'],
  content: string,
): Agreement =>
  withExecution(state, {
    records: [...state.execution.records, { id, kind, side, on, content, struck: false }],
  });

const onAmendment = (
  state: Agreement,
  id: string,
  change: (amendment: Amendment) => Amendment,
): Agreement =>
  withExecution(state, {
    amendments: changeWhere(state.execution.amendments, (a) => a.id === id, change),
  });

const unclaimed = (state: Agreement, rule: string, side: Side) =>
  state.execution.claims.filter((c) => c.rule !== rule || c.side !== side);

type RecordEvents = Pick<
  ExecutionEvents,
  | 'QuarterlyMeetingHeld'
  | 'ActivityRecorded'
  | 'TrainingDelivered'
  | 'MilestoneReached'
  | 'TaskShareUpdated'
  | 'RecordCorrected'
  | 'QuarterlyMeetingMissed'
  | 'CollaborationPlanRevised'
>;

const evolveRecords: Evolvers<RecordEvents> = {
  QuarterlyMeetingHeld: (state, p) => recorded(state, p, 'MEETING', contentOf(p.mode, p.text)),
  ActivityRecorded: (state, p) => recorded(state, p, 'ACTIVITY', contentOf(p.text)),
  TrainingDelivered: (state, p) => recorded(state, p, 'TRAINING', contentOf(p.text, p.people)),
  MilestoneReached: (state, p) => recorded(state, p, 'MILESTONE', contentOf(p.item, p.text)),
  TaskShareUpdated: (state, p) => recorded(state, p, 'TASK_SHARE', contentOf(p.item, p.share)),
  RecordCorrected: (state, { of, on, struck }) =>
    withExecution(state, {
      records: changeWhere(
        state.execution.records,
        (r) => r.id === of,
        (r) => ({ ...r, on, struck }),
      ),
    }),
  QuarterlyMeetingMissed: (state, { planned }) =>
    withExecution(state, { missedMeetings: [...state.execution.missedMeetings, planned] }),
  CollaborationPlanRevised: (state, revision, at) => {
    const { milestones, workPackages, tasks, meetingDates } = revision;
    const { plan } = state.execution;
    return withExecution(state, {
      plan: {
        milestones: milestones?.map((m) => m.id) ?? plan.milestones,
        workPackages: workPackages?.map((w) => w.id) ?? plan.workPackages,
        tasks: tasks?.map((t) => t.id) ?? plan.tasks,
        revision,
        revisions: [...(plan.revisions ?? []), { ...revision, at }],
      },
      meetingDates:
        meetingDates === null ? state.execution.meetingDates : replanned(state, meetingDates, at),
    });
  },
};

// What was planned up to now was met or missed as planned; the new dates rule what comes.
function replanned(state: Agreement, planned: readonly Day[], at: Instant): readonly Day[] {
  const today = dayAt(at);
  return [...plannedMeetings(state).filter((d) => d <= today), ...planned.filter((d) => d > today)];
}

type PauseEvents = Pick<
  ExecutionEvents,
  | 'ArrangementSuspended'
  | 'ArrangementResumed'
  | 'SuspensionCauseAdded'
  | 'SuspensionCauseRemoved'
  | 'PauseAgreed'
  | 'PauseConfirmed'
  | 'PauseRefused'
  | 'PauseLapsed'
  | 'PrerequisiteBroken'
  | 'PrerequisiteCured'
  | 'PrerequisiteClaimed'
  | 'PrerequisiteClaimSettled'
>;

const evolveCauses: Evolvers<PauseEvents> = {
  ArrangementSuspended: (state, _, at) =>
    withExecution(suspensionBegins(state, at), { suspended: true }),
  ArrangementResumed: (state, _, at) =>
    withExecution(suspensionEnds(state, at), { suspended: false }),
  SuspensionCauseAdded: (state, { cause, subject }, at) => withCause(state, cause, subject, at),
  SuspensionCauseRemoved: (state, { cause, subject }, at) => {
    const next = withoutCause(state, cause, subject, at);
    return cause === 'MUTUAL_PAUSE' ? withExecution(next, { pause: null }) : next;
  },
  PauseAgreed: (state, { until }, at) =>
    withExecution(state, { pause: { until, agreedAt: at, confirmed: false } }),
  PauseConfirmed: (state, { until }, at) =>
    withCause(
      withExecution(state, {
        pause: { until, agreedAt: state.execution.pause?.agreedAt ?? at, confirmed: true },
        pausesBegun: [...state.execution.pausesBegun, dayAt(at)],
      }),
      'MUTUAL_PAUSE',
      PAUSE,
      at,
    ),
  PauseRefused: (state) => withExecution(state, { pause: null }),
  PauseLapsed: (state) => withExecution(state, { pause: null }),
  PrerequisiteBroken: (state, { rule, side, since, reference }, at) => {
    const { broken, factDates } = state.execution;
    const known = broken.some((b) => b.rule === rule && b.side === side);
    const next = withExecution(state, {
      broken: known ? broken : [...broken, { rule, side, since, at }],
      // Without evidence it is the clock's own finding (T22, T35): a fact of an earlier day is news still (D15).
      factDates:
        reference === null ? factDates : { ...factDates, [subjectOf({ rule, side })]: since },
      claims: unclaimed(state, rule, side),
    });
    return isWaived(next, { rule, side }, dayAt(at))
      ? next
      : withCause(next, 'PREREQUISITE', subjectOf({ rule, side }), at);
  },
  PrerequisiteCured: (state, { rule, side, since }, at) =>
    withoutCause(
      withExecution(state, {
        broken: state.execution.broken.filter((b) => b.rule !== rule || b.side !== side),
        factDates: { ...state.execution.factDates, [subjectOf({ rule, side })]: since },
        claims: unclaimed(state, rule, side),
      }),
      'PREREQUISITE',
      subjectOf({ rule, side }),
      at,
    ),
  PrerequisiteClaimed: (state, { rule, side, broken, since }, at) =>
    withExecution(state, {
      claims: [...unclaimed(state, rule, side), { rule, side, broken, since, at }],
    }),
  PrerequisiteClaimSettled: (state, { rule, side }) =>
    withExecution(state, { claims: unclaimed(state, rule, side) }),
};

type TermEvents = Omit<
  ExecutionEvents,
  keyof RecordEvents | keyof PauseEvents | keyof NomineeEvents
>;

const evolveTerm: Evolvers<TermEvents> = {
  AmendmentAgreed: (state, { id, hash, end, changes, waived, authors }, at) =>
    withExecution(onTable(state, id, hash, at), {
      // A newer amendment takes the place of one that is not signed yet.
      amendments: [
        ...state.execution.amendments
          .filter((a) => a.id !== id)
          .map((a) => (a.stage === 'OPEN' ? { ...a, stage: 'EXPIRED' as const } : a)),
        {
          ...{ id, hash, end, changes, agreedAt: at, signed: [], stage: 'OPEN' },
          basis: state.negotiation.amending?.terms.basis ?? amendmentBasis(state),
          ...(waived !== undefined && { waived }),
          ...(authors !== undefined && { authors }),
        },
      ],
    }),
  AmendmentSigned: (state, { id, side, person, originalNo, ...sealed }, at) => {
    const { signatories } = state.negotiation;
    const held = signatories.find((s) => s.side === side && s.person === person);
    const by = { side, person, originalNo, authority: held?.authority ?? null, at };
    return onAmendment(state, id, (a) => ({
      ...a,
      signed: [...a.signed, { ...by, ...recordedSeal(sealed) }],
    }));
  },
  AgreementAmended: (state, { id, effectiveOn, end, meetingDates }, at) => {
    const signed = onAmendment(offTable(state, id), id, (a) => ({
      ...a,
      stage: 'IN_FORCE',
      effectiveOn,
    }));
    const next =
      meetingDates === undefined
        ? signed
        : withExecution(signed, { meetingDates: replanned(state, meetingDates, at) });
    return end === null || next.term === null
      ? next
      : { ...withExecution(next, { endMovedAt: at }), term: { ...next.term, end } };
  },
  AmendmentExpired: (state, { id }) => givenUp(state, id, 'EXPIRED'),
  WithdrawalNoticeGiven: (state, { by, effectiveOn }, at) =>
    withExecution(state, { notice: { by, effectiveOn, at } }),
  WithdrawalNoticeRetracted: (state) => withExecution(state, { notice: null }),
  ImpossibilityConfirmed: (state) => state,
  RoleTransferRecorded: (state) => state,
  SubjectSucceeded: (state, { kind, old, new: next }, at) => {
    const side = state.lead === old ? 'LEAD' : 'TWINNED';
    const mappedOn = [...(state.execution.mappedOn ?? []), { kind, old, new: next }];
    const changed = openTextChanged(
      withExecution(mapped(state, kind, old, next), { mappedOn }),
      at,
    );
    return kind !== 'BODY'
      ? changed
      : withExecution(changed, {
          successions: [
            ...state.execution.successions.filter((s) => s.side !== side),
            { side, member: next as number, at, attested: false },
          ],
        });
  },
  SuccessionAttested: (state, { side }) =>
    withExecution(state, {
      successions: changeWhere(
        state.execution.successions,
        (s) => s.side === side,
        (s) => ({ ...s, attested: true }),
      ),
    }),
  RulesetMoved: (state, { to }, at) => openTextChanged({ ...state, ruleset: to }, at),
  EndingWindowOpened: (state) =>
    state.term === null ? state : { ...state, term: { ...state.term, windowOpened: true } },
};

export const evolveExecution: Evolvers<ExecutionEvents> = {
  ...evolveRecords,
  ...evolveCauses,
  ...evolveNominees,
  ...evolveTerm,
};
