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
  const fired =
    event.timer === undefined ? next.fired : { ...next.fired, [event.timer]: true as const };
  const catchUp =
    next.catchUp?.open === true ? { ...next.catchUp, lastOccurredOn: event.at } : next.catchUp;
  return { ...next, fired, catchUp, version: state.version + 1 };
}

export const fold = (id: string, events: readonly StreamEvent[]): Agreement =>
  events.reduce(evolve, emptyAgreement(id));
