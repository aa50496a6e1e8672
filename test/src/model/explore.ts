import { COMMANDS, moves, START, type Bug, type Limits, type World } from './protocol.js';

export interface Explored {
  readonly states: number;
  /** What does not hold, with the worlds on the shortest way to it; null when all holds everywhere. */
  readonly fault: { readonly what: string; readonly steps: number } | null;
}

/** What must hold in every world, also in the middle of everything. */
function broken(world: World): string | null {
  const { log, told, contradicted, stored, projected, outbox, received } = world;
  if (new Set(log).size !== log.length) return 'a command stands in the log twice';
  if (contradicted) return 'a client heard two answers to one command';
  if (log.indexOf('lead-signs') > 0)
    return 'a signature stands on a version that it was not made for';
  for (const command of COMMANDS) {
    const outcome = Object.entries(stored).find(([key]) => key.split('#')[0] === command)?.[1]
      ?.outcome;
    if (told[command] === 'accepted' && !log.includes(command))
      return 'acknowledged and not in the log';
    if (told[command] === 'conflict' && log.includes(command)) return 'refused and in the log';
    if (outcome === 'accepted' && !log.includes(command)) return 'an outcome without its events';
    if (log.includes(command) && outcome == null) return 'events without their outcome';
  }
  if (projected !== log.length) return 'the projection is not the fold of the log';
  if (outbox.length !== log.length) return 'messages and events differ';
  if (received.some((message) => message > log.length)) return 'a message for what did not happen';
  return null;
}

/** What must hold where nothing moves any more: everything that was asked has its answer, every message is there. */
function unfinished(world: World): string | null {
  for (const command of COMMANDS) {
    const kept = Object.entries(world.stored).filter(([key]) => key.split('#')[0] === command);
    if (world.asked[command] !== undefined && !kept.some(([, s]) => s?.outcome != null)) {
      return 'a command that was asked for never had an outcome';
    }
  }
  return world.received.length === world.outbox.length ? null : 'a message never went out';
}

// One world has one name, in whatever order it came about.
const nameOf = (w: World): string =>
  [
    w.log,
    w.projected,
    w.outbox,
    w.received,
    w.crashes,
    w.contradicted,
    ...[w.stored, w.working, w.told, w.asked].map(sortedParts),
  ].join('|');

const sortedParts = (parts: Readonly<Record<string, unknown>>): string =>
  Object.keys(parts)
    .sort()
    .map((key) => key + JSON.stringify(parts[key]))
    .join();

/** Visits every world that can be reached, breadth first, so that the first fault found is one of the shortest. */
export function explore(limits: Limits, bug: Bug | null = null): Explored {
  const seen = new Set<string>([nameOf(START)]);
  let front: readonly World[] = [START];
  for (let steps = 0; front.length > 0; steps += 1) {
    const next: World[] = [];
    for (const world of front) {
      const after = moves(world, bug, limits);
      const what = broken(world) ?? (after.length === 0 ? unfinished(world) : null);
      if (what !== null) return { states: seen.size, fault: { what, steps } };
      for (const one of after) {
        const key = nameOf(one);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(one);
      }
    }
    front = next;
  }
  return { states: seen.size, fault: null };
}
