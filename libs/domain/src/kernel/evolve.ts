import { noApproval } from '../agreement/approval/state.js';
import { noEnding } from '../agreement/ending/state.js';
import { noEvaluation } from '../agreement/evaluation/state.js';
import { noExecution } from '../agreement/execution/state.js';
import { noNegotiation } from '../agreement/negotiation/state.js';
import { noOversight } from '../agreement/oversight/state.js';
import { noProposal } from '../agreement/proposal/state.js';
import type { Instant } from '../calendar/zurich.js';
import { DEFAULT_RULESET } from '../rulesets/index.js';
import type { Evolvers, EventMap, StreamEvent } from './events.js';
import { allSlices } from './slices.js';
import type { Agreement } from './state.js';

/** The state before the first event. */
export const emptyAgreement = (id: string): Agreement => ({
  id,
  version: 0,
  stage: 'NONE',
  type: 'P_MEMBER',
  initiator: 'TWINNED',
  lead: null,
  twinned: null,
  committee: null,
  workingGroup: null,
  ruleset: DEFAULT_RULESET,
  fired: {},
  jointActs: {},
  catchUp: null,
  term: null,
  proposal: noProposal,
  approval: noApproval,
  negotiation: noNegotiation,
  execution: noExecution,
  oversight: noOversight,
  evaluation: noEvaluation,
  ending: noEnding,
});

type AnyEvolver = (state: Agreement, payload: unknown, at: Instant) => Agreement;
const evolvers = Object.assign(
  {},
  ...allSlices.map((slice) => slice.evolve),
) as Evolvers<EventMap> as unknown as Record<string, AnyEvolver>;

/** Every event type of an agreement. */
export const eventTypes: readonly string[] = Object.keys(evolvers);

export const knownEvent = (type: string): boolean => Object.hasOwn(evolvers, type);

/** Folds one event. Throws on an event that this build does not know: a reader stops rather than skip it. */
export function evolve(state: Agreement, event: StreamEvent): Agreement {
  const evolver = evolvers[event.type];
  if (!evolver) {
    throw new Error(
      `Unknown event "${event.type}" at version ${String(state.version + 1)} of ${state.id}: this build is older than the log.`,
    );
  }
  const next = evolver(state, event.payload, event.at);
  const fired = event.timer === undefined ? next.fired : withKey(next.fired, event.timer);
  const catchUp =
    next.catchUp?.open === true ? { ...next.catchUp, lastOccurredOn: event.at } : next.catchUp;
  return { ...next, fired, catchUp, version: state.version + 1 };
}

type Fired = Agreement['fired'];

// Years of unanswered alerts are thousands of keys, and copying them all for each new one is what takes the time. Whoever
// alone holds a set may have it written into: then every state that shares it changes too, so none may be kept or shown.
const writable = new WeakSet<Fired>();

function withKey(fired: Fired, key: string): Fired {
  if (!writable.has(fired)) return { ...fired, [key]: true };
  (fired as Record<string, true>)[key] = true;
  return fired;
}

/** Folds on from `state` through `steps`, copying the set of fired timers once instead of at every timer. */
export function foldedOn<T extends { readonly state: Agreement }>(
  state: Agreement,
  steps: (start: Agreement) => T,
): T {
  const fired = { ...state.fired };
  writable.add(fired);
  const end = steps({ ...state, fired });
  writable.delete(fired);
  return end;
}

export const fold = (id: string, events: readonly StreamEvent[]): Agreement =>
  foldedOn(emptyAgreement(id), (start) => ({ state: events.reduce(evolve, start) })).state;
