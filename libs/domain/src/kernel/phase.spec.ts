import { describe, expect, it } from '@jest/globals';
import { twinningInForce } from '../agreement/evaluation/testing.js';
import { cast, COMMITTEE, IES, usualFacts } from '../testing/people.js';
import { Story } from '../testing/story.js';
import { emptyAgreement } from './evolve.js';
import type { Agreement } from './state.js';
import { duties, phaseOf } from './views.js';

const inStage = (stage: Agreement['stage']): Agreement => ({ ...emptyAgreement('a'), stage });

const running = twinningInForce().state;
const evaluating = (...stages: readonly string[]): Agreement => ({
  ...running,
  evaluation: {
    ...running.evaluation,
    evaluations: stages.map((stage) => ({ stage })),
  } as unknown as Agreement['evaluation'],
});

describe('The phase of an agreement', () => {
  it('of a draft is the proposal while nobody is asked, searched for or found', () => {
    const draft = () => {
      const s = new Story('2027-01-04T09:00:00Z', usualFacts);
      s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
      return s;
    };
    expect(phaseOf(inStage('NONE'))).toBe('PROPOSAL');
    expect(phaseOf(draft().state)).toBe('PROPOSAL');
    expect(phaseOf({ ...draft().state, lead: null, twinned: IES })).toBe('PROPOSAL');
    const invited = draft();
    invited.does(cast.lead, 'InvitePartner', { member: IES });
    expect(phaseOf(invited.state)).toBe('PARTNER_SELECTION');
    invited.does(cast.twinned, 'DeclineInvitation', {});
    expect(phaseOf(invited.state)).toBe('PROPOSAL');
    invited.does(cast.lead, 'InvitePartner', { member: IES });
    expect(invited.state.proposal.invitations.map((i) => i.open)).toEqual([false, true]);
    expect(phaseOf(invited.state)).toBe('PARTNER_SELECTION');
    invited.does(cast.twinned, 'ConfirmPartner', {});
    expect(invited.state.proposal.invitations.some((i) => i.open)).toBe(false);
    expect(phaseOf(invited.state)).toBe('PARTNER_SELECTION');
  });

  it('of a draft is the selection while a search is open', () => {
    const draft = inStage('DRAFT');
    const searching = (open: boolean): Agreement => ({
      ...draft,
      proposal: {
        ...draft.proposal,
        search: { open, desk: 'TPM', since: running.term?.activatedAt, candidates: [] },
      } as unknown as Agreement['proposal'],
    });
    expect(phaseOf(searching(true))).toBe('PARTNER_SELECTION');
    expect(phaseOf(searching(false))).toBe('PROPOSAL');
  });

  it.each([
    ['IN_REVIEW_TPM', 'APPROVAL'],
    ['IN_COMMITTEE_DECISION', 'APPROVAL'],
    ['IN_TMB_BALLOT', 'APPROVAL'],
    ['RETURNED', 'APPROVAL'],
    ['APPROVED', 'APPROVAL'],
    ['AGREEMENT_PENDING', 'NEGOTIATION'],
    ['AGREEMENT_IN_REVIEW', 'NEGOTIATION'],
    ['EXPIRED', 'EVALUATION'],
    ['TERMINATED', 'EVALUATION'],
    ['CANCELLED', 'EVALUATION'],
    ['CLOSED', 'CLOSED'],
    ['LAPSED', 'CLOSED'],
    ['REJECTED', 'CLOSED'],
    ['WITHDRAWN', 'CLOSED'],
  ] as const)('of %s is %s', (stage, phase) => {
    expect(phaseOf(inStage(stage))).toBe(phase);
  });

  it('of one in force is the execution until it is evaluated or its window opens', () => {
    const { term } = running;
    expect(phaseOf(running)).toBe('EXECUTION');
    expect(phaseOf({ ...running, term: null })).toBe('EXECUTION');
    expect(phaseOf({ ...running, term: term && { ...term, windowOpened: true } })).toBe(
      'EVALUATION',
    );
  });

  it.each(['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION', 'APPROVED'])(
    'of one in force is the evaluation while one of its evaluations is at %s',
    (stage) => {
      expect(phaseOf(evaluating(stage))).toBe('EVALUATION');
      expect(phaseOf(evaluating('REFUSED', stage))).toBe('EVALUATION');
    },
  );

  it('of one in force is the execution again when its evaluations are over', () => {
    expect(phaseOf(evaluating('EFFECTIVE', 'REFUSED', 'WITHDRAWN'))).toBe('EXECUTION');
  });
});

describe('What is owed', () => {
  it('is nothing before an agreement has begun', () => {
    expect(duties(inStage('NONE'))).toEqual([]);
    expect(duties(running)).not.toEqual([]);
  });
});
