import type { Happening } from './model.js';

export interface Acted {
  readonly person: string;
  readonly role: string;
  readonly times: number;
  readonly last: string;
}

/** Who has acted, in which role, how often, and when last; the latest first. Events of the service itself count apart. */
export function whoActed(items: readonly Happening[]): readonly Acted[] {
  const found = new Map<string, Acted>();
  for (const { actor, occurredAt } of items) {
    const person = actor.person ?? '';
    const key = `${person} ${actor.role}`;
    const times = (found.get(key)?.times ?? 0) + 1;
    found.set(key, { person, role: actor.role, times, last: occurredAt });
  }
  return [...found.values()].sort((a, b) => (a.last < b.last ? 1 : -1));
}
