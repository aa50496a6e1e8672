import type { Context, Refusal } from './decision.js';
import { refuse } from './decision.js';
import { command, nothingToDo, type Slice } from './definition.js';
import { event, type AgreementEvent, type KernelEvents } from './events.js';
import type { JsonObject } from './schema.js';
import { object, text } from './schema.js';
import { rulesOf, sideOf, type Agreement } from './state.js';
import { byId } from './records.js';
import { dueAfter, lastDayAfter, RANK } from './timers.js';
import { otherSide, PARTNERS, STATUSES } from './vocabulary.js';

export interface JointAct {
  readonly kind: string;
  /** What both agree to: the same hash, the same content. */
  readonly content: JsonObject;
  /** The payload with which the other side agrees, where that is not the content itself. */
  readonly payload?: JsonObject;
}

/**
 * The first side's command proposes, the other side's same command with the same content agrees and has the effect
 * (lifecycle.md B, "Joint act"). A newer proposal of the same side replaces the older. The payload stands in the record,
 * for the other side to read and to send again. What a side says of its own reasons is kept with its own event: the other
 * side need not say the same.
 */
export function jointAct(
  state: Agreement,
  ctx: Context,
  act: JointAct,
  effect: () => readonly AgreementEvent[],
  said: string | null = null,
): readonly AgreementEvent[] | Refusal {
  const side = sideOf(state, ctx.actor.member);
  if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
  const { kind, content, payload = content } = act;
  const contentHash = ctx.hash(content);
  const own = { kind, side, contentHash, ...(said === null ? {} : { why: said }) };
  const open = state.jointActs[kind];
  if (open === undefined || open.side === side) {
    if (open?.contentHash === contentHash) return [];
    return [event('JointActProposed', { ...own, content: payload })];
  }
  if (open.contentHash !== contentHash) {
    return refuse('CONSENT_CONTENT_DIFFERS', 'ST.4(a)', { proposed: open.contentHash });
  }
  return [event('JointActAgreed', own), ...effect()];
}

/** Declining is for the other side's proposal, taking back for one's own; the effect is the same. */
const closeAct = (whose: 'OWN' | 'OTHER') =>
  command({
    clause: 'ST.4(a)',
    allowed: [{ roles: PARTNERS, in: STATUSES }],
    shape: object({ kind: text(60) }),
    open(state, { actor }) {
      const side = sideOf(state, actor.member);
      const acts = Object.values(state.jointActs);
      return acts.some((act) => (act.side === side) === (whose === 'OWN'))
        ? null
        : nothingToDo({ clause: 'ST.4(a)' });
    },
    decide(state, { kind }, ctx) {
      const open = state.jointActs[kind];
      const side = sideOf(state, ctx.actor.member);
      if (open === undefined || side === null) return [];
      return open.side === side
        ? [event('JointActRetracted', { kind, side })]
        : [event('JointActDeclined', { kind, side })];
    },
  });

const without = (state: Agreement, kind: string): Agreement => ({
  ...state,
  jointActs: byId.without(state.jointActs, kind),
});

export const kernelSlice: Slice<KernelEvents> = {
  commands: {
    DeclineJointAct: closeAct('OTHER'),
    RetractJointAct: closeAct('OWN'),
    OpenCatchUp: command({
      clause: 'lifecycle D22',
      opens: true,
      allowed: [{ roles: ['TMB_SEC', 'ISO_CS', 'TPM'], in: STATUSES }],
      shape: object({}),
      decide: (state) => (state.catchUp === null ? [event('CatchUpOpened', {})] : []),
    }),
    CloseCatchUp: command({
      clause: 'lifecycle D22',
      allowed: [{ roles: ['TMB_SEC', 'ISO_CS', 'TPM'], in: STATUSES }],
      shape: object({}),
      decide: (state) => (state.catchUp?.open === true ? [event('CatchUpClosed', {})] : []),
    }),
  },
  evolve: {
    JointActProposed: (state, { kind, side, contentHash, content }, at) => {
      const act = { kind, side, contentHash, proposedAt: at, ...(content && { content }) };
      return { ...state, jointActs: { ...state.jointActs, [kind]: act } };
    },
    JointActAgreed: (state, { kind }) => without(state, kind),
    JointActDeclined: (state, { kind }) => without(state, kind),
    JointActRetracted: (state, { kind }) => without(state, kind),
    JointActExpired: (state, { kind }) => without(state, kind),
    ReminderRaised: (state) => state,
    CopySent: (state) => state,
    CatchUpOpened: (state, _, at) => ({ ...state, catchUp: { open: true, lastOccurredOn: at } }),
    CatchUpClosed: (state, _, at) => ({ ...state, catchUp: { open: false, lastOccurredOn: at } }),
  },
  deadlines: (state) =>
    Object.values(state.jointActs).map((act) => ({
      timer: 'T4' as const,
      step: 'expire',
      subject: act.kind,
      ...dueAfter(
        lastDayAfter.days(act.proposedAt, rulesOf(state).lifecycle_defaults.joint_act_days),
      ),
      rank: RANK.SILENT_ENDING,
      whose: otherSide(act.side),
      clause: 'ST.4(a)',
    })),
  fire: (state, due) =>
    state.jointActs[due.subject] === undefined
      ? []
      : [event('JointActExpired', { kind: due.subject, reason: 'NO_ANSWER' })],
  duties: (state) =>
    Object.values(state.jointActs).map((act) => ({
      id: `joint-act:${act.kind}`,
      desk: otherSide(act.side),
      commands: [act.kind, 'DeclineJointAct'],
      since: act.proposedAt,
      due: dueAfter(
        lastDayAfter.days(act.proposedAt, rulesOf(state).lifecycle_defaults.joint_act_days),
      ).due,
      clause: 'ST.4(a)',
    })),
};
