import type { RecordedEvent } from '@twinning/event-log';
import type { Facts } from '@twinning/domain';
import { readBy } from '@twinning/engine';

/** How bodies and committees are called; an unknown one by its number. */
export interface Names {
  member(id: number | null): string | null;
  committee(id: number | null): string | null;
}

/** Acronyms and references as the decisions themselves read them: the account needs no registry. */
export function namesIn(events: readonly RecordedEvent[]): Names {
  const members = new Map<number, string>();
  const committees = new Map<number, string>();
  for (const event of events) {
    const facts = readBy(event)?.facts as unknown as Partial<Facts> | undefined;
    for (const fact of Object.values(facts?.members ?? {})) {
      // A partial reading has no acronym.
      if (typeof fact.acronym === 'string') members.set(fact.id, fact.acronym);
    }
    if (facts?.committee) committees.set(facts.committee.id, facts.committee.reference);
  }
  const called = (names: ReadonlyMap<number, string>) => (id: number | null) =>
    id === null ? null : (names.get(id) ?? String(id));
  return { member: called(members), committee: called(committees) };
}
