import { describe, expect, it } from '@jest/globals';
import { addMonths, day, type Day } from '../../calendar/day.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { exampleValues } from './example.js';
import { bothAccept, hashOf, pairOf, TERM, waived } from './testing.js';

const YEAR = { start: day('2027-10-01'), end: day('2028-09-30') };
const year = () => waived({ type: 'CHAIR' }, YEAR);

function changed(s: Story, clause: string, value: object): Story {
  s.does(cast.lead, 'ProposeTerms', {
    changes: [{ clause, ofHash: hashOf(s, clause) || null, language: 'en', value }],
  });
  return s;
}
const dueOn = (...days: readonly string[]) => ({
  items: days.map((on, n) => ({ id: `M${String(n)}`, title: 'Work reviewed', dueOn: on })),
});
const refusalOf = (s: Story) => s.refuses(cast.lead, 'AcceptTerms', pairOf(s));
/** As it was opened before the third version of the template. */
function older(s: Story): Story {
  const negotiation = { ...s.state.negotiation, templateVersion: 'twinning-agreement-2/CHAIR' };
  s.state = { ...s.state, negotiation: { ...negotiation, templateHash: null } };
  return s;
}

describe('a plan', () => {
  it('has a milestone in every full quarter of the term, by its last day or the first of the next', () => {
    const first = dueOn('2027-12-31', '2028-04-01', '2028-05-10', '2028-09-30');
    bothAccept(changed(year(), 'milestones', first));
    const s = changed(year(), 'milestones', dueOn('2027-10-01', '2028-01-01', '2028-06-01'));
    expect(refusalOf(s)).toMatchObject({
      ...{ refused: 'TERMS_INCOMPLETE', clause: 'rules 3.4' },
      details: { quartersWithoutMilestone: ['2028-03-31', '2028-09-30'] },
    });
  });

  it('with one milestone in five years is not complete', () => {
    const s = changed(waived(), 'milestones', dueOn('2030-01-01'));
    expect(refusalOf(s).details['quartersWithoutMilestone']).toHaveLength(19);
  });

  it('owes nothing for a quarter that is not full', () => {
    const dates = { start: day('2027-10-01'), end: day('2028-02-15') };
    const s = waived({ type: 'CHAIR' }, dates);
    bothAccept(changed(s, 'milestones', dueOn('2027-11-11')));
  });

  it('has a share of each task for every year that the term begins', () => {
    const s = waived({ type: 'CHAIR' }, { start: YEAR.start, end: day('2029-10-01') });
    const task = (id: string, percentByYear: readonly number[]) => ({
      id,
      task: id,
      percentByYear,
    });
    changed(s, 'task-share', { items: [task('A', [20, 40, 60]), task('B', [20])] });
    expect(refusalOf(s)).toMatchObject({
      refused: 'TERMS_INCOMPLETE',
      details: {
        missing: ['/task-share/items/1/percentByYear/1', '/task-share/items/1/percentByYear/2'],
      },
    });
  });

  it('of the example is complete whatever the term', () => {
    for (let months = 1; months <= 60; months += 1) {
      const end: Day = addMonths(TERM.start, months);
      const dates = { start: TERM.start, end: end < TERM.end ? end : TERM.end };
      const s = waived({ type: 'CHAIR' }, dates);
      bothAccept(s);
      expect(s.state.negotiation.frozenAt).not.toBeNull();
    }
  });
});

describe('the financial arrangement', () => {
  it('is said in words in every variant; an amount is up to the partners (F-2)', () => {
    const finance = (value: object) => changed(year(), 'finance', value);
    for (const variant of ['NONE', 'LEAD_FUNDED', 'THIRD_PARTY_FUNDED']) {
      expect(refusalOf(finance({ variant })).details).toEqual({ missing: ['/finance/text'] });
      bothAccept(finance({ variant, text: 'As each can.' }));
    }
  });
});

describe('words written from right to left', () => {
  const ARABIC = 'يتغيّر الموظفون';
  it.each([
    ['a clause', 'exit', { text: `Everyone (${ARABIC}) stays.` }, '/text'],
    ['an item', 'responsibilities', { lead: ['All'], twinned: ['הכול'] }, '/twinned/0'],
  ])('are refused in %s', (_, clause, value, at) => {
    const s = year();
    const refusal = s.refuses(cast.lead, 'ProposeTerms', {
      changes: [{ clause, ofHash: hashOf(s, clause), language: 'en', value }],
    });
    expect(refusal).toMatchObject({
      refused: 'CLAUSE_INVALID',
      details: { faults: [{ pointer: `/changes/0/value${at}` }] },
    });
  });

  it('are refused in a translation, and other scripts are not', () => {
    const s = year();
    const translation = (text: string) => ({
      ...{ clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr', value: { text } },
    });
    expect(s.refuses(cast.twinned, 'TranslateClause', translation(ARABIC)).refused).toBe(
      'CLAUSE_INVALID',
    );
    s.does(cast.twinned, 'TranslateClause', translation('Œuvre, Ελλάδα, Україна, 日本'));
  });
});

describe('an agreement that was opened with an earlier template', () => {
  it('goes on as it was: nothing of this is asked of it', () => {
    const s = older(year());
    changed(s, 'milestones', dueOn('2028-01-01'));
    changed(s, 'finance', { variant: 'LEAD_FUNDED' });
    changed(s, 'exit', { text: 'בסדר.' });
    changed(s, 'termination', { text: 'By either side.' });
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });
});

describe('the example', () => {
  it('has the same figures in both languages', () => {
    const plan = (language: 'en' | 'fr') =>
      (exampleValues('CHAIR', TERM, language)['milestones']?.['items'] as { dueOn: string }[]).map(
        (item) => item.dueOn,
      );
    expect(plan('fr')).toEqual(plan('en'));
    expect(plan('en')).toHaveLength(20);
  });
});
