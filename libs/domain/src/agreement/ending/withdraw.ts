import { refuse } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { object } from '../../kernel/schema.js';
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

const withdrawn = (state: Agreement, by: Side | null): readonly AgreementEvent[] => [
  ...ballotCancelled(state),
  event('ArrangementWithdrawn', { reason: 'PARTNERS', by }),
];

/** Before approval one partner leaves at once, the draft's initiator alone; from approval on both together. */
export const Withdraw = command({
  clause: 'ST.4(a)',
  allowed: [
    { roles: PARTNERS, in: ['DRAFT'] },
    { roles: PARTNERS, in: [...REV, 'RETURNED'] },
    { roles: PARTNERS, in: ['APPROVED', ...NEG] },
  ],
  joint: true,
  shape: object({}),
  decide(state, _, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const status = statusOf(state);
    if (status === 'DRAFT' && side !== state.initiator) {
      return refuse('FORBIDDEN_ROLE', 'ST.5.3', { initiator: state.initiator });
    }
    return status === 'APPROVED' || isOneOf(NEG, status)
      ? jointAct(state, ctx, { kind: 'Withdraw', content: {} }, () => withdrawn(state, null))
      : withdrawn(state, side);
  },
});
