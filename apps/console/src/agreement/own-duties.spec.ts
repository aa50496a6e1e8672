import { describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from './model.js';
import { mayOwe } from './own-duties.js';

const agreement = {
  lead: { member: 1, acronym: 'ASI' },
  twinned: { member: 2, acronym: 'IES' },
  initiator: 'TWINNED',
} as unknown as AgreementAnswer;

describe('who may owe a move', () => {
  it.each([
    ['LEAD', true, false, false],
    ['TWINNED', false, true, false],
    ['BOTH', true, true, false],
    ['INITIATOR', false, true, false],
    ['TPM', true, true, true],
  ])('%s', (desk, lead, twinned, nobody) => {
    const duty = { desk, commands: ['Suspend'] } as unknown as AgreementAnswer['duties'][number];
    expect([1, 2, null].map((member) => mayOwe(duty, agreement, member))).toEqual([
      lead,
      twinned,
      nobody,
    ]);
  });
});
