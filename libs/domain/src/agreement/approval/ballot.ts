import { daysBetween } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { command, nothingToDo } from '../../kernel/definition.js';
import {
  firstRefusal,
  isRefusal,
  refuse,
  type Context,
  type Refusal,
} from '../../kernel/decision.js';
import { event } from '../../kernel/events.js';
import { choice, date, id, list, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { lastDayAfter } from '../../kernel/timers.js';
import { cancelBallot, notDecided } from './review.js';
import { currentBallot, type Ballot } from './state.js';
import { isDecided, outcomeOf, tallyOf, VOTE_CHOICES, type Shares } from './tally.js';

const BALLOT_TYPES = ['CHAIR', 'SECRETARIAT'] as const;
const inBallot = { in: ['IN_TMB_BALLOT'], types: BALLOT_TYPES } as const;

const openBallot = (state: Agreement): Ballot | null => {
  const ballot = currentBallot(state.approval);
  return ballot?.closedAt === null ? ballot : null;
};

/** What the ballot needs to be decided and to be won (OQ-8). */
export const sharesOf = (state: Agreement): Shares => {
  const { ballot_quorum_gt, ballot_majority_gt } = rulesOf(state).lifecycle_defaults;
  return { quorum: ballot_quorum_gt, majority: ballot_majority_gt };
};

/** The four weeks of ST.5.5. */
export const ballotDays = (state: Agreement): number => {
  const { routing } = rulesOf(state);
  return routing[state.type === 'SECRETARIAT' ? 'SECRETARIAT' : 'CHAIR'].ballot_days;
};

/**
 * Who may vote: the bodies that sit on the TMB as the Central Secretariat keeps them, all of them and no other. Where it
 * keeps none, the TMB secretariat names them (OQ-8).
 */
function entitledOf(
  given: readonly number[] | undefined,
  board: readonly number[],
): readonly number[] | Refusal {
  const named = [...new Set(given ?? board)];
  const strangers = board.length === 0 ? [] : named.filter((body) => !board.includes(body));
  if (strangers.length > 0) {
    return refuse('NOT_ENTITLED_TO_VOTE', 'OQ-8', { bodies: strangers });
  }
  const left = board.filter((body) => !named.includes(body));
  if (named.length > 0 && left.length === 0) return named;
  const expected =
    board.length === 0
      ? 'the bodies of the TMB: none is registered'
      : `every body of the TMB, also ${left.join(', ')}`;
  return refuse('INVALID_INPUT', 'OQ-8', { faults: [{ pointer: '/entitled', expected }] });
}

export const OpenTmbBallot = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TMB_SEC'], in: ['IN_REVIEW_TPM', 'IN_TMB_BALLOT'], types: BALLOT_TYPES }],
  shape: object({ entitled: optional(list(id(), 1, 40)) }),
  needs: () => ({ tmbBodies: true }),
  open: (state) =>
    firstRefusal(
      state.approval.assessedAt === null
        ? refuse('BALLOT_PACK_INCOMPLETE', 'ST.5.5', { missing: ['assessment'] })
        : null,
      openBallot(state) === null ? null : refuse('BALLOT_OPEN', 'ST.5.5'),
      notDecided(state),
    ),
  decide(state, { entitled: given }, ctx) {
    const wrong = firstRefusal(
      state.approval.assessedAt === null
        ? refuse('BALLOT_PACK_INCOMPLETE', 'ST.5.5', { missing: ['assessment'] })
        : null,
      openBallot(state) === null ? null : refuse('BALLOT_OPEN', 'ST.5.5'),
      notDecided(state),
    );
    if (wrong) return wrong;
    const entitled = entitledOf(given, ctx.facts.tmbBodies ?? []);
    if (isRefusal(entitled)) return entitled;
    return [
      ...cancelBallot(state, 'REPLACED'),
      event('TmbBallotOpened', {
        ballot: `B${String(state.approval.ballots.length + 1)}`,
        entitled,
        closesOn: lastDayAfter.days(ctx.now, ballotDays(state)),
      }),
    ];
  },
});

// A TMB member votes for its own body; the TMB secretariat carries votes in from the portal, with their reference.
function votingBody(ctx: Context, body: number | undefined, reference?: string): number | Refusal {
  if (ctx.actor.role !== 'TMB_SEC') {
    return ctx.actor.member === null || (body !== undefined && body !== ctx.actor.member)
      ? refuse('PROXY_FORBIDDEN', 'ST.4(d)', { body: body ?? null })
      : ctx.actor.member;
  }
  return body === undefined || reference === undefined
    ? refuse('REFERENCE_REQUIRED', 'ST.5.5')
    : body;
}

const mayVote = (ballot: Ballot, voter: number): Refusal | null =>
  ballot.entitled.includes(voter)
    ? null
    : refuse('NOT_ENTITLED_TO_VOTE', 'ST.5.5', { body: voter });

/** A ballot takes votes; a TMB member needs to be among the entitled. */
function votesTaken(state: Agreement, { actor }: Context): Refusal | null {
  const ballot = openBallot(state);
  if (ballot === null) return refuse('BALLOT_CLOSED', 'ST.5.5');
  if (actor.role === 'TMB_SEC') return null;
  return actor.member === null
    ? refuse('PROXY_FORBIDDEN', 'ST.4(d)')
    : mayVote(ballot, actor.member);
}

const hasVote = (state: Agreement, { actor }: Context): boolean =>
  openBallot(state)?.votes.some((v) => actor.role === 'TMB_SEC' || v.body === actor.member) ===
  true;

export const CastTmbVote = command({
  clause: 'ST.5.5',
  stepUp: true,
  allowed: [{ roles: ['TMB_MEMBER', 'TMB_SEC'], ...inBallot }],
  shape: object({
    body: optional(id()),
    choice: choice(...VOTE_CHOICES),
    comment: optional(text(4000)),
    reference: optional(text(120)),
  }),
  open: votesTaken,
  decide(state, { body, choice: cast, comment, reference }, ctx) {
    const voter = votingBody(ctx, body, reference);
    if (typeof voter !== 'number') return voter;
    const ballot = openBallot(state);
    if (ballot === null) return refuse('BALLOT_CLOSED', 'ST.5.5');
    const notEntitled = mayVote(ballot, voter);
    if (notEntitled) return notEntitled;
    if (cast === 'DISAPPROVE' && comment === undefined) {
      return refuse('COMMENT_REQUIRED', 'ST.5.5');
    }
    const vote = {
      body: voter,
      choice: cast,
      comment: comment ?? null,
      reference: reference ?? null,
    };
    const counted = ballot.votes.find((v) => v.body === voter);
    if (counted !== undefined && ctx.hash({ ...counted }) === ctx.hash(vote)) return [];
    return [
      event('TmbVoteCast', {
        ballot: ballot.id,
        ...vote,
        partner: sideOf(state, voter) !== null,
      }),
    ];
  },
});

export const WithdrawTmbVote = command({
  clause: 'ST.5.5',
  stepUp: true,
  allowed: [{ roles: ['TMB_MEMBER', 'TMB_SEC'], ...inBallot }],
  shape: object({ body: optional(id()), reference: optional(text(120)) }),
  open: (state, ctx) =>
    votesTaken(state, ctx) ?? (hasVote(state, ctx) ? null : nothingToDo({ clause: 'ST.5.5' })),
  decide(state, { body, reference }, ctx) {
    const voter = votingBody(ctx, body, reference);
    if (typeof voter !== 'number') return voter;
    const ballot = openBallot(state);
    if (ballot === null) return refuse('BALLOT_CLOSED', 'ST.5.5');
    return ballot.votes.some((v) => v.body === voter)
      ? [event('TmbVoteWithdrawn', { ballot: ballot.id, body: voter })]
      : [];
  },
});

export const CloseTmbBallotEarly = command({
  clause: 'ST.5.5',
  stepUp: true,
  allowed: [{ roles: ['TMB_SEC'], ...inBallot }],
  shape: object({}),
  decide(state, _, ctx) {
    const ballot = openBallot(state);
    if (ballot === null) return refuse('BALLOT_CLOSED', 'ST.5.5');
    const tally = tallyOf(ballot.entitled, ballot.votes);
    const openFor = daysBetween(dayAt(ballot.openedAt), ctx.today);
    const { ballot_early_close_min_days } = rulesOf(state).lifecycle_defaults;
    const everybody = ballot.votes.length === ballot.entitled.length;
    const decided = openFor >= ballot_early_close_min_days && isDecided(tally, sharesOf(state));
    return everybody || decided
      ? [
          event('TmbBallotClosed', {
            ballot: ballot.id,
            tally,
            outcome: outcomeOf(tally, sharesOf(state)),
          }),
        ]
      : refuse('BALLOT_NOT_DECIDED', 'ST.5.5', { openFor, ...tally });
  },
});

export const RecordTmbDecision = command({
  clause: 'ST.5.5',
  stepUp: true,
  allowed: [{ roles: ['TMB_SEC'], ...inBallot }],
  shape: object({
    basis: choice('BALLOT', 'MEETING'),
    approved: choice('YES', 'NO'),
    reference: optional(text(120)),
    decidedOn: date(),
    reasons: optional(text(4000)),
  }),
  open: (state) =>
    currentBallot(state.approval)?.closedAt == null ? refuse('BALLOT_OPEN', 'ST.5.5') : null,
  decide(state, { basis, approved, reference, decidedOn, reasons }, ctx) {
    const ballot = currentBallot(state.approval);
    if (ballot?.closedAt == null) return refuse('BALLOT_OPEN', 'ST.5.5');
    if (reference === undefined) return refuse('REFERENCE_REQUIRED', 'ST.5.5');
    if (basis === 'BALLOT' && ballot.outcome === 'NO_QUORUM') {
      return refuse('QUORUM_MISSING', 'OQ-8');
    }
    const carried = approved === 'YES';
    const contradicts =
      ballot.outcome !== 'NO_QUORUM' &&
      (basis === 'MEETING' || carried !== (ballot.outcome === 'APPROVED'));
    if (contradicts) {
      return refuse('DECISION_CONTRADICTS_TALLY', 'lifecycle B2', { outcome: ballot.outcome });
    }
    if (decidedOn > ctx.today || decidedOn < dayAt(ballot.closedAt)) {
      return refuse('BACKDATED', 'G12', { decidedOn });
    }
    const decision = {
      body: 'TMB' as const,
      basis,
      reference,
      decidedOn,
      reasons: reasons ?? null,
    };
    return [event(carried ? 'TwinningApproved' : 'TwinningRejected', decision)];
  },
});
