import { describe, expect, it } from '@jest/globals';
import { inForce } from '../agreement/execution/given.js';
import { ASI, cast, COMMITTEE, GSA, IES, usualFacts } from '../testing/people.js';
import { Story } from '../testing/story.js';
import { actsForIn, canSee, roleAmong, rolesFor, rolesOf } from './access.js';
import { emptyAgreement } from './evolve.js';
import type { Grant, Principal } from './principal.js';
import type { Agreement } from './state.js';
import type { Role, Side } from './vocabulary.js';

const PARENT = 47858;
const running = inForce().state;
const chair = inForce({ type: 'CHAIR', parent: PARENT }).state;

const lent = (grant: Omit<Grant, 'by'>): Grant => ({
  ...grant,
  by: { delegation: 'D1', person: 'boss', commands: 'ALL' },
});
const who = (member: number | null, ...grants: readonly Grant[]): Principal => ({
  ...{ person: 'p', member, grants, stepUp: true },
});

/** The agreement with this person, and somebody else on the other side, among the signatories. */
const signing = (person: string, side: Side, state: Agreement = running): Agreement => ({
  ...state,
  negotiation: {
    ...state.negotiation,
    signatories: [{ side, person, authority: 'a'.repeat(64) }],
  },
});
const nominating = (person: string, side: Side, state: Agreement = running): Agreement => ({
  ...state,
  proposal: {
    ...state.proposal,
    nominees: [{ side, person, accepted: null }],
  } as unknown as Agreement['proposal'],
});

describe('Who is named for one side', () => {
  const rep: Grant = { role: 'NSB_REP' };
  const rolesWith = (grant: Grant, member: number | null, state: Agreement) =>
    rolesOf(who(member, grant), state);

  it('does not stand in for the other side', () => {
    for (const named of [signing, nominating]) {
      expect(rolesWith(lent(rep), ASI, named('p', 'TWINNED'))).not.toContain('LEAD_REP');
      expect(rolesWith(lent(rep), IES, named('p', 'LEAD'))).not.toContain('TWINNED_REP');
    }
  });

  it('stands in for their own side', () => {
    expect(rolesWith(lent(rep), ASI, signing('p', 'LEAD'))).toContain('LEAD_REP');
    expect(rolesWith(lent(rep), IES, signing('p', 'TWINNED'))).toContain('TWINNED_REP');
    expect(rolesWith(lent(rep), IES, nominating('p', 'TWINNED'))).toContain('TWINNED_REP');
  });

  it('does not stand in for a desk that decides, whichever side it is', () => {
    const desk = lent({ role: 'TPM', committees: 'ALL' });
    for (const side of ['LEAD', 'TWINNED'] as const) {
      expect(rolesWith(desk, null, signing('p', side))).toEqual(['SIGNATORY']);
    }
    expect(rolesWith(desk, null, signing('somebody', 'LEAD'))).toEqual(['TPM']);
  });

  it('bars nobody else', () => {
    expect(rolesWith(lent(rep), ASI, signing('somebody', 'TWINNED'))).toContain('LEAD_REP');
    expect(rolesWith(lent(rep), IES, nominating('somebody', 'LEAD'))).toContain('TWINNED_REP');
  });

  it('keeps what they hold in their own right', () => {
    expect(rolesWith(rep, ASI, signing('p', 'TWINNED'))).toContain('LEAD_REP');
    expect(rolesWith({ role: 'TMB_SEC' }, null, signing('p', 'LEAD'))).toContain('TMB_SEC');
  });

  it('has the role for which they are named, and not the other', () => {
    const bare: Agreement = { ...running, negotiation: emptyAgreement('a').negotiation };
    expect(rolesOf(who(null), nominating('p', 'LEAD', bare))).toEqual(['NOMINEE']);
    expect(rolesOf(who(null), signing('p', 'LEAD', bare))).toEqual(['SIGNATORY']);
  });
});

describe('The roles towards an agreement', () => {
  it('of a partner are those of its side and of every body', () => {
    expect(rolesOf(cast.lead, running)).toEqual(['LEAD_REP', 'NSB_REP', 'MEMBER_REP']);
    expect(rolesOf(cast.twinned, running)).toEqual(['TWINNED_REP', 'NSB_REP', 'MEMBER_REP']);
    expect(rolesOf(cast.third, running)).toEqual(['NSB_REP', 'MEMBER_REP']);
    expect(rolesOf(cast.leadMbua, running)).toEqual(['LEAD_MBUA']);
  });

  it('are of no side for somebody without a body, though a side is still open', () => {
    const open = { ...running, lead: null, twinned: null };
    expect(rolesOf(who(null, { role: 'NSB_REP' }), open)).toEqual(['NSB_REP', 'MEMBER_REP']);
    expect(rolesOf(who(null, { role: 'MBUA' }), open)).toEqual([]);
  });

  it('of an invited body are there for as long as its own invitation is open', () => {
    const s = new Story('2027-01-04T09:00:00Z', usualFacts);
    s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
    s.does(cast.lead, 'InvitePartner', { member: IES });
    expect(rolesOf(cast.twinned, s.state)).toContain('INVITED_REP');
    expect(rolesOf(cast.third, s.state)).not.toContain('INVITED_REP');
    expect([canSee(cast.twinned, s.state), canSee(cast.third, s.state)]).toEqual([true, false]);
    s.does(cast.twinned, 'DeclineInvitation', {});
    expect(rolesOf(cast.twinned, s.state)).not.toContain('INVITED_REP');
    expect(cast.third.member).toBe(GSA);
  });

  it('of a desk need a list of committees with this one in it', () => {
    const desk = (committees?: Grant['committees']) =>
      rolesOf(who(null, { role: 'TPM', ...(committees !== undefined && { committees }) }), running);
    expect(desk()).toEqual([]);
    expect(desk([])).toEqual([]);
    expect(desk([PARENT])).toEqual([]);
    expect(desk([PARENT, COMMITTEE])).toEqual(['TPM']);
    expect(desk('ALL')).toEqual(['TPM']);
  });

  it('of the manager of the parent are there where it is involved, for what it may do', () => {
    const above = cast.parentManager;
    expect(rolesFor({ ofParent: true }, above, chair)).toEqual(['COMMITTEE_MANAGER']);
    expect(rolesFor({}, above, chair)).toEqual([]);
    expect(rolesFor({ ofParent: true }, above, running)).toEqual([]);
    expect(rolesFor({ ofParent: true }, cast.manager, chair)).toEqual(['COMMITTEE_MANAGER']);
  });
});

describe('For whom somebody acts', () => {
  const manager = (...committees: readonly number[]): Grant => ({
    ...{ role: 'COMMITTEE_MANAGER', committees },
  });

  it('is who lent the role, and nobody where they hold it themselves', () => {
    const rep = { role: 'NSB_REP' } as const;
    expect(actsForIn('LEAD_REP', who(ASI, lent(rep)), running)).toBe('boss');
    expect(actsForIn('LEAD_REP', who(ASI, rep), running)).toBeNull();
    expect(actsForIn('LEAD_REP', who(ASI, rep, lent(rep)), running)).toBeNull();
  });

  it('is the manager of the parent committee where that committee alone is lent', () => {
    const above = who(null, lent(manager(PARENT)));
    expect(actsForIn('COMMITTEE_MANAGER', above, chair)).toBe('boss');
    expect(actsForIn('COMMITTEE_MANAGER', above, running)).toBeNull();
    expect(actsForIn('TPM', above, chair)).toBeNull();
  });

  it('is decided by the committee itself before its parent', () => {
    const own = who(null, manager(COMMITTEE), lent(manager(PARENT)));
    expect(actsForIn('COMMITTEE_MANAGER', own, chair)).toBeNull();
    const both = who(null, lent(manager(COMMITTEE)), manager(PARENT));
    expect(actsForIn('COMMITTEE_MANAGER', both, chair)).toBe('boss');
  });
});

describe('The role in which a command is issued', () => {
  const own: readonly Role[] = ['LEAD_REP', 'TPM', 'TMB_SEC'];
  const among = (...allowed: Parameters<typeof roleAmong>[0]['allowed']) =>
    roleAmong({ allowed }, own, running);

  it('is the first that may issue it in this status', () => {
    expect(among({ roles: ['TPM'], in: ['DRAFT'] }, { roles: ['TMB_SEC'], in: ['ACTIVE'] })).toBe(
      'TMB_SEC',
    );
    expect(among({ roles: ['TPM'], in: ['ACTIVE'] }, { roles: ['TMB_SEC'], in: ['ACTIVE'] })).toBe(
      'TPM',
    );
    expect(among({ roles: ['ISO_CS', 'TMB_SEC', 'TPM'], in: ['ACTIVE'] })).toBe('TMB_SEC');
  });

  it('is one that may issue it for this type, before one that may not', () => {
    const rows = [
      { roles: ['TPM'], in: ['ACTIVE'], types: ['CHAIR'] },
      { roles: ['TMB_SEC'], in: ['ACTIVE'], types: ['CONVENOR', 'P_MEMBER'] },
    ] as const;
    expect(among(...rows)).toBe('TMB_SEC');
    expect(among(rows[0], { roles: ['TMB_SEC'], in: ['ACTIVE'] })).toBe('TMB_SEC');
  });

  it('is otherwise the first of this status, or the first of any, so that a refusal can say why', () => {
    expect(
      among(
        { roles: ['LEAD_REP'], in: ['DRAFT'] },
        { roles: ['TPM'], in: ['ACTIVE'], types: ['CHAIR'] },
        { roles: ['TMB_SEC'], in: ['ACTIVE'], types: ['CONVENOR'] },
      ),
    ).toBe('TPM');
    expect(among({ roles: ['TMB_SEC'], in: ['DRAFT'] }, { roles: ['TPM'], in: ['DRAFT'] })).toBe(
      'TMB_SEC',
    );
  });

  it('is none for whoever has none of its roles', () => {
    expect(among({ roles: ['ISO_CS'], in: ['ACTIVE'] })).toBeNull();
    expect(roleAmong({ allowed: [{ roles: ['TPM'], in: ['ACTIVE'] }] }, [], running)).toBeNull();
  });
});
