import { describe, expect, it } from '@jest/globals';
import { REFERENCE_MEMBERS } from './members.js';
import { referenceSet } from './reference-set.js';

const committee = (reference: string) =>
  referenceSet.committees.committees.find((c) => c.reference === reference)?.members;

const id = (acronym: string) => REFERENCE_MEMBERS.find((m) => m.acronym === acronym)?.id ?? 0;

describe('the reference set', () => {
  it('has twenty members and twelve committees, each id once', () => {
    expect(new Set(REFERENCE_MEMBERS.map((m) => m.id)).size).toBe(20);
    expect(new Set(referenceSet.committees.committees.map((c) => c.id)).size).toBe(12);
  });

  it('lists each member of a committee once and its secretariat as P-member', () => {
    for (const { reference, members, secretariat } of referenceSet.committees.committees) {
      expect([reference, members.get(secretariat ?? 0)]).toEqual([reference, 'P']);
    }
  });

  it.each([
    ['ASI', 'IES', 'ISO/TC 34/SC 5'],
    ['NEN', 'GSA', 'ISO/TC 30'],
    ['AFNOR', 'ASN', 'ISO/TC 34'],
    ['SIS', 'RSB', 'ISO/IEC JTC 1'],
    ['DIN', 'KEBS', 'ISO/TC 46'],
  ])('%s can lead %s in %s: one is P-member, the other O-member', (lead, twinned, reference) => {
    const members = committee(reference);
    expect([members?.get(id(lead)), members?.get(id(twinned))]).toEqual(['P', 'O']);
  });
});
