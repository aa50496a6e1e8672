import { describe, expect, it } from '@jest/globals';
import { planOf } from './plan.js';

type Known = Parameters<typeof planOf>[0];

const clause = (name: string, items: readonly object[]) => ({
  ...{ clause: name, language: 'en', value: { items }, later: [] },
});
const reached = (item: string, on: string, more: object = {}) => ({
  ...{ id: `${item}${on}`, kind: 'MILESTONE', side: 'LEAD', on, struck: false },
  content: JSON.stringify([item, 'Done.']),
  ...more,
});

const known = (records: readonly object[]): Known =>
  ({
    negotiation: {
      language: 'en',
      documents: {
        clauses: [
          clause('milestones', [{ id: 'M1', title: 'Met', dueOn: '2028-01-01' }]),
          clause('work-packages', [
            { id: 'WP1', title: 'Drafting' },
            { id: 'WP2', title: 'Training' },
          ]),
        ],
      },
    },
    execution: { records },
  }) as unknown as Known;

describe('the plan beside what was done', () => {
  it('has milestones reached and work packages delivered on the first day that either partner recorded', () => {
    const { milestones, workPackages } = planOf(
      known([
        reached('M1', '2028-01-05'),
        reached('M1', '2028-01-04', { side: 'TWINNED' }),
        reached('WP2', '2028-04-01'),
        reached('WP1', '2028-02-01', { struck: true }),
      ]),
    );
    expect(milestones).toMatchObject([{ id: 'M1', reachedOn: '2028-01-04' }]);
    expect(workPackages).toMatchObject([
      { id: 'WP1', deliveredOn: null },
      { id: 'WP2', deliveredOn: '2028-04-01' },
    ]);
  });
});
