import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { TWINNING_TYPES } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import { documentHash, planItems } from './documents.js';
import { exampleTerms, exampleValues } from './example.js';
import { negotiation } from './index.js';
import { LANGUAGES } from './state.js';
import { templateFor } from './template.js';
import { meetingDates, reviewDates } from './term.js';
import {
  bothAccept,
  clauseIn,
  hashOf,
  negotiating,
  readBy,
  TERM,
  waived,
  written,
} from './testing.js';
import { textsEn, textsFr } from './texts.js';
import { figureFaults, valueFaults } from './values.js';
import { testHash } from '../../testing/story.js';

const settings = TWINNING_TYPES.flatMap((type) =>
  LANGUAGES.map((language) => [type, language] as const),
);

describe('the example agreement', () => {
  it.each(settings)('of a %s twinning in %s is complete and can be frozen', (type, language) => {
    const s = waived({ type, language });
    bothAccept(s);
    expect(readBy(s).frozen.AGREEMENT).toBe(readBy(s).documentHash);
    expect(readBy(s).clauses.every((c) => c.value !== null)).toBe(true);
  });

  it.each(TWINNING_TYPES)('of a %s twinning says the same in both languages', (type) => {
    const [en, fr] = [exampleValues(type, TERM, 'en'), exampleValues(type, TERM, 'fr')];
    for (const [id, value] of Object.entries(en)) {
      const clause = templateFor(type).find((c) => c.id === id);
      const translated = fr[id] ?? {};
      expect(figureFaults(value, translated, id)).toEqual([]);
      expect(clause === undefined ? [id] : valueFaults(clause, translated, id)).toEqual([]);
    }
  });

  it('fits a term of a single day', () => {
    const oneDay = { start: day('2027-10-01'), end: day('2027-10-01') };
    const s = waived({}, oneDay);
    bothAccept(s);
    expect(s.state.negotiation.agreedDates).toEqual(oneDay);
  });
});

describe('the template', () => {
  it('has the share of tasks in leadership twinnings only', () => {
    const ids = (type: (typeof TWINNING_TYPES)[number]) => templateFor(type).map((c) => c.id);
    expect(ids('P_MEMBER')).not.toContain('task-share');
    expect(ids('CHAIR')).toContain('task-share');
    expect(new Set(ids('CHAIR')).size).toBe(ids('CHAIR').length);
  });

  it.each(settings)('has every locked text of a %s twinning in %s', (type, language) => {
    const s = negotiating({ type, language });
    const locked = readBy(s).clauses.filter((c) => c.kind === 'locked');
    expect(locked.map((c) => c.clause)).toEqual([
      'prerequisites',
      'persons',
      'voting',
      'review',
      'termination',
      'conduct',
      'originals',
    ]);
    for (const { value, translations, lockedBecause } of locked) {
      expect(value).toEqual({ text: expect.stringMatching(/^.{80,}$/s) });
      expect(lockedBecause).toEqual({
        en: expect.stringMatching(/\(.*(ST\.|DIR|OQ-).*\)\.$/),
        fr: expect.stringMatching(/\(.*(ST\.|DIR|OQ-).*\)\.$/),
      });
      expect(translations[0]?.value).not.toEqual(value);
    }
  });

  it('differs between the rulesets in prerequisites and votes of a P-member twinning only', () => {
    const s = negotiating();
    const text = (clause: string) => clauseIn(s, clause).value;
    const clauses = ['prerequisites', 'voting', 'review', 'conduct', 'originals'];
    const brochure = clauses.map(text);
    s.state = { ...s.state, ruleset: 'annex-st-2020' };
    const differ = clauses.filter(
      (c, i) => JSON.stringify(text(c)) !== JSON.stringify(brochure[i]),
    );
    expect(differ).toEqual(['prerequisites', 'voting']);
  });
});

describe('the hash of a document', () => {
  it('covers the parties: the same words of other bodies are another agreement', () => {
    const s = written();
    const before = documentHash(s.state, 'AGREEMENT', testHash);
    expect(documentHash({ ...s.state, lead: 9 }, 'AGREEMENT', testHash)).not.toBe(before);
  });

  it('of the plan does not change with the agreement', () => {
    const s = written();
    const plan = documentHash(s.state, 'PLAN', testHash);
    s.does(cast.twinned, 'ProposeTerms', {
      changes: [
        { clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'en', value: { text: 'New.' } },
      ],
    });
    expect(documentHash(s.state, 'PLAN', testHash)).toBe(plan);
  });

  it('is the same however the clauses came in', () => {
    const all = written();
    const oneByOne = negotiating();
    for (const change of [...exampleTerms('P_MEMBER', TERM)].reverse()) {
      oneByOne.does(cast.twinned, 'ProposeTerms', { changes: [change] });
    }
    expect(readBy(oneByOne).documentHash).toBe(readBy(all).documentHash);
    expect(readBy(oneByOne).planHash).toBe(readBy(all).planHash);
  });
});

describe('the dates that follow from the term', () => {
  const { state } = negotiating();

  it('clamp each anniversary to its own month and never chain', () => {
    const leap = { start: day('2028-02-29'), end: day('2033-02-27') };
    expect(reviewDates(state, leap)).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
    const august = { start: day('2027-08-31'), end: day('2028-06-30') };
    expect(meetingDates(state, august, [])).toEqual(['2027-11-30', '2028-02-29', '2028-05-31']);
  });

  it('take the planned meeting nearest to each quarter', () => {
    const year = { start: day('2027-10-01'), end: day('2028-09-30') };
    const planned = [day('2027-10-04'), day('2028-01-12'), day('2028-03-20'), day('2028-02-10')];
    expect(meetingDates(state, year, planned)).toEqual(['2028-01-12', '2028-03-20', '2028-07-01']);
  });
});

describe('the plan', () => {
  it('gives the ids that later records name', () => {
    expect(planItems(written({ type: 'CHAIR' }).state)).toEqual({
      workPackages: ['WP1', 'WP2'],
      milestones: Array.from({ length: 20 }, (_, n) => `M${String(n + 1)}`),
      tasks: ['T1'],
    });
  });

  it('uses an id once', () => {
    const milestone = { id: 'M1', title: 'Twice', dueOn: '2028-01-01' };
    const refusal = negotiating().refuses(cast.lead, 'ProposeTerms', {
      changes: [
        {
          clause: 'milestones',
          ofHash: null,
          language: 'en',
          value: { items: [milestone, milestone] },
        },
      ],
    });
    expect(refusal.details['faults']).toEqual([
      { pointer: '/changes/0/value/items/1/id', expected: 'an id used once' },
    ]);
  });
});

describe('the texts', () => {
  it.each([
    ['English', textsEn],
    ['French', textsFr],
  ])('have a sentence in %s for each command and each event', (_, texts) => {
    expect(Object.keys(texts.commands).sort()).toEqual(Object.keys(negotiation.commands).sort());
    expect(Object.keys(texts.events).sort()).toEqual(Object.keys(negotiation.evolve).sort());
  });

  it('name the same timers and duties in both languages', () => {
    expect(Object.keys(textsFr.timers)).toEqual(Object.keys(textsEn.timers));
    expect(Object.keys(textsFr.duties)).toEqual(Object.keys(textsEn.duties));
  });
});
