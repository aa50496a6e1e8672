import { describe, expect, it } from '@jest/globals';
import { addDays, day } from '../../calendar/day.js';
import { endOf } from '../../calendar/zurich.js';
import { duties } from '../../kernel/views.js';
import { cast, COMMITTEE, GSA, IES, usualFacts } from '../../testing/people.js';
import { Story, testHash, typesOf } from '../../testing/story.js';
import { requestContent } from './form.js';

const START = day('2027-01-04');
const IDLE = endOf(addDays(START, 180));

function draft(committee: number | null = COMMITTEE): Story {
  const s = new Story(`${START}T09:00:00Z`, usualFacts);
  s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee });
  return s;
}
const owed = (s: Story) =>
  duties(s.state).map(({ id, desk, commands, due }) => ({ id, desk, commands, due }));
const searches = (s: Story) =>
  s.does(cast.lead, 'RequestPartnerSearch', { mode: 'SEARCH', criteria: 'French.' });

describe('whose move it is in a draft', () => {
  it('the initiator’s to find a partner, until the draft is withdrawn for it', () => {
    expect(owed(draft())).toEqual([
      {
        id: 'find-partner',
        desk: 'INITIATOR',
        commands: ['InvitePartner', 'RequestPartnerSearch'],
        due: IDLE,
      },
    ]);
  });

  it('the invited bodies’ and the searching desk’s, each until its own day', () => {
    const s = draft();
    s.does(cast.lead, 'InvitePartner', { member: IES });
    s.does(cast.lead, 'InvitePartner', { member: GSA, replyBy: '2027-01-20' });
    searches(s);
    expect(owed(s)).toEqual([
      {
        id: 'invitation:I1',
        desk: 'INVITED',
        commands: ['ConfirmPartner', 'DeclineInvitation'],
        due: endOf(addDays(START, 30)),
      },
      {
        id: 'invitation:I2',
        desk: 'INVITED',
        commands: ['ConfirmPartner', 'DeclineInvitation'],
        due: endOf(day('2027-01-20')),
      },
      {
        id: 'search',
        desk: 'TPM',
        commands: ['AnswerPartnerSearch'],
        due: endOf(addDays(START, 30)),
      },
    ]);
    const without = draft(null);
    searches(without);
    expect(owed(without).map((d) => d.desk)).toEqual(['ISO_CS']);
  });

  it('of a joint draft each side’s that has not consented, then of both to submit', () => {
    const s = draft();
    s.does(cast.lead, 'InvitePartner', { member: IES });
    s.does(cast.twinned, 'ConfirmPartner');
    const consent = (side: string) => ({
      id: `consent:${side}`,
      desk: side,
      commands: ['EditRequest', 'ConsentToRequest'],
      due: IDLE,
    });
    expect(owed(s)).toEqual([consent('LEAD'), consent('TWINNED')]);
    const hash = testHash(requestContent(s.state));
    s.does(cast.lead, 'ConsentToRequest', { hash });
    expect(owed(s)).toEqual([consent('TWINNED')]);
    s.does(cast.twinned, 'ConsentToRequest', { hash });
    expect(owed(s)).toEqual([
      { id: 'submit-request', desk: 'BOTH', commands: ['SubmitRequest'], due: IDLE },
    ]);
    expect(s.does(cast.twinned, 'ConsentToRequest', { hash })).toEqual([]);
    expect(s.refuses(cast.lead, 'ConsentToRequest', { hash: 'f'.repeat(64) })).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: { read: 'f'.repeat(64), current: hash },
    });
  });
});

describe('the search for a partner', () => {
  it('is answered with bodies that may twin, or closed because there is none', () => {
    const s = draft();
    expect(s.does(cast.tpm, 'AnswerPartnerSearch', { candidates: [] })).toEqual([]);
    searches(s);
    const candidates = [{ member: IES, reasons: 'The same language.' }];
    const unknown = [{ member: 4, reasons: 'Nobody.' }];
    expect(s.refuses(cast.tpm, 'AnswerPartnerSearch', { candidates: unknown }).refused).toBe(
      'INVALID_INPUT',
    );
    expect(s.does(cast.tpm, 'AnswerPartnerSearch', { candidates })).toEqual([
      { type: 'PartnerProposed', payload: { candidates } },
    ]);
    expect(s.state.proposal.search).toMatchObject({ open: false, desk: 'TPM', candidates });
    searches(s);
    expect(s.state.proposal.search).toMatchObject({ open: true, candidates: [] });
    expect(s.does(cast.tpm, 'AnswerPartnerSearch', { candidates: [] })).toEqual([
      { type: 'PartnerSearchClosed', payload: { reason: 'NONE' } },
    ]);
    expect(s.state.proposal.search?.open).toBe(false);
  });

  it('closes when a partner is found', () => {
    const s = draft();
    searches(s);
    s.does(cast.lead, 'InvitePartner', { member: IES });
    s.does(cast.lead, 'InvitePartner', { member: GSA });
    expect(s.does(cast.twinned, 'ConfirmPartner')).toMatchObject([
      { type: 'PartnerConfirmed', payload: { member: IES, side: 'TWINNED' } },
      { type: 'InvitationClosed', payload: { id: 'I2', member: GSA, reason: 'ANOTHER_ACCEPTED' } },
      { type: 'PartnerSearchClosed', payload: { reason: 'PARTNER_CONFIRMED' } },
    ]);
  });
});

describe('LeaveDraft', () => {
  it('frees the place of the partner, with its person and all consents', () => {
    const s = draft();
    s.does(cast.lead, 'InvitePartner', { member: IES });
    s.does(cast.twinned, 'ConfirmPartner');
    expect(s.refuses(cast.lead, 'LeaveDraft')).toMatchObject({
      refused: 'FORBIDDEN_ROLE',
      details: { initiator: 'LEAD', instead: 'Withdraw' },
    });
    s.does(cast.lead, 'ConsentToRequest', { hash: testHash(requestContent(s.state)) });
    expect(s.does(cast.twinned, 'LeaveDraft')).toEqual([
      { type: 'PartnerReleased', payload: { member: IES, side: 'TWINNED' } },
    ]);
    expect(s.state).toMatchObject({ twinned: null, proposal: { consents: { LEAD: null } } });
    expect(typesOf(s.does(cast.lead, 'InvitePartner', { member: GSA }))).toEqual([
      'InvitationSent',
    ]);
  });
});
