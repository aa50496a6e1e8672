import { describe, expect, it } from '@jest/globals';
import { instant } from '../calendar/zurich.js';
import { foldParticipation } from './evolve.js';
import { ballot, Membership, remindedOfCibs } from './testing.js';

describe('facts of participation', () => {
  it('are recorded once: the same again changes nothing', () => {
    const m = new Membership();
    const fact = ballot('F1', 'FDIS', '2027-03-10');
    expect(m.does('ISO_CS', 'RecordBallotFact', fact)).toEqual(['BallotRecorded']);
    expect(m.does('ISO_CS', 'RecordBallotFact', fact)).toEqual([]);
    const expert = { expert: 'E-1', active: true, reference: 'N 4' };
    expect(m.does('ISO_CS', 'RecordExpertFact', expert)).toEqual(['ExpertRecorded']);
    expect(m.does('ISO_CS', 'RecordExpertFact', expert)).toEqual([]);
  });

  it('a meeting is not in the future', () => {
    const fact = { meeting: 'M1', on: '2027-01-05', contributed: true, reference: 'N 5' };
    expect(new Membership().refuses('ISO_CS', 'RecordMeetingFact', fact).refused).toBe(
      'INVALID_INPUT',
    );
  });

  it('a body speaks for itself only', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    const vote = { ballot: 'F1', choice: 'YES' };
    expect(m.ask('OWN_REP', 'RecordVoteFact', vote, 9)).toMatchObject({
      refused: 'PROXY_FORBIDDEN',
    });
    expect(m.does('OWN_REP', 'RecordVoteFact', vote)).toEqual(['VoteRecorded']);
    expect(m.does('ISO_CS', 'RecordVoteFact', vote)).toEqual([]);
    expect(m.refuses('OWN_REP', 'RecordVoteFact', { ...vote, ballot: 'F2' }).refused).toBe(
      'NOT_FOUND',
    );
  });

  it.each(['OWN_REP', 'OWN_MBUA'] as const)(
    'the own vote (%s) is in time on the last day and too late at its end; results are not (D2)',
    (role) => {
      const m = new Membership();
      m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
      m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'FDIS', '2027-03-10'));
      const vote = { ballot: 'F1', choice: 'YES' };
      m.now = instant('2027-03-10T22:59:59Z');
      expect(m.does(role, 'RecordVoteFact', { ...vote, ballot: 'F2' })).toEqual(['VoteRecorded']);
      m.now = instant('2027-03-10T23:00:00Z');
      expect(m.refuses(role, 'RecordVoteFact', vote)).toMatchObject({
        refused: 'BALLOT_CLOSED',
        details: { ballot: 'F1', closesOn: '2027-03-10' },
      });
      m.until('2027-03-12');
      expect(m.state.cases).toMatchObject([{ rule: 'PM-10' }]);
      expect(m.refuses(role, 'RecordVoteFact', vote).refused).toBe('BALLOT_CLOSED');
      expect(m.state.cases).toHaveLength(1);
      expect(m.does(role, 'RecordVoteFact', { ...vote, ballot: 'F2' })).toEqual([]);
      expect(m.does('ISO_CS', 'RecordVoteFact', vote)).toEqual([
        'VoteRecorded',
        'InactivityCaseClosed',
      ]);
    },
  );

  it('a role, a shape or a command that does not fit is a refusal', () => {
    const m = new Membership();
    expect(m.refuses('OWN_REP', 'RecordBallotFact', {}).refused).toBe('FORBIDDEN_ROLE');
    expect(m.refuses('ISO_CS', 'RecordBallotFact', {}).refused).toBe('INVALID_INPUT');
    expect(m.refuses('ISO_CS', 'constructor').refused).toBe('INVALID_INPUT');
  });
});

describe('folding', () => {
  it('the log gives the live state', () => {
    const m = remindedOfCibs().until('2028-03-01');
    expect(foldParticipation('annex-st-2020', m.history)).toEqual(m.state);
  });

  it('stops at an event that this build does not know', () => {
    const unknown = [{ type: 'FromTheFuture', payload: {}, at: instant('2027-01-01T00:00:00Z') }];
    expect(() => foldParticipation('annex-st-2020', unknown as never)).toThrow(
      /older than the log/,
    );
  });
});
