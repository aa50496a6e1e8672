import { describe, expect, it } from '@jest/globals';
import type { ProgrammeRow } from '@twinning/read-model';
import { figuresOf, quantile } from './figures.js';

const row = (over: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  agreement: 'a',
  phase: 'PROPOSAL',
  type: 'P_MEMBER',
  lead: 1,
  twinned: null,
  openedAt: new Date('2026-01-01T00:00:00Z'),
  submittedAt: null,
  approvedAt: null,
  registeredOn: null,
  acceptedAt: null,
  start: null,
  ended: null,
  evaluations: [],
  ...over,
});

describe('the programme in figures', () => {
  it('takes a quantile that occurred, and none of nothing', () => {
    const tenDays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([quantile(tenDays, 0.5), quantile(tenDays, 0.9)]).toEqual([5, 9]);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('counts an agreement in every step that it has reached, and its days in each stretch that is over', () => {
    const figures = figuresOf([
      row(),
      row({ twinned: 2, submittedAt: '2026-01-11T12:00:00Z' }),
      row({ twinned: 2, submittedAt: '2026-01-05T00:00:00Z', approvedAt: '2026-02-04T00:00:00Z' }),
    ]);
    expect(figures.funnel.map(({ step, count }) => `${step} ${String(count)}`)).toEqual([
      'OPENED 3',
      'PARTNER 2',
      'SUBMITTED 2',
      'APPROVED 1',
      'REGISTERED 0',
      'AGREED 0',
      'IN_FORCE 0',
      'ENDED 0',
    ]);
    expect(figures.cycles.slice(0, 3)).toEqual([
      { id: 'OPENED_SUBMITTED', n: 2, median: 4, p90: 10 },
      { id: 'SUBMITTED_APPROVED', n: 1, median: 30, p90: 30 },
      { id: 'APPROVED_REGISTERED', n: 0, median: null, p90: null },
    ]);
  });

  it('counts changes of status by how they came out, and pairs of bodies in their direction', () => {
    const figures = figuresOf([
      row({ twinned: 2, evaluations: [{ kind: 'O_TO_P', stage: 'EFFECTIVE' }] }),
      row({ twinned: 2, phase: 'CLOSED', evaluations: [{ kind: 'O_TO_P', stage: 'REFUSED' }] }),
      row({ lead: 2, twinned: 1 }),
    ]);
    expect(figures.changes[0]).toEqual({
      kind: 'O_TO_P',
      effective: 1,
      approved: 0,
      refused: 1,
      open: 0,
    });
    expect(figures.partnerships).toEqual([
      { lead: 1, twinned: 2, count: 2, open: 1 },
      { lead: 2, twinned: 1, count: 1, open: 1 },
    ]);
  });
});
