import { describe, expect, it } from '@jest/globals';
import { firstWhere } from '../invariants/on-the-way.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import { SECTIONS } from './views.js';
import {
  isEventShown,
  isLeafShown,
  sectionOfEvent,
  shownPayload,
  shownWith,
  withheldFrom,
} from './withheld.js';

describe('an agreement of which parts are withheld', () => {
  const { state } = firstWhere('P_MEMBER', (s) => s.stage === 'FORCE');

  it('has nothing in the parts that are withheld, and leaves the others as they are', () => {
    const full = {
      ...state,
      negotiation: { ...state.negotiation, signatories: [{ person: 'p' }] },
    };
    const read = ['request', 'selection', 'execution'] as const;
    const shown = shownWith(read, full as unknown as Agreement);
    expect(shown.negotiation).toEqual(emptyAgreement(state.id).negotiation);
    expect([shown.proposal, shown.execution]).toEqual([full.proposal, full.execution]);
    expect(withheldFrom(['request', 'execution'])).toContain('negotiation');
    expect(isEventShown(['request'], 'AgreementSigned')).toBe(false);
    expect(isEventShown(['negotiation'], 'AgreementSigned')).toBe(true);
    expect(sectionOfEvent('JointActProposed')).toBeNull();
  });

  it('withholds how a partner was looked for, but for the invitation of the body that reads', () => {
    const asked = (member: number) => ({ id: `I${String(member)}`, member, open: true });
    const nominees = [{ side: 'LEAD', person: 'p', cv: 'hash' }];
    const proposal = {
      ...state.proposal,
      search: { open: true },
      selfAssessments: [{ side: 'LEAD' }],
      invitations: [asked(1), asked(2)],
      nominees,
    };
    const full = { ...state, proposal } as unknown as Agreement;
    expect(shownWith(['request'], full, 2).proposal).toEqual({
      ...proposal,
      search: null,
      selfAssessments: [],
      invitations: [asked(2)],
      nominees: [{ ...nominees[0], cv: null }],
    });
    expect(shownWith(['request'], full).proposal.invitations).toEqual([]);
    expect(shownWith([], full, 2).proposal.invitations).toEqual([]);
    const told = ['InvitationSent', 'PartnerProposed', 'SelfAssessmentRecorded', 'RequestEdited'];
    expect(told.map((type) => isEventShown(['request'], type))).toEqual([
      ...[false, false, false, true],
    ]);
  });

  it('has a leaf for who reads the event, and of what was refused for who reads everything', () => {
    const leaf = (stream: string, type: string) => ({ stream: `${stream}/a`, type });
    expect(isLeafShown(['execution'], leaf('agreement', 'AgreementSigned'))).toBe(false);
    expect(isLeafShown(['negotiation'], leaf('agreement', 'AgreementSigned'))).toBe(true);
    expect(isLeafShown(['negotiation'], leaf('refusals', 'CommandRefused'))).toBe(false);
    expect(isLeafShown(SECTIONS, leaf('refusals', 'CommandRefused'))).toBe(true);
  });

  it('withholds an amendment with the terms that it amends, in the state and in the events', () => {
    const execution = { ...state.execution, amendments: [{ id: 'A1' }] };
    const amended = { ...state, execution } as unknown as Agreement;
    expect(shownWith(['execution'], amended).execution).toEqual({ ...execution, amendments: [] });
    expect(shownWith(['execution', 'negotiation'], amended).execution).toEqual(execution);
    const told = (sections: Parameters<typeof isEventShown>[0]) =>
      ['AmendmentAgreed', 'AmendmentSigned', 'AgreementAmended', 'AmendmentExpired'].map((type) =>
        isEventShown(sections, type),
      );
    expect(told(['execution'])).toEqual([false, false, false, false]);
    expect(told(['negotiation'])).toEqual([true, true, true, true]);
  });
});

describe('what the engine writes beside an event', () => {
  it('is shown to nobody with it: from the hash of a request words of another event could be guessed, and what was read is of others too', () => {
    for (const payload of [
      { kind: 'CloseEarly', $request: 'ab', $read: { facts: {} } },
      { kind: 'CloseEarly', content: {}, $request: 'ab', $read: { facts: {} } },
    ]) {
      for (const type of ['JointActProposed', 'RequestEdited']) {
        expect(Object.keys(shownPayload(SECTIONS, { type, payload })).join()).not.toContain('$');
        expect(shownPayload([], { type, payload })).toHaveProperty('kind', 'CloseEarly');
      }
    }
  });
});

describe('what one partner proposes to the other', () => {
  const payload = {
    ...{ kind: 'AmendAgreement', side: 'LEAD', contentHash: 'ab', why: 'Short.' },
    content: { language: 'fr' },
  };

  it.each(['JointActProposed', 'JointActAgreed'])(
    'is shown with neither words nor a hash from which they could be guessed (%s)',
    (type) => {
      expect(shownPayload(['execution'], { type, payload })).toEqual({
        ...{ kind: 'AmendAgreement', side: 'LEAD' },
      });
      expect(shownPayload(['negotiation'], { type, payload })).toEqual(payload);
    },
  );

  it('stands in the agreement in the same way', () => {
    const { state } = firstWhere('P_MEMBER', (s) => s.stage === 'FORCE');
    const act = { ...payload, proposedAt: '2027-01-04T09:00:00Z' };
    const open = { ...state, jointActs: { AmendAgreement: act } } as unknown as Agreement;
    expect(shownWith(['execution'], open).jointActs['AmendAgreement']).not.toHaveProperty(
      'content',
    );
    expect(shownWith(['execution'], open).jointActs['AmendAgreement']?.contentHash).toBe('');
    expect(shownWith(['negotiation'], open).jointActs['AmendAgreement']).toEqual(act);
  });
});
