import { addDays } from '../../calendar/day.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, dueOn, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { escalate } from '../oversight/escalate.js';

function idle(state: Agreement): readonly Deadline[] {
  const { lastActivity } = state.proposal;
  if (lastActivity === null) return [];
  const { draft_idle_reminder_days, draft_idle_withdraw_days } = rulesOf(state).sla_defaults;
  const base = {
    timer: 'T1',
    subject: 'draft',
    whose: 'INITIATOR',
    clause: 'lifecycle T1',
  } as const;
  return [
    {
      ...base,
      step: 'remind',
      rank: RANK.REMINDER,
      ...dueAfter(lastDayAfter.days(lastActivity, draft_idle_reminder_days)),
    },
    {
      ...base,
      step: 'withdraw',
      rank: RANK.SILENT_ENDING,
      ...dueAfter(lastDayAfter.days(lastActivity, draft_idle_withdraw_days)),
    },
  ];
}

function invitations(state: Agreement): readonly Deadline[] {
  const before = rulesOf(state).limits.invitation_reminder_days_before.value;
  return state.proposal.invitations
    .filter((i) => i.open)
    .flatMap((i) => {
      const base = { timer: 'T2', subject: i.id, whose: 'INVITED', clause: 'ST.5.3' } as const;
      const expire = {
        ...base,
        step: 'expire',
        rank: RANK.WINDOW,
        ...dueAfter(i.replyBy),
      };
      const day = addDays(i.replyBy, -before);
      // An invitation shorter than the reminder's lead gets none.
      return day <= lastDayAfter.days(i.sentAt, 0)
        ? [expire]
        : [{ ...base, step: 'remind', rank: RANK.REMINDER, ...dueOn(day) }, expire];
    });
}

function search(state: Agreement): readonly Deadline[] {
  const open = state.proposal.search;
  if (open?.open !== true) return [];
  return [
    {
      timer: 'T3',
      step: 'escalate',
      subject: 'search',
      rank: RANK.DESK_ALERT,
      whose: open.desk,
      clause: 'ST.5.3',
      ...dueAfter(lastDayAfter.days(open.since, rulesOf(state).sla_defaults.partner_search_days)),
    },
  ];
}

export const proposalDeadlines = (state: Agreement): readonly Deadline[] =>
  state.stage === 'DRAFT' ? [...idle(state), ...invitations(state), ...search(state)] : [];

const remind = (due: Deadline): AgreementEvent =>
  event('ReminderRaised', {
    timer: due.timer,
    step: due.step,
    to: due.whose,
    subject: due.subject,
  });

export function fireProposal(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  if (due.step === 'remind') return [remind(due)];
  if (due.timer === 'T1') {
    return [event('ArrangementWithdrawn', { reason: 'IDLE_DRAFT', by: null })];
  }
  if (due.timer === 'T3') {
    const raised = escalate(state, 'L3', 'T3');
    return raised.length > 0 ? raised : [remind(due)];
  }
  const invitation = state.proposal.invitations.find((i) => i.id === due.subject);
  return invitation === undefined
    ? []
    : [event('InvitationExpired', { id: invitation.id, member: invitation.member })];
}
