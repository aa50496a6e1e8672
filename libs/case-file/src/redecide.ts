import {
  decide,
  fireNext,
  fromMs,
  instant,
  isRefusal,
  toMs,
  type Agreement,
  type AgreementEvent,
  type Instant,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import { earlyRefusal, hashOf, plainPayload, readBy, verifies } from '@twinning/engine';
import { canonicalJson, type Json, type JsonObject, type RecordedEvent } from '@twinning/event-log';
import { isWhole, statesOf, WITHHELD, type Case } from './case.js';
import type { CaseCommand } from './format.js';
import { asRead, NotReadThen } from './reads.js';

/** A recorded decision made again by today's rules on what it read then. */
export interface Redecision {
  /** The command's id, or the key of the timer that fired. */
  readonly decision: string;
  readonly type: string;
  readonly at: string;
  /** Version of the agreement on which it was decided. */
  readonly version: number;
  readonly verdict: 'SAME' | 'DIFFERENT' | 'NOT_REPEATABLE';
  readonly then: Json;
  /** What today's rules say; null when the decision cannot be made again. */
  readonly now: Json;
  /** Why it cannot be made again. */
  readonly reason: 'UNDECIDED' | 'NOTHING_RECORDED' | 'READS_MORE_TODAY' | null;
}

type Decided = { readonly events: readonly AgreementEvent[]; readonly role: string } | Refusal;

/** Every command and every timer of the case decided again, in the order of the record. */
export function redecide(of: Case): readonly Redecision[] {
  // Without every field there is no state to decide on.
  const states = isWhole(of) ? statesOf(of) : [];
  const commands = of.commands.map((command) => redecideCommand(of, states, command));
  const timers = timersOf(of.events).map((fired) => redecideTimer(states, fired));
  return [...commands, ...timers].sort((a, b) => a.version - b.version || (a.at < b.at ? -1 : 1));
}

function redecideCommand(of: Case, states: readonly Agreement[], command: CaseCommand): Redecision {
  const { id, type, outcome } = command;
  const own = (e: RecordedEvent) => e.commandId === id;
  const base = { decision: id, type, at: outcome?.decidedAt ?? command.receivedAt };
  if (outcome === null) return notRepeatable({ ...base, version: 0 }, null, 'UNDECIDED');
  const leaf = outcome.accepted ? of.events.find(own) : of.refusals.find(own);
  const version = outcome.accepted ? outcome.version - outcome.events.length : outcome.version;
  const state = states[version];
  const then: Json = outcome.accepted
    ? { accepted: said(of.events.filter(own)), role: leaf?.actor.role ?? null }
    : { refused: outcome.code, clause: outcome.clause, details: unworded(outcome.details) };
  const head = { ...base, version };
  // An accepted command that changed nothing has no leaf, and so no record of what it read; a partner's copy has none either.
  if (leaf === undefined || state === undefined || leaf.payload.$read === WITHHELD)
    return notRepeatable(head, then, 'NOTHING_RECORDED');
  return compared(head, then, () => {
    const decided = decideAgain(state, command, instant(outcome.decidedAt), readBy(leaf), outcome);
    return isRefusal(decided)
      ? { refused: decided.refused, clause: decided.clause, details: unworded(decided.details) }
      : { accepted: decided.events.map(toSaid), role: decided.role };
  });
}

/** The words in which a fault says what was expected are no part of the decision: where it lies is. */
const unworded = (details: Json | undefined): Json => {
  const { faults, ...rest } = (details ?? {}) as { readonly faults?: readonly JsonObject[] };
  return faults === undefined
    ? (details ?? null)
    : { ...rest, faults: faults.map(({ pointer }) => pointer ?? null) };
};

function decideAgain(
  state: Agreement,
  command: CaseCommand,
  at: Instant,
  read: JsonObject | null,
  outcome: NonNullable<CaseCommand['outcome']>,
): Decided {
  const asked = {
    type: command.type,
    expectedVersion: outcome.accepted ? null : command.expectedVersion,
    occurredOn: command.occurredOn === null ? null : instant(command.occurredOn),
  };
  // Timers that were due came between the version that was asked for and the decision: an accepted command had passed.
  const conflicted = !outcome.accepted && outcome.code === 'VERSION_CONFLICT';
  const early = earlyRefusal(
    state,
    { ...asked, expectedVersion: conflicted ? asked.expectedVersion : null },
    at,
    clockThen(at, outcome),
  );
  if (early !== null) return early;
  // The principal that was decided on, where it was no longer the one stored with the command.
  const principal = (read?.principal ?? command.principal) as unknown as Principal;
  const { facts, claims } = asRead(read);
  // Asked of those alone who were refused for it: earlier releases did not ask here.
  const demandsProof = !outcome.accepted && outcome.code === 'STEP_UP_REQUIRED';
  return decide(state, command, {
    ...{ now: at, principal, facts, claims, hash: hashOf, verifies },
    demandsProof,
  });
}

// The clock is not recorded beside the date of an entry of the past: that it lay in the future is known by the refusal.
function clockThen(at: Instant, outcome: NonNullable<CaseCommand['outcome']>): Instant {
  const ahead =
    !outcome.accepted &&
    outcome.code === 'BACKDATED' &&
    !Object.hasOwn((outcome.details ?? {}) as object, 'notBefore');
  return ahead ? fromMs(toMs(at) - 1) : at;
}

/** The events of one timer: the first bears its key, the others follow in the same decision. */
function timersOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const fired: RecordedEvent[][] = [];
  let open: RecordedEvent[] | null = null;
  for (const event of events) {
    if (typeof event.payload.$timer === 'string') fired.push((open = [event]));
    else if (event.commandId !== null) open = null;
    else open?.push(event);
  }
  return fired;
}

function redecideTimer(states: readonly Agreement[], fired: readonly RecordedEvent[]): Redecision {
  const [first] = fired as readonly [RecordedEvent];
  const version = first.version - 1;
  const head = {
    decision: first.payload.$timer as string,
    type: first.type,
    at: first.occurredAt,
    version,
  };
  const then: Json = { fired: said(fired), timer: head.decision };
  const state = states[version];
  if (state === undefined || first.payload.$read === WITHHELD)
    return notRepeatable(head, then, 'NOTHING_RECORDED');
  return compared(head, then, () => {
    const { facts, claims } = asRead(readBy(first));
    const step = fireNext(state, { now: instant(first.occurredAt), facts, claims, hash: hashOf });
    return {
      fired: (step?.fired.events ?? []).map(toSaid),
      timer: step?.fired.events[0]?.timer ?? null,
    };
  });
}

type Head = Pick<Redecision, 'decision' | 'type' | 'at' | 'version'>;

const notRepeatable = (head: Head, then: Json, reason: Redecision['reason']): Redecision => ({
  ...head,
  verdict: 'NOT_REPEATABLE',
  then,
  now: null,
  reason,
});

function compared(head: Head, then: Json, again: () => unknown): Redecision {
  let now: Json;
  try {
    now = plain(again());
  } catch (error) {
    if (error instanceof NotReadThen) return notRepeatable(head, then, 'READS_MORE_TODAY');
    throw error;
  }
  const same = canonicalJson(plain(then)) === canonicalJson(now);
  return { ...head, verdict: same ? 'SAME' : 'DIFFERENT', then, now, reason: null };
}

const said = (events: readonly RecordedEvent[]): Json =>
  events.map((e) => ({ type: e.type, payload: plainPayload(e) }));
const toSaid = ({ type, payload }: AgreementEvent) => ({ type, payload });

// As the record would have it: without `undefined`.
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
