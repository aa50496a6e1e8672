import { committeeInformed } from '../agreement/approval/informed.js';
import { saysSuspended } from '../agreement/execution/state.js';
import { dayAt, type Instant } from '../calendar/zurich.js';
import { delegatorOf, forCommand } from '../people/standing.js';
import { actsForIn, canSee, roleFor } from './access.js';
import { firstRefusal, isRefusal, refuse, type Context, type Refusal } from './decision.js';
import type { AnyCommand } from './definition.js';
import { event, type AgreementEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Claims, Facts } from './facts.js';
import { paperRefused } from './papers.js';
import type { Principal } from './principal.js';
import type { Json } from './schema.js';
import { allSlices, definitions } from './slices.js';
import { statusOf, type Agreement } from './state.js';
import { FINAL, isOneOf, type Role } from './vocabulary.js';

export interface Command {
  readonly type: string;
  readonly payload: unknown;
}

export interface Surroundings {
  readonly now: Instant;
  readonly principal: Principal;
  readonly facts: Facts;
  readonly claims: Claims;
  readonly hash: (value: Json) => string;
  /** See `Context`; absent where nothing is decided for the record. */
  readonly verifies?: Context['verifies'];
  /**
   * Whether a command that asks for a fresh proof of the person is refused without one. Only where it is decided for the
   * record: what would happen is told without, and what was decided before this was asked stays as it was.
   */
  readonly demandsProof?: boolean;
}

/** What a decision yields: the events in order and the state after them, or a refusal that changes nothing. */
export type Outcome =
  | {
      readonly events: readonly AgreementEvent[];
      readonly state: Agreement;
      readonly role: Role;
      /** The person who delegated the role; null when it is the caller's own. */
      readonly actsFor: string | null;
    }
  | Refusal;

export const contextFor = (around: Surroundings, role: Role): Context => ({
  ...around,
  today: dayAt(around.now),
  actor: {
    person: role === 'SYSTEM' || role === 'REGISTRY' ? null : around.principal.person,
    role,
    member: around.principal.member,
  },
});

/**
 * Role and body (lifecycle.md B: NOT_FOUND, FORBIDDEN_ROLE, PROXY_FORBIDDEN come before the command id is looked at).
 * Returns the role in which the command is issued.
 */
export function authorize(
  state: Agreement,
  command: Command,
  principal: Principal,
): Role | Refusal {
  const definition = definitions[command.type];
  if (!definition) return refuse('INVALID_INPUT', 'lifecycle B', { command: command.type });
  if (definition.opens === undefined) {
    if (state.stage === 'NONE' || !canSeeFor(principal, state, definition)) {
      return refuse('NOT_FOUND', 'lifecycle B');
    }
  }
  const usable = forCommand(principal, command.type);
  return roleFor(definition, usable, state) ?? refuse('FORBIDDEN_ROLE', definition.clause);
}

/** For whom the caller tries a command: who lent the role in which it is issued, or all that they could use for it. */
export function triesFor(state: Agreement, command: Command, principal: Principal): string | null {
  const usable = forCommand(principal, command.type);
  const role = authorize(state, command, principal);
  return typeof role === 'string' ? actsForIn(role, usable, state) : delegatorOf(usable.grants);
}

// An appeal may come from a P-member that is no party (role MR): for that command the agreement exists for it, once
// there is a decision to appeal against.
export const canSeeFor = (
  principal: Principal,
  state: Agreement,
  definition: AnyCommand,
): boolean =>
  canSee(principal, state) ||
  (definition.allowed.some(
    (a) => a.roles.includes('MEMBER_REP') && a.in.includes(statusOf(state)),
  ) &&
    roleFor(definition, principal, state) === 'MEMBER_REP');

/** Status and type of the row (WRONG_STATUS, AGREEMENT_FINAL, WRONG_ROUTE_FOR_TYPE). */
export function admissible(state: Agreement, type: string, role: Role): Refusal | null {
  const definition = definitions[type];
  if (!definition) return refuse('INVALID_INPUT', 'lifecycle B', { command: type });
  if (definition.opens !== undefined) {
    return state.stage === 'NONE'
      ? null
      : refuse('WRONG_STATUS', definition.clause, { status: statusOf(state) });
  }
  const status = statusOf(state);
  const rows = definition.allowed.filter(
    (row) => row.roles.includes(role) && (row.when?.(state) ?? true),
  );
  const inStatus = rows.filter((row) => row.in.includes(status));
  if (inStatus.length === 0) {
    return refuse(isOneOf(FINAL, status) ? 'AGREEMENT_FINAL' : 'WRONG_STATUS', definition.clause, {
      status,
      allowed: [...new Set(rows.flatMap((row) => row.in))],
    });
  }
  if (!inStatus.some((row) => row.types === undefined || row.types.includes(state.type))) {
    return refuse('WRONG_ROUTE_FOR_TYPE', definition.clause, { type: state.type });
  }
  return null;
}

/** Decides one command on a state to which every due timer has been applied. Synchronous, total, pure. */
export function decide(state: Agreement, command: Command, around: Surroundings): Outcome {
  const role = authorize(state, command, around.principal);
  if (typeof role !== 'string') return role;
  const definition = definitions[command.type];
  if (!definition) return refuse('INVALID_INPUT', 'lifecycle B', { command: command.type });
  const ctx = contextFor(around, role);
  if (around.demandsProof === true && definition.stepUp === true && !around.principal.stepUp)
    return refuse('STEP_UP_REQUIRED', definition.clause);
  const wrong = firstRefusal(
    admissible(state, command.type, role),
    shapeFaults(definition, command.payload),
    bodyNotActive(state, ctx),
  );
  if (wrong) return wrong;
  const decided = definition.decide(state, command.payload, ctx);
  if (isRefusal(decided)) return decided;
  // What changes nothing names nothing anew: repeating an act is no refusal when its paper has been destroyed since.
  const papers = decided.length === 0 ? [] : (definition.papers?.(state, command.payload) ?? []);
  const unfiled = paperRefused(papers, ctx, definition.clause);
  if (unfiled) return unfiled;
  const actsFor = actsForIn(role, forCommand(around.principal, command.type), state);
  return { ...settled(state, decided, ctx), role, actsFor };
}

function shapeFaults(definition: AnyCommand, payload: unknown): Refusal | null {
  const faults = definition.shape.check(payload, '');
  return faults.length === 0
    ? null
    : refuse('INVALID_INPUT', 'lifecycle B', { faults: faults.map((f) => ({ ...f })) });
}

function bodyNotActive(state: Agreement, ctx: Context): Refusal | null {
  const { member, role } = ctx.actor;
  if (member === null || role === 'SYSTEM' || role === 'REGISTRY') return null;
  return ctx.facts.members[String(member)]?.active === false
    ? refuse('MEMBER_NOT_ACTIVE', 'ST.3', { member })
    : null;
}

/** Folds the events, then appends what follows from the new state until nothing more follows. */
export function settled(
  before: Agreement,
  events: readonly AgreementEvent[],
  ctx: Context,
): { events: readonly AgreementEvent[]; state: Agreement } {
  const all: AgreementEvent[] = [];
  let state = before;
  let pending = events;
  // Each round appends events that remove their own cause; 20 rounds are far beyond any real chain.
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === 20) throw new Error(`Consequences of ${before.id} do not settle.`);
    for (const next of pending) {
      state = evolve(state, { ...next, at: ctx.now });
      all.push(next);
    }
    const now = state;
    const settling = allSlices.flatMap((slice) => slice.settle?.(now, ctx) ?? []);
    const moving = settling.some(({ type }) => MOVES_STATUS.includes(type));
    pending = [
      ...(moving ? [] : suspensionEvents(before, now, all)),
      ...committeeInformed(before, now, all),
      ...leftJointActs(before, now),
      ...settling,
    ];
  }
  return { events: all, state };
}

/**
 * The record says once when the derived status becomes SUSPENDED, and when the agreement runs again (lifecycle.md A, B4).
 * Before the TMB it says neither: there the status follows from the open item, whatever causes come and go.
 */
function suspensionEvents(
  before: Agreement,
  now: Agreement,
  all: readonly AgreementEvent[],
): readonly AgreementEvent[] {
  if (now.stage !== 'FORCE') return [];
  const status = statusOf(now);
  const last = all.findLast(({ type }) => SUSPENSION.includes(type))?.type;
  const said =
    last === undefined
      ? before.stage === 'FORCE' && saysSuspended(before)
      : last === 'ArrangementSuspended';
  if (status === 'UNDER_TMB_REVIEW' || said === (status === 'SUSPENDED')) return [];
  const causes = now.execution.causes.map((c) => c.cause);
  return [event(said ? 'ArrangementResumed' : 'ArrangementSuspended', { causes })];
}
const SUSPENSION: readonly string[] = ['ArrangementSuspended', 'ArrangementResumed'];

/** These change the derived status: what it is at the end of the commit is said, not what it was on the way. */
const MOVES_STATUS: readonly string[] = [
  'SuspensionCauseAdded',
  'SuspensionCauseRemoved',
  'EscalatedToTmb',
];

/** An open joint act closes when the statuses in which it may be agreed are left (T4). */
function leftJointActs(before: Agreement, now: Agreement): readonly AgreementEvent[] {
  if (statusOf(before) === statusOf(now)) return [];
  return Object.values(now.jointActs)
    .filter((act) => {
      const rows = definitions[act.kind]?.allowed ?? [];
      return !rows.some((row) => row.in.includes(statusOf(now)));
    })
    .map((act) => event('JointActExpired', { kind: act.kind, reason: 'STATUS_LEFT' }));
}
