import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import { instant } from '../calendar/zurich.js';
import { actsForIn, canSee, readsFor, roleFor, rolesOf } from '../kernel/access.js';
import { triesFor } from '../kernel/decide.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { definitions, REGISTRY } from '../index.js';
import type { Agreement } from '../kernel/state.js';
import { ASI, cast, IES } from '../testing/people.js';
import { peopleEvent } from './events.js';
import { decidePeople } from './decide.js';
import { foldStaff } from './evolve.js';
import { forCommand, NO_STANDING, standingOf, type Standing } from './standing.js';
import type { StaffPerson } from './state.js';

const TODAY = day('2027-03-10');
const REP: Grant = { role: 'NSB_REP' };
const bare: Principal = { person: 'p', member: null, grants: [], stepUp: true };

const entry = (
  body: number,
  state: 'INVITED' | 'ACTIVE' | 'ENDED',
  ...grants: readonly Grant[]
): Standing => ({ entries: [{ body, state, grants }], delegations: [] });

const lent = (body: number, over: object = {}): Standing => ({
  entries: [{ body, state: 'ACTIVE', grants: [] }],
  delegations: [
    {
      ...{ body, id: 'D1', from: 'boss', to: 'p', grant: REP, commands: 'ALL' as const },
      ...{ start: day('2027-03-01'), end: day('2027-03-31'), reason: 'ABSENCE' as const },
      held: [REP],
      ...over,
    },
  ],
});

describe('who somebody is', () => {
  it('is what the token says while no body lists them', () => {
    expect(standingOf(cast.lead, NO_STANDING, TODAY)).toEqual(cast.lead);
  });

  it('is what their own body says once they have accepted', () => {
    const now = standingOf(cast.lead, entry(ASI, 'ACTIVE', { role: 'MBUA' }), TODAY);
    expect([now.member, now.grants]).toEqual([ASI, [{ role: 'MBUA' }]]);
  });

  it('is no more by an invitation that waits, and at once less', () => {
    const invited = (...grants: readonly Grant[]) =>
      standingOf(cast.lead, entry(ASI, 'INVITED', ...grants), TODAY);
    expect([invited(REP, { role: 'MBUA' }).member, invited(REP).member]).toEqual([ASI, ASI]);
    expect(invited(REP, { role: 'MBUA' }).grants).toEqual([REP]);
    expect(invited({ role: 'MBUA' }).grants).toEqual([]);
    expect(invited().grants).toEqual([]);
    const lentTo = { ...lent(ASI), entries: entry(ASI, 'INVITED', REP).entries };
    expect(standingOf({ ...bare, member: ASI }, lentTo, TODAY).grants).toEqual([]);
  });

  it('is nothing any more once their own body has ended them', () => {
    const now = standingOf(cast.lead, entry(ASI, 'ENDED'), TODAY);
    expect([now.member, now.grants]).toEqual([null, []]);
  });

  it('is nobody’s nominee or signatory either, once their own body has ended them', () => {
    const empty = emptyAgreement('a');
    const { person } = cast.lead;
    const state = {
      ...empty,
      ...{ stage: 'DRAFT', version: 1, lead: ASI },
      proposal: { ...empty.proposal, nominees: [{ side: 'LEAD', person, accepted: null }] },
      negotiation: {
        ...empty.negotiation,
        signatories: [{ side: 'LEAD', person, authority: null }],
      },
    } as unknown as Agreement;
    const named = { ...cast.lead, grants: [] };
    expect(rolesOf(named, state)).toEqual(['NOMINEE', 'SIGNATORY']);
    const ended = standingOf(named, entry(ASI, 'ENDED'), TODAY);
    expect([rolesOf(ended, state), canSee(ended, state)]).toEqual([[], false]);
    // As a command that was stored is looked at again when it is decided.
    expect(canSee(standingOf(ended, entry(ASI, 'ENDED'), TODAY), state)).toBe(false);
  });

  it.each(['INVITED', 'ACTIVE', 'ENDED'] as const)(
    'is not changed by another body that lists them (%s)',
    (state) => {
      expect(standingOf(cast.lead, entry(IES, state), TODAY)).toEqual(cast.lead);
      expect(standingOf(cast.cs, entry(IES, state), TODAY)).toEqual(cast.cs);
    },
  );

  const by = (
    giver: 'ADMINISTRATOR' | 'CENTRAL',
    state: 'INVITED' | 'ENDED',
    ...grants: Grant[]
  ) => {
    const events = [
      state === 'ENDED'
        ? peopleEvent('PersonEnded', { person: 'p' })
        : peopleEvent('PersonInvited', { person: 'p', grants }),
    ];
    const staff = foldStaff(
      ASI,
      events.map((e) => ({ ...e, at: instant('2027-03-01T09:00:00Z'), by: giver })),
    );
    const { state: now, grants: listed, by: takers } = staff.people['p'] as StaffPerson;
    const entries = [{ body: ASI, state: now, grants: listed, ...(takers && { by: takers }) }];
    return { entries, delegations: [] };
  };
  const ofAsi = (...grants: Grant[]): Principal => ({ ...bare, member: ASI, grants });

  it.each(['INVITED', 'ENDED'] as const)(
    'keeps of a token what was not for the giver to take, for one who never joined (%s)',
    (state) => {
      const now = (giver: 'ADMINISTRATOR' | 'CENTRAL', ...grants: Grant[]) =>
        standingOf(ofAsi(...grants), by(giver, state), TODAY);
      const tmb: Grant = { role: 'TMB_MEMBER' };
      expect(now('ADMINISTRATOR', tmb)).toMatchObject({ member: ASI, grants: [tmb] });
      expect(now('ADMINISTRATOR', REP).grants).toEqual([]);
      expect(now('CENTRAL', REP)).toEqual(ofAsi(REP));
      expect(now('CENTRAL', REP, { role: 'MBUA' }).grants).toEqual([REP]);
      expect(now('CENTRAL', tmb).grants).toEqual([]);
    },
  );

  it('is left to the one to take who may, after the other has ended them', () => {
    const person = 'p';
    const ended = (giver: 'ADMINISTRATOR' | 'CENTRAL') => ({
      ...peopleEvent('PersonEnded', { person }),
      at: instant('2027-03-01T09:00:00Z'),
      by: giver,
    });
    const staff = foldStaff(ASI, [ended('CENTRAL')]);
    const again = decidePeople(
      staff,
      { type: 'EndPerson', payload: { person } },
      {
        ...{ today: TODAY, role: 'ADMINISTRATOR', person: 'a', ownGrants: [{ role: 'MBUA' }] },
        ...{ ofBody: true, elsewhere: () => false },
      },
      instant('2027-03-02T09:00:00Z'),
    );
    expect(again).toMatchObject({ state: { people: { p: { by: ['ADMINISTRATOR', 'CENTRAL'] } } } });
  });

  it('is nothing by a token that names two seats, whether a list knows them or not', () => {
    const both = ofAsi(REP, { role: 'TPM', committees: 'ALL' });
    expect(standingOf(both, NO_STANDING, TODAY)).toEqual({ ...both, grants: [], twoSeats: true });
    const listed = standingOf(both, entry(ASI, 'ACTIVE', REP), TODAY);
    expect([listed.grants, listed.twoSeats]).toEqual([[REP], undefined]);
    const party = ofAsi(REP, { role: 'MBUA' });
    expect(standingOf(party, NO_STANDING, TODAY)).toEqual(party);
  });

  it('follows an invitation only when it was accepted, if the token names no body', () => {
    expect(standingOf(bare, entry(ASI, 'INVITED', REP), TODAY)).toEqual(bare);
    const now = standingOf(bare, entry(ASI, 'ACTIVE', REP), TODAY);
    expect([now.member, now.grants]).toEqual([ASI, [REP]]);
  });

  it('is nobody’s nominee either, once a body that they had joined has ended them, though the token names none', () => {
    const left = (state: 'INVITED' | 'ACTIVE' | 'ENDED', accepted: boolean): Standing => ({
      entries: [{ body: ASI, state, grants: [], accepted }],
      delegations: [],
    });
    expect(standingOf(bare, left('ENDED', true), TODAY).former).toBe(true);
    expect(standingOf(bare, left('ACTIVE', true), TODAY).former).toBeUndefined();
    expect(standingOf(bare, left('INVITED', true), TODAY).former).toBeUndefined();
    // Any body may end whom it never had: that takes nothing from them.
    expect(standingOf(bare, left('ENDED', false), TODAY).former).toBeUndefined();
    const joined = { body: IES, state: 'ACTIVE' as const, grants: [], accepted: true };
    const both = { ...NO_STANDING, entries: [...left('ENDED', true).entries, joined] };
    expect(standingOf(bare, both, TODAY)).toMatchObject({ member: IES });
    expect(standingOf(bare, both, TODAY).former).toBeUndefined();
    const events = [
      peopleEvent('PersonInvited', { person: 'p', grants: [] }),
      peopleEvent('InvitationAccepted', { person: 'p' }),
      peopleEvent('PersonEnded', { person: 'p' }),
      peopleEvent('PersonEnded', { person: 'q' }),
    ].map((e) => ({ ...e, at: instant('2027-03-01T09:00:00Z') }));
    const { p, q } = foldStaff(ASI, events).people;
    expect([p?.accepted, q?.accepted]).toEqual([true, undefined]);
  });

  it('is beyond every list for the registry', () => {
    expect(standingOf(REGISTRY, entry(0, 'ENDED'), TODAY)).toEqual(REGISTRY);
  });

  it('takes no delegation out of a token', () => {
    const forged: Principal = {
      ...bare,
      member: ASI,
      grants: [{ ...REP, by: { delegation: 'D1', person: 'boss', commands: 'ALL' } }],
    };
    expect(standingOf(forged, NO_STANDING, TODAY).grants).toEqual([]);
  });
});

describe('what was delegated', () => {
  const on = (today: string, standing = lent(ASI)) => standingOf(bare, standing, day(today)).grants;
  const stateOf = (over: Partial<Agreement> = {}) =>
    ({
      ...emptyAgreement('a'),
      stage: 'DRAFT',
      version: 1,
      lead: ASI,
      ...over,
    }) satisfies Agreement;

  it('counts from the first to the last day, both included', () => {
    expect(on('2027-02-28')).toHaveLength(0);
    expect(on('2027-03-01')).toHaveLength(1);
    expect(on('2027-03-31')).toHaveLength(1);
    expect(on('2027-04-01')).toHaveLength(0);
  });

  it('is worth nothing in another body than its own', () => {
    const theirs = { ...lent(ASI), entries: [{ body: IES, state: 'ACTIVE' as const, grants: [] }] };
    expect(on('2027-03-10', theirs)).toEqual([]);
  });

  it('is never more than its giver holds now', () => {
    const tpm = (committees?: Grant['committees']): Grant =>
      committees === undefined ? { role: 'TPM' } : { role: 'TPM', committees };
    const left = (grant: Grant, ...held: readonly Grant[]) =>
      on('2027-03-10', lent(ASI, { grant, held })).map((g) => g.committees ?? 'none named');
    expect(left(REP)).toEqual([]);
    expect(left(REP, { role: 'MBUA' })).toEqual([]);
    expect(left(REP, REP)).toEqual(['none named']);
    expect(left(REP, { ...REP, committees: [7] })).toEqual([[7]]);
    expect(left({ ...REP, committees: [7] }, REP)).toEqual([[7]]);
    expect(left(tpm([1, 2]), tpm([2, 3]))).toEqual([[2]]);
    expect(left(tpm([1, 2]), tpm([3]))).toEqual([]);
    expect(left(tpm([1, 2]), tpm())).toEqual([]);
    expect(left(tpm('ALL'), tpm([3]), tpm([4]))).toEqual([[3, 4]]);
    expect(left(tpm([1, 2]), tpm('ALL'))).toEqual([[1, 2]]);
    // A desk that names no committee looks after none, and lends none.
    expect(left(tpm(), tpm([3]))).toEqual([]);
    expect(left(tpm(), tpm('ALL'))).toEqual([]);
  });

  it('lets the deputy see and act, and says for whom', () => {
    const deputy = standingOf(bare, lent(ASI), TODAY);
    const state = stateOf();
    expect(rolesOf(deputy, state)).toContain('LEAD_REP');
    expect(canSee(deputy, state)).toBe(true);
    expect(actsForIn('LEAD_REP', deputy, state)).toBe('boss');
    expect(actsForIn('LEAD_REP', cast.lead, state)).toBeNull();
  });

  it('is named in what the deputy reads or tries with it, and not where they need it not', () => {
    const deputy = standingOf(bare, lent(ASI), TODAY);
    const state = stateOf();
    expect(readsFor(deputy, state)).toBe('boss');
    expect(readsFor(cast.lead, state)).toBeNull();
    const both = { ...deputy, grants: [REP, ...deputy.grants] };
    expect(readsFor(both, state)).toBeNull();
    const withOffice = { ...deputy, grants: [{ role: 'MBUA' } as const, ...deputy.grants] };
    expect(readsFor(withOffice, state)).toBe('boss');
    const tries = (who: Principal, type: string) => triesFor(state, { type, payload: {} }, who);
    expect(tries(deputy, 'InvitePartner')).toBe('boss');
    expect(tries(deputy, 'RecordTmbDecision')).toBe('boss');
    expect(tries(both, 'InvitePartner')).toBeNull();
    expect(
      tries(standingOf(bare, lent(ASI, { commands: ['X'] }), TODAY), 'InvitePartner'),
    ).toBeNull();
  });

  it('is limited to the kinds of command that were named', () => {
    const deputy = standingOf(bare, lent(ASI, { commands: ['InvitePartner'] }), TODAY);
    const role = (command: string) => {
      const definition = definitions[command];
      if (definition === undefined) throw new Error(command);
      return roleFor(definition, forCommand(deputy, command), stateOf());
    };
    expect(role('InvitePartner')).toBe('LEAD_REP');
    expect(role('EditRequest')).toBeNull();
  });

  it('never gives one person both sides of an agreement (D21)', () => {
    const deputy = standingOf(bare, lent(ASI), TODAY);
    const empty = stateOf().proposal;
    const named = (side: 'LEAD' | 'TWINNED') =>
      stateOf({ proposal: { ...empty, nominees: [{ side, person: 'p' }] } as never });
    expect(rolesOf(deputy, named('LEAD'))).toContain('LEAD_REP');
    expect(rolesOf(deputy, named('TWINNED'))).not.toContain('LEAD_REP');
  });

  it('never lets a named person decide for a desk (D21)', () => {
    const grant: Grant = { role: 'TMB_SEC' };
    const deputy = standingOf(bare, lent(0, { grant, held: [grant] }), TODAY);
    const empty = stateOf().proposal;
    const named = stateOf({
      proposal: { ...empty, nominees: [{ side: 'LEAD', person: 'p' }] } as never,
    });
    expect(rolesOf(deputy, stateOf())).toContain('TMB_SEC');
    expect(rolesOf(deputy, named)).not.toContain('TMB_SEC');
  });
});
