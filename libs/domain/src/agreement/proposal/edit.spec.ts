import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { needsOf } from '../../kernel/needs.js';
import { ASI, cast, COMMITTEE, GSA, IES, usualFacts } from '../../testing/people.js';
import { Story, testHash, typesOf } from '../../testing/story.js';
import { missingParts, requestContent } from './form.js';

const CV = 'c'.repeat(64);
const person = (side: 'LEAD' | 'TWINNED', over: object = {}) => ({
  side,
  person: side === 'LEAD' ? 'lead-nominee' : 'twinned-nominee',
  cv: CV,
  delegate: false,
  categoryC: false,
  ...over,
});

/** A draft of ASI as lead that IES has joined. */
function draft(over: object = {}): Story {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  const subject = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE, ...over };
  s.does(cast.lead, 'StartDraft', subject);
  return s;
}
function joined(): Story {
  const s = draft();
  s.does(cast.lead, 'InvitePartner', { member: IES });
  s.does(cast.twinned, 'ConfirmPartner');
  return s;
}
const consents = (s: Story) => {
  const hash = testHash(requestContent(s.state));
  s.does(cast.lead, 'ConsentToRequest', { hash });
  s.does(cast.twinned, 'ConsentToRequest', { hash });
};

describe('EditRequest', () => {
  it('writes what is given, empties what is null, leaves the rest, and voids both consents', () => {
    const s = joined();
    s.does(cast.lead, 'EditRequest', { goals: 'A chair.', competence: 'Twenty years.' });
    consents(s);
    expect(s.state.proposal.consents.LEAD).toBe(s.state.proposal.consents.TWINNED);
    const [edited] = s.does(cast.twinned, 'EditRequest', { goals: null, need: 'To lead.' });
    expect(s.state.proposal.form).toMatchObject({
      goals: null,
      need: 'To lead.',
      competence: 'Twenty years.',
    });
    expect(s.state.proposal.consents).toEqual({ LEAD: null, TWINNED: null });
    expect(edited).toMatchObject({
      type: 'RequestEdited',
      payload: { side: 'TWINNED', hash: testHash(requestContent(s.state)) },
    });
    expect(s.does(cast.twinned, 'EditRequest', { need: 'To lead.' })).toEqual([]);
  });

  it('keeps each side to its own statement and contact (PROXY_FORBIDDEN)', () => {
    const s = joined();
    for (const field of ['need', 'twinnedContact']) {
      expect(s.refuses(cast.lead, 'EditRequest', { [field]: 'lead-rep' })).toMatchObject({
        refused: 'PROXY_FORBIDDEN',
        details: { field },
      });
      expect(typesOf(s.does(cast.twinned, 'EditRequest', { [field]: 'twinned-rep' }))).toEqual([
        'RequestEdited',
      ]);
    }
    for (const field of ['competence', 'leadContact']) {
      expect(s.refuses(cast.twinned, 'EditRequest', { [field]: 'x' })).toMatchObject({
        refused: 'PROXY_FORBIDDEN',
        details: { field },
      });
      expect(typesOf(s.does(cast.lead, 'EditRequest', { [field]: 'lead-rep' }))).toEqual([
        'RequestEdited',
      ]);
    }
  });

  it('keeps each side to its own person: the other’s may only be repeated', () => {
    const s = joined();
    const lead = person('LEAD');
    const twinned = person('TWINNED');
    expect(s.refuses(cast.lead, 'EditRequest', { nominees: [lead, twinned] })).toMatchObject({
      refused: 'PROXY_FORBIDDEN',
      details: { field: 'nominees' },
    });
    s.does(cast.lead, 'EditRequest', { nominees: [lead] });
    s.does(cast.twinned, 'EditRequest', { nominees: [lead, twinned] });
    expect(s.state.proposal.nominees).toMatchObject([lead, twinned]);
    for (const other of [{ cv: 'd'.repeat(64) }, { person: 'somebody' }]) {
      const nominees = [person('LEAD', other), twinned];
      expect(s.refuses(cast.twinned, 'EditRequest', { nominees }).refused).toBe('PROXY_FORBIDDEN');
    }
  });

  it('keeps an answer to a nomination only while the same person with the same CV is named', () => {
    const s = joined();
    const named = (lead: object) => s.does(cast.lead, 'EditRequest', { nominees: [lead] });
    const accepted = () => s.state.proposal.nominees.map((n) => n.accepted);
    named(person('LEAD'));
    s.does(cast.lead, 'AcceptNomination', { person: 'lead-nominee' });
    named(person('LEAD', { delegate: true }));
    expect(accepted()).toEqual([true]);
    expect(s.state.proposal.nominees[0]?.delegate).toBe(true);
    named(person('LEAD', { cv: 'd'.repeat(64) }));
    expect(accepted()).toEqual([null]);
    s.does(cast.lead, 'AcceptNomination', { person: 'lead-nominee' });
    named(person('LEAD', { cv: 'd'.repeat(64), person: 'somebody' }));
    expect(accepted()).toEqual([null]);
  });

  it('in the draft changes what the twinning is about, and closes the open invitations', () => {
    for (const change of [
      { type: 'SECRETARIAT' },
      { committee: 47858 },
      { type: 'CONVENOR', workingGroup: 'WG 2' },
      { initiatorSide: 'TWINNED' },
    ]) {
      const s = draft();
      s.does(cast.lead, 'InvitePartner', { member: GSA });
      s.does(cast.lead, 'WithdrawInvitation', { member: GSA });
      s.does(cast.lead, 'InvitePartner', { member: IES });
      expect(s.does(cast.lead, 'EditRequest', change)).toMatchObject([
        { type: 'RequestEdited' },
        {
          type: 'InvitationClosed',
          payload: { id: 'I2', member: IES, reason: 'SUBJECT_CHANGED' },
        },
      ]);
      expect(s.refuses(cast.twinned, 'ConfirmPartner').refused).toBe('NOT_FOUND');
    }
    const quiet = draft();
    quiet.does(cast.lead, 'InvitePartner', { member: IES });
    expect(typesOf(quiet.does(cast.lead, 'EditRequest', { goals: 'A chair.' }))).toEqual([
      'RequestEdited',
    ]);
  });

  it('turns the sides when the initiator takes the other one', () => {
    const s = joined();
    s.does(cast.lead, 'EditRequest', { initiatorSide: 'TWINNED' });
    expect(s.state).toMatchObject({ initiator: 'TWINNED', lead: IES, twinned: ASI });
  });

  it('looks again whether the new subject suits: the working group, the committee, the body', () => {
    const s = draft();
    const refused = (edit: object) => s.refuses(cast.lead, 'EditRequest', edit).refused;
    expect(refused({ type: 'CONVENOR' })).toBe('WG_REQUIRED');
    expect(refused({ workingGroup: 'WG 2' })).toBe('WG_REQUIRED');
    expect(refused({ type: 'CONVENOR', workingGroup: 'JWG 2' })).toBe('JWG_NOT_TWINNABLE');
    s.facts = { ...s.facts, committee: null };
    expect(refused({ committee: 7 })).toBe('INVALID_INPUT');
  });

  it('a body under New Rights cannot turn its draft into a chair’s', () => {
    const lead = usualFacts.members[ASI];
    if (lead === undefined) throw new Error('No lead.');
    const s = draft({ type: 'P_MEMBER' });
    const rights = { ...lead, category: 'CORRESPONDENT', newRights: true } as const;
    s.facts = { ...s.facts, members: { ...s.facts.members, [ASI]: rights } };
    expect(s.refuses(cast.lead, 'EditRequest', { type: 'CHAIR' }).refused).toBe(
      'NEW_RIGHTS_ONLY_P',
    );
    s.does(cast.lead, 'EditRequest', { goals: 'A member.' });
  });

  it('after the first submission leaves the subject as it is (FROZEN_AFTER_SUBMISSION)', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'IN_REVIEW_TPM');
    s.does(cast.tpm, 'ReturnForCompletion', { reason: 'NEEDS_CHANGE', points: ['Goals.'] });
    for (const change of [
      { type: 'SECRETARIAT' },
      { committee: 1 },
      { initiatorSide: 'TWINNED' },
    ]) {
      expect(s.refuses(cast.lead, 'EditRequest', change).refused).toBe('FROZEN_AFTER_SUBMISSION');
    }
    const same = { type: 'CHAIR', committee: COMMITTEE, goals: 'Better goals.' };
    expect(typesOf(s.does(cast.lead, 'EditRequest', same))).toEqual(['RequestEdited']);
  });

  it('reads the committee and the working group that the edit names', () => {
    const { state } = draft();
    const read = (payload: object) => needsOf(state, { type: 'EditRequest', payload }, cast.lead);
    expect(read({ goals: 'x' })).toMatchObject({ committee: COMMITTEE, workingGroup: null });
    expect(read({ committee: 7, workingGroup: 'WG 1' })).toMatchObject({
      committee: 7,
      workingGroup: 'WG 1',
    });
    expect(read({ committee: null })).toMatchObject({ committee: null });
    const started = { side: 'LEAD', type: 'CONVENOR', committee: 7, workingGroup: 'WG 1' };
    expect(needsOf(state, { type: 'StartDraft', payload: started }, cast.lead)).toMatchObject({
      committee: 7,
      workingGroup: 'WG 1',
    });
  });
});

describe('the form', () => {
  it('is complete when no part of it is empty (FORM_INCOMPLETE)', () => {
    const parts = ['goals', 'outcome', 'plannedStart', 'plannedMonths'] as const;
    const s = storyWhere('P_MEMBER', ({ proposal, stage }) => {
      const both = proposal.consents.LEAD !== null && proposal.consents.TWINNED !== null;
      return stage === 'DRAFT' && both;
    });
    expect(missingParts(s.state)).toEqual([]);
    for (const part of parts) {
      s.does(cast.lead, 'EditRequest', { [part]: null });
    }
    expect(missingParts(s.state)).toEqual(parts);
    expect(s.refuses(cast.lead, 'SubmitRequest')).toMatchObject({
      refused: 'FORM_INCOMPLETE',
      details: { missing: parts },
    });
    const noCommittee = { ...s.state, committee: null };
    expect(missingParts(noCommittee)[0]).toBe('committee');
    const alone = draft();
    expect(alone.refuses(cast.lead, 'SubmitRequest').refused).toBe('PARTNER_NOT_CONFIRMED');
  });
});
