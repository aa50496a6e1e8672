import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../calendar/day.js';
import { dayAt, endOf } from '../../calendar/zurich.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { ASI, cast, GSA, IES } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { isDecided, outcomeOf, type Tally } from './tally.js';

const ENTITLED = [ASI, GSA, 1001, 1002, 1003];
const today = (s: Story) => dayAt(s.now);
const later = (s: Story, days: number) => s.until(addDays(today(s), days));

/** A chair twinning with the TPM's assessment, before the ballot. */
const assessed = () => storyWhere('CHAIR', (s) => s.approval.assessedAt !== null);

const opened = (entitled = ENTITLED): Story => {
  const s = assessed();
  s.does(cast.tmbSec, 'OpenTmbBallot', { entitled });
  return s;
};

const casts = (s: Story, body: number, choice: string, comment?: string) =>
  s.does(cast.tmbSec, 'CastTmbVote', {
    body,
    choice,
    reference: `Portal ${String(body)}`,
    ...(comment !== undefined && { comment }),
  });

const decision = (s: Story, over: object = {}) => ({
  basis: 'BALLOT',
  approved: 'YES',
  reference: 'TMB 4/2027',
  decidedOn: today(s),
  ...over,
});

describe('OpenTmbBallot', () => {
  it('needs the assessment (BALLOT_PACK_INCOMPLETE), which needs the statistics', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'IN_REVIEW_TPM');
    const early = s.refuses(cast.tmbSec, 'OpenTmbBallot', { entitled: ENTITLED });
    expect(early).toMatchObject({
      refused: 'BALLOT_PACK_INCOMPLETE',
      details: { missing: ['assessment'] },
    });
    expect(s.refuses(cast.tpm, 'RecordTpmAssessment', { text: 'Ready.' })).toMatchObject({
      refused: 'BALLOT_PACK_INCOMPLETE',
      details: { missing: ['statistics'] },
    });
  });

  it('runs for four weeks, and no second one beside it (BALLOT_OPEN)', () => {
    const s = assessed();
    expect(s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [...ENTITLED, GSA] })).toEqual([
      {
        type: 'TmbBallotOpened',
        payload: { ballot: 'B1', entitled: ENTITLED, closesOn: addDays(today(s), 28) },
      },
    ]);
    const second = s.refuses(cast.tmbSec, 'OpenTmbBallot', { entitled: ENTITLED });
    expect(second.refused).toBe('BALLOT_OPEN');
  });
});

describe('CastTmbVote', () => {
  let s: Story;
  beforeEach(() => {
    s = opened();
  });

  it('takes the vote of one’s own body; a partner that sits in the TMB votes too, and it is shown (D21)', () => {
    expect(s.does(cast.tmbMember, 'CastTmbVote', { choice: 'APPROVE' })).toMatchObject([
      { payload: { body: GSA, choice: 'APPROVE', partner: false } },
    ]);
    expect(casts(s, ASI, 'APPROVE')).toMatchObject([{ payload: { body: ASI, partner: true } }]);
  });

  it('is refused for another body, and for one that is not on the list', () => {
    const foreign = { body: ASI, choice: 'APPROVE' };
    expect(s.refuses(cast.tmbMember, 'CastTmbVote', foreign).refused).toBe('PROXY_FORBIDDEN');
    const stranger = { body: IES, choice: 'APPROVE', reference: 'Portal 9' };
    expect(s.refuses(cast.tmbSec, 'CastTmbVote', stranger).refused).toBe('NOT_ENTITLED_TO_VOTE');
    const without = { body: ASI, choice: 'APPROVE' };
    expect(s.refuses(cast.tmbSec, 'CastTmbVote', without).refused).toBe('REFERENCE_REQUIRED');
  });

  it('against needs a comment (COMMENT_REQUIRED)', () => {
    const against = { choice: 'DISAPPROVE' };
    expect(s.refuses(cast.tmbMember, 'CastTmbVote', against).refused).toBe('COMMENT_REQUIRED');
    const said = { ...against, comment: 'No resources.' };
    expect(typesOf(s.does(cast.tmbMember, 'CastTmbVote', said))).toEqual(['TmbVoteCast']);
  });

  it('counts as it was last cast, and is quiet when it is repeated (D13)', () => {
    casts(s, GSA, 'DISAPPROVE', 'No resources.');
    casts(s, GSA, 'APPROVE');
    expect(casts(s, GSA, 'APPROVE')).toEqual([]);
    expect(s.state.approval.ballots[0]?.votes).toMatchObject([{ body: GSA, choice: 'APPROVE' }]);
    expect(typesOf(s.does(cast.tmbMember, 'WithdrawTmbVote'))).toEqual(['TmbVoteWithdrawn']);
    expect(s.does(cast.tmbMember, 'WithdrawTmbVote')).toEqual([]);
    expect(s.state.approval.ballots[0]?.votes).toEqual([]);
  });

  it('is in time on the last day and too late at its end (BALLOT_CLOSED, D2)', () => {
    for (const body of [ASI, 1001, 1002]) casts(s, body, 'APPROVE');
    const close = endOf(addDays(today(s), 28));
    s.until(new Date(Date.parse(close) - 1000).toISOString());
    expect(typesOf(s.does(cast.tmbMember, 'CastTmbVote', { choice: 'ABSTAIN' }))).toEqual([
      'TmbVoteCast',
    ]);
    s.until(close);
    const late = { choice: 'APPROVE' };
    expect(s.refuses(cast.tmbMember, 'CastTmbVote', late).refused).toBe('BALLOT_CLOSED');
    expect(s.refuses(cast.tmbMember, 'WithdrawTmbVote').refused).toBe('BALLOT_CLOSED');
    expect(s.refuses(cast.tmbSec, 'CloseTmbBallotEarly').refused).toBe('BALLOT_CLOSED');
  });
});

describe('WithdrawTmbVote', () => {
  it('takes the own vote back, which does not count any more; the body may vote again', () => {
    const s = opened();
    casts(s, GSA, 'APPROVE');
    expect(s.does(cast.tmbMember, 'WithdrawTmbVote')).toMatchObject([
      { type: 'TmbVoteWithdrawn', payload: { body: GSA } },
    ]);
    expect(s.state.approval.ballots[0]?.votes).toEqual([]);
    casts(s, GSA, 'ABSTAIN');
    expect(s.state.approval.ballots[0]?.votes).toMatchObject([{ body: GSA, choice: 'ABSTAIN' }]);
  });
});

describe('CloseTmbBallotEarly', () => {
  it('closes at once when everybody has voted', () => {
    const s = opened();
    for (const body of ENTITLED.slice(0, 4)) casts(s, body, 'APPROVE');
    expect(s.refuses(cast.tmbSec, 'CloseTmbBallotEarly').refused).toBe('BALLOT_NOT_DECIDED');
    casts(s, 1003, 'DISAPPROVE', 'Too early.');
    expect(s.does(cast.tmbSec, 'CloseTmbBallotEarly')).toMatchObject([
      { payload: { outcome: 'APPROVED', tally: { entitled: 5, yes: 4, no: 1, abstain: 0 } } },
    ]);
  });

  it('or after fourteen days when no outstanding vote can change the outcome', () => {
    const s = opened();
    for (const body of [GSA, 1001, 1002]) casts(s, body, 'APPROVE');
    later(s, 13);
    expect(s.refuses(cast.tmbSec, 'CloseTmbBallotEarly').refused).toBe('BALLOT_NOT_DECIDED');
    later(s, 1);
    expect(typesOf(s.does(cast.tmbSec, 'CloseTmbBallotEarly'))).toEqual(['TmbBallotClosed']);
  });

  it('not while the outstanding votes can still change it, however long it is open', () => {
    const s = opened();
    for (const body of [GSA, 1001]) casts(s, body, 'APPROVE');
    casts(s, 1002, 'ABSTAIN');
    later(s, 20);
    expect(s.refuses(cast.tmbSec, 'CloseTmbBallotEarly').refused).toBe('BALLOT_NOT_DECIDED');
  });

  const HALF = { quorum: '1/2', majority: '1/2' };

  it('gives the outcome of the full term, however the others had voted (F16)', () => {
    for (let entitled = 1; entitled <= 9; entitled += 1) {
      for (const tally of talliesOf(entitled)) {
        if (!isDecided(tally, HALF)) continue;
        const left = entitled - tally.yes - tally.no - tally.abstain;
        const later = talliesOf(left, left).map((t) => ({
          entitled,
          yes: tally.yes + t.yes,
          no: tally.no + t.no,
          abstain: tally.abstain + t.abstain,
        }));
        const outcomes = new Set([tally, ...later].map((t) => outcomeOf(t, HALF)));
        expect({ tally, outcomes: outcomes.size }).toEqual({ tally, outcomes: 1 });
      }
    }
  });
});

/** Every way in which so many bodies can have voted, at least `cast` of them. */
function talliesOf(entitled: number, cast = 0): readonly Tally[] {
  const all: Tally[] = [];
  for (let yes = 0; yes <= entitled; yes += 1) {
    for (let no = 0; yes + no <= entitled; no += 1) {
      for (let abstain = 0; yes + no + abstain <= entitled; abstain += 1) {
        if (yes + no + abstain >= cast) all.push({ entitled, yes, no, abstain });
      }
    }
  }
  return all;
}

describe('RecordTmbDecision', () => {
  const closed = (choice: string): Story => {
    const s = opened([GSA, 1001, 1002]);
    for (const body of [GSA, 1001, 1002]) casts(s, body, choice, 'Seen.');
    s.does(cast.tmbSec, 'CloseTmbBallotEarly');
    return s;
  };

  it('says what the tally says (DECISION_CONTRADICTS_TALLY)', () => {
    const s = closed('APPROVE');
    for (const over of [{ approved: 'NO' }, { basis: 'MEETING' }]) {
      const refused = s.refuses(cast.tmbSec, 'RecordTmbDecision', decision(s, over));
      expect(refused.refused).toBe('DECISION_CONTRADICTS_TALLY');
    }
    expect(s.does(cast.tmbSec, 'RecordTmbDecision', decision(s))).toMatchObject([
      { type: 'TwinningApproved', payload: { body: 'TMB', basis: 'BALLOT' } },
    ]);
  });

  it('rejects when the noes are as many as the ayes, or all abstain', () => {
    const s = closed('ABSTAIN');
    expect(s.state.approval.ballots[0]?.outcome).toBe('NOT_APPROVED');
    s.does(cast.tmbSec, 'RecordTmbDecision', decision(s, { approved: 'NO' }));
    expect(s.status).toBe('REJECTED');
  });

  it('waits for the closing, carries a reference, and is dated from the closing to today', () => {
    const open = opened();
    const early = open.refuses(cast.tmbSec, 'RecordTmbDecision', decision(open));
    expect(early.refused).toBe('BALLOT_OPEN');
    const s = closed('APPROVE');
    const refused = (over: object) =>
      s.refuses(cast.tmbSec, 'RecordTmbDecision', decision(s, over)).refused;
    expect(refused({ reference: undefined })).toBe('REFERENCE_REQUIRED');
    expect(refused({ decidedOn: addDays(today(s), -1) })).toBe('BACKDATED');
    expect(refused({ decidedOn: addDays(today(s), 1) })).toBe('BACKDATED');
  });

  it('without a quorum is not the ballot’s (QUORUM_MISSING): a meeting decides, or a new ballot', () => {
    const s = opened();
    casts(s, GSA, 'APPROVE');
    later(s, 28 + 14 + 1);
    expect(s.state.approval.ballots[0]?.outcome).toBe('NO_QUORUM');
    const ballot = s.refuses(cast.tmbSec, 'RecordTmbDecision', decision(s));
    expect(ballot.refused).toBe('QUORUM_MISSING');
    const again = opened();
    later(again, 28 + 14 + 1);
    expect(typesOf(again.does(cast.tmbSec, 'OpenTmbBallot', { entitled: ENTITLED }))).toEqual([
      'TmbBallotCancelled',
      'TmbBallotOpened',
    ]);
    s.does(cast.tmbSec, 'RecordTmbDecision', decision(s, { basis: 'MEETING' }));
    expect(s.status).toBe('APPROVED');
  });
});

describe('returning the request', () => {
  const back = { reason: 'NEEDS_CHANGE', points: ['Name the training.'] };

  it('voids an open ballot for ever; a decided one cannot be avoided (BALLOT_DECIDED, D13)', () => {
    const s = opened();
    casts(s, GSA, 'APPROVE');
    expect(typesOf(s.does(cast.tmbSec, 'ReturnForCompletion', back))).toEqual([
      'TmbBallotCancelled',
      'RequestReturned',
    ]);
    expect(s.state.approval).toMatchObject({ assessedAt: null, ballots: [{ cancelled: true }] });
    const decided = opened([GSA]);
    casts(decided, GSA, 'APPROVE');
    decided.does(cast.tmbSec, 'CloseTmbBallotEarly');
    expect(decided.refuses(cast.tmbSec, 'ReturnForCompletion', back).refused).toBe(
      'BALLOT_DECIDED',
    );
    const anew = decided.refuses(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA] });
    expect(anew.refused).toBe('BALLOT_DECIDED');
  });

  it('is possible three times (RETURN_LIMIT_REACHED)', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'IN_REVIEW_TPM');
    for (let round = 0; round < 3; round += 1) {
      s.does(cast.tpm, 'ReturnForCompletion', back);
      s.does(cast.lead, 'SubmitRequest');
    }
    expect(s.refuses(cast.tpm, 'ReturnForCompletion', back)).toMatchObject({
      refused: 'RETURN_LIMIT_REACHED',
      details: { limit: 3 },
    });
  });
});

describe('RecordCommitteeDecision', () => {
  it('by internal ballot needs more yes than no (DECISION_CONTRADICTS_TALLY)', () => {
    const s = storyWhere('CONVENOR', (state) => state.stage === 'IN_COMMITTEE_DECISION');
    const decided = { resolution: 'R 7', source: 'CIB', approved: 'YES', decidedOn: today(s) };
    for (const count of [{ yes: 8, no: 8 }, { yes: 3, no: 4 }, {}]) {
      const payload = { ...decided, ...count };
      expect(s.refuses(cast.manager, 'RecordCommitteeDecision', payload).refused).toBe(
        'DECISION_CONTRADICTS_TALLY',
      );
    }
    s.does(cast.manager, 'RecordCommitteeDecision', { ...decided, yes: 9, no: 8 });
    expect(s.status).toBe('APPROVED');
  });
});
