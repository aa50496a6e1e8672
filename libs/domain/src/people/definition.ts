import type { Day } from '../calendar/day.js';
import type { Refusal } from '../kernel/decision.js';
import type { Grant } from '../kernel/principal.js';
import type { Infer, Schema } from '../kernel/schema.js';
import type { PeopleEvent } from './events.js';
import type { Staff } from './state.js';

/** As who somebody acts on the people of a body: its administrator, the Central Secretariat, or one of the people. */
export type PeopleRole = 'ADMINISTRATOR' | 'CENTRAL' | 'SELF';

export interface PeopleContext {
  /** The civil date in Europe/Zurich. */
  readonly today: Day;
  readonly role: PeopleRole;
  readonly person: string;
  /** What the caller holds in their own right: nothing that was delegated to them. */
  readonly ownGrants: readonly Grant[];
  /** The caller's token names this body, or no body and no role at all. */
  readonly ofBody: boolean;
  /** The person has accepted an invitation of another body. */
  readonly elsewhere: (person: string) => boolean;
}

export interface PeopleCommand<P> {
  readonly clause: string;
  readonly roles: readonly PeopleRole[];
  readonly shape: Schema<P>;
  readonly decide: (
    staff: Staff,
    payload: P,
    ctx: PeopleContext,
  ) => readonly PeopleEvent[] | Refusal;
}

/** A definition whose payload type is known only to its own `shape`. */
export type AnyPeopleCommand = PeopleCommand<unknown>;

export const peopleCommand = <S extends Schema<unknown>>(
  definition: Omit<PeopleCommand<Infer<S>>, 'shape'> & { readonly shape: S },
): AnyPeopleCommand => definition as unknown as AnyPeopleCommand;
