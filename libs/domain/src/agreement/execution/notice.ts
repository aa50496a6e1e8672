import { addDays, type Day } from '../../calendar/day.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { nullable, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { FORCE, NEG, otherSide, PARTNERS } from '../../kernel/vocabulary.js';

const SINCE_APPROVAL = ['APPROVED', ...NEG, ...FORCE] as const;

const earlier = (a: Day, b: Day | null): Day => (b === null || a < b ? a : b);

/** The end that the notice cannot pass: of the term, before it of the agreed dates. */
const endOfText = (state: Agreement): Day | null =>
  state.term?.end ?? state.negotiation.agreedDates?.end ?? null;

const noNotice = (state: Agreement): Refusal | null =>
  state.execution.notice === null
    ? null
    : refuse('NOTICE_RUNNING', 'lifecycle B4', {
        by: state.execution.notice.by,
        effectiveOn: state.execution.notice.effectiveOn,
      });

export const GiveNoticeOfWithdrawal = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: SINCE_APPROVAL }],
  shape: object({ reason: optional(nullable(text(4000))) }),
  open: noNotice,
  decide(state, { reason = null }, ctx) {
    const by = sideOf(state, ctx.actor.member);
    if (by === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const wrong = noNotice(state);
    if (wrong) return wrong;
    const days = rulesOf(state).sla_defaults.unilateral_notice_days;
    const effectiveOn = earlier(addDays(ctx.today, days), endOfText(state));
    return [event('WithdrawalNoticeGiven', { by, effectiveOn, reason })];
  },
});

export const RetractNotice = command({
  clause: 'ST.4(a)',
  joint: true,
  allowed: [{ roles: PARTNERS, in: SINCE_APPROVAL }],
  shape: object({}),
  open: (state) => (state.execution.notice === null ? refuse('NO_NOTICE', 'lifecycle B4') : null),
  decide(state, _, ctx) {
    const { notice } = state.execution;
    if (notice === null) return refuse('NO_NOTICE', 'lifecycle B4');
    const retracted = event('WithdrawalNoticeRetracted', { by: notice.by });
    const act = { kind: 'RetractNotice', content: { since: notice.at }, payload: {} };
    return jointAct(state, ctx, act, () => [retracted]);
  },
});

export const TerminateByMutualConsent = command({
  clause: 'ST.4(a)',
  joint: true,
  allowed: [{ roles: PARTNERS, in: FORCE }],
  shape: object({ reason: optional(nullable(text(4000))) }),
  decide: (state, { reason = null }, ctx) =>
    jointAct(state, ctx, { kind: 'TerminateByMutualConsent', content: { reason } }, () => [
      event('ArrangementTerminated', { reason: 'MUTUAL', by: null, on: ctx.today }),
    ]),
});

const runs = (state: Agreement): boolean =>
  (SINCE_APPROVAL as readonly string[]).includes(state.stage) || state.stage === 'FORCE';

/** T39: runs on through suspension and review; on the end date itself the end date goes first (D3, D8). */
export function noticeDeadlines(state: Agreement): readonly Deadline[] {
  const { notice } = state.execution;
  if (notice === null || !runs(state)) return [];
  return [
    {
      timer: 'T39',
      step: 'end',
      subject: notice.by,
      ...dueAfter(earlier(notice.effectiveOn, endOfText(state))),
      rank: RANK.NOTICE,
      whose: otherSide(notice.by),
      clause: 'ST.4(a)',
    },
  ];
}

export function fireNotice(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { notice } = state.execution;
  if (notice === null) return [];
  return state.stage === 'FORCE'
    ? [
        event('ArrangementTerminated', {
          reason: 'NOTICE',
          by: notice.by,
          on: due.lastDay ?? notice.effectiveOn,
        }),
      ]
    : [event('ArrangementWithdrawn', { reason: 'NOTICE', by: notice.by })];
}
