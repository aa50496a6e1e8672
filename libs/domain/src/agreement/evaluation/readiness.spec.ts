import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { rulesetById } from '../../rulesets/index.js';
import { IES, usualFacts } from '../../testing/people.js';
import { criteriaOf } from './criteria.js';
import { EVALUATION_KINDS } from './kinds.js';
import { pointsFor, readiness, registryGates, valueOf, type Evidence } from './readiness.js';

const rules = rulesetById('annex-st-2020');
const met = [{ gate: 'NO_BAR', met: true }];
const everything = (kind: (typeof EVALUATION_KINDS)[number]): Evidence[] =>
  criteriaOf(kind, rules).map((c) => ({
    part: 'TWINNED',
    item: c.item,
    value: c.full,
    reference: null,
  }));
const without = (evidence: readonly Evidence[], ...items: readonly string[]) =>
  evidence.filter((e) => !items.includes(e.item));

describe('the readiness is explained block by block in whole points', () => {
  it.each(EVALUATION_KINDS)('the blocks of %s add up to 100', (kind) => {
    const { score, blocks } = readiness(kind, everything(kind), met, rules);
    expect(score).toBe(100);
    expect(blocks.map((b) => b.of).reduce((a, b) => a + b)).toBe(100);
  });

  it('O→P weighs mirror committee 25, observation 20, voting 20, experts 15, training 10, resources 10', () => {
    const { blocks } = readiness('O_TO_P', [], met, rules);
    expect(blocks.map((b) => [b.block, b.of])).toEqual([
      ['NMC', 25],
      ['OBSERVATION', 20],
      ['VOTING', 20],
      ['EXPERTS', 15],
      ['TRAINING', 10],
      ['RESOURCES', 10],
    ]);
  });

  it.each([
    ['NMC_STAKEHOLDER_CATEGORIES', 2, 0],
    ['NMC_STAKEHOLDER_CATEGORIES', 3, 5],
    ['CIB_PERCENT', 79, 9],
    ['CIB_PERCENT', 80, 10],
    ['CIB_PERCENT', 40, 5],
    ['STD_PERCENT', 99, 9],
    ['STD_PERCENT', 100, 10],
    ['STAFF_FTE_PERCENT', 19, 0],
    ['STAFF_FTE_PERCENT', 20, 5],
    ['MEETING_ATTENDED', 0, 0],
  ])('%s of %i earns %i points', (item, value, points) => {
    const criterion = criteriaOf('O_TO_P', rules).find((c) => c.item === item);
    expect(criterion && pointsFor(criterion, value)).toBe(points);
  });

  it('what nobody has shown is missing and scores 0', () => {
    const review = readiness('EXIT', [], met, rules);
    expect(review).toMatchObject({ score: 0, recommended: false });
    expect(review.missing).toEqual(['CIB_PERCENT', 'STD_PERCENT', 'NMC_ACTIVE']);
  });

  it('a shown zero is not missing', () => {
    const shown: Evidence = { part: 'TPM', item: 'NMC_ACTIVE', value: 0, reference: null };
    expect(readiness('EXIT', [shown], met, rules).missing).not.toContain('NMC_ACTIVE');
  });
});

describe('recommended at 70 points with no block below 40 % and every gate met', () => {
  const full = everything('O_TO_P');

  it('70 points are enough', () => {
    const seventy = without(full, 'NMC_SET_UP', 'COMMENT_SETS', 'EXPERT_ACTIVE', 'BUDGET_NOTE');
    expect(readiness('O_TO_P', seventy, met, rules)).toMatchObject({
      score: 70,
      recommended: true,
    });
  });

  it('65 points are not', () => {
    const less = without(
      full,
      'NMC_SET_UP',
      'COMMENT_SETS',
      'EXPERT_ACTIVE',
      'BUDGET_NOTE',
      'BALLOTING_TRAINING',
    );
    expect(readiness('O_TO_P', less, met, rules)).toMatchObject({ score: 65, recommended: false });
  });

  it('a block at exactly 40 % is enough, an empty one is not', () => {
    const forty = without(full, 'NMC_SET_UP', 'NMC_PROCEDURE');
    expect(readiness('O_TO_P', forty, met, rules).recommended).toBe(true);
    const none = without(full, 'DIRECTIVES_TRAINING', 'BALLOTING_TRAINING');
    expect(readiness('O_TO_P', none, met, rules)).toMatchObject({ score: 90, recommended: false });
  });

  it('a gate that is not met refuses the recommendation and leaves the score', () => {
    const review = readiness('O_TO_P', without(full, 'BALLOT_VOTER'), met, rules);
    expect(review).toMatchObject({ score: 100, recommended: false });
    expect(review.gates).toContainEqual({ gate: 'BALLOT_VOTER', met: false });
  });
});

describe('whose word counts', () => {
  const say = (part: Evidence['part'], value: number): Evidence => ({
    part,
    item: 'CIB_PERCENT',
    value,
    reference: null,
  });

  it('what was gathered goes before what was said, the TPM before the partners', () => {
    expect(valueOf([say('SYSTEM', 60), say('TWINNED', 100)], 'CIB_PERCENT')).toBe(60);
    expect(valueOf([say('TPM', 70), say('LEAD', 90)], 'CIB_PERCENT')).toBe(70);
  });

  it('of one part the last word counts', () => {
    expect(valueOf([say('LEAD', 10), say('LEAD', 20)], 'CIB_PERCENT')).toBe(20);
  });
});

describe('gates that the registry answers', () => {
  const today = day('2028-03-15');
  const showing = (change: object) => ({
    ...usualFacts,
    members: { [IES]: { ...usualFacts.members[IES]!, ...change } },
  });

  it('the bar of twelve months is over on its day', () => {
    const gates = (barredUntil: string) =>
      registryGates('O_TO_P', showing({ barredUntil: day(barredUntil) }), IES, today);
    expect(gates('2028-03-16')[0]).toEqual({ gate: 'NO_BAR', met: false });
    expect(gates('2028-03-15')[0]).toEqual({ gate: 'NO_BAR', met: true });
  });

  it('a correspondent member needs New Rights', () => {
    const gate = (change: object) => registryGates('O_TO_P', showing(change), IES, today)[1]?.met;
    expect(gate({ category: 'CORRESPONDENT' })).toBe(false);
    expect(gate({ category: 'CORRESPONDENT', newRights: true })).toBe(true);
  });

  it('an office of the committee asks for a P-member, the chair does not', () => {
    const gates = (kind: (typeof EVALUATION_KINDS)[number]) =>
      registryGates(kind, usualFacts, IES, today);
    expect(gates('SECRETARIAT')).toEqual([{ gate: 'P_MEMBER', met: false }]);
    expect(gates('CHAIR')).toEqual([]);
  });
});
