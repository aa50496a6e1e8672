import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { ASI, cast, GSA } from '../testing/people.js';
import { peopleEvent, type PeopleEvent } from './events.js';
import { given, invited, leave, listed, MBUA, REP, TODAY } from './given.js';

describe('a delegation', () => {
  const staff = given(
    ASI,
    invited('b'),
    ...listed('lead-rep', REP),
    ...listed('lead-signatory'),
    invited('mb', MBUA),
    peopleEvent('PersonEnded', { person: 'e' }),
  );

  it('is given by the holder of the role, for some days and kinds of command', () => {
    const payload = { ...leave, commands: ['InvitePartner'] };
    expect(staff.when(cast.lead, 'Delegate', payload)).toEqual([
      peopleEvent('DelegationGiven', {
        ...{ id: 'D1', from: 'lead-rep', to: 'b', grant: REP, commands: ['InvitePartner'] },
        ...{ start: day('2027-03-01'), end: day('2027-03-31'), reason: 'ABSENCE' },
      }),
    ]);
  });

  it.each([
    ['to somebody of another body', 'DELEGATE_NOT_OF_BODY', { to: 'twinned-rep' }],
    ['to a person who was ended', 'DELEGATE_NOT_OF_BODY', { to: 'e' }],
    ['to oneself', 'NOT_FOR_ONESELF', { to: 'lead-rep' }],
    ['of a role that one has not', 'ROLE_NOT_HELD', { role: 'MBUA' }],
    [
      'for another, without being the administrator',
      'FORBIDDEN_ROLE',
      { from: 'mb', role: 'MBUA' },
    ],
    ['that began yesterday', 'PERIOD_INVALID', { start: '2027-02-28' }],
    ['that ends before it begins', 'PERIOD_INVALID', { start: '2027-03-05', end: '2027-03-04' }],
    ['for longer than a year', 'PERIOD_INVALID', { end: '2028-03-02' }],
    ['of commands that do not exist', 'INVALID_INPUT', { commands: ['Rule'] }],
  ])('is not given %s', (_, refusal, over) => {
    expect(staff.when(cast.lead, 'Delegate', { ...leave, ...over })).toBe(refusal);
  });

  it('may last 366 days, both ends counted', () => {
    expect(staff.when(cast.lead, 'Delegate', { ...leave, end: '2028-02-29' })).toHaveLength(1);
    expect(staff.when(cast.lead, 'Delegate', { ...leave, end: '2028-03-01' })).toBe(
      'PERIOD_INVALID',
    );
  });

  it('is not passed on', () => {
    const lent: Principal = {
      ...cast.leadSignatory,
      grants: [{ role: 'NSB_REP', by: { delegation: 'D1', person: 'x', commands: 'ALL' } }],
    };
    expect(staff.when(lent, 'Delegate', leave)).toBe('ROLE_NOT_HELD');
  });

  it('is arranged by the administrator for somebody who is away', () => {
    const away = given(ASI, invited('b'), ...listed('r', REP));
    expect(away.when(cast.leadMbua, 'Delegate', { ...leave, from: 'r' })).toMatchObject([
      { type: 'DelegationGiven', payload: { from: 'r', to: 'b' } },
    ]);
  });

  it('never goes to who arranges it for another', () => {
    const own = given(ASI, ...listed('r', REP), ...listed('lead-mbua', MBUA));
    const payload = { ...leave, from: 'r', to: 'lead-mbua' };
    expect(own.when(cast.leadMbua, 'Delegate', payload)).toBe('NOT_FOR_ONESELF');
    const desks = given(0, ...listed('sec', { role: 'ISO_CS' }), ...listed('iso-cs'));
    const central = { ...leave, from: 'sec', to: 'iso-cs', role: 'ISO_CS' };
    expect(desks.when(cast.cs, 'Delegate', central)).toBe('NOT_FOR_ONESELF');
  });

  it('is not arranged for another by a deputy of the administrator, nor of the Central Secretariat', () => {
    const lent = (who: Principal, role: 'MBUA' | 'ISO_CS'): Principal => ({
      ...who,
      grants: [{ role, by: { delegation: 'D1', person: 'x', commands: 'ALL' } }],
    });
    const away = given(ASI, invited('b'), ...listed('r', REP));
    const payload = { ...leave, from: 'r' };
    expect(away.when(lent(cast.leadMbua, 'MBUA'), 'Delegate', payload)).toBe('ROLE_NOT_HELD');
    const desks = given(0, invited('b'), ...listed('sec', { role: 'TMB_SEC' }));
    const ofDesk = { ...leave, from: 'sec', role: 'TMB_SEC' };
    expect(desks.when(lent(cast.cs, 'ISO_CS'), 'Delegate', ofDesk)).toBe('ROLE_NOT_HELD');
    expect(desks.when(cast.cs, 'Delegate', ofDesk)).toHaveLength(1);
  });

  it('of a seat on the TMB is given by who sits there, not by the administrator', () => {
    const seat = { role: 'TMB_MEMBER' } as const;
    const body = given(GSA, invited('b'), ...listed('tmb-member', seat));
    const mbua: Principal = { ...cast.leadMbua, member: GSA };
    const payload = { ...leave, role: 'TMB_MEMBER' };
    const forAnother = { ...payload, from: 'tmb-member' };
    expect(body.when(mbua, 'Delegate', forAnother)).toBe('ROLE_NOT_YOURS_TO_GIVE');
    expect(body.when(cast.tmbMember, 'Delegate', payload)).toHaveLength(1);
  });

  it('is given only by who is on the list and has accepted', () => {
    const [invitation, accepted] = listed('lead-rep', REP);
    const by = (...events: readonly PeopleEvent[]) =>
      given(ASI, invited('b'), ...events).when(cast.lead, 'Delegate', leave);
    expect(by()).toBe('PERSON_UNKNOWN');
    expect(by(invitation as PeopleEvent)).toBe('INVITATION_WAITS');
    expect(by(invitation as PeopleEvent, accepted as PeopleEvent)).toHaveLength(1);
    const lost = peopleEvent('RolesChanged', { person: 'lead-rep', grants: [] });
    expect(by(invitation as PeopleEvent, accepted as PeopleEvent, lost)).toBe('ROLE_NOT_HELD');
  });

  it('ends when its giver no longer holds all of it', () => {
    const tpm = (...committees: readonly number[]): Grant => ({ role: 'TPM', committees });
    const change = (to: Grant) =>
      given(
        0,
        invited('b'),
        ...listed('t', tpm(1, 2)),
        peopleEvent('DelegationGiven', {
          ...{ id: 'D1', from: 't', to: 'b', grant: tpm(1, 2), commands: 'ALL' },
          ...{ start: TODAY, end: TODAY, reason: 'ABSENCE' },
        }),
      ).when(cast.cs, 'ChangeRoles', { person: 't', grants: [to] });
    const gone = { type: 'DelegationEnded', payload: { delegation: 'D1', reason: 'ROLE_GONE' } };
    expect(change(tpm(1))).toMatchObject([{ type: 'RolesChanged' }, gone]);
    expect(change(tpm(2, 1, 3))).toMatchObject([{ type: 'RolesChanged' }]);
  });

  it('seats nobody on two of the bodies that decide', () => {
    const desks = given(
      0,
      ...listed('tpm', { role: 'TPM', committees: [1] }),
      ...listed('auditor', { role: 'AUDITOR' }),
      invited('sec', { role: 'TMB_SEC' }),
    );
    const payload = { ...leave, to: 'sec', role: 'TPM' };
    expect(desks.when(cast.tpm, 'Delegate', payload)).toBe('TWO_SEATS');
    const audit = { ...leave, to: 'tpm', role: 'AUDITOR' };
    expect(desks.when(cast.auditor, 'Delegate', audit)).toBe('ROLE_NOT_HELD');
  });

  it('is taken back by either side of it or the administrator, and by nobody else', () => {
    const running = given(
      ASI,
      invited('b'),
      peopleEvent('DelegationGiven', {
        ...{ id: 'D1', from: 'lead-rep', to: 'b', grant: REP, commands: 'ALL' },
        ...{ start: TODAY, end: TODAY, reason: 'DELEGATION' },
      }),
    );
    const end = (who: Principal) => running.when(who, 'EndDelegation', { delegation: 'D1' });
    for (const who of [cast.lead, cast.leadMbua, { ...cast.leadSignatory, person: 'b' }]) {
      expect(end(who)).toMatchObject([{ type: 'DelegationEnded' }]);
    }
    expect(end(cast.leadColleague)).toBe('FORBIDDEN_ROLE');
    const none = running.when(cast.lead, 'EndDelegation', { delegation: 'D9' });
    expect(none).toBe('DELEGATION_UNKNOWN');
    const ended = given(
      ASI,
      peopleEvent('DelegationGiven', {
        ...{ id: 'D1', from: 'lead-rep', to: 'b', grant: REP, commands: 'ALL' },
        ...{ start: TODAY, end: TODAY, reason: 'DELEGATION' },
      }),
      peopleEvent('DelegationEnded', {
        ...{ delegation: 'D1', from: 'lead-rep', to: 'b', reason: 'WITHDRAWN' },
      }),
    );
    expect(ended.when(cast.lead, 'EndDelegation', { delegation: 'D1' })).toBe('DELEGATION_UNKNOWN');
  });
});
