import { describe, expect, it } from '@jest/globals';
import { cast } from '../testing/people.js';
import { submitted, TERM } from '../agreement/negotiation/testing.js';
import { standingText, startAhead, statusText } from './status.js';

describe('the status of documents that lie with the TPM', () => {
  it('is that they are being checked, until the TPM has accepted them', () => {
    const s = submitted('2027-09-10');
    expect(standingText(s.state, 'en')).toBe('Agreement and plan being checked');
    expect(standingText(s.state, 'fr')).toBe('Accord et plan à l’examen');
  });

  it('names the first day, which is waited for, once they are accepted', () => {
    const s = submitted('2027-09-10');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    expect(standingText(s.state, 'en')).toBe(
      'Agreement and plan accepted, begins on 1 October 2027',
    );
    expect(standingText(s.state, 'fr')).toBe(
      'Accord et plan acceptés, commence le 1er octobre 2027',
    );
  });

  it('does not name it to whoever is not told the terms', () => {
    expect(statusText('AGREEMENT_IN_REVIEW', { on: null }, 'en')).toBe(
      'Agreement and plan accepted, not begun yet',
    );
    expect(statusText('AGREEMENT_IN_REVIEW', { on: null }, 'fr')).toBe(
      'Accord et plan acceptés, pas encore commencé',
    );
  });

  it('is that of force from the first day on', () => {
    const s = submitted('2027-09-10');
    s.does(cast.tpm, 'AcceptDocuments');
    s.until(TERM.start);
    expect(startAhead(s.state)).toBeNull();
    expect(standingText(s.state, 'en')).toBe('In force');
  });

  it('is that of force at once when the first day has come before the acceptance', () => {
    const s = submitted('2027-10-10');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(standingText(s.state, 'fr')).toBe('En vigueur');
  });
});
