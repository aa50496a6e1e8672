import { describe, expect, it } from '@jest/globals';
import { sentencesOf, textsNow } from './sentences.js';

describe('sentencesOf', () => {
  it('takes a text apart into its sentences, in reading order', () => {
    const text = 'The lead partner trains two experts. Each of them, e.g. a convenor, reports.';
    expect(sentencesOf({ text }, 'en')).toEqual([
      'The lead partner trains two experts.',
      'Each of them, e.g. a convenor, reports.',
    ]);
  });

  it('reads the items of a structured clause, and no ids, days or numbers', () => {
    const value = {
      milestones: [
        { id: 'first plan of all', title: 'Plan adopted by both', dueOn: '2027-01-31', month: 3 },
        { id: 'M2', title: 'Plan adopted by both', dueOn: '2027-06-30', month: 8 },
      ],
    };
    expect(sentencesOf(value, 'en')).toEqual(['Plan adopted by both']);
  });

  it('has nothing to say of nothing', () => {
    expect(sentencesOf(null, 'fr')).toEqual([]);
  });
});

describe('the texts whose sentences can be asked about', () => {
  const text = (hash: string, standing: 'CURRENT' | 'REPLACED') => ({
    ...{ hash, standing, language: 'en' as const, value: { text: hash } },
  });
  const french = (ofHash: string, waived = false) => ({
    ...{ ofHash, waived, language: 'fr' as const, value: { text: `of ${ofHash}` } },
  });
  const versions = [text('a', 'REPLACED'), text('b', 'CURRENT')];
  const now = (...translations: readonly ReturnType<typeof french>[]) =>
    textsNow({ versions, translations }).map(({ value }) => value);

  it('are the wording that holds now and the last translation of it', () => {
    expect(now(french('a'), french('b'))).toEqual([{ text: 'b' }, { text: 'of b' }]);
  });

  it('leave out the translation of an earlier wording, and one that both do without', () => {
    expect(now(french('a'))).toEqual([{ text: 'b' }]);
    expect(now(french('b', true))).toEqual([{ text: 'b' }]);
    expect(textsNow({ versions: [], translations: [] })).toEqual([]);
  });
});
