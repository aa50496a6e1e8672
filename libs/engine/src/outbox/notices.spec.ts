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
  return noticesOf(before, s.state, events);
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
