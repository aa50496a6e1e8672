import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { TWINNING_TYPES } from '../../kernel/vocabulary.js';
import { gapsIn } from './gaps.js';
import { startersFor } from './starters.js';
import { bothAccept, clauseIn, designated, hashOf, pairOf, waived } from './testing.js';

const TAKEN_OVER = 'The contact persons write in [language] and answer within [five] working days.';

function proposes(s: Story, clause: string, value: object, language = 'en'): Story {
  s.does(cast.lead, 'ProposeTerms', {
    changes: [{ clause, ofHash: hashOf(s, clause) || null, language, value }],
  });
  return s;
}
/** As it was opened before the fourth version of the template. */
function older(s: Story): Story {
  const { type } = s.state;
  const templateVersion = `twinning-agreement-3/${type}`;
  s.state = {
    ...s.state,
    negotiation: { ...s.state.negotiation, templateVersion, templateHash: null },
  };
  return s;
}

describe('what is left to fill in', () => {
  it('is whatever stands in square brackets and is no number, wherever it stands in a value', () => {
    expect(gapsIn('Files in [language], see [1] and [3, 5–7], […] of [ ] (round) ]x[')).toEqual([
      ...['[language]', '[…]', '[ ]'],
    ]);
    expect(gapsIn({ items: [{ topic: 'Tools', attendees: '[names]' }], text: '[date]' })).toEqual([
      ...['[names]', '[date]'],
    ]);
    expect(gapsIn({ cadenceMonths: 3, flag: true })).toEqual([]);
  });

  it('is found in each suggestion of ours that has some, as often in French as in English', () => {
    for (const type of TWINNING_TYPES) {
      const { state } = waived({ type });
      const open = startersFor(state).map(({ clause, language, value }) => ({
        ...{ clause, language, gaps: gapsIn(value).length },
      }));
      expect(open.filter((o) => o.gaps > 0).map((o) => o.clause)).toEqual(
        expect.arrayContaining(['national-plan', 'communication', 'early-end']),
      );
      for (const { clause, gaps } of open.filter((o) => o.language === 'en')) {
        expect(open.find((o) => o.clause === clause && o.language === 'fr')?.gaps).toBe(gaps);
      }
    }
  });

  it('may be proposed and accepted in a clause, and keeps the whole from being agreed, by name', () => {
    const s = proposes(waived(), 'communication', { text: TAKEN_OVER });
    s.does(cast.twinned, 'AcceptClause', {
      clause: 'communication',
      hash: hashOf(s, 'communication'),
    });
    expect(clauseIn(s, 'communication').acceptedBy).toEqual(['LEAD', 'TWINNED']);
    for (const who of [cast.lead, cast.twinned]) {
      expect(s.refuses(who, 'AcceptTerms', pairOf(s))).toMatchObject({
        ...{ refused: 'PLACEHOLDER_LEFT', clause: 'rules 3.2' },
        details: {
          clauses: ['communication'],
          open: [{ clause: 'communication', passages: ['[language]', '[five]'] }],
        },
      });
    }
    bothAccept(proposes(s, 'communication', { text: 'They write in English, as agreed in [1].' }));
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });

  it('is looked for in a translation and in a structured clause too', () => {
    const s = waived();
    s.does(cast.twinned, 'TranslateClause', {
      ...{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr' },
      value: { text: 'La dernière [année].' },
    });
    proposes(s, 'finance', { variant: 'NONE', text: 'Each bears [its] costs.' });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s)).details['clauses']).toEqual([
      ...['finance', 'exit'],
    ]);
  });

  it('is never signed: there is nothing to sign before the whole is agreed', () => {
    const s = designated();
    s.does(cast.twinned, 'ReopenTerms', { parts: ['AGREEMENT'], reason: 'The end is not clear.' });
    proposes(s, 'exit', { text: 'After [date].' });
    const { documentHash } = pairOf(s);
    const original = { documentHash, originalNo: 1 };
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s)).refused).toBe('PLACEHOLDER_LEFT');
    expect(s.refuses(cast.leadSignatory, 'SignAgreement', original).refused).toBe(
      'TERMS_NOT_FROZEN',
    );
  });

  it('is not asked of an agreement that was opened with an earlier template', () => {
    const s = proposes(older(waived()), 'communication', { text: TAKEN_OVER });
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });
});
