import { expect, it } from '@jest/globals';
import type { Agreement } from '@twinning/domain';
import { evaluationView } from './phases.js';

it('an evaluation says what can be shown in it, without the record that the system gathers', () => {
  const evaluations = [{ id: 'EV1', kind: 'EXIT' }];
  const state = { evaluation: { evaluations, confirmedP: true } } as unknown as Agreement;
  expect(evaluationView(state)).toEqual({
    confirmedP: true,
    evaluations: [{ id: 'EV1', kind: 'EXIT', items: ['CIB_PERCENT', 'STD_PERCENT', 'NMC_ACTIVE'] }],
  });
});
