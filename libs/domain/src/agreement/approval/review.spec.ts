import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { cast, GSA, IES } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';

const today = (s: Story) => dayAt(s.now);
const reviewed = (type: 'P_MEMBER' | 'CHAIR') =>
  storyWhere(type, (state) => state.stage === 'IN_REVIEW_TPM');

describe('ReturnForCompletion', () => {
  it('says what is missing (REASON_REQUIRED) and who sends it back', () => {
    const points = ['Name the training.'];
    const back = { reason: 'INCOMPLETE', points };
    const s = reviewed('P_MEMBER');
    const empty = { reason: 'INCOMPLETE', points: [] };
    expect(s.refuses(cast.tpm, 'ReturnForCompletion', empty).refused).toBe('REASON_REQUIRED');
    expect(s.does(cast.tpm, 'ReturnForCompletion', back)).toEqual([
      { type: 'RequestReturned', payload: { reason: 'INCOMPLETE', points, by: 'TPM' } },
    ]);
    expect(reviewed('CHAIR').does(cast.tmbSec, 'ReturnForCompletion', back)).toMatchObject([
      { payload: { by: 'TMB_SEC' } },
    ]);
    const convenor = storyWhere('CONVENOR', (state) => state.stage === 'IN_COMMITTEE_DECISION');
    expect(convenor.does(cast.manager, 'ReturnForCompletion', back)).toMatchObject([
      { payload: { by: 'COMMITTEE_MANAGER' } },
    ]);
  });

  it('leaves a rejected ballot decided, too (BALLOT_DECIDED)', () => {
    const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
    s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA] });
    s.does(cast.tmbMember, 'CastTmbVote', { choice: 'DISAPPROVE', comment: 'No.' });
    s.does(cast.tmbSec, 'CloseTmbBallotEarly');
    const back = { reason: 'NEEDS_CHANGE', points: ['Goals.'] };
    expect(s.refuses(cast.tmbSec, 'ReturnForCompletion', back)).toMatchObject({
      refused: 'BALLOT_DECIDED',
      details: { outcome: 'NOT_APPROVED' },
    });
  });
});

describe('ApproveByTpm', () => {
  it('is the TPM’s decision of its day, with remarks or without', () => {
    const decision = { body: 'TPM', basis: 'REVIEW', reference: null };
    for (const remarks of [undefined, 'A good match.']) {
      const s = reviewed('P_MEMBER');
      const events = s.does(cast.tpm, 'ApproveByTpm', remarks === undefined ? {} : { remarks });
      const payload = { ...decision, decidedOn: today(s), reasons: remarks ?? null };
      expect(events).toEqual([{ type: 'TwinningApproved', payload }]);
      expect(s.state.approval).toMatchObject({ approvedAt: s.now, registrableSince: s.now });
    }
  });
});

describe('RecordTpmAssessment', () => {
  it('may be given anew with another text or other statistics, and is quiet when it is the same', () => {
    const s = reviewed('CHAIR');
    const given = { text: 'Ready.', statistics: 'a'.repeat(64) };
    const records = (over: object) =>
      s.does(cast.tpm, 'RecordTpmAssessment', { ...given, ...over });
    expect(records({})).toEqual([{ type: 'TpmAssessmentRecorded', payload: given }]);
    expect(s.state.approval.assessment).toEqual(given);
    expect(records({})).toEqual([]);
    expect(records({ text: 'Nearly ready.' })).toHaveLength(1);
    expect(records({ text: 'Nearly ready.', statistics: 'b'.repeat(64) })).toHaveLength(1);
  });
});

describe('RecordCommitteeDecision', () => {
  const deciding = () => storyWhere('CONVENOR', (state) => state.stage === 'IN_COMMITTEE_DECISION');
  const at = (s: Story, over: object = {}) => ({
    resolution: 'R 7',
    source: 'MEETING',
    approved: 'YES',
    decidedOn: today(s),
    ...over,
  });

  it('needs the number of the resolution and a day from the submission to today', () => {
    const s = deciding();
    const refused = (over: object) =>
      s.refuses(cast.manager, 'RecordCommitteeDecision', at(s, over));
    expect(refused({ resolution: undefined }).refused).toBe('REFERENCE_REQUIRED');
    const late = addDays(today(s), 1);
    expect(refused({ decidedOn: late })).toMatchObject({
      refused: 'BACKDATED',
      details: { decidedOn: late },
    });
    expect(refused({ decidedOn: addDays(today(s), -1) }).refused).toBe('BACKDATED');
  });

  it('at a meeting needs no count, and is kept with what is known of it', () => {
    const s = deciding();
    expect(s.does(cast.manager, 'RecordCommitteeDecision', at(s))).toEqual([
      {
        type: 'CommitteeDecisionRecorded',
        payload: {
          resolution: 'R 7',
          source: 'MEETING',
          yes: null,
          no: null,
          approved: true,
          decidedOn: today(s),
        },
      },
      {
        type: 'TwinningApproved',
        payload: {
          body: 'COMMITTEE',
          basis: 'MEETING',
          reference: 'R 7',
          decidedOn: today(s),
          reasons: null,
        },
      },
    ]);
  });

  it('by internal ballot says no when the noes are as many, and keeps the count', () => {
    const s = deciding();
    const ballot = at(s, { source: 'CIB', approved: 'NO', yes: 4, no: 4 });
    const half = at(s, { source: 'CIB', yes: 4 });
    expect(s.refuses(cast.manager, 'RecordCommitteeDecision', half)).toMatchObject({
      refused: 'DECISION_CONTRADICTS_TALLY',
      details: { yes: 4, no: null },
    });
    expect(
      s.refuses(cast.manager, 'RecordCommitteeDecision', at(s, { source: 'CIB', no: 4 })).refused,
    ).toBe('DECISION_CONTRADICTS_TALLY');
    expect(s.does(cast.manager, 'RecordCommitteeDecision', ballot)).toMatchObject([
      { payload: { yes: 4, no: 4, approved: false } },
      { type: 'TwinningRejected' },
    ]);
  });
});

describe('the votes of the TMB', () => {
  const open = () => {
    const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
    s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA, IES, 1001] });
    return s;
  };

  it('from the portal name the body and their reference (REFERENCE_REQUIRED)', () => {
    const s = open();
    const refused = (payload: object) => s.refuses(cast.tmbSec, 'CastTmbVote', payload).refused;
    expect(refused({ choice: 'APPROVE', reference: 'Portal' })).toBe('REFERENCE_REQUIRED');
    expect(refused({ choice: 'APPROVE', body: IES })).toBe('REFERENCE_REQUIRED');
    expect(refused({ choice: 'APPROVE', body: 4, reference: 'Portal' })).toBe(
      'NOT_ENTITLED_TO_VOTE',
    );
    const vote = { choice: 'ABSTAIN', body: 1001, reference: 'Portal', comment: 'No view.' };
    expect(s.does(cast.tmbSec, 'CastTmbVote', vote)).toEqual([
      { type: 'TmbVoteCast', payload: { ballot: 'B1', ...vote, partner: false } },
    ]);
    expect(s.refuses(cast.tmbSec, 'WithdrawTmbVote', { body: 1001 }).refused).toBe(
      'REFERENCE_REQUIRED',
    );
    const taken = { body: 1001, reference: 'Portal' };
    expect(s.does(cast.tmbSec, 'WithdrawTmbVote', taken)).toHaveLength(1);
  });

  it('of a member are its own body’s, which it may name', () => {
    const s = open();
    expect(
      s.refuses(cast.tmbMember, 'CastTmbVote', { body: IES, choice: 'APPROVE' }),
    ).toMatchObject({ refused: 'PROXY_FORBIDDEN', details: { body: IES } });
    const own = { body: GSA, choice: 'APPROVE' };
    expect(s.does(cast.tmbMember, 'CastTmbVote', own)).toEqual([
      {
        type: 'TmbVoteCast',
        payload: { ballot: 'B1', ...own, comment: null, reference: null, partner: false },
      },
    ]);
    const other = { body: IES, choice: 'APPROVE', reference: 'Portal' };
    s.does(cast.tmbSec, 'CastTmbVote', other);
    s.does(cast.tmbMember, 'WithdrawTmbVote');
    expect(s.state.approval.ballots[0]?.votes.map((v) => v.body)).toEqual([IES]);
  });

  it('are asked for on the 14th, 21st and 26th day of the four weeks, and not in the extension (T9)', () => {
    const s = open();
    const first = today(s);
    s.until(addDays(first, 60));
    const told = s.fired.filter((f) => f.deadline.timer === 'T9' && f.deadline.step === 'remind');
    expect(told.map((f) => dayAt(f.deadline.due))).toEqual(
      [14, 21, 26].map((n) => addDays(first, n)),
    );
    expect(told[0]?.events[0]).toMatchObject({
      type: 'ReminderRaised',
      payload: { timer: 'T9', step: 'remind', to: 'TMB_MEMBERS', subject: 'B1' },
    });
  });
});
