import { describe, expect, it } from '@jest/globals';
import { STEP_UP } from './claims.js';
import { claimMap, homeTerms, principalUnder, type IssuerTerms } from './issuer-terms.js';

const NOW_MS = Date.parse('2027-01-04T09:00:00Z');
const NOW = NOW_MS / 1000;

describe('a fresh proof of the person', () => {
  const proved = (over: object, terms: IssuerTerms = homeTerms()): boolean =>
    principalUnder(terms, { sub: 'person', ...over }, NOW_MS).stepUp;

  it.each([
    ['no more than the sign-in', {}, false],
    ['a context without a time', { acr: STEP_UP }, false],
    ['a context of just now', { acr: STEP_UP, auth_time: NOW - 599 }, true],
    ['a context of ten minutes ago', { acr: STEP_UP, auth_time: NOW - 600 }, false],
    ['a context of later', { acr: STEP_UP, auth_time: NOW + 6 }, false],
    ['a context of a time that is none', { acr: STEP_UP, auth_time: String(NOW) }, false],
    ['another context', { acr: 'urn:other', auth_time: NOW }, false],
    ['a method that was not agreed on', { amr: ['hwk'], auth_time: NOW }, false],
  ])('%s: %j', (_, over, expected) => {
    expect(proved(over)).toBe(expected);
  });

  it('may be a method that was agreed on, with its time', () => {
    const terms = { ...homeTerms(), claims: claimMap.parse({ acr: [], amr: ['hwk'] }) };
    const by = (over: object) => proved({ amr: ['pwd', 'hwk'], ...over }, terms);
    expect([by({ auth_time: NOW - 30 }), by({ auth_time: NOW - 600 }), by({})]).toEqual([
      true,
      false,
      false,
    ]);
    expect(proved({ acr: STEP_UP }, terms)).toBe(false);
  });
});
