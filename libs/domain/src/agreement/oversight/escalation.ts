import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { choice, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { lastDayAfter } from '../../kernel/timers.js';
import {
  ENDED,
  FORCE,
  NEG,
  PARTNERS,
  REV,
  STATUSES,
  type Desk,
  type Role,
} from '../../kernel/vocabulary.js';
import { escalateToTmb, nextEscalationId } from './escalate.js';
import type { Raiser } from './events.js';
import type { Escalation } from './state.js';

const DESKS = ['TPM', 'TMB_SEC', 'COMMITTEE_MANAGER', 'ISO_CS'] as const;

const ownerRoles: Readonly<Partial<Record<Desk, readonly Role[]>>> = {
  BOTH: PARTNERS,
  LEAD: ['LEAD_REP'],
  TWINNED: ['TWINNED_REP'],
  TPM: ['TPM'],
  TMB_SEC: ['TMB_SEC'],
  COMMITTEE_MANAGER: ['COMMITTEE_MANAGER'],
  ISO_CS: ['ISO_CS'],
};

/** The item, when it is known and open. */
function openItem(state: Agreement, id: string): Escalation | Refusal {
  const item = state.oversight.escalations.find((e) => e.id === id);
  if (item === undefined) return refuse('NOT_FOUND', 'ST.5.8', { escalation: id });
  return item.open ? item : refuse('WRONG_STATUS', 'ST.5.8', { escalation: id, stage: item.stage });
}

const owned = ({ id, owner }: Escalation, ctx: Context): Refusal | null =>
  ownerRoles[owner]?.includes(ctx.actor.role) === true
    ? null
    : refuse('NOT_OWNER', 'ST.5.8', { escalation: id, owner });

/** The item, when it is open and the caller's desk owns it. */
function ownItem(state: Agreement, id: string, ctx: Context): Escalation | Refusal {
  const item = openItem(state, id);
  if (isRefusal(item)) return item;
  return owned(item, ctx) ?? item;
}

const belowTmb = (item: Escalation): Refusal | null =>
  item.level === 'L4'
    ? refuse('WRONG_STATUS', 'ST.5.7', { escalation: item.id, level: item.level })
    : null;

/** Some open item that the guard lets through. */
function someItem(state: Agreement, guard: (item: Escalation) => Refusal | null): Refusal | null {
  const open = state.oversight.escalations.filter((e) => e.open);
  return open.length === 0
    ? refuse('NOT_FOUND', 'ST.5.8', { escalation: null })
    : someOf(open, 'ST.5.8', guard);
}

const ownBelowTmb = (state: Agreement, ctx: Context): Refusal | null =>
  someItem(state, (item) => owned(item, ctx) ?? belowTmb(item));

const raiserOf = (ctx: Context): Raiser => ({
  person: ctx.actor.person,
  member: ctx.actor.member,
});

/** A body is one raiser whoever speaks for it; a person of a desk stands for nobody else. */
const raisedBy = (item: Escalation, { person, member }: Raiser): boolean =>
  item.raisedBy !== null &&
  (member === null ? item.raisedBy.person === person : item.raisedBy.member === member);

const ACTIVE_LIFE = ['DRAFT', ...REV, 'RETURNED', 'APPROVED', ...NEG, ...FORCE, ...ENDED] as const;

/** A problem goes to the TPM, on request straight to the TMB secretariat (ST.5.8). */
const RaiseProblem = command({
  clause: 'ST.5.8',
  allowed: [{ roles: [...PARTNERS, 'NOMINEE', 'COMMITTEE_MANAGER', 'TPM'], in: ACTIVE_LIFE }],
  shape: object({ text: text(), to: optional(choice('TPM', 'TMB_SEC')) }),
  open: partnerConfirmed,
  decide(state, payload, ctx) {
    const unbound = partnerConfirmed(state);
    if (unbound) return unbound;
    const owner = payload.to ?? 'TPM';
    const raiser = raiserOf(ctx);
    const repeated = state.oversight.escalations.some(
      (e) => e.open && e.trigger === 'PROBLEM' && e.text === payload.text && raisedBy(e, raiser),
    );
    if (repeated) return [];
    const defaults = rulesOf(state).lifecycle_defaults;
    const level = owner === 'TPM' ? 'L2' : 'L3';
    const days = level === 'L2' ? defaults.l2_business_days : defaults.l3_business_days;
    return [
      event('EscalationRaised', {
        id: nextEscalationId(state),
        level,
        trigger: 'PROBLEM',
        owner,
        text: payload.text,
        dueOn: lastDayAfter.businessDays(ctx.now, days, rulesOf(state)),
        raisedBy: raiser,
      }),
    ];
  },
});

function partnerConfirmed(state: Agreement): Refusal | null {
  return state.lead === null || state.twinned === null
    ? refuse('PARTNER_NOT_CONFIRMED', 'ST.5.8')
    : null;
}

/** Brings a problem or an item of the ladder before the TMB: the agreement is then under TMB review. */
const BringToTmb = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TPM', 'TMB_SEC'], in: FORCE }],
  shape: object({
    text: optional(text()),
    cause: optional(text(60)),
    escalation: optional(text(20)),
  }),
  decide(state, payload) {
    const from = payload.escalation === undefined ? null : openItem(state, payload.escalation);
    if (from !== null && isRefusal(from)) return from;
    const wrong = from === null ? null : belowTmb(from);
    if (wrong) return wrong;
    const reason = payload.text ?? from?.text ?? null;
    if (reason === null && payload.cause === undefined && from === null) {
      return refuse('INVALID_INPUT', 'ST.5.7', {
        faults: [{ pointer: '/text', expected: 'a text, a cause or an open item' }],
      });
    }
    const trigger = payload.cause ?? from?.trigger ?? 'PROBLEM';
    const known = state.oversight.escalations.some(
      (e) => e.open && e.level === 'L4' && e.trigger === trigger && e.text === reason,
    );
    return [
      ...(known ? [] : escalateToTmb(state, trigger, reason)),
      ...(from === null
        ? []
        : [event('EscalationResolved', { id: from.id, outcome: 'BROUGHT_TO_TMB' })]),
    ];
  },
});

const OWNERS = [...PARTNERS, ...DESKS] as const;

const AcknowledgeEscalation = command({
  clause: 'ST.5.8',
  allowed: [{ roles: OWNERS, in: STATUSES }],
  shape: object({ escalation: text(20) }),
  open: (state, ctx) =>
    someItem(
      state,
      (item) =>
        owned(item, ctx) ??
        (item.stage === 'ACKNOWLEDGED' ? nothingToDo({ clause: 'ST.5.8' }) : null),
    ),
  decide(state, { escalation }, ctx) {
    const item = ownItem(state, escalation, ctx);
    if (isRefusal(item)) return item;
    return item.stage === 'ACKNOWLEDGED' ? [] : [event('EscalationAcknowledged', { id: item.id })];
  },
});

const LADDER = ['L1', 'L2', 'L3'] as const;

/** To another desk at the same level or one up; the TMB itself is reached by BringToTmb only. */
const HandOverEscalation = command({
  clause: 'ST.5.8',
  allowed: [{ roles: OWNERS, in: STATUSES }],
  shape: object({
    escalation: text(20),
    to: choice(...DESKS),
    level: optional(choice(...LADDER)),
    reason: text(2000),
  }),
  open: ownBelowTmb,
  decide(state, { escalation, to, level, reason }, ctx) {
    const item = ownItem(state, escalation, ctx);
    if (isRefusal(item)) return item;
    const { level: from } = item;
    if (from === 'L4') return belowTmb(item) ?? [];
    const wanted = level ?? from;
    const step = LADDER.indexOf(wanted) - LADDER.indexOf(from);
    if (step !== 0 && step !== 1) {
      return refuse('INVALID_INPUT', 'ST.5.8', {
        faults: [{ pointer: '/level', expected: `${from} or one level up` }],
      });
    }
    if (to === item.owner && step === 0) return [];
    return [event('EscalationHandedOver', { id: item.id, to, level: wanted, reason })];
  },
});

const ResolveEscalation = command({
  clause: 'ST.5.8',
  allowed: [{ roles: OWNERS, in: STATUSES }],
  shape: object({ escalation: text(20), outcome: text() }),
  open: ownBelowTmb,
  decide(state, { escalation, outcome }, ctx) {
    const item = ownItem(state, escalation, ctx);
    if (isRefusal(item)) return item;
    return belowTmb(item) ?? [event('EscalationResolved', { id: item.id, outcome })];
  },
});

const mayTakeBack = (item: Escalation, ctx: Context): Refusal | null =>
  raisedBy(item, raiserOf(ctx))
    ? belowTmb(item)
    : refuse('NOT_OWNER', 'ST.5.8', { escalation: item.id });

const WithdrawProblem = command({
  clause: 'ST.5.8',
  allowed: [{ roles: [...PARTNERS, 'NOMINEE', 'COMMITTEE_MANAGER', 'TPM'], in: STATUSES }],
  shape: object({ escalation: text(20) }),
  open: (state, ctx) => someItem(state, (item) => mayTakeBack(item, ctx)),
  decide(state, { escalation }, ctx) {
    const item = openItem(state, escalation);
    if (isRefusal(item)) return item;
    return mayTakeBack(item, ctx) ?? [event('EscalationWithdrawn', { id: item.id })];
  },
});

export const escalationCommands = {
  RaiseProblem,
  BringToTmb,
  AcknowledgeEscalation,
  HandOverEscalation,
  ResolveEscalation,
  WithdrawProblem,
};
