import type { Instant } from '../calendar/zurich.js';
import type { Grant } from '../kernel/principal.js';
import type { Delegation } from './state.js';

// These names are the storage format: a name or a field, once written, is kept for ever.

/** Events of the people of one body. `name` and `email` are sealed under the person's own key. */
export interface PeopleEvents {
  PersonInvited: { person: string; grants: readonly Grant[]; name?: string; email?: string };
  InvitationAccepted: { person: string };
  RolesChanged: { person: string; grants: readonly Grant[] };
  PersonEnded: { person: string };
  AdministrationHandedOver: {
    from: string;
    to: string;
    fromGrants: readonly Grant[];
    toGrants: readonly Grant[];
  };
  DelegationGiven: Delegation;
  DelegationEnded: { delegation: string; from: string; to: string; reason: DelegationEnd };
}

/** Why a delegation ended before its last day: it was taken back, or its ground had gone. */
export type DelegationEnd = 'WITHDRAWN' | 'ROLE_GONE';

export type PeopleEventType = keyof PeopleEvents;

const TYPES: Readonly<Record<PeopleEventType, true>> = {
  PersonInvited: true,
  InvitationAccepted: true,
  RolesChanged: true,
  PersonEnded: true,
  AdministrationHandedOver: true,
  DelegationGiven: true,
  DelegationEnded: true,
};
/** Every event type of the people of a body. */
export const peopleEventTypes = Object.keys(TYPES) as readonly PeopleEventType[];

export type PeopleEvent = {
  [K in PeopleEventType]: { readonly type: K; readonly payload: PeopleEvents[K] };
}[PeopleEventType];
/** `by`: as who the actor acted, as the envelope says it. */
export type RecordedPeopleEvent = PeopleEvent & { readonly at: Instant; readonly by?: string };

export const peopleEvent = <K extends PeopleEventType>(
  type: K,
  payload: PeopleEvents[K],
): PeopleEvent => ({ type, payload }) as PeopleEvent;

/** Fields that are personal data: the log seals them under the key of the event's `person`. */
export const PERSONAL_FIELDS = ['name', 'email'] as const;
