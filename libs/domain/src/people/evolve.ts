import type { Grant } from '../kernel/principal.js';
import type { RecordedPeopleEvent } from './events.js';
import { noStaff, type Giver, type PersonState, type Staff, type StaffPerson } from './state.js';

const GIVERS: readonly Giver[] = ['ADMINISTRATOR', 'CENTRAL'];

const placed = (
  staff: Staff,
  person: string,
  state: PersonState,
  grants: readonly Grant[],
  { at, by }: Pick<RecordedPeopleEvent, 'at' | 'by'>,
): Staff => {
  const before = staff.people[person];
  const accepted = state === 'ACTIVE' || before?.accepted === true;
  const givers = GIVERS.filter((g) => g === by || before?.by?.includes(g) === true);
  const entry: StaffPerson = {
    ...{ person, state, grants, since: at },
    ...(accepted && { accepted: true }),
    ...(givers.length > 0 && { by: givers }),
  };
  return { ...staff, people: { ...staff.people, [person]: entry } };
};

function apply(staff: Staff, event: RecordedPeopleEvent): Staff {
  switch (event.type) {
    case 'PersonInvited': {
      const { person, grants } = event.payload;
      return placed(staff, person, 'INVITED', grants, event);
    }
    case 'InvitationAccepted': {
      const { person } = event.payload;
      return placed(staff, person, 'ACTIVE', staff.people[person]?.grants ?? [], event);
    }
    case 'RolesChanged': {
      const { person, grants } = event.payload;
      return placed(staff, person, staff.people[person]?.state ?? 'INVITED', grants, event);
    }
    case 'PersonEnded':
      return placed(staff, event.payload.person, 'ENDED', [], event);
    case 'AdministrationHandedOver': {
      const { from, to, fromGrants, toGrants } = event.payload;
      const left = placed(staff, from, staff.people[from]?.state ?? 'ACTIVE', fromGrants, event);
      return placed(left, to, left.people[to]?.state ?? 'INVITED', toGrants, event);
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
