import { describe, expect, it } from '@jest/globals';
import type { Me } from './console.js';
import { placesOf } from './parts/places.js';
import { filingOf } from './roles.js';

const as = (role: string): Me => ({ roles: [{ role }], member: null }) as unknown as Me;

describe('what is offered', () => {
  it('is the filing of a review, of its year, to the TMB secretariat alone', () => {
    expect(filingOf(as('TMB_SEC'), 'A', 2027)).toBe(
      '/agreements/A/do/ConcludeAnnualReview?year=2027',
    );
    for (const role of ['TPM', 'ISO_CS', 'AUDITOR', 'COMMITTEE_MANAGER']) {
      expect(filingOf(as(role), 'A', 2027)).toBeNull();
    }
  });

  it('is the key to a new proposal to whom may make one', () => {
    expect(placesOf(as('NSB_REP'))['n']).toBe('/new');
    expect(placesOf(as('TPM'))['n']).toBeUndefined();
    expect(placesOf(null)['i']).toBe('/');
  });
});
