import { describe, expect, it } from '@jest/globals';
import type { Principal } from '../kernel/principal.js';
import { ASI, cast, IES } from '../testing/people.js';
import { placeholders } from '../texts/fill.js';
import { peopleCommands } from './decide.js';
import { peopleEvent } from './events.js';
import { given, invited, MBUA, REP, TODAY, unknown } from './given.js';
import { noStaff } from './state.js';
import { textsEn, textsFr } from './texts.js';

describe('the administrator of a body', () => {
  it('invites a person with roles of the body', () => {
    const events = given(ASI).when(cast.leadMbua, 'InvitePerson', {
      person: 'a',
      grants: [REP],
      name: 'Ada',
    });
    expect(events).toEqual([
      peopleEvent('PersonInvited', { person: 'a', grants: [REP], name: 'Ada' }),
    ]);
  });

  it.each([
    ['twice', 'PERSON_KNOWN', { person: 'a', grants: [] }],
    [
      'as a TMB member',
      'ROLE_NOT_YOURS_TO_GIVE',
      { person: 'c', grants: [{ role: 'TMB_MEMBER' }] },
    ],
    ['as a TPM', 'ROLE_NOT_YOURS_TO_GIVE', { person: 'c', grants: [{ role: 'TPM' }] }],
    ['who is themselves', 'NOT_FOR_ONESELF', { person: 'lead-mbua', grants: [REP] }],
    [
      'with a role that does not exist',
      'INVALID_INPUT',
      { person: 'c', grants: [{ role: 'KING' }] },
    ],
  ])('invites nobody %s', (_, refusal, payload) => {
    expect(given(ASI, invited('a')).when(cast.leadMbua, 'InvitePerson', payload)).toBe(refusal);
  });

  it('has no say over another body, nor over the desks of ISO', () => {
    const payload = { person: 'a', grants: [REP] };
    expect(given(IES).when(cast.leadMbua, 'InvitePerson', payload)).toBe('NOT_FOUND');
    expect(given(0).when(cast.leadMbua, 'InvitePerson', payload)).toBe('NOT_FOUND');
  });

  it('takes a role away, and with it what was delegated on its ground', () => {
    const before = given(
      ASI,
      invited('a', REP),
      invited('b'),
      peopleEvent('DelegationGiven', {
        ...{ id: 'D1', from: 'a', to: 'b', grant: REP, commands: 'ALL' },
        ...{ start: TODAY, end: TODAY, reason: 'ABSENCE' },
      }),
    );
    const gone = peopleEvent('DelegationEnded', {
      ...{ delegation: 'D1', from: 'a', to: 'b', reason: 'ROLE_GONE' },
    });
    expect(before.when(cast.leadMbua, 'ChangeRoles', { person: 'a', grants: [] })).toEqual([
      peopleEvent('RolesChanged', { person: 'a', grants: [] }),
      gone,
    ]);
    expect(before.when(cast.leadMbua, 'EndPerson', { person: 'b' })).toEqual([
      peopleEvent('PersonEnded', { person: 'b' }),
      gone,
    ]);
  });

  it('ends also a person who is on no list, and says so once', () => {
    expect(given(ASI).when(cast.leadMbua, 'EndPerson', { person: 'lead-rep' })).toEqual([
      peopleEvent('PersonEnded', { person: 'lead-rep' }),
    ]);
    const ended = given(ASI, peopleEvent('PersonEnded', { person: 'lead-rep' }));
    expect(ended.when(cast.leadMbua, 'EndPerson', { person: 'lead-rep' })).toEqual([]);
  });

  it('hands over to a colleague, but not what is only lent', () => {
    const accepted = peopleEvent('InvitationAccepted', { person: 'a' });
    const staff = given(ASI, invited('a', REP), accepted, invited('b', REP));
    expect(staff.when(cast.leadMbua, 'HandOver', { to: 'b' })).toBe('INVITATION_WAITS');
    expect(staff.when(cast.leadMbua, 'HandOver', { to: 'a' })).toEqual([
      peopleEvent('AdministrationHandedOver', {
        ...{ from: 'lead-mbua', to: 'a', fromGrants: [], toGrants: [REP, MBUA] },
      }),
    ]);
    const lent: Principal = {
      ...cast.leadMbua,
      grants: [{ role: 'MBUA', by: { delegation: 'D1', person: 'x', commands: 'ALL' } }],
    };
    expect(staff.when(lent, 'HandOver', { to: 'a' })).toBe('ROLE_NOT_HELD');
    expect(staff.when(cast.leadMbua, 'HandOver', { to: 'nobody' })).toBe('PERSON_UNKNOWN');
  });
});

describe('the Central Secretariat', () => {
  it('names TPMs by committee, administrators of bodies and TMB members, and no representatives', () => {
    const tpm = { person: 't', grants: [{ role: 'TPM', committees: [47878] }] };
    expect(given(0).when(cast.cs, 'InvitePerson', tpm)).toEqual([
      peopleEvent('PersonInvited', tpm as never),
    ]);
    for (const [role, said] of [
      ['MBUA', 'PersonInvited'],
      ['TMB_MEMBER', 'PersonInvited'],
    ] as const) {
      const events = given(ASI).when(cast.cs, 'InvitePerson', { person: 'a', grants: [{ role }] });
      expect(events).toMatchObject([{ type: said }]);
    }
    const rep = { person: 'a', grants: [REP] };
    expect(given(ASI).when(cast.cs, 'InvitePerson', rep)).toBe('ROLE_NOT_YOURS_TO_GIVE');
  });

  it('seats nobody twice', () => {
    const grants = [{ role: 'TPM' }, { role: 'TMB_SEC' }];
    expect(given(0).when(cast.cs, 'InvitePerson', { person: 't', grants })).toBe('TWO_SEATS');
  });
});

describe('an invited person', () => {
  it('accepts for themselves, once, and in one body only', () => {
    expect(given(ASI, invited('a')).when(unknown('a'), 'AcceptInvitation', {})).toEqual([
      peopleEvent('InvitationAccepted', { person: 'a' }),
    ]);
    const settled = given(ASI, invited('settled'));
    expect(settled.when(unknown('settled'), 'AcceptInvitation', {})).toBe('NOT_INVITED');
    expect(given(ASI).when(unknown('a'), 'AcceptInvitation', {})).toBe('NOT_FOUND');
  });

  it('is not drawn away from the body that their token names', () => {
    const theirs: Principal = { ...cast.twinned, person: 'a' };
    expect(given(ASI, invited('a')).when(theirs, 'AcceptInvitation', {})).toBe('NOT_INVITED');
  });
});

describe('the words', () => {
  it('are there in both languages for every command and event', () => {
    expect(Object.keys(textsEn.commands).sort()).toEqual(Object.keys(peopleCommands).sort());
    expect(Object.keys(textsFr.commands)).toEqual(Object.keys(textsEn.commands));
    for (const [type, text] of Object.entries(textsEn.events)) {
      expect(placeholders(textsFr.events[type] ?? '')).toEqual(placeholders(text));
    }
  });

  it('begin with a body that has nobody', () => {
    expect(noStaff(ASI)).toMatchObject({ version: 0, people: {}, delegations: [] });
  });
});
