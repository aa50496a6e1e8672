import { day } from '../calendar/day.js';
import { instant } from '../calendar/zurich.js';
import { isRefusal } from '../kernel/decision.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { decidePeople, peopleRoleFor } from './decide.js';
import { foldStaff } from './evolve.js';
import { peopleEvent, type PeopleEvent } from './events.js';
import { ownGrants } from './standing.js';

const AT = instant('2027-03-01T09:00:00Z');
export const TODAY = day('2027-03-01');
export const REP = { role: 'NSB_REP' } as const;
export const MBUA = { role: 'MBUA' } as const;

export const invited = (person: string, ...grants: readonly Grant[]) =>
  peopleEvent('PersonInvited', { person, grants });
export const listed = (person: string, ...grants: readonly Grant[]) => [
  invited(person, ...grants),
  peopleEvent('InvitationAccepted', { person }),
];
export const given = (body: number, ...events: readonly PeopleEvent[]) => ({
  when: (who: Principal, type: string, payload: object) => {
    const staff = foldStaff(
      body,
      events.map((e) => ({ ...e, at: AT })),
    );
    const role = peopleRoleFor(who, staff);
    if (role === null) return 'NOT_FOUND';
    const own = ownGrants(who);
    const named = who.member ?? (own.length > 0 ? 0 : null);
    const outcome = decidePeople(
      staff,
      { type, payload },
      {
        today: TODAY,
        role,
        person: who.person,
        ownGrants: own,
        ofBody: named === null || named === body,
        elsewhere: (person) => person === 'settled',
      },
      AT,
    );
    return isRefusal(outcome) ? outcome.refused : outcome.events;
  },
});
export const unknown = (person: string): Principal => ({
  person,
  member: null,
  grants: [],
  stepUp: true,
});
export const leave = {
  to: 'b',
  role: 'NSB_REP',
  start: '2027-03-01',
  end: '2027-03-31',
  reason: 'ABSENCE',
};
