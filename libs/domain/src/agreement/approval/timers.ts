import { addDays, type Day } from '../../calendar/day.js';
import { dayAt, type Instant } from '../../calendar/zurich.js';
import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import {
  deadlineKey,
  dueAfter,
  dueOn,
  lastDayAfter,
  RANK,
  repeating,
  type Deadline,
} from '../../kernel/timers.js';
import { FINAL, REV, type Desk, type Status } from '../../kernel/vocabulary.js';
import { escalate } from '../oversight/escalate.js';
import { ballotDays, sharesOf } from './ballot.js';
import { registrationRefusals } from './registration.js';
import { currentBallot, hasNotVoted } from './state.js';
import { hasQuorum, outcomeOf, tallyOf } from './tally.js';

type Base = Pick<Deadline, 'timer' | 'step' | 'subject' | 'rank' | 'whose' | 'clause'>;

const alert = (timer: Deadline['timer'], step: string, whose: Desk, subject: string): Base => ({
  timer,
  step,
  subject,
  whose,
  rank: step === 'remind' ? RANK.REMINDER : RANK.DESK_ALERT,
  clause: `lifecycle ${timer}`,
});

const often = (state: Agreement): number => rulesOf(state).sla_defaults.alert_every_days;

const deskReviewing = (state: Agreement): Desk =>
  state.stage === 'IN_COMMITTEE_DECISION' ? 'COMMITTEE_MANAGER' : 'TPM';

function underReview(state: Agreement, since: Instant): readonly Deadline[] {
  const sla = rulesOf(state).sla_defaults;
  const round = `round-${String(state.approval.submissions)}`;
  const desk = deskReviewing(state);
  const completeness: Deadline = {
    ...alert('T5', 'escalate', desk, round),
    ...dueAfter(lastDayAfter.businessDays(since, sla.completeness_business_days, rulesOf(state))),
  };
  if (state.stage === 'IN_COMMITTEE_DECISION') {
    const last = lastDayAfter.days(since, sla.committee_decision_escalate_days);
    return [
      completeness,
      {
        ...alert('T13', 'remind', 'COMMITTEE_MANAGER', round),
        ...dueAfter(lastDayAfter.days(since, sla.committee_decision_days)),
      },
      {
        ...alert('T13', 'tpm', 'TPM', round),
        ...dueAfter(lastDayAfter.days(since, sla.committee_decision_tpm_days)),
      },
      repeating(
        state.fired,
        alert('T13', 'escalate', 'COMMITTEE_MANAGER', round),
        last,
        often(state),
      ),
    ];
  }
  if (state.type === 'P_MEMBER') return [completeness, ...tpmReview(state, since, round)];
  if (state.approval.assessedAt !== null) {
    const first = lastDayAfter.businessDays(
      state.approval.assessedAt,
      rulesOf(state).lifecycle_defaults.ballot_opening_business_days,
      rulesOf(state),
    );
    return [repeating(state.fired, alert('T8', 'alert', 'TMB_SEC', round), first, often(state))];
  }
  const due = lastDayAfter.businessDays(
    since,
    sla.tpm_ballot_assessment_business_days,
    rulesOf(state),
  );
  return [
    completeness,
    { ...alert('T7', 'remind', 'TPM', round), ...dueAfter(due) },
    repeating(
      state.fired,
      alert('T7', 'escalate', 'TPM', round),
      addDays(due, sla.tpm_ballot_assessment_escalate_days),
      often(state),
    ),
  ];
}

// T6: a reminder when the time is over and another some business days later, then weekly to the TMB secretariat.
function tpmReview(state: Agreement, since: Instant, round: string): readonly Deadline[] {
  const sla = rulesOf(state).sla_defaults;
  const first = lastDayAfter.businessDays(
    since,
    sla.tpm_p_member_review_business_days,
    rulesOf(state),
  );
  const more = (n: number): Day => lastDayAfter.businessDays(first, n, rulesOf(state));
  const remind = alert('T6', 'remind', 'TPM', round);
  return [
    { ...remind, ...dueAfter(first) },
    { ...remind, ...dueAfter(more(sla.tpm_p_member_review_second_reminder_business_days)) },
    repeating(
      state.fired,
      alert('T6', 'escalate', 'TPM', round),
      more(sla.tpm_p_member_review_escalate_business_days),
      often(state),
    ),
  ];
}

function ballot(state: Agreement): readonly Deadline[] {
  const current = currentBallot(state.approval);
  if (current === null || state.stage !== 'IN_TMB_BALLOT') return [];
  const { lifecycle_defaults } = rulesOf(state);
  if (current.closedAt === null) {
    const opened = dayAt(current.openedAt);
    const close: Deadline = {
      timer: current.extended ? 'T10' : 'T9',
      step: 'close',
      subject: current.id,
      rank: RANK.BALLOT_CLOSE,
      whose: 'TMB_MEMBERS',
      clause: 'ST.5.5',
      ...dueAfter(current.closesOn),
    };
    const reminders = lifecycle_defaults.ballot_reminder_days
      .filter((n) => !current.extended && n < ballotDays(state))
      .map((n) => ({
        ...alert('T9', 'remind', 'TMB_MEMBERS', current.id),
        ...dueOn(addDays(opened, n)),
      }));
    return [...reminders, close];
  }
  return current.outcome === 'NO_QUORUM'
    ? [
        repeating(
          state.fired,
          alert('T12', 'alert', 'TMB_SEC', current.id),
          lastDayAfter.days(current.closedAt, lifecycle_defaults.ballot_no_decision_days),
          often(state),
        ),
      ]
    : [
        repeating(
          state.fired,
          alert('T11', 'alert', 'TMB_SEC', current.id),
          lastDayAfter.businessDays(
            current.closedAt,
            lifecycle_defaults.decision_recording_business_days,
            rulesOf(state),
          ),
          often(state),
        ),
      ];
}

function returned(state: Agreement): readonly Deadline[] {
  const { returnedAt, returns } = state.approval;
  if (state.stage !== 'RETURNED' || returnedAt === null) return [];
  const subject = `return-${String(returns)}`;
  const { sla_defaults, lifecycle_defaults } = rulesOf(state);
  return [
    ...lifecycle_defaults.returned_reminder_days.map((n) => ({
      ...alert('T14', 'remind', 'BOTH', subject),
      ...dueAfter(lastDayAfter.days(returnedAt, n)),
    })),
    {
      timer: 'T14' as const,
      step: 'withdraw',
      subject,
      rank: RANK.SILENT_ENDING,
      whose: 'BOTH' as const,
      clause: 'lifecycle T14',
      ...dueAfter(lastDayAfter.days(returnedAt, sla_defaults.returned_withdraw_days)),
    },
  ];
}

function toRegister(state: Agreement): readonly Deadline[] {
  const { registrableSince, blocked } = state.approval;
  if (state.stage !== 'APPROVED' || registrableSince === null) return [];
  const { sla_defaults, lifecycle_defaults } = rulesOf(state);
  if (blocked !== null) {
    return [
      {
        timer: 'T16',
        step: 'lapse',
        subject: 'registration',
        rank: RANK.SILENT_ENDING,
        whose: 'BOTH',
        clause: 'ST.5.5',
        ...dueAfter(lastDayAfter.days(blocked.since, lifecycle_defaults.registration_cure_days)),
      },
    ];
  }
  const desk = state.type === 'P_MEMBER' || state.type === 'CONVENOR' ? 'TPM' : 'TMB_SEC';
  const base = alert('T15', 'alert', desk, 'registration');
  let last: Day = lastDayAfter.businessDays(
    registrableSince,
    sla_defaults.gd_registration_business_days,
    rulesOf(state),
  );
  while (state.fired[deadlineKey({ ...base, ...dueAfter(last) })] === true) {
    last = lastDayAfter.businessDays(
      last,
      sla_defaults.gd_registration_alert_every_business_days,
      rulesOf(state),
    );
  }
  return [{ ...base, ...dueAfter(last) }];
}

const inReview: readonly string[] = [...REV] satisfies readonly Status[];
const over: readonly string[] = FINAL;

export function approvalDeadlines(state: Agreement): readonly Deadline[] {
  const { submittedAt } = state.approval;
  if (submittedAt === null || over.includes(state.stage)) return [];
  return [
    ...(inReview.includes(state.stage) && state.stage !== 'IN_TMB_BALLOT'
      ? underReview(state, submittedAt)
      : []),
    ...ballot(state),
    ...returned(state),
    ...toRegister(state),
  ];
}

const reminder = (due: Deadline): AgreementEvent =>
  event('ReminderRaised', {
    timer: due.timer,
    step: due.step,
    to: due.whose,
    subject: due.subject,
  });

export function fireApproval(
  state: Agreement,
  due: Deadline,
  ctx: Context,
): readonly AgreementEvent[] {
  if (due.step === 'escalate') {
    const raised = escalate(state, 'L3', due.timer);
    return raised.length > 0 ? raised : [reminder(due)];
  }
  if (due.step === 'close') return closeBallot(state);
  if (due.timer === 'T9') return [reminder({ ...due, whose: toRemind(state) })];
  if (due.step === 'withdraw') {
    return [event('ArrangementWithdrawn', { reason: 'NOT_COMPLETED', by: null })];
  }
  // What the registry shows may be on record, too: each code is said once.
  const codes = [...new Set(registrationRefusals(state, ctx).map((r) => r.refused))];
  if (due.timer === 'T15' && codes.length > 0) return [event('RegistrationBlocked', { codes })];
  if (due.timer === 'T16') {
    return codes.length === 0
      ? [event('RegistrationUnblocked', {})]
      : [
          event('ArrangementLapsed', {
            reason: 'NOT_REGISTERED',
            deadline: due.lastDay ?? ctx.today,
          }),
        ];
  }
  return [reminder(due)];
}

// A vote may be withdrawn again, so the day of the reminder stays; when all have voted it goes to nobody.
function toRemind(state: Agreement): Desk {
  const current = currentBallot(state.approval);
  return current !== null && hasNotVoted(current).length > 0 ? 'TMB_MEMBERS' : 'NOBODY';
}

function closeBallot(state: Agreement): readonly AgreementEvent[] {
  const current = currentBallot(state.approval);
  if (current === null) return [];
  const tally = tallyOf(current.entitled, current.votes);
  const shares = sharesOf(state);
  if (!current.extended && !hasQuorum(tally, shares)) {
    const days = rulesOf(state).lifecycle_defaults.ballot_extension_days;
    return [
      event('TmbBallotExtended', { ballot: current.id, closesOn: addDays(current.closesOn, days) }),
    ];
  }
  return [
    event('TmbBallotClosed', { ballot: current.id, tally, outcome: outcomeOf(tally, shares) }),
  ];
}
