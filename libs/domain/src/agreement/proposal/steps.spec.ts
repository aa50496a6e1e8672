import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { TWINNING_TYPES } from '../../kernel/vocabulary.js';
import type { Agreement } from '../../kernel/state.js';
import { cast, COMMITTEE, GSA, IES, usualFacts } from '../../testing/people.js';
import { Story, testHash, typesOf } from '../../testing/story.js';
import { missingParts, requestContent } from './form.js';

const hashOf = (s: Story): string => testHash(requestContent(s.state));

function draft(over: object = {}): Story {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  const payload = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE, ...over };
  s.does(cast.lead, 'StartDraft', payload);
  return s;
}
const invited = (): Story => {
  const s = draft();
  s.does(cast.lead, 'InvitePartner', { member: IES });
  return s;
};
const joint = (): Story => {
  const s = invited();
  s.does(cast.twinned, 'ConfirmPartner');
  return s;
};
const ready = (state: Agreement) =>
  state.stage === 'DRAFT' &&
  Object.values(state.proposal.consents).every((hash) => hash !== null) &&
  missingParts(state).length === 0;

describe('StartDraft', () => {
  it('begins an agreement of the body’s own side, type and committee, with an empty other side', () => {
    const s = draft();
    expect(s.history).toMatchObject([
      {
        type: 'TwinningDraftStarted',
        payload: { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE },
      },
    ]);
    expect(s.state).toMatchObject({ stage: 'DRAFT', lead: cast.lead.member, twinned: null });
  });
});

describe('InvitePartner', () => {
  it('sends the invitation with the day up to which it may be answered', () => {
    const s = draft();
    expect(s.does(cast.lead, 'InvitePartner', { member: IES })).toMatchObject([
      { type: 'InvitationSent', payload: { member: IES, replyBy: '2027-02-03' } },
    ]);
  });
});

describe('ConfirmPartner', () => {
  it('binds the invited body to the draft as the other side', () => {
    const s = invited();
    expect(s.does(cast.twinned, 'ConfirmPartner')).toMatchObject([
      { type: 'PartnerConfirmed', payload: { member: IES, side: 'TWINNED' } },
    ]);
    expect(s.state.twinned).toBe(IES);
  });
});

describe('DeclineInvitation', () => {
  it('closes the invitation with the reason, leaves the draft, and the body may be invited once more', () => {
    const s = invited();
    expect(s.does(cast.twinned, 'DeclineInvitation', { reason: 'No experts.' })).toMatchObject([
      { type: 'InvitationDeclined', payload: { member: IES, reason: 'No experts.' } },
    ]);
    expect([s.status, s.state.twinned]).toEqual(['DRAFT', null]);
    expect(typesOf(s.does(cast.lead, 'InvitePartner', { member: IES }))).toEqual([
      'InvitationSent',
    ]);
  });
});

describe('WithdrawInvitation', () => {
  it('closes the invitation: the draft does not exist for that body any more', () => {
    const s = invited();
    expect(s.does(cast.lead, 'WithdrawInvitation', { member: IES })).toMatchObject([
      { type: 'InvitationWithdrawn', payload: { member: IES } },
    ]);
    expect(s.refuses(cast.twinned, 'ConfirmPartner').refused).toBe('NOT_FOUND');
  });
});

describe('RequestPartnerSearch', () => {
  it.each([
    [COMMITTEE, 'TPM'],
    [null, 'ISO_CS'],
  ] as const)('with the committee %s is a task of %s', (committee, desk) => {
    const s = draft({ committee });
    s.does(cast.lead, 'RequestPartnerSearch', { mode: 'SEARCH', criteria: 'Food standards.' });
    expect(s.state.proposal.search).toMatchObject({ open: true, desk });
  });
});

describe('ConsentToRequest', () => {
  it('binds that side to this text, and another word voids the consents of both', () => {
    const s = joint();
    for (const [who, side] of [
      [cast.lead, 'LEAD'],
      [cast.twinned, 'TWINNED'],
    ] as const) {
      const hash = hashOf(s);
      expect(s.does(who, 'ConsentToRequest', { hash })).toMatchObject([
        { type: 'RequestConsented', payload: { side, hash } },
      ]);
      expect(s.state.proposal.consents[side]).toBe(hash);
    }
    s.does(cast.lead, 'EditRequest', { goals: 'A delegation of our own.' });
    expect(s.state.proposal.consents).toEqual({ LEAD: null, TWINNED: null });
  });
});

describe('SubmitRequest', () => {
  it.each(TWINNING_TYPES)(
    'of %s evaluates, submits and routes in one commit; nothing rests',
    (type) => {
      const s = storyWhere(type, ready);
      const types = typesOf(s.does(cast.twinned, 'SubmitRequest'));
      expect(types.slice(0, 3)).toEqual([
        'EligibilityEvaluated',
        'TwinningRequestSubmitted',
        'RequestRouted',
      ]);
      expect(s.status).toBe(type === 'CONVENOR' ? 'IN_COMMITTEE_DECISION' : 'IN_REVIEW_TPM');
      expect(s.state.approval.submissions).toBe(1);
    },
  );

  it('is open to a body of the draft only', () => {
    const s = storyWhere('P_MEMBER', ready);
    expect(s.refuses({ ...cast.third, member: GSA }, 'SubmitRequest').refused).toBe('NOT_FOUND');
  });
});
