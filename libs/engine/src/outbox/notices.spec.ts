import { describe, expect, it } from '@jest/globals';
import { day, event } from '@twinning/domain';
import { cast, COMMITTEE, Story, usualFacts } from '@twinning/domain/testing';
import { noticesOf, type Notice } from './notices.js';

const PARENT = usualFacts.committee?.parentId ?? 0;

/** A convenor's request that its subcommittee has rejected. */
function rejected(): Story {
  const { lead, twinned } = cast;
  return new Story('2027-01-04T09:00:00Z', usualFacts).given(
    event('TwinningDraftStarted', {
      side: 'TWINNED',
      member: twinned.member ?? 0,
      type: 'CONVENOR',
      committee: COMMITTEE,
      workingGroup: 'WG 1',
      ruleset: 'brochure-2021',
    }),
    event('PartnerConfirmed', { member: lead.member ?? 0, side: 'LEAD' }),
    event('TwinningRequestSubmitted', { hash: 'a'.repeat(64), ruleset: 'brochure-2021' }),
    event('RequestRouted', { destination: 'PARENT_COMMITTEE' }),
    event('TwinningRejected', {
      body: 'COMMITTEE',
      basis: 'MEETING',
      reference: 'R 1',
      decidedOn: day('2027-01-04'),
      reasons: 'Aims unclear.',
    }),
  );
}

/** The messages of one step of a story. */
function told(s: Story, step: () => readonly { type: string; payload: object }[]) {
  const before = s.state;
  const events = step();
  return noticesOf(before, s.state, events, 'ab'.repeat(16));
}

const addressed = (notices: readonly Notice[], kind: Notice['kind']) =>
  notices.filter((n) => n.kind === kind).map(({ desks, committee }) => ({ desks, committee }));

describe('a parent committee that decides', () => {
  const appeal = {
    decision: 'D1',
    grounds: 'The criteria were misread.',
    documents: ['a'.repeat(64)],
  };

  it('is told by its own manager: the appeal, then that it is late', () => {
    const s = rejected();
    const lodged = told(s, () => s.does(cast.twinned, 'LodgeAppeal', appeal));
    const manager = { desks: ['COMMITTEE_MANAGER'], committee: PARENT };
    expect(addressed(lodged, 'duty')).toEqual([manager]);
    expect(addressed(lodged, 'change').map((n) => n.committee)).toEqual([COMMITTEE]);
    const late = told(s, () => s.until('2027-02-02').flatMap((fired) => fired.events));
    expect(addressed(late, 'reminder')).toEqual([manager]);
  });
});

describe('the reminders of a ballot (T9)', () => {
  const opened = (): Story => {
    const s = rejected();
    return s.given(
      event('TmbBallotOpened', {
        ballot: 'B1',
        entitled: [1001, 1002, 1003],
        closesOn: day('2027-02-01'),
      }),
    );
  };
  const vote = (body: number) =>
    event('TmbVoteCast', {
      ...{ ballot: 'B1', body, choice: 'APPROVE', comment: null, reference: null, partner: false },
    });
  const reminded = (s: Story, on: string) =>
    told(s, () => s.until(on).flatMap((fired) => fired.events))
      .filter((n) => n.kind === 'reminder')
      .map(({ members, desks }) => ({ members, desks }));

  it('go to the bodies whose vote is out, and to nobody when all have voted', () => {
    const s = opened();
    s.given(vote(1002));
    expect(reminded(s, '2027-01-18')).toEqual([{ members: [1001, 1003], desks: [] }]);
    s.given(vote(1001));
    expect(reminded(s, '2027-01-25')).toEqual([{ members: [1003], desks: [] }]);
    s.given(vote(1003));
    expect(reminded(s, '2027-01-31')).toEqual([{ members: [], desks: [] }]);
    expect(s.history.at(-1)?.payload).toMatchObject({ timer: 'T9', to: 'NOBODY' });
  });
});

describe('a copy', () => {
  it('goes to its desks and says what it is; nobody owes anything by it', () => {
    const s = rejected();
    const notices = told(s, () => {
      const copies = [event('CopySent', { about: 'REQUEST', to: ['COMMITTEE_MANAGER', 'TPM'] })];
      s.given(...copies);
      return copies;
    });
    expect(notices.map((n) => n.kind)).toEqual(['copy', 'change']);
    expect(notices[0]).toMatchObject({
      desks: ['COMMITTEE_MANAGER', 'TPM'],
      members: [],
      committee: COMMITTEE,
      content: { copy: 'REQUEST', owed: [] },
    });
  });
});
