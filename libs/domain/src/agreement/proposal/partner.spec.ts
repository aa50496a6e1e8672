import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../calendar/day.js';
import { dayAt, endOf, startOf } from '../../calendar/zurich.js';
import { cast, COMMITTEE, GSA, IES, member, usualFacts } from '../../testing/people.js';
import { Story, typesOf } from '../../testing/story.js';

const OTHERS = [1001, 1002, 1003, 1004];
const facts = {
  ...usualFacts,
  members: {
    ...usualFacts.members,
    ...Object.fromEntries(OTHERS.map((id) => [id, member(id, `M${String(id)}`)])),
  },
};

/** A draft of ASI as lead on 4 January 2027, without a partner. */
function draft(over: object = {}): Story {
  const s = new Story('2027-01-04T09:00:00Z', facts);
  s.does(cast.lead, 'StartDraft', {
    side: 'LEAD',
    type: 'P_MEMBER',
    committee: COMMITTEE,
    ...over,
  });
  return s;
}

const invites = (s: Story, body: number, over: object = {}) =>
  s.does(cast.lead, 'InvitePartner', { member: body, ...over });
const fired = (s: Story, timer: string) =>
  s.fired
    .filter((f) => f.deadline.timer === timer)
    .map((f) => `${f.deadline.step} ${f.deadline.due}`);

describe('StartDraft', () => {
  it('is refused for a joint working group (JWG_NOT_TWINNABLE)', () => {
    const s = new Story('2027-01-04T09:00:00Z', facts);
    const payload = { side: 'LEAD', type: 'CONVENOR', committee: COMMITTEE, workingGroup: 'JWG 2' };
    expect(s.refuses(cast.lead, 'StartDraft', payload).refused).toBe('JWG_NOT_TWINNABLE');
  });
});

describe('InvitePartner', () => {
  it('needs the committee first (COMMITTEE_REQUIRED)', () => {
    const s = draft({ committee: null });
    expect(s.refuses(cast.lead, 'InvitePartner', { member: IES }).refused).toBe(
      'COMMITTEE_REQUIRED',
    );
  });

  it('invites another body once (SAME_PARTNER, ALREADY_INVITED), five at a time (TOO_MANY_INVITATIONS)', () => {
    const s = draft();
    const refused = (body: number) =>
      s.refuses(cast.lead, 'InvitePartner', { member: body }).refused;
    expect(refused(cast.lead.member ?? 0)).toBe('SAME_PARTNER');
    invites(s, IES);
    expect(refused(IES)).toBe('ALREADY_INVITED');
    for (const body of OTHERS) invites(s, body);
    expect(refused(GSA)).toBe('TOO_MANY_INVITATIONS');
    s.does(cast.lead, 'WithdrawInvitation', { member: IES });
    expect(typesOf(invites(s, GSA))).toEqual(['InvitationSent']);
  });
});

describe('two acceptances of invitations (D10)', () => {
  it('the first binds, the others are closed and hear PARTNER_ALREADY_CONFIRMED', () => {
    const s = draft();
    invites(s, IES);
    invites(s, GSA);
    expect(s.does(cast.twinned, 'ConfirmPartner')).toMatchObject([
      { type: 'PartnerConfirmed', payload: { member: IES, side: 'TWINNED' } },
      { type: 'InvitationClosed', payload: { member: GSA, reason: 'ANOTHER_ACCEPTED' } },
    ]);
    // To a body that is no party and no longer invited the agreement does not exist.
    expect(s.refuses(cast.third, 'ConfirmPartner').refused).toBe('NOT_FOUND');
    expect(s.refuses(cast.twinned, 'ConfirmPartner').refused).toBe('PARTNER_ALREADY_CONFIRMED');
    expect(s.refuses(cast.lead, 'InvitePartner', { member: GSA }).refused).toBe(
      'PARTNER_ALREADY_CONFIRMED',
    );
  });

  it('acceptance against withdrawal: the first recorded', () => {
    const s = draft();
    invites(s, IES);
    s.does(cast.lead, 'WithdrawInvitation', { member: IES });
    const again = s.refuses(cast.lead, 'WithdrawInvitation', { member: IES });
    expect(again.refused).toBe('INVITATION_NOT_OPEN');
    expect(s.refuses(cast.twinned, 'ConfirmPartner').refused).toBe('NOT_FOUND');
    invites(s, IES);
    s.does(cast.twinned, 'ConfirmPartner');
    const late = s.refuses(cast.lead, 'WithdrawInvitation', { member: IES });
    expect(late.refused).toBe('INVITATION_NOT_OPEN');
  });
});

describe('T1, the idle draft', () => {
  it('is reminded of after 60 days and withdrawn after 180; any command of a bound body begins anew', () => {
    const s = draft();
    const first = dayAt(s.now);
    s.until(addDays(first, 30));
    invites(s, IES);
    s.until(addDays(first, 400));
    expect(fired(s, 'T1')).toEqual([
      `remind ${endOf(addDays(first, 90))}`,
      `withdraw ${endOf(addDays(first, 210))}`,
    ]);
    expect(s.status).toBe('WITHDRAWN');
    expect(s.history.at(-1)).toMatchObject({ payload: { reason: 'IDLE_DRAFT' } });
  });
});

describe('T2, the invitation', () => {
  it('is reminded of a week before and expires after 30 days; the draft stays', () => {
    const s = draft();
    const first = dayAt(s.now);
    invites(s, IES);
    s.until(addDays(first, 31));
    expect(fired(s, 'T2')).toEqual([
      `remind ${startOf(addDays(first, 23))}`,
      `expire ${endOf(addDays(first, 30))}`,
    ]);
    expect(s.status).toBe('DRAFT');
    expect(s.refuses(cast.twinned, 'ConfirmPartner').refused).toBe('NOT_FOUND');
  });

  it('has a date of its own, at most 60 days ahead', () => {
    const s = draft();
    const first = dayAt(s.now);
    const far = { member: IES, replyBy: addDays(first, 61) };
    expect(s.refuses(cast.lead, 'InvitePartner', far).refused).toBe('INVALID_INPUT');
    invites(s, IES, { replyBy: addDays(first, 60) });
    s.until(addDays(first, 61));
    expect(fired(s, 'T2').at(-1)).toBe(`expire ${endOf(addDays(first, 60))}`);
  });

  it('stops with the answer', () => {
    const s = draft();
    invites(s, IES);
    s.does(cast.twinned, 'DeclineInvitation', { reason: 'No experts.' });
    s.until(addDays(dayAt(s.now), 59));
    expect(fired(s, 'T2')).toEqual([]);
  });
});

describe('T3, the partner search', () => {
  const search = { mode: 'SEARCH', criteria: 'Food standards, English.' };

  it('is open once (SEARCH_OPEN) and goes to the TMB secretariat after 30 days', () => {
    const s = draft();
    const first = dayAt(s.now);
    s.does(cast.lead, 'RequestPartnerSearch', search);
    expect(s.refuses(cast.lead, 'RequestPartnerSearch', search).refused).toBe('SEARCH_OPEN');
    s.until(addDays(first, 31));
    expect(fired(s, 'T3')).toEqual([`escalate ${endOf(addDays(first, 30))}`]);
    expect(s.state.oversight.escalations).toMatchObject([{ level: 'L3', owner: 'TMB_SEC' }]);
  });

  it('resolves what it raised with the answer, or when the partner is found', () => {
    const late = () => {
      const s = draft();
      s.does(cast.lead, 'RequestPartnerSearch', search);
      s.until(addDays(dayAt(s.now), 31));
      expect(s.state.oversight.escalations).toMatchObject([{ trigger: 'T3', open: true }]);
      return s;
    };
    const answered = late();
    answered.does(cast.tpm, 'AnswerPartnerSearch', { candidates: [] });
    const found = late();
    invites(found, IES);
    found.does(cast.twinned, 'ConfirmPartner');
    for (const s of [answered, found]) {
      expect(s.state.oversight.escalations).toMatchObject([{ stage: 'RESOLVED', open: false }]);
    }
  });

  it('stops with the answer of the desk, or when the partner is found', () => {
    const s = draft();
    s.does(cast.lead, 'RequestPartnerSearch', search);
    const candidates = [{ member: GSA, reasons: 'Same field, same language.' }];
    s.does(cast.tpm, 'AnswerPartnerSearch', { candidates });
    const found = draft();
    found.does(cast.lead, 'RequestPartnerSearch', search);
    invites(found, IES);
    expect(typesOf(found.does(cast.twinned, 'ConfirmPartner'))).toContain('PartnerSearchClosed');
    for (const story of [s, found]) {
      story.until(addDays(dayAt(story.now), 59));
      expect(fired(story, 'T3')).toEqual([]);
    }
  });
});
