import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, addDays } from '../../calendar/index.js';
import { dayAt, endOf } from '../../calendar/zurich.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { duties } from '../../kernel/views.js';
import { cast, GSA, IES } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { approvalDuties } from './duties.js';

/** Whose move it is, by which commands and until when. */
const owed = (s: Story) =>
  duties(s.state).map(({ id, desk, commands, due }) => ({ id, desk, commands, due }));
const today = (s: Story) => dayAt(s.now);
const inBusinessDays = (s: Story, n: number) => endOf(addBusinessDays(today(s), n));
const inDays = (s: Story, n: number) => endOf(addDays(today(s), n));

const opened = (): Story => {
  const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
  s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA, 1001, 1002] });
  return s;
};
const votes = (s: Story, ...bodies: readonly number[]) => {
  for (const body of bodies) {
    s.does(cast.tmbSec, 'CastTmbVote', { body, choice: 'APPROVE', reference: 'Portal' });
  }
};

describe('whose move it is in approval', () => {
  it('the TPM’s to decide on a P-member request', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'IN_REVIEW_TPM');
    expect(owed(s)).toEqual([
      {
        id: 'review-request',
        desk: 'TPM',
        commands: ['ApproveByTpm', 'RejectByTpm', 'ReturnForCompletion'],
        due: inBusinessDays(s, 15),
      },
    ]);
    expect(duties(s.state)[0]?.since).toBe(s.state.approval.submittedAt);
  });

  it('of a chair the TPM’s to assess, then the TMB secretariat’s to open the ballot', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'IN_REVIEW_TPM');
    expect(owed(s)).toEqual([
      {
        id: 'assess',
        desk: 'TPM',
        commands: ['RecordTpmAssessment', 'ReturnForCompletion'],
        due: inBusinessDays(s, 15),
      },
    ]);
    s.does(cast.tpm, 'RecordTpmAssessment', { text: 'Ready.', statistics: 'a'.repeat(64) });
    expect(owed(s)).toEqual([
      {
        id: 'open-ballot',
        desk: 'TMB_SEC',
        commands: ['OpenTmbBallot', 'ReturnForCompletion'],
        due: inBusinessDays(s, 5),
      },
    ]);
  });

  it('of an open ballot the TMB members’, of a closed one the TMB secretariat’s', () => {
    const s = opened();
    expect(owed(s)).toEqual([
      { id: 'vote:B1', desk: 'TMB_MEMBERS', commands: ['CastTmbVote'], due: inDays(s, 28) },
    ]);
    votes(s, GSA, 1001, 1002);
    s.does(cast.tmbSec, 'CloseTmbBallotEarly');
    expect(owed(s)).toEqual([
      {
        id: 'decide:B1',
        desk: 'TMB_SEC',
        commands: ['RecordTmbDecision'],
        due: inBusinessDays(s, 5),
      },
    ]);
  });

  it('without a quorum the TMB secretariat’s to open a new ballot or record a meeting’s decision', () => {
    const s = opened();
    s.until(endOf(addDays(today(s), 28 + 14)));
    expect(owed(s)).toEqual([
      {
        id: 'decide:B1',
        desk: 'TMB_SEC',
        commands: ['OpenTmbBallot', 'RecordTmbDecision'],
        due: inDays(s, 28),
      },
    ]);
  });

  it('the parent committee’s on a convenor', () => {
    const s = storyWhere('CONVENOR', (state) => state.stage === 'IN_COMMITTEE_DECISION');
    expect(owed(s)).toEqual([
      {
        id: 'committee-decision',
        desk: 'COMMITTEE_MANAGER',
        commands: ['RecordCommitteeDecision', 'ReturnForCompletion'],
        due: inDays(s, 28),
      },
    ]);
  });

  it('the partners’ on a returned request, until it is withdrawn for them', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'IN_REVIEW_TPM');
    const points = ['Name the training.'];
    s.does(cast.tpm, 'ReturnForCompletion', { reason: 'NEEDS_CHANGE', points });
    expect(owed(s)).toEqual([
      {
        id: 'returned-submit-request',
        desk: 'BOTH',
        commands: ['SubmitRequest'],
        due: inDays(s, 60),
      },
    ]);
    expect(duties(s.state)[0]?.since).toBe(s.state.approval.returnedAt);
    s.does(cast.lead, 'EditRequest', { goals: 'Another goal.' });
    expect(owed(s).map((d) => d.id)).toEqual(['returned-consent:LEAD', 'returned-consent:TWINNED']);
  });

  it.each([
    ['P_MEMBER', 'TPM'],
    ['CONVENOR', 'TPM'],
    ['CHAIR', 'TMB_SEC'],
    ['SECRETARIAT', 'TMB_SEC'],
  ] as const)('after the approval of a %s to register: the %s’s', (type, desk) => {
    const s = storyWhere(type, (state) => state.stage === 'APPROVED', 'annex-st-2020');
    expect(owed(s)).toEqual([
      { id: 'register', desk, commands: ['RegisterInGD'], due: inBusinessDays(s, 10) },
    ]);
  });

  it('when a guard blocks the registration the partners’ to cure it', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'APPROVED', 'annex-st-2020');
    const known = s.facts.members[IES];
    if (known === undefined) throw new Error('No twinned body.');
    const status = 'O' as const;
    s.facts = { ...s.facts, members: { ...s.facts.members, [IES]: { ...known, status } } };
    s.until(inBusinessDays(s, 10));
    expect(owed(s)).toEqual([
      { id: 'cure-registration', desk: 'BOTH', commands: ['RegisterInGD'], due: inDays(s, 60) },
    ]);
    expect(duties(s.state)[0]?.since).toBe(s.now);
  });

  it('nobody’s in approval before the submission and after the registration', () => {
    const draft = storyWhere('P_MEMBER', (state) => state.stage === 'DRAFT');
    expect(approvalDuties(draft.state)).toEqual([]);
    const registered = storyWhere('P_MEMBER', (state) => state.approval.registration !== null);
    expect(approvalDuties(registered.state)).toEqual([]);
  });
});
