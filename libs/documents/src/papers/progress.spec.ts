import { describe, expect, it } from '@jest/globals';
import { day, instant, planItems, type Agreement } from '@twinning/domain';
import { exampleAgreement, exampleSource } from '../testing/example.js';
import type { Block } from '../pdf/blocks.js';
import { paperOf } from './paper.js';

type Recorded = Agreement['execution']['records'][number];

const record = (kind: Recorded['kind'], on: string, ...parts: (string | number)[]): Recorded => ({
  ...{ id: `R${on}${kind}`, kind, side: 'LEAD', on: day(on), struck: false },
  content: JSON.stringify(parts),
});

/** In force from 1 October 2027 for five years; the first two years were reviewed. */
function reviewed(): Agreement {
  const state = exampleAgreement();
  const review = (year: number) => ({
    ...{ year, dueOn: day(`${String(year)}-10-01`), openedAt: instant('2028-08-01T00:00:00Z') },
    ...{ stage: 'FILED' as const, parts: {}, partsFiledAt: null, survey: null, tpmSection: null },
  });
  return {
    ...state,
    term: {
      ...{ start: day('2027-10-01'), end: day('2032-09-30'), windowOpened: false },
      activatedAt: instant('2027-10-01T00:00:00Z'),
    },
    oversight: { ...state.oversight, reviews: [review(2028), review(2029)] },
    execution: {
      ...state.execution,
      missedMeetings: [day('2028-07-01'), day('2029-01-01')],
      records: [
        record('MEETING', '2027-12-20', 'REMOTE', 'First.'),
        record('MEETING', '2028-09-30', 'REMOTE', 'On the eve.'),
        record('MEETING', '2028-10-01', 'REMOTE', 'On the anniversary.'),
        { ...record('MEETING', '2028-02-01', 'REMOTE', 'Never.'), struck: true },
        record('TRAINING', '2028-05-05', 'Chairing in practice', 12),
        record('TASK_SHARE', '2028-01-01', 'T1', 10),
        record('TASK_SHARE', '2028-09-01', 'T1', 25),
        record('TASK_SHARE', '2028-11-01', 'T1', 45),
      ],
    },
  };
}

const blocksOf = (language: 'en' | 'fr', year: number | null): readonly Block[] =>
  paperOf('annual-review', language, { ...exampleSource(reviewed()), year }).blocks;
const rowsOf = (blocks: readonly Block[]) =>
  Object.fromEntries(blocks.flatMap((b) => (b.kind === 'pairs' ? b.rows : [])));
const tableWith = (blocks: readonly Block[], word: string) =>
  blocks.flatMap((b) => (b.kind === 'table' && b.head.includes(word) ? b.rows : []));

describe('the progress in an annual review', () => {
  it('is that of the year from one anniversary to the eve of the next, against what was planned for it', () => {
    const [first, second] = [rowsOf(blocksOf('en', 2028)), rowsOf(blocksOf('en', 2029))];
    expect(first).toMatchObject({
      Period: '1 October 2027 – 30 September 2028',
      'Meetings held': '2 (planned: 3)',
      'Meetings missed': '1 July 2028',
      'Trainings given': '1 (planned: 1)',
    });
    expect(second).toMatchObject({
      Period: '1 October 2028 – 30 September 2029',
      'Meetings held': '1 (planned: 4)',
      'Meetings missed': '1 January 2029',
      'Trainings given': '0 (planned: 0)',
    });
    expect(rowsOf(blocksOf('fr', 2028))).toMatchObject({
      'Réunions tenues': expect.stringMatching(/^2 \(prévu\s: 3\)$/u),
    });
  });

  it('is that of the nth year when a small number is asked for, and of the last review without one', () => {
    expect(blocksOf('en', 1)).toEqual(blocksOf('en', 2028));
    expect(blocksOf('en', null)).toEqual(blocksOf('en', 2029));
    expect(rowsOf(blocksOf('en', 3))['Period']).toBeUndefined();
  });

  it('sets the share of a task that was planned for the year beside the one recorded until its end', () => {
    const of = (year: number) =>
      tableWith(blocksOf('en', year), 'Recorded').map((row) => [row[0], ...row.slice(2)]);
    expect(of(2028)).toEqual([['T1', '20 %', '25 %']]);
    expect(of(2029)).toEqual([['T1', '40 %', '45 %']]);
  });

  it('lists the trainings planned in the year and those held, with how many came', () => {
    const blocks = blocksOf('en', 2028);
    expect(tableWith(blocks, 'Given by')).toHaveLength(1);
    expect(tableWith(blocks, 'People')).toEqual([['5 May 2028', 'Chairing in practice', '12']]);
    expect(tableWith(blocksOf('en', 2029), 'People')).toEqual([]);
  });

  const item = (id: string, on: string, text: string, side: Recorded['side'] = 'LEAD') => ({
    ...record('MILESTONE', on, id, text),
    ...{ id: `R${id}${on}${String(side)}`, side },
  });
  /** A milestone that both recorded, a day apart, one whose record was struck, and a work package. */
  const reached = (): Agreement => {
    const state = reviewed();
    const records = [
      ...state.execution.records,
      item('M1', '2028-01-05', 'Held', 'TWINNED'),
      item('M1', '2028-01-04', 'Held'),
      item('M1', '2029-01-04', 'Held, said again'),
      { ...item('M2', '2028-03-01', 'Too soon'), struck: true },
      item('WP2', '2028-04-01', 'Report handed over'),
      item('WP2', '2028-04-01', 'The same', 'TWINNED'),
    ];
    return { ...state, execution: { ...state.execution, records } };
  };
  const paper = (kind: 'annual-review' | 'closure-report', year: number | null) =>
    rowsOf(paperOf(kind, 'en', { ...exampleSource(reached()), year }).blocks);

  it('counts a milestone once, in the year in which it was reached first, and work packages apart', () => {
    const { milestones, workPackages } = planItems(reached());
    expect([milestones, workPackages]).toEqual([
      expect.arrayContaining(['M1', 'M2']),
      ['WP1', 'WP2'],
    ]);
    expect(paper('annual-review', 2028)).toMatchObject({
      'Milestones reached': expect.stringMatching(/^1 \(planned: \d\)$/),
      'Work packages delivered': '1 (planned: 2)',
    });
    expect(paper('annual-review', 2029)).toMatchObject({
      'Milestones reached': expect.stringMatching(/^0 \(planned: \d\)$/),
      'Work packages delivered': '0 (planned: 0)',
    });
  });

  it('never says in the whole life that more was reached than there is', () => {
    expect(paper('closure-report', null)).toMatchObject({
      'Milestones reached': `1 of ${String(planItems(reached()).milestones.length)}`,
      'Work packages delivered': '1 of 2',
    });
  });
});
