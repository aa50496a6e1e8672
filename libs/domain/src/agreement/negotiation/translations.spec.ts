import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { bothAccept, clauseIn, hashOf, pairOf, waived, written } from './testing.js';

const of = (s: Story, language: 'en' | 'fr', text: string, clause = 'exit') => ({
  ...{ clause, ofHash: hashOf(s, clause), language, value: { text } },
});
const french = (s: Story) => clauseIn(s, 'exit').translations.find((t) => t.language === 'fr');

describe('a translation that stands', () => {
  it('is replaced only by whoever names it, and is shown to the other', () => {
    const s = written();
    const [first, other] = [of(s, 'fr', 'Un mois.'), of(s, 'fr', 'Trente jours.')];
    // Both have read the clause without a translation, and translate it.
    s.does(cast.twinned, 'TranslateClause', first);
    const standing = french(s)?.hash ?? '';
    const refusal = s.refuses(cast.lead, 'TranslateClause', other);
    expect(refusal).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: {
        ...{ clause: 'exit', language: 'fr', ofHash: null },
        ...{ current: standing, currentValue: { text: 'Un mois.' }, changedBy: 'TWINNED' },
      },
    });
    expect(french(s)?.value).toEqual({ text: 'Un mois.' });
    s.does(cast.lead, 'TranslateClause', { ...other, replaces: standing });
    expect(french(s)?.value).toEqual({ text: 'Trente jours.' });
    const late = { ...of(s, 'fr', 'Un mois plein.'), replaces: standing };
    expect(s.refuses(cast.twinned, 'TranslateClause', late)).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: { ofHash: standing, currentValue: { text: 'Trente jours.' }, changedBy: 'LEAD' },
    });
  });

  it('is named where it stands: one that is gone, or never was, is not replaced', () => {
    const s = written();
    s.does(cast.twinned, 'TranslateClause', of(s, 'fr', 'Un mois.'));
    const replaces = french(s)?.hash;
    for (const side of [cast.lead, cast.twinned]) {
      s.does(side, 'WaiveTranslation', { language: 'fr' });
    }
    const again = { ...of(s, 'fr', 'Deux mois.'), replaces };
    expect(s.refuses(cast.lead, 'TranslateClause', again)).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: { current: null, currentValue: null },
    });
  });

  it('of an earlier text need not be named, and may be', () => {
    for (const isNamed of [true, false]) {
      const s = written();
      s.does(cast.twinned, 'TranslateClause', of(s, 'fr', 'Un mois.'));
      s.does(cast.lead, 'ProposeTerms', { changes: [of(s, 'en', 'Two months.')] });
      expect(french(s)).toMatchObject({ current: false });
      const replaces = french(s)?.hash ?? '';
      s.does(cast.twinned, 'TranslateClause', {
        ...of(s, 'fr', 'Deux mois.'),
        ...(isNamed && { replaces }),
      });
      expect(french(s)).toMatchObject({ current: true, value: { text: 'Deux mois.' } });
    }
  });
});

describe('a withdrawn proposal', () => {
  it('gives the text before it its translation back', () => {
    const s = waived();
    s.does(cast.twinned, 'TranslateClause', of(s, 'fr', 'Un mois.'));
    const before = pairOf(s);
    s.does(cast.lead, 'ProposeTerms', { changes: [of(s, 'en', 'Two months.')] });
    s.does(cast.lead, 'TranslateClause', of(s, 'fr', 'Deux mois.'));
    expect(french(s)).toMatchObject({ current: true, value: { text: 'Deux mois.' } });
    s.does(cast.lead, 'WithdrawProposal', { proposal: 'P2' });
    expect(clauseIn(s, 'exit').translations).toMatchObject([
      { language: 'fr', current: true, value: { text: 'Un mois.' } },
    ]);
    expect(pairOf(s)).toEqual(before);
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });
});
