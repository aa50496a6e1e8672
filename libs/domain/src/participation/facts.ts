import type { Day } from '../calendar/day.js';
import { refuse, type Refusal } from '../kernel/decision.js';
import { choice, date, flag, id, nullable, object, text } from '../kernel/schema.js';
import { participationCommand as command, type ParticipationContext } from './definition.js';
import { participationEvent as event, type ParticipationEvent } from './events.js';
import { BALLOT_KINDS } from './inactivity.js';
import type { Participation } from './state.js';

const notFuture = (pointer: string, on: Day, ctx: ParticipationContext): Refusal | null =>
  on > ctx.today
    ? refuse('INVALID_INPUT', 'lifecycle B6', {
        faults: [{ pointer, expected: `a day up to ${ctx.today}` }],
      })
    : null;

const DESKS = ['COMMITTEE_MANAGER', 'ISO_CS', 'REGISTRY'] as const;

/** The stream of one member in one committee begins. */
export const OpenParticipation = command({
  clause: 'lifecycle B6',
  roles: [...DESKS, 'SYSTEM'],
  shape: object({ member: id(), committee: id() }),
  decide: (state, payload) =>
    state.openedAt === null ? [event('ParticipationOpened', payload)] : [],
});

/** A ballot from its opening on; its closing day may be ahead. */
export const RecordBallotFact = command({
  clause: 'DIR 1.7.1',
  roles: DESKS,
  shape: object({
    ballot: text(60),
    kind: choice(...BALLOT_KINDS),
    closesOn: date(),
    guide: flag(),
    reference: text(400),
  }),
  decide(state, payload) {
    const { ballot, kind, closesOn, guide } = payload;
    const known = state.ballots.find((b) => b.id === ballot);
    return known?.kind === kind && known.closesOn === closesOn && known.guide === guide
      ? []
      : [event('BallotRecorded', payload)];
  },
});

/**
 * The body's own word on its own vote, up to the last day of the ballot (D2), or the result by a desk, whenever it is
 * known; a ballot is voted once. A body that says later that it had voted answers the reminder, and the result decides.
 */
export const RecordVoteFact = command({
  clause: 'DIR 1.7.1',
  roles: [...DESKS, 'OWN_REP', 'OWN_MBUA'],
  shape: object({ ballot: text(60), choice: choice('YES', 'NO', 'ABSTAIN') }),
  decide(state, { ballot, choice: cast }, ctx) {
    const known = state.ballots.find((b) => b.id === ballot);
    if (known === undefined) return refuse('NOT_FOUND', 'lifecycle B6', { ballot });
    if (known.voted) return [];
    const own = ctx.role === 'OWN_REP' || ctx.role === 'OWN_MBUA';
    if (own && ctx.today > known.closesOn) {
      return refuse('BALLOT_CLOSED', 'lifecycle D2', { ballot, closesOn: known.closesOn });
    }
    return [event('VoteRecorded', { ballot, choice: cast, source: own ? 'OWN_BODY' : 'RESULT' })];
  },
});

/** A case watched after its reminder ends with the next meeting: cured, or a further failing (T49). */
function watchedBy(
  state: Participation,
  meeting: { readonly on: Day; readonly contributed: boolean },
): readonly ParticipationEvent[] {
  return meeting.contributed
    ? state.cases
        .filter((c) => c.stage === 'WATCHED' && c.remindedOn !== null && meeting.on > c.remindedOn)
        .map((c) => event('InactivityCaseClosed', { rule: c.rule, reason: 'CURED' }))
    : [];
}

/** `contributed`: present, remotely or in writing (DIR 1.7.4). */
export const RecordMeetingFact = command({
  clause: 'DIR 1.7.4',
  roles: DESKS,
  shape: object({ meeting: text(60), on: date(), contributed: flag(), reference: text(400) }),
  decide(state, payload, ctx) {
    const { meeting, on, contributed } = payload;
    const wrong = notFuture('/on', on, ctx);
    if (wrong) return wrong;
    const known = state.meetings.find((m) => m.id === meeting);
    return known?.on === on && known.contributed === contributed
      ? []
      : [event('MeetingRecorded', payload), ...watchedBy(state, payload)];
  },
});

export const RecordExpertFact = command({
  clause: 'DIR 1.12.1',
  roles: DESKS,
  shape: object({ expert: text(64), active: flag(), reference: text(400) }),
  decide: (state, payload) =>
    state.experts.includes(payload.expert) === payload.active
      ? []
      : [event('ExpertRecorded', payload)],
});

/** What the registry shows of the body; null when it is no member of the committee. */
export const RecordRegistryStatus = command({
  clause: 'lifecycle D16',
  roles: ['REGISTRY', 'ISO_CS'],
  shape: object({ status: nullable(choice('P', 'O')), since: date() }),
  decide(state, { status, since }, ctx) {
    const wrong = notFuture('/since', since, ctx);
    if (wrong) return wrong;
    return state.inRegistry === status && state.status === status
      ? []
      : [event('RegistryStatusSeen', { status, since })];
  },
});
