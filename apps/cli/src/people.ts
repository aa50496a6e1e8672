import {
  demonstrationPeople,
  developmentToken,
  type DemonstrationPerson,
} from '@twinning/identity';
import { referenceSet } from '@twinning/registry';
import type { Context } from './context.js';
import { EXIT, Failure } from './failure.js';

/** The people of the demonstration: the ISO desks, and four of each body of the reference set. */
export const people = (): readonly DemonstrationPerson[] =>
  demonstrationPeople(
    [...referenceSet.committees.members].map(([id, acronym]) => ({ id, acronym })),
  );

export function personNamed(id: string): DemonstrationPerson {
  const person = people().find((p) => p.id === id);
  if (person === undefined) {
    throw new Failure(
      (m) => m.usage.noPerson(id),
      (m) => m.usage.listPeople,
      EXIT.usage,
      { code: 'UNKNOWN_PERSON' },
    );
  }
  return person;
}

/** A bearer token of the local issuer for a person of the demonstration. */
export async function tokenFor(
  context: Context,
  person: DemonstrationPerson,
  stepUp: boolean,
): Promise<string> {
  return developmentToken(person, {
    dataFolder: context.dataFolder,
    issuer: `${await context.url()}/oidc`,
    audience: 'twinning',
    stepUp,
  });
}
