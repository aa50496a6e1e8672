import { addDays } from '../../calendar/day.js';
import { command, nothingToDo } from '../../kernel/definition.js';
import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { event } from '../../kernel/events.js';
import { saying, whyFields } from '../../kernel/saying.js';
import { choice, date, id, list, object, optional, text } from '../../kernel/schema.js';
import { memberOn, rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { otherSide, PARTNERS } from '../../kernel/vocabulary.js';
import { memberMayTwin } from '../guards/pair.js';

/** Both partners are bound to the draft. */
export const hasPartner = (state: Agreement): boolean =>
  state.lead !== null && state.twinned !== null;

const noPartnerYet = (state: Agreement): Refusal | null =>
  hasPartner(state) ? refuse('PARTNER_ALREADY_CONFIRMED', 'ST.5.3') : null;

const byInitiator = (state: Agreement, ctx: Context): Refusal | null =>
  sideOf(state, ctx.actor.member) === state.initiator
    ? null
    : refuse('FORBIDDEN_ROLE', 'ST.5.3', { initiator: state.initiator });

function maySearch(state: Agreement): Refusal | null {
  return (
    noPartnerYet(state) ??
    (state.proposal.search?.open === true ? refuse('SEARCH_OPEN', 'ST.5.3') : null)
  );
}

export const RequestPartnerSearch = command({
  clause: 'ST.5.3',
  allowed: [{ roles: PARTNERS, in: ['DRAFT'] }],
  shape: object({ mode: choice('SEARCH', 'CONTACT'), criteria: text(4000) }),
  open: maySearch,
  decide(state, { mode, criteria }) {
    const wrong = maySearch(state);
    const desk = state.committee === null ? ('ISO_CS' as const) : ('TPM' as const);
    return wrong ?? [event('PartnerSearchRequested', { mode, criteria, desk })];
  },
});

export const AnswerPartnerSearch = command({
  clause: 'ST.5.3',
  allowed: [{ roles: ['TPM', 'ISO_CS'], in: ['DRAFT'] }],
  shape: object({ candidates: list(object({ member: id(), reasons: text(2000) }), 0, 20) }),
  needs: (_, { candidates }) => ({ members: candidates.map((c) => c.member) }),
  open: (state) =>
    state.proposal.search?.open === true ? null : nothingToDo({ clause: 'ST.5.3' }),
  decide(state, { candidates }, ctx) {
    if (state.proposal.search?.open !== true) return [];
    if (candidates.length === 0) return [event('PartnerSearchClosed', { reason: 'NONE' })];
    return (
      firstRefusal(...candidates.map((c) => memberMayTwin(ctx.facts, c.member, state.type))) ?? [
        event('PartnerProposed', { candidates }),
      ]
    );
  },
});

function tooManyInvitations(state: Agreement): Refusal | null {
  const limit = rulesOf(state).limits.open_invitations.value;
  return state.proposal.invitations.filter((i) => i.open).length >= limit
    ? refuse('TOO_MANY_INVITATIONS', 'ST.5.3', { limit })
    : null;
}

function mayInvite(state: Agreement, ctx: Context): Refusal | null {
  return firstRefusal(
    byInitiator(state, ctx),
    noPartnerYet(state),
    state.committee === null ? refuse('COMMITTEE_REQUIRED', 'ST.5.4') : null,
  );
}

export const InvitePartner = command({
  clause: 'ST.5.3',
  allowed: [{ roles: PARTNERS, in: ['DRAFT'] }],
  shape: object({ member: id(), replyBy: optional(date()) }),
  needs: (_, { member }) => ({ members: [member] }),
  open: (state, ctx) => mayInvite(state, ctx) ?? tooManyInvitations(state),
  decide(state, { member, replyBy }, ctx) {
    const { limits, lifecycle_defaults } = rulesOf(state);
    const { invitations } = state.proposal;
    const latest = addDays(ctx.today, limits.invitation_max_days.value);
    const by = replyBy ?? addDays(ctx.today, lifecycle_defaults.invitation_days);
    return (
      firstRefusal(
        mayInvite(state, ctx),
        member === memberOn(state, state.initiator) ? refuse('SAME_PARTNER', 'ST.2') : null,
        memberMayTwin(ctx.facts, member, state.type),
        invitations.some((i) => i.open && i.member === member)
          ? refuse('ALREADY_INVITED', 'ST.5.3', { member })
          : null,
        tooManyInvitations(state),
        by < ctx.today || by > latest
          ? refuse('INVALID_INPUT', 'lifecycle T2', {
              faults: [{ pointer: '/replyBy', expected: `a date from ${ctx.today} to ${latest}` }],
            })
          : null,
      ) ?? [
        event('InvitationSent', { id: `I${String(invitations.length + 1)}`, member, replyBy: by }),
      ]
    );
  },
});

const openInvitationTo = (state: Agreement, member: number | null) =>
  state.proposal.invitations.find((i) => i.open && i.member === member);

const notOpen = (state: Agreement): Refusal =>
  hasPartner(state)
    ? refuse('PARTNER_ALREADY_CONFIRMED', 'lifecycle D10')
    : refuse('INVITATION_NOT_OPEN', 'ST.5.3');

export const ConfirmPartner = command({
  clause: 'ST.5.3',
  allowed: [{ roles: ['INVITED_REP', ...PARTNERS], in: ['DRAFT'] }],
  shape: object({}),
  decide(state, _, ctx) {
    const { member } = ctx.actor;
    const invitation = openInvitationTo(state, member);
    if (invitation === undefined || member === null) return notOpen(state);
    const wrong = memberMayTwin(ctx.facts, member, state.type);
    if (wrong) return wrong;
    return [
      event('PartnerConfirmed', { member, side: otherSide(state.initiator) }),
      ...state.proposal.invitations
        .filter((i) => i.open && i.id !== invitation.id)
        .map((i) =>
          event('InvitationClosed', { id: i.id, member: i.member, reason: 'ANOTHER_ACCEPTED' }),
        ),
      ...(state.proposal.search?.open === true
        ? [event('PartnerSearchClosed', { reason: 'PARTNER_CONFIRMED' })]
        : []),
    ];
  },
});

export const DeclineInvitation = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: ['INVITED_REP', ...PARTNERS], in: ['DRAFT'] }],
  shape: object({ reason: optional(text(2000)) }),
  open: (state, { actor }) =>
    openInvitationTo(state, actor.member) === undefined ? notOpen(state) : null,
  decide(state, { reason }, ctx) {
    const invitation = openInvitationTo(state, ctx.actor.member);
    return invitation === undefined
      ? notOpen(state)
      : [
          event('InvitationDeclined', {
            id: invitation.id,
            member: invitation.member,
            reason: reason ?? null,
          }),
        ];
  },
});

export const WithdrawInvitation = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: ['DRAFT'] }],
  shape: object({ member: id(), ...whyFields }),
  open: (state, ctx) =>
    byInitiator(state, ctx) ??
    (state.proposal.invitations.some((i) => i.open)
      ? null
      : refuse('INVITATION_NOT_OPEN', 'ST.5.3')),
  decide(state, { member, why }, ctx) {
    const wrong = byInitiator(state, ctx);
    if (wrong) return wrong;
    const invitation = openInvitationTo(state, member);
    return invitation === undefined
      ? refuse('INVITATION_NOT_OPEN', 'ST.5.3', { member })
      : [event('InvitationWithdrawn', { id: invitation.id, member, ...saying(why) })];
  },
});

export const LeaveDraft = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: ['DRAFT'] }],
  shape: object(whyFields),
  decide(state, { why }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    // Whose request it is takes it back: it has nothing to leave.
    return side === null || side === state.initiator || ctx.actor.member === null
      ? refuse('FORBIDDEN_ROLE', 'ST.4(a)', { initiator: state.initiator, instead: 'Withdraw' })
      : [event('PartnerReleased', { member: ctx.actor.member, side, ...saying(why) })];
  },
});
