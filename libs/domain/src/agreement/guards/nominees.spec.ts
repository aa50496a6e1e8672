import { describe, expect, it } from '@jest/globals';
import { emptyAgreement } from '../../kernel/evolve.js';
import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import type { Nominee } from '../proposal/state.js';
import { nomineesInPlace, nomineesReady } from './nominees.js';

const named = (side: Side, over: Partial<Nominee> = {}): Nominee => ({
  side,
  person: `${side}-person`,
  cv: 'c'.repeat(64),
  delegate: false,
  categoryC: false,
  accepted: true,
  vacant: false,
  termEnd: null,
  ...over,
});

const having = (type: TwinningType, nominees: readonly Nominee[]) => {
  const state = emptyAgreement('a');
  return { ...state, type, proposal: { ...state.proposal, nominees } };
};

describe('G10: both persons of a leadership twinning', () => {
  const ready = (type: TwinningType, ...nominees: Nominee[]) => {
    return nomineesReady(having(type, nominees));
  };

  it('are named with a CV, each by its side, and have accepted', () => {
    expect(ready('CHAIR', named('LEAD'), named('TWINNED'))).toBeNull();
    expect(ready('P_MEMBER')).toBeNull();
    expect(ready('CHAIR', named('LEAD'))).toMatchObject({
      refused: 'CV_MISSING',
      details: { side: 'TWINNED' },
    });
    expect(ready('CHAIR', named('LEAD', { cv: null }), named('TWINNED'))).toMatchObject({
      refused: 'CV_MISSING',
      details: { side: 'LEAD' },
    });
    expect(ready('SECRETARIAT', named('LEAD'), named('TWINNED', { accepted: null }))).toMatchObject(
      {
        refused: 'NOMINATION_NOT_ACCEPTED',
        details: { side: 'TWINNED' },
      },
    );
  });

  it('a chair is no national delegate, a convenor no expert of a category C liaison', () => {
    const delegate = named('TWINNED', { delegate: true });
    expect(ready('CHAIR', named('LEAD'), delegate)).toMatchObject({
      refused: 'CHAIR_IS_DELEGATE',
      details: { side: 'TWINNED' },
    });
    expect(ready('SECRETARIAT', named('LEAD'), delegate)).toBeNull();
    const expert = named('LEAD', { categoryC: true });
    expect(ready('CONVENOR', expert, named('TWINNED'))).toMatchObject({
      refused: 'NOMINEE_NOT_ELIGIBLE',
      details: { side: 'LEAD' },
    });
    expect(ready('CHAIR', expert, named('TWINNED'))).toBeNull();
  });

  it.each(['CHAIR', 'CONVENOR', 'SECRETARIAT'] as const)(
    '%s: are two: nobody is named by both partners (D21)',
    (type) => {
      const lead = named('LEAD', { person: 'the-same' });
      expect(ready(type, lead, named('TWINNED', { person: 'the-same' }))).toMatchObject({
        refused: 'NOMINEE_NOT_ELIGIBLE',
        clause: 'ST.4(d)',
        details: { side: 'TWINNED' },
      });
      expect(ready(type, lead, named('TWINNED'))).toBeNull();
    },
  );
});

describe('the seats at the acceptance of the documents', () => {
  it('are all taken (NOMINEE_VACANT)', () => {
    expect(nomineesInPlace(having('CHAIR', [named('LEAD'), named('TWINNED')]))).toBeNull();
    const empty = having('CHAIR', [named('LEAD'), named('TWINNED', { vacant: true })]);
    expect(nomineesInPlace(empty)).toMatchObject({
      refused: 'NOMINEE_VACANT',
      details: { side: 'TWINNED' },
    });
  });
});
