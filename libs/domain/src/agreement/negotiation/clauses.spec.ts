import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { exampleTerms, exampleValues } from './example.js';
import {
  bothAccept,
  clauseIn,
  frozen,
  hashOf,
  negotiating,
  pairOf,
  TERM,
  translated,
  waived,
  written,
} from './testing.js';

const french = exampleValues('P_MEMBER', TERM, 'fr');

describe('AcceptClause', () => {
  it('agrees the clause when the other side wrote it', () => {
    const s = written();
    const payload = { clause: 'exit', hash: hashOf(s, 'exit') };
    expect(typesOf(s.does(cast.twinned, 'AcceptClause', payload))).toEqual([
      'ClauseAccepted',
      'ClauseAgreed',
    ]);
  });

  it('is refused for a version that is no longer current and for a locked clause', () => {
    const s = written();
    const stale = { clause: 'exit', hash: 'b'.repeat(64) };
    expect(s.refuses(cast.twinned, 'AcceptClause', stale).refused).toBe('TEXT_CHANGED');
    const locked = { clause: 'voting', hash: hashOf(s, 'voting') };
    expect(s.refuses(cast.twinned, 'AcceptClause', locked).refused).toBe('CLAUSE_LOCKED');
  });

  it('is refused the second time and to the author', () => {
    const s = written();
    const payload = { clause: 'exit', hash: hashOf(s, 'exit') };
    s.does(cast.twinned, 'AcceptClause', payload);
    expect(s.refuses(cast.twinned, 'AcceptClause', payload).refused).toBe('ALREADY_ACCEPTED');
    expect(s.refuses(cast.lead, 'AcceptClause', payload).refused).toBe('ALREADY_ACCEPTED');
  });
});

describe('RejectClause', () => {
  const rejecting = (s = waived()) => ({
    s,
    payload: { clause: 'exit', hash: hashOf(s, 'exit'), reason: 'Too vague.' },
  });

  it('blocks the acceptance of the whole until the clause is accepted after all', () => {
    const { s, payload } = rejecting();
    s.does(cast.twinned, 'RejectClause', payload);
    expect(s.refuses(cast.twinned, 'AcceptTerms', pairOf(s)).refused).toBe('CLAUSE_REJECTED');
    s.does(cast.twinned, 'AcceptClause', { clause: 'exit', hash: payload.hash });
    expect(typesOf(s.does(cast.twinned, 'AcceptTerms', pairOf(s)))).toEqual(['TermsAccepted']);
  });

  it('takes back the acceptance of the whole by the side that rejects', () => {
    const { s, payload } = rejecting();
    s.does(cast.lead, 'AcceptTerms', pairOf(s));
    s.does(cast.twinned, 'RejectClause', payload);
    expect(s.state.negotiation.acceptances.map((a) => a.side)).toEqual(['LEAD']);
  });

  it('is refused to the author and after acceptance', () => {
    const { s, payload } = rejecting();
    expect(s.refuses(cast.lead, 'RejectClause', payload).refused).toBe('ALREADY_ACCEPTED');
    s.does(cast.twinned, 'AcceptTerms', pairOf(s));
    expect(s.refuses(cast.twinned, 'RejectClause', payload).refused).toBe('ALREADY_ACCEPTED');
  });

  it('appends nothing when the same reason is given again', () => {
    const { s, payload } = rejecting();
    s.does(cast.twinned, 'RejectClause', payload);
    expect(s.does(cast.twinned, 'RejectClause', payload)).toEqual([]);
  });
});

describe('CommentClause', () => {
  it('is open to the partners and the TPM and changes no hash', () => {
    const s = written();
    const before = pairOf(s);
    const payload = { clause: 'voting', text: 'Please read this one.' };
    expect(typesOf(s.does(cast.tpm, 'CommentClause', payload))).toEqual(['ClauseCommented']);
    s.does(cast.twinned, 'CommentClause', payload);
    expect(pairOf(s)).toEqual(before);
  });

  it('is refused for a clause that the template does not have', () => {
    const payload = { clause: 'fees', text: 'Why?' };
    expect(negotiating().refuses(cast.lead, 'CommentClause', payload).refused).toBe(
      'CLAUSE_INVALID',
    );
  });
});

describe('TranslateClause', () => {
  const translating = (s = written(), clause = 'exit') => ({
    s,
    payload: { clause, ofHash: hashOf(s, clause), language: 'fr', value: french[clause] },
  });

  it('links the translation to the version and changes the hash of the document', () => {
    const { s, payload } = translating();
    const before = pairOf(s);
    s.does(cast.twinned, 'TranslateClause', payload);
    expect(clauseIn(s, 'exit').translations).toMatchObject([{ language: 'fr', current: true }]);
    expect(pairOf(s).documentHash).not.toBe(before.documentHash);
    expect(pairOf(s).planHash).toBe(before.planHash);
  });

  it('is outdated when its source changes, which blocks the acceptance', () => {
    const s = translated();
    const value = { text: 'Another way out.' };
    s.does(cast.lead, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'en', value }],
    });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s))).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'] },
    });
  });

  it('that is missing blocks the acceptance until it is there or both do without it', () => {
    const s = translated();
    s.does(cast.lead, 'ProposeTerms', {
      changes: [
        { clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'en', value: { text: 'Out.' } },
      ],
    });
    const missing = () => s.refuses(cast.lead, 'AcceptTerms', pairOf(s));
    expect(missing()).toMatchObject({ clause: 'rules 3.2', details: { clauses: ['exit'] } });
    expect(clauseIn(s, 'exit').untranslated).toEqual(['fr']);
    s.does(cast.lead, 'WaiveTranslation', { language: 'fr' });
    // One side alone does not do without it.
    expect(missing().refused).toBe('TRANSLATION_OUTDATED');
    s.does(cast.twinned, 'WaiveTranslation', { language: 'fr' });
    expect(clauseIn(s, 'exit').untranslated).toEqual([]);
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });

  it('is owed into the authentic language where a partner wrote in its own', () => {
    const s = written();
    const text = 'Les dossiers restent cinq ans chez les deux.';
    s.does(cast.twinned, 'CounterTerms', {
      changes: [{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr', value: { text } }],
    });
    expect(clauseIn(s, 'exit')).toMatchObject({
      language: 'fr',
      value: { text },
      author: 'TWINNED',
    });
    expect(clauseIn(s, 'exit').untranslated).toEqual(['en']);
    // Doing without French does not do without the authentic English.
    s.does(cast.lead, 'WaiveTranslation', { language: 'fr' });
    s.does(cast.twinned, 'WaiveTranslation', { language: 'fr' });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s))).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'] },
    });
    s.does(cast.lead, 'TranslateClause', {
      ...{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'en' },
      value: { text: 'The files stay with both for five years.' },
    });
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });

  it('goes with the text that it translates when the proposal is withdrawn', () => {
    const t = negotiating();
    t.does(cast.lead, 'ProposeTerms', {
      changes: exampleTerms('P_MEMBER', TERM).filter((c) => c.clause !== 'communication'),
    });
    for (const side of [cast.lead, cast.twinned])
      t.does(side, 'WaiveTranslation', { language: 'fr' });
    const value = { text: 'Every month by video.' };
    t.does(cast.lead, 'ProposeTerms', {
      changes: [{ clause: 'communication', ofHash: null, language: 'en', value }],
    });
    const before = pairOf(t);
    t.does(cast.twinned, 'TranslateClause', {
      ...{ clause: 'communication', ofHash: hashOf(t, 'communication'), language: 'fr' },
      value: { text: 'Chaque mois par vidéo.' },
    });
    expect(pairOf(t)).not.toEqual(before);
    t.does(cast.lead, 'WithdrawProposal', { proposal: 'P2' });
    expect(clauseIn(t, 'communication')).toMatchObject({
      ...{ value: null, translations: [], untranslated: [] },
    });
    bothAccept(t);
    expect(t.state.negotiation.frozenAt).not.toBeNull();
  });

  it('gives way when the text itself is written in its language', () => {
    const s = written();
    const of = (language: 'en' | 'fr', value: object) => ({
      ...{ clause: 'exit', ofHash: hashOf(s, 'exit'), language, value },
    });
    s.does(cast.twinned, 'TranslateClause', of('fr', { text: 'Ancien.' }));
    s.does(cast.twinned, 'ProposeTerms', { changes: [of('fr', { text: 'Nouveau.' })] });
    expect(clauseIn(s, 'exit').translations).toEqual([]);
    s.does(cast.lead, 'TranslateClause', of('en', { text: 'New.' }));
    expect(clauseIn(s, 'exit').translations).toMatchObject([{ language: 'en', current: true }]);
    s.does(cast.lead, 'ProposeTerms', { changes: [of('en', { text: 'Newer.' })] });
    expect(clauseIn(s, 'exit')).toMatchObject({
      language: 'en',
      translations: [{ current: false }],
    });
  });

  it('of every clause in words is needed before anybody can accept, in either language', () => {
    for (const language of ['en', 'fr'] as const) {
      const s = written({ language });
      const { details } = s.refuses(cast.lead, 'AcceptTerms', pairOf(s));
      expect(details['clauses']).toContain('objectives');
      expect(details['clauses']).not.toContain('dates');
      const t = translated({ language });
      bothAccept(t);
      expect(t.state.negotiation.frozenAt).not.toBeNull();
    }
  });

  it('refuses other figures than those of the authentic text', () => {
    const { s, payload } = translating(written(), 'milestones');
    s.does(cast.twinned, 'TranslateClause', payload);
    const value = { items: [{ id: 'M1', title: 'Première', dueOn: '2030-01-01' }] };
    const refusal = s.refuses(cast.twinned, 'TranslateClause', { ...payload, value });
    expect(refusal.refused).toBe('CLAUSE_INVALID');
  });

  it('refuses a stale source and the language of the text itself', () => {
    const { s, payload } = translating();
    const stale = { ...payload, ofHash: 'c'.repeat(64) };
    expect(s.refuses(cast.twinned, 'TranslateClause', stale).refused).toBe('TEXT_CHANGED');
    const same = { ...payload, language: 'en' };
    expect(s.refuses(cast.twinned, 'TranslateClause', same).refused).toBe('CLAUSE_INVALID');
  });

  it('is refused once the text is frozen', () => {
    const { s, payload } = translating(frozen());
    expect(s.refuses(cast.twinned, 'TranslateClause', payload).refused).toBe('TERMS_FROZEN');
  });

  it('appends nothing when it is repeated', () => {
    const { s, payload } = translating();
    s.does(cast.twinned, 'TranslateClause', payload);
    expect(s.does(cast.lead, 'TranslateClause', payload)).toEqual([]);
  });
});
