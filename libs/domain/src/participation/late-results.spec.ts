import { describe, expect, it } from '@jest/globals';
import { foldParticipation } from './evolve.js';
import { ballot, Membership, remindedOfCibs } from './testing.js';

// A file of facts names a ballot before the votes on it: what is over is judged when the day of its recording is.

const rule = 'PM-8(b)';
const vote = (id: string) => ({ ballot: id, choice: 'YES' });

describe('a ballot that is recorded after its last day', () => {
  /** Reminded on 10 January 2028, watched since 10 February. */
  const watched = () => remindedOfCibs().until('2028-03-10');
  const told = (m: Membership, closesOn: string) =>
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('W1', 'CIB', closesOn));

  it('is no further failing of a watched body whose vote the next line tells (T49)', () => {
    const m = watched();
    expect(m.state.cases).toMatchObject([{ rule, stage: 'WATCHED' }]);
    expect(told(m, '2028-03-01')).toEqual(['BallotRecorded']);
    expect(m.does('COMMITTEE_MANAGER', 'RecordVoteFact', vote('W1'))).toEqual(['VoteRecorded']);
    m.until('2028-03-11');
    expect(m.dated('PStatusDowngraded')).toEqual([]);
    expect(m.history.at(-1)).toMatchObject({
      type: 'InactivityCaseClosed',
      payload: { rule, reason: 'CURED' },
    });
    expect(foldParticipation('annex-st-2020', m.history)).toEqual(m.state);
  });

  it('is one when the day of the recording ends without the vote', () => {
    const m = watched();
    told(m, '2028-03-01');
    expect(m.state.status).toBe('P');
    m.until('2028-03-11');
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2028-03-11']);
  });

  it('is one too when it was over before the watching began, but not before the reminder', () => {
    const m = watched();
    told(m, '2028-01-20');
    expect(m.until('2028-03-11').dated('PStatusDowngraded')).toHaveLength(1);
    const before = watched();
    told(before, '2028-01-09');
    expect(before.until('2028-04-01').dated('PStatusDowngraded')).toEqual([]);
  });

  it('leaves the watching as it was when it was over before that and was voted on', () => {
    const m = watched();
    told(m, '2028-01-20');
    m.does('COMMITTEE_MANAGER', 'RecordVoteFact', vote('W1'));
    expect(m.until('2028-04-01').state.cases).toMatchObject([{ rule, stage: 'WATCHED' }]);
  });

  it('warns of a missing vote only when that day is over (T46, PM-10)', () => {
    const late = (...voted: readonly boolean[]) => {
      const m = new Membership().until('2027-03-20');
      m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
      if (voted.length > 0) m.does('ISO_CS', 'RecordVoteFact', vote('F1'));
      return m;
    };
    expect(late(true).until('2027-04-01').dated('EarlyWarningRaised')).toEqual([]);
    const m = late();
    expect(m.state.cases).toEqual([]);
    m.until('2027-04-01');
    expect(m.dated('EarlyWarningRaised')).toEqual(['EarlyWarningRaised 2027-03-21']);
    expect(m.state.cases).toMatchObject([{ rule: 'PM-10', stage: 'NOTIFIED' }]);
  });

  it('does not make another one worse before its own day is over', () => {
    const m = new Membership().until('2027-03-10');
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('C1', 'CIB', '2027-03-11'));
    m.until('2027-03-11');
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('C2', 'CIB', '2027-03-09'));
    m.does('COMMITTEE_MANAGER', 'RecordVoteFact', vote('C2'));
    m.until('2027-03-12');
    expect(m.history.filter((e) => e.type === 'EarlyWarningRaised')).toMatchObject([
      { payload: { ballot: 'C1', due: 2, missed: 1 } },
    ]);
  });
});
