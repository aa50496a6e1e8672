import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from './sentences.js';

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
