import { describe, expect, it } from '@jest/globals';
import { hasQuorum, isDecided, outcomeOf, tallyOf } from './tally.js';

const HALF = { quorum: '1/2', majority: '1/2' };
const TWO_THIRDS = { quorum: '2/3', majority: '2/3' };
const tally = (entitled: number, yes: number, no: number, abstain = 0) => ({
  entitled,
  yes,
  no,
  abstain,
});

describe('the count of a ballot', () => {
  it('is of the choices, abstentions apart', () => {
    const choices = ['APPROVE', 'APPROVE', 'DISAPPROVE', 'ABSTAIN'] as const;
    const votes = choices.map((choice) => ({ choice }));
    expect(tallyOf([1, 2, 3, 4, 5], votes)).toEqual(tally(5, 2, 1, 1));
  });

  it('has a quorum when more than the half has cast something, abstentions included', () => {
    expect(hasQuorum(tally(4, 1, 1), HALF)).toBe(false);
    expect(hasQuorum(tally(4, 1, 1, 1), HALF)).toBe(true);
    expect(hasQuorum(tally(5, 2, 1), HALF)).toBe(true);
    expect(hasQuorum(tally(9, 6, 0), TWO_THIRDS)).toBe(false);
    expect(hasQuorum(tally(9, 6, 0, 1), TWO_THIRDS)).toBe(true);
  });

  it('approves with more yes than no; a tie does not', () => {
    expect(outcomeOf(tally(5, 2, 1), HALF)).toBe('APPROVED');
    expect(outcomeOf(tally(5, 2, 2), HALF)).toBe('NOT_APPROVED');
    expect(outcomeOf(tally(5, 1, 2), HALF)).toBe('NOT_APPROVED');
    expect(outcomeOf(tally(5, 2, 0), HALF)).toBe('NO_QUORUM');
  });

  it('approves with the share of the ruleset, and is decided by it', () => {
    const strict = { quorum: '1/2', majority: '2/3' };
    expect(outcomeOf(tally(6, 4, 2), strict)).toBe('NOT_APPROVED');
    expect(outcomeOf(tally(6, 5, 1), strict)).toBe('APPROVED');
    expect(isDecided(tally(9, 4, 3), strict)).toBe(true);
    expect(isDecided(tally(9, 4, 3), HALF)).toBe(false);
    expect(isDecided(tally(9, 6, 0), strict)).toBe(false);
    expect(isDecided(tally(9, 7, 0), strict)).toBe(true);
  });

  it('is decided when no outstanding vote can change the outcome', () => {
    expect(isDecided(tally(3, 1, 1, 1), HALF)).toBe(true);
    expect(isDecided(tally(5, 3, 0), HALF)).toBe(true);
    expect(isDecided(tally(5, 2, 1), HALF)).toBe(false);
    expect(isDecided(tally(5, 1, 3), HALF)).toBe(true);
    expect(isDecided(tally(5, 1, 2), HALF)).toBe(false);
    // One vote is out: with it the ayes are at most as many as the noes, which is not enough.
    expect(isDecided(tally(4, 1, 2), HALF)).toBe(true);
    expect(isDecided(tally(5, 2, 0), HALF)).toBe(false);
    expect(isDecided(tally(4, 1, 0, 2), HALF)).toBe(false);
    expect(isDecided(tally(5, 2, 0, 2), HALF)).toBe(true);
  });
});
