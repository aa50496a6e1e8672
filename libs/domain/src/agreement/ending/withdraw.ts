import { refuse, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { nullable, object, optional, text } from '../../kernel/schema.js';
import { saying } from '../../kernel/saying.js';
import { sideOf, statusOf, type Agreement } from '../../kernel/state.js';
import { isOneOf, NEG, PARTNERS, REV, type Side } from '../../kernel/vocabulary.js';
import { currentBallot } from '../approval/state.js';

/** A ballot that is under way goes with the request: its votes count no more. */
const ballotCancelled = (state: Agreement): readonly AgreementEvent[] => {
  const ballot = statusOf(state) === 'IN_TMB_BALLOT' ? currentBallot(state.approval) : null;
  return ballot === null || ballot.closedAt !== null
    ? []
    : [event('TmbBallotCancelled', { ballot: ballot.id, reason: 'WITHDRAWN' })];
};

const withdrawn = (
  state: Agreement,
  by: Side | null,
  why: string | null,
): readonly AgreementEvent[] => [
  ...ballotCancelled(state),
  event('ArrangementWithdrawn', { reason: 'PARTNERS', by, ...saying(why) }),
];

function notTheirs(state: Agreement, member: number | null): Refusal | null {
  const side = sideOf(state, member);
  if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
  return statusOf(state) === 'DRAFT' && side !== state.initiator
    ? refuse('FORBIDDEN_ROLE', 'ST.5.3', { initiator: state.initiator })
    : null;
}

/** Before approval one partner leaves at once, the draft's initiator alone; from approval on both together. */
export const Withdraw = command({
  clause: 'ST.4(a)',
  allowed: [
    { roles: PARTNERS, in: ['DRAFT'] },
    { roles: PARTNERS, in: [...REV, 'RETURNED'] },
    { roles: PARTNERS, in: ['APPROVED', ...NEG] },
  ],
  joint: true,
  shape: object({ why: optional(nullable(text(4000))) }),
  open: (state, { actor }) =>
    notTheirs(state, actor.member) ??
    (state.jointActs['Withdraw']?.side === sideOf(state, actor.member)
      ? nothingToDo({ clause: 'ST.4(a)' })
      : null),
  decide(state, { why = null }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const wrong = notTheirs(state, ctx.actor.member);
    if (wrong !== null) return wrong;
    const status = statusOf(state);
    return status === 'APPROVED' || isOneOf(NEG, status)
      ? jointAct(
          state,
          ctx,
          { kind: 'Withdraw', content: {} },
          () => withdrawn(state, null, why),
          why,
        )
      : withdrawn(state, side, why);
  },
});
