import type { Duty } from '../../kernel/definition.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter } from '../../kernel/timers.js';
import { SIDES } from '../../kernel/vocabulary.js';
import { hasPartner } from './partner.js';
import { proposalDeadlines } from './timers.js';

const idleDue = (state: Agreement) =>
  proposalDeadlines(state).find((d) => d.timer === 'T1' && d.step === 'withdraw')?.due ?? null;

/** Whose move it is while a request is drafted, and while both mend a returned one. */
export function proposalDuties(state: Agreement): readonly Duty[] {
  const { lastActivity, search, invitations } = state.proposal;
  if (state.stage !== 'DRAFT' || lastActivity === null) return [];
  if (hasPartner(state)) return requestDuties(state);
  const open = invitations.filter((i) => i.open);
  const asked: readonly Duty[] = open.map((i) => ({
    id: `invitation:${i.id}`,
    desk: 'INVITED',
    commands: ['ConfirmPartner', 'DeclineInvitation'],
    since: i.sentAt,
    due: dueAfter(i.replyBy).due,
    clause: 'ST.5.3',
  }));
  const searching: readonly Duty[] =
    search?.open === true
      ? [
          {
            id: 'search',
            desk: search.desk,
            commands: ['AnswerPartnerSearch'],
            since: search.since,
            due: dueAfter(
              lastDayAfter.days(search.since, rulesOf(state).sla_defaults.partner_search_days),
            ).due,
            clause: 'ST.5.3',
          },
        ]
      : [];
  if (asked.length + searching.length > 0) return [...asked, ...searching];
  return [
    {
      id: 'find-partner',
      desk: 'INITIATOR',
      commands: ['InvitePartner', 'RequestPartnerSearch'],
      since: lastActivity,
      due: idleDue(state),
      clause: 'ST.5.3',
    },
  ];
}

/** The joint request: each side that has not consented, then either to submit it. */
export function requestDuties(state: Agreement): readonly Duty[] {
  const since = state.proposal.lastActivity;
  if (since === null) return [];
  const due = idleDue(state);
  const open = SIDES.filter((side) => state.proposal.consents[side] === null);
  if (open.length === 0) {
    return [
      {
        id: 'submit-request',
        desk: 'BOTH',
        commands: ['SubmitRequest'],
        since,
        due,
        clause: 'ST.5.4',
      },
    ];
  }
  return open.map((side) => ({
    id: `consent:${side}`,
    desk: side,
    commands: ['EditRequest', 'ConsentToRequest'],
    since,
    due,
    clause: 'ST.4(a)',
  }));
}
