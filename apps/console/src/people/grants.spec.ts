import { describe, expect, it } from '@jest/globals';
import type { Me } from '../console.js';
import { arrangesForOthers, givable, ISO_DESKS, ownRoles, standingIn } from './grants.js';

const me = (member: number | null, ...roles: readonly string[]): Me =>
  ({ person: 'p', member, roles: roles.map((role) => ({ role })) }) as unknown as Me;

describe('how a person stands to the people of a body', () => {
  it('administers the own body alone', () => {
    expect(standingIn(me(1529, 'MBUA'), 1529)).toBe('ADMINISTRATOR');
    expect(standingIn(me(1529, 'MBUA'), 1747)).toBe('READER');
    expect(standingIn(me(1529, 'MBUA'), ISO_DESKS)).toBe('READER');
  });

  it('is one of the people of the own body, or of the desks', () => {
    expect(standingIn(me(1529, 'NSB_REP'), 1529)).toBe('SELF');
    expect(standingIn(me(1529), 1529)).toBe('SELF');
    expect(standingIn(me(null, 'TPM'), ISO_DESKS)).toBe('SELF');
    expect(standingIn(me(null, 'AUDITOR'), 1529)).toBe('READER');
  });

  it('offers the roles that are theirs to give', () => {
    expect(givable('ADMINISTRATOR', 1529)).toEqual(['NSB_REP', 'MBUA']);
    expect(givable('CENTRAL', 1529)).toEqual(['MBUA', 'TMB_MEMBER']);
    expect(givable('CENTRAL', ISO_DESKS)).toContain('TPM');
    expect(givable('SELF', 1529)).toEqual([]);
  });

  it('delegates what is held in the own right, and never an audit', () => {
    const by = { delegation: 'D1', person: 'q', commands: 'ALL' };
    const roles = [{ role: 'NSB_REP' }, { role: 'MBUA', by }, { role: 'AUDITOR' }];
    expect(ownRoles({ ...me(1529), roles } as unknown as Me)).toEqual(['NSB_REP']);
  });

  it('arranges for a colleague only by an office of one’s own', () => {
    const by = { delegation: 'D1', person: 'q', commands: 'ALL' };
    const lent = { ...me(1529), roles: [{ role: 'MBUA', by }] } as unknown as Me;
    expect(arrangesForOthers(me(1529, 'MBUA'), 'ADMINISTRATOR', 1529)).toBe(true);
    expect(arrangesForOthers(lent, 'ADMINISTRATOR', 1529)).toBe(false);
    expect(arrangesForOthers(me(null, 'ISO_CS'), 'CENTRAL', ISO_DESKS)).toBe(true);
    expect(arrangesForOthers(me(null, 'ISO_CS'), 'CENTRAL', 1529)).toBe(false);
    expect(arrangesForOthers(me(1529, 'NSB_REP'), 'SELF', 1529)).toBe(false);
  });
});
