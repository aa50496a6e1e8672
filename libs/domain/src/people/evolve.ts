import type { Instant } from '../calendar/zurich.js';
import type { Grant } from '../kernel/principal.js';
import type { RecordedPeopleEvent } from './events.js';
import { noStaff, type PersonState, type Staff, type StaffPerson } from './state.js';

const placed = (
  staff: Staff,
  person: string,
  state: PersonState,
  grants: readonly Grant[],
  since: Instant,
): Staff => {
  const accepted = state === 'ACTIVE' || staff.people[person]?.accepted === true;
  const entry: StaffPerson = {
    ...{ person, state, grants, since },
    ...(accepted && { accepted: true }),
  };
  return { ...staff, people: { ...staff.people, [person]: entry } };
};

function apply(staff: Staff, event: RecordedPeopleEvent): Staff {
  const { at } = event;
  switch (event.type) {
    case 'PersonInvited': {
      const { person, grants } = event.payload;
      return placed(staff, person, 'INVITED', grants, at);
    }
    case 'InvitationAccepted': {
      const { person } = event.payload;
      return placed(staff, person, 'ACTIVE', staff.people[person]?.grants ?? [], at);
    }
    case 'RolesChanged': {
      const { person, grants } = event.payload;
      return placed(staff, person, staff.people[person]?.state ?? 'INVITED', grants, at);
    }
    case 'PersonEnded':
      return placed(staff, event.payload.person, 'ENDED', [], at);
    case 'AdministrationHandedOver': {
      const { from, to, fromGrants, toGrants } = event.payload;
      const left = placed(staff, from, staff.people[from]?.state ?? 'ACTIVE', fromGrants, at);
      return placed(left, to, left.people[to]?.state ?? 'INVITED', toGrants, at);
    }
    case 'DelegationGiven':
      return {
        ...staff,
        delegations: [...staff.delegations, event.payload],
        numbered: staff.numbered + 1,
      };
    case 'DelegationEnded': {
      const { delegation } = event.payload;
      return { ...staff, delegations: staff.delegations.filter((d) => d.id !== delegation) };
    }
    default:
      throw unknown(staff, event);
  }
}

// A reader stops rather than skip it.
const unknown = ({ body, version }: Staff, { type }: { readonly type: string }): Error =>
  new Error(
    `Unknown event "${type}" at version ${String(version + 1)} of people/${String(body)}: this build is older than the log.`,
  );

export const evolveStaff = (staff: Staff, event: RecordedPeopleEvent): Staff => ({
  ...apply(staff, event),
  version: staff.version + 1,
});

export const foldStaff = (body: number, events: readonly RecordedPeopleEvent[]): Staff =>
  events.reduce(evolveStaff, noStaff(body));
