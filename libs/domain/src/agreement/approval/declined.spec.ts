import { describe, expect, it } from '@jest/globals';
import { dayAt } from '../../calendar/zurich.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { cast, GSA } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';

const ENTITLED = [GSA, 1001, 1002];

const opened = (): Story => {
  const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
  s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: ENTITLED });
  return s;
};

const approves = (s: Story, body: number) =>
  s.does(cast.tmbSec, 'CastTmbVote', { body, choice: 'APPROVE', reference: 'Portal' });

describe('a nominee who declines during the ballot', () => {
  const declines = (s: Story) =>
    s.does(cast.twinned, 'DeclineNomination', { person: 'twinned-nominee' });

  it('voids it and returns the request (NOMINEE_DECLINED); the next submission has a ballot of its own', () => {
    const s = opened();
    approves(s, GSA);
    expect(declines(s)).toMatchObject([
      { type: 'NominationDeclined' },
      { type: 'TmbBallotCancelled', payload: { ballot: 'B1', reason: 'RETURNED' } },
      { type: 'RequestReturned', payload: { reason: 'NOMINEE_DECLINED', by: null } },
    ]);
    expect(s.status).toBe('RETURNED');
    s.does(cast.twinned, 'AcceptNomination', { person: 'twinned-nominee' });
    s.does(cast.lead, 'SubmitRequest', {});
    s.does(cast.tpm, 'RecordTpmAssessment', { text: 'Again.', statistics: 'a'.repeat(64) });
    expect(s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: ENTITLED })).toMatchObject([
      { type: 'TmbBallotOpened', payload: { ballot: 'B2' } },
    ]);
  });

  it('does not avoid one that is decided (D13): the decision is recorded, and the seat is empty', () => {
    const s = opened();
    for (const body of ENTITLED) approves(s, body);
    s.does(cast.tmbSec, 'CloseTmbBallotEarly', {});
    expect(typesOf(declines(s))).toEqual(['NominationDeclined']);
    expect(s.status).toBe('IN_TMB_BALLOT');
    const decision = {
      basis: 'BALLOT',
      approved: 'YES',
      reference: 'TMB 4',
      decidedOn: dayAt(s.now),
    };
    s.does(cast.tmbSec, 'RecordTmbDecision', decision);
    expect(s.status).toBe('APPROVED');
    expect(s.refuses(cast.tmbSec, 'RegisterInGD', {}).refused).toBe('NOMINATION_NOT_ACCEPTED');
  });
});
