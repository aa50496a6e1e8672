import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { exampleValues } from './example.js';
import {
  TERM,
  bothAccept,
  hashOf,
  pairOf,
  readBy,
  translated,
  waived,
  written,
} from './testing.js';

const french = exampleValues('P_MEMBER', TERM, 'fr');

describe('WaiveTranslation', () => {
  it('takes both sides and drops the translations of that language', () => {
    const s = written();
    s.does(cast.twinned, 'TranslateClause', {
      clause: 'exit',
      ofHash: hashOf(s, 'exit'),
      language: 'fr',
      value: french['exit'],
    });
    expect(typesOf(s.does(cast.lead, 'WaiveTranslation', { language: 'fr' }))).toEqual([
      'JointActProposed',
    ]);
    expect(typesOf(s.does(cast.twinned, 'WaiveTranslation', { language: 'fr' }))).toEqual([
      'JointActAgreed',
      'TranslationWaived',
    ]);
    expect(readBy(s).clauses.find((c) => c.clause === 'exit')?.translations).toEqual([]);
  });

  it('stays when one clause is translated after all; that one then has to fit its text', () => {
    const s = waived();
    const translate = () =>
      s.does(cast.twinned, 'TranslateClause', {
        ...{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr', value: french['exit'] },
      });
    translate();
    expect(readBy(s).clauses.flatMap((c) => c.untranslated)).toEqual([]);
    expect(typesOf(s.does(cast.lead, 'AcceptTerms', pairOf(s)))).toEqual(['TermsAccepted']);
    const value = { text: 'Otherwise.' };
    s.does(cast.lead, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'en', value }],
    });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s))).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'] },
    });
    // Both may do without that one too: it goes.
    s.does(cast.lead, 'WaiveTranslation', { language: 'fr' });
    s.does(cast.twinned, 'WaiveTranslation', { language: 'fr' });
    expect(s.state.negotiation).toMatchObject({ waived: ['fr'], translations: [] });
    expect(s.does(cast.lead, 'WaiveTranslation', { language: 'fr' })).toEqual([]);
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });

  it('ends with a translation in a record from before it stayed', () => {
    const s = waived();
    s.given(
      event('ClauseTranslated', {
        ...{ clause: 'exit', side: 'LEAD', language: 'fr', ofHash: hashOf(s, 'exit') },
        ...{ value: { text: 'Autrement.' }, hash: 'e'.repeat(64) },
      }),
    );
    expect(s.state.negotiation.waived).toEqual([]);
  });

  it('is refused for the authentic language and for a frozen text', () => {
    expect(written().refuses(cast.lead, 'WaiveTranslation', { language: 'en' }).refused).toBe(
      'INVALID_INPUT',
    );
    const s = translated();
    bothAccept(s);
    expect(s.refuses(cast.lead, 'WaiveTranslation', { language: 'fr' }).refused).toBe(
      'TERMS_FROZEN',
    );
  });

  it('appends nothing when it has been waived', () => {
    const s = written();
    s.does(cast.lead, 'WaiveTranslation', { language: 'fr' });
    expect(s.does(cast.lead, 'WaiveTranslation', { language: 'fr' })).toEqual([]);
    s.does(cast.twinned, 'WaiveTranslation', { language: 'fr' });
    expect(s.does(cast.lead, 'WaiveTranslation', { language: 'fr' })).toEqual([]);
  });
});
