import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import { ballotsOver, lastYearsVotes } from './figures.js';
import { ballot, Membership } from './testing.js';

describe('the votes of the last calendar year (rules 6.2, 6.5)', () => {
  const told = (m: Membership, given: ReturnType<typeof ballot>, voted: boolean) => {
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', given);
    const vote = { ballot: given.ballot, choice: 'ABSTAIN' };
    if (voted) m.does('COMMITTEE_MANAGER', 'RecordVoteFact', vote);
  };
  /** P since 4 January 2027. */
  const member = () => {
    const m = new Membership();
    told(m, ballot('OLD', 'CIB', '2027-01-03'), false);
    told(m, { ...ballot('GUIDE', 'CIB', '2027-05-01'), guide: true }, false);
    for (const [i, voted] of [true, true, false].entries()) {
      told(m, ballot(`C${String(i)}`, 'CIB', `2027-05-1${String(i)}`), voted);
    }
    told(m, ballot('D1', 'DIS', '2027-06-10'), true);
    told(m, ballot('NEXT', 'SR', '2028-06-10'), false);
    return m;
  };

  it('counts what was due from it as a P-member in that year, abstentions as votes', () => {
    expect(lastYearsVotes(member().state, day('2028-03-01'))).toEqual({
      year: 2027,
      internal: { due: 3, voted: 2, percent: 66 },
      standards: { due: 1, voted: 1, percent: 100 },
    });
  });

  it('says nothing of a kind of which none was due', () => {
    expect(lastYearsVotes(member().state, day('2027-12-31'))).toEqual({
      ...{ year: 2026, internal: null, standards: null },
    });
  });

  it('leaves open ballots, Guides and those from before P out of the votes cast', () => {
    const over = ballotsOver(member().state, day('2028-03-01'));
    expect(over.map((b) => b.id).sort()).toEqual(['C0', 'C1', 'C2', 'D1']);
    const observer = new Membership('O');
    told(observer, ballot('C1', 'CIB', '2027-01-02'), true);
    expect(ballotsOver(observer.state, day('2027-01-05'))).toHaveLength(1);
  });
});
