import { refuse, type Refusal } from '../kernel/decision.js';
import { choice, date, object, text } from '../kernel/schema.js';
import { regainPNotBefore } from './bar.js';
import { participationCommand as command, type ParticipationContext } from './definition.js';
import { participationEvent as event } from './events.js';
import { rulesOfParticipation, type Participation } from './state.js';

/** The bar of twelve months; free from its day on (DIR 1.7.4). */
const barred = (state: Participation, ctx: ParticipationContext): Refusal | null => {
  const earliest = regainPNotBefore(state.leftP, rulesOfParticipation(state));
  return earliest !== null && ctx.today < earliest
    ? refuse('REGAIN_TOO_EARLY', 'DIR 1.7.4', { earliest })
    : null;
};

/** Full members declare P themselves; New Rights memberships are registered by ISO/CS (DIR 1.7, HD328). */
function categoryAdmits(ctx: ParticipationContext): Refusal | null {
  const { body, role } = ctx;
  if (body === null || body.category === 'FULL' || body.category === 'UNKNOWN') return null;
  return body.newRights && role === 'ISO_CS'
    ? null
    : refuse('CATEGORY_CANNOT_BE_P', 'DIR 1.7', { category: body.category });
}

/** P by the body itself, at any time; stepping down carries no bar (DIR 1.7.3). */
export const DeclareStatus = command({
  clause: 'DIR 1.7.3',
  roles: ['OWN_MBUA', 'OWN_REP', 'ISO_CS'],
  shape: object({ status: choice('P', 'O') }),
  decide(state, { status }, ctx) {
    if (status === state.status) return [];
    if (status === 'O') {
      return state.status === 'P' ? [event('StatusRelinquished', { since: ctx.today })] : [];
    }
    const source = ctx.role === 'ISO_CS' ? 'ISO_CS' : 'OWN_BODY';
    return (
      categoryAdmits(ctx) ??
      barred(state, ctx) ?? [event('PStatusGranted', { since: ctx.today, source })]
    );
  },
});

const notDowngraded = (state: Participation): Refusal | null =>
  state.leftP?.how === 'DOWNGRADED'
    ? null
    : refuse('CASE_NOT_OPEN', 'DIR 1.7.4', {
        status: state.status,
        stage: 'NOT_DOWNGRADED',
      });

export const RequestReinstatement = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['OWN_MBUA', 'OWN_REP'],
  shape: object({}),
  decide: (state, _, ctx) =>
    state.requestedAt !== null
      ? []
      : (notDowngraded(state) ?? barred(state, ctx) ?? [event('ReinstatementRequested', {})]),
});

/** Must be granted once the twelve months are over: there is no refusal (PM-11). */
export const ConfirmReinstatement = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['ISO_CS'],
  shape: object({ since: date(), reference: text(400) }),
  decide(state, { since, reference }, ctx) {
    const wrong = notDowngraded(state) ?? barred(state, ctx);
    if (wrong) return wrong;
    const earliest = regainPNotBefore(state.leftP, rulesOfParticipation(state));
    return (earliest !== null && since < earliest) || since > ctx.today
      ? refuse('INVALID_INPUT', 'DIR 1.7.4', {
          faults: [{ pointer: '/since', expected: `a day from ${earliest ?? ''} to ${ctx.today}` }],
        })
      : [event('PStatusReinstated', { since, reference })];
  },
});
