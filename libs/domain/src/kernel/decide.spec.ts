import { describe, expect, it } from '@jest/globals';
import { inForce, STATEMENT } from '../agreement/execution/given.js';
import { ASI, cast, COMMITTEE, IES, usualFacts, withMember } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { admissible, authorize, canSeeFor, contextFor, decide, triesFor } from './decide.js';
import { emptyAgreement } from './evolve.js';
import { REGISTRY, SYSTEM, type Principal } from './principal.js';
import { definitions } from './slices.js';

const running = inForce().state;
const empty = emptyAgreement('a');

function draft(): Story {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
  return s;
}

const told = (type: string, who: Principal, state = running, payload: unknown = {}) =>
  authorize(state, { type, payload }, who);

describe('Who acts, as it is recorded', () => {
  const { now, facts, claims } = inForce();
  const actorIn = (principal: Principal, role: Parameters<typeof contextFor>[1]) =>
    contextFor({ now, facts, claims, principal, hash: testHash }, role).actor;

  it('is a person in a role for a body', () => {
    const { person } = cast.lead;
    expect(actorIn(cast.lead, 'LEAD_REP')).toEqual({ person, role: 'LEAD_REP', member: ASI });
    expect(actorIn(cast.tpm, 'TPM')).toEqual({ person: 'tpm', role: 'TPM', member: null });
  });

  it('is nobody where the clock or the registry acts', () => {
    expect(actorIn(SYSTEM, 'SYSTEM')).toEqual({ person: null, role: 'SYSTEM', member: null });
    expect(actorIn(REGISTRY, 'REGISTRY')).toEqual({
      ...{ person: null, role: 'REGISTRY', member: null },
    });
  });
});

describe('A command that does not exist', () => {
  const refusal = {
    ...{ refused: 'INVALID_INPUT', clause: 'lifecycle B', details: { command: 'NoSuch' } },
  };

  it('is ill-formed input, whoever gives it and wherever', () => {
    expect(told('NoSuch', cast.lead)).toEqual(refusal);
    expect(told('NoSuch', cast.third)).toEqual(refusal);
    expect(told('NoSuch', cast.lead, empty)).toEqual(refusal);
    expect(admissible(running, 'NoSuch', 'LEAD_REP')).toEqual(refusal);
    expect(inForce().ask(cast.lead, 'NoSuch')).toEqual(refusal);
  });
});

describe('An agreement', () => {
  const nowhere = { refused: 'NOT_FOUND', clause: 'lifecycle B', details: {} };

  it('is not there before it has begun, not for those either who see every one', () => {
    for (const who of [cast.tmbSec, cast.cs, cast.auditor, cast.lead]) {
      expect(told('Withdraw', who, empty)).toEqual(nowhere);
    }
    expect(told('StartDraft', cast.lead, empty)).toBe('NSB_REP');
  });

  it('is not there for whoever may not see it; who sees it learns that the role is wrong', () => {
    expect(told('GiveNoticeOfWithdrawal', cast.third)).toEqual(nowhere);
    expect(told('GiveNoticeOfWithdrawal', cast.auditor)).toEqual({
      ...{ refused: 'FORBIDDEN_ROLE', clause: definitions['GiveNoticeOfWithdrawal']?.clause },
      details: {},
    });
    expect(told('GiveNoticeOfWithdrawal', cast.lead)).toBe('LEAD_REP');
  });

  it('is there for an appeal of a body that is no party, once it is no draft', () => {
    expect(told('LodgeAppeal', cast.third)).toBe('MEMBER_REP');
    expect(told('LodgeAppeal', cast.third, draft().state)).toEqual(nowhere);
    const stranger: Principal = { person: 'x', member: 12, grants: [], stepUp: true };
    expect(told('LodgeAppeal', stranger)).toEqual(nowhere);
    expect(told('LodgeAppeal', { ...stranger, grants: [{ role: 'MBUA' }] })).toEqual(nowhere);
    const appeal = definitions['LodgeAppeal'];
    if (appeal === undefined) throw new Error('There are no appeals.');
    expect(canSeeFor(stranger, running, appeal)).toBe(false);
    expect(canSeeFor(cast.third, running, appeal)).toBe(true);
  });

  it('is tried for whoever lent the role, also in vain', () => {
    const by = { delegation: 'D1', person: 'boss', commands: ['Withdraw'] };
    const lent: Principal = { ...cast.lead, grants: [{ role: 'NSB_REP', by }] };
    const trying = (type: string, state = running) => triesFor(state, { type, payload: {} }, lent);
    expect(trying('Withdraw')).toBe('boss');
    expect(trying('Withdraw', empty)).toBe('boss');
    expect(trying('GiveNoticeOfWithdrawal')).toBeNull();
  });
});

describe('The status and the type', () => {
  it('let a new agreement begin where there is none, and nowhere else', () => {
    expect(admissible(empty, 'StartDraft', 'NSB_REP')).toBeNull();
    expect(admissible(empty, 'OpenCatchUp', 'TPM')).toBeNull();
    const { clause } = definitions['StartDraft'] ?? {};
    expect(admissible(draft().state, 'StartDraft', 'NSB_REP')).toEqual({
      ...{ refused: 'WRONG_STATUS', clause, details: { status: 'DRAFT' } },
    });
    expect(admissible(running, 'OpenCatchUp', 'TPM')).toEqual({
      ...{ refused: 'WRONG_STATUS', clause: 'lifecycle D22', details: { status: 'ACTIVE' } },
    });
  });

  it('say in which statuses the role may act, each once', () => {
    expect(admissible(running, 'Withdraw', 'LEAD_REP')).toEqual({
      ...{ refused: 'WRONG_STATUS', clause: 'ST.4(a)' },
      details: {
        status: 'ACTIVE',
        allowed: [
          ...['DRAFT', 'IN_REVIEW_TPM', 'IN_COMMITTEE_DECISION', 'IN_TMB_BALLOT', 'RETURNED'],
          ...['APPROVED', 'AGREEMENT_PENDING', 'AGREEMENT_IN_REVIEW'],
        ],
      },
    });
    expect(admissible(running, 'RegisterInGD', 'ISO_CS')?.details).toEqual({
      status: 'ACTIVE',
      allowed: ['APPROVED'],
    });
    expect(admissible(running, 'Withdraw', 'TPM')?.details).toEqual({
      ...{ status: 'ACTIVE', allowed: [] },
    });
  });

  it('say that it is over where it is over', () => {
    for (const stage of ['CLOSED', 'LAPSED', 'REJECTED', 'WITHDRAWN'] as const) {
      expect(admissible({ ...running, stage }, 'Suspend', 'LEAD_REP')).toEqual({
        ...{ refused: 'AGREEMENT_FINAL', clause: 'lifecycle B4' },
        details: { status: stage, allowed: ['ACTIVE', 'ENDING'] },
      });
    }
    expect(admissible({ ...running, stage: 'EXPIRED' }, 'Suspend', 'LEAD_REP')?.refused).toBe(
      'WRONG_STATUS',
    );
  });

  it('say that the route is of another type, once the status is right', () => {
    const asked = (over: Partial<typeof running>) =>
      admissible({ ...running, ...over }, 'RecordReappointment', 'TMB_SEC');
    expect(asked({})).toEqual({
      ...{ refused: 'WRONG_ROUTE_FOR_TYPE', details: { type: 'P_MEMBER' } },
      clause: definitions['RecordReappointment']?.clause,
    });
    expect(asked({ stage: 'APPROVED' })?.refused).toBe('WRONG_STATUS');
    expect(asked({ type: 'CHAIR' })).toBeNull();
  });
});

describe('A body that is no member any more', () => {
  const inactive = withMember(ASI, { active: false });
  const suspend = { until: '2027-10-01', reason: 'Leave.' };

  it('does nothing, which is said after what is wrong with the input and before the rest', () => {
    const s = inForce();
    s.facts = inactive;
    const refusal = { refused: 'MEMBER_NOT_ACTIVE', clause: 'ST.3', details: { member: ASI } };
    expect(s.refuses(cast.lead, 'Suspend', suspend)).toEqual(refusal);
    expect(s.refuses(cast.lead, 'Suspend', { ...suspend, until: '2099-01-01' })).toEqual(refusal);
    expect(s.refuses(cast.lead, 'Suspend', {}).refused).toBe('INVALID_INPUT');
    expect(s.refuses(cast.lead, 'Resume').refused).toBe('WRONG_STATUS');
    s.does(cast.twinned, 'Suspend', suspend);
  });

  it('is not one of which nothing is known, nor does it hinder desks', () => {
    const s = inForce();
    s.facts = { ...usualFacts, members: {} };
    s.does(cast.lead, 'Suspend', suspend);
    s.facts = inactive;
    expect(s.refuses(cast.tpm, 'ConfirmPause', { confirmed: true }).refused).toBe('NO_PAUSE');
  });

  it('does not hinder the registry or the clock that tells of it', () => {
    const s = inForce();
    s.facts = inactive;
    const fact = {
      ...{ rule: 'MEMBER_NOT_ACTIVE', side: 'LEAD', broken: true },
      ...{ since: '2027-06-30', reference: 'Import' },
    };
    const told = s.does({ ...REGISTRY, member: ASI }, 'RecordPrerequisiteFact', fact);
    expect(told[0]?.type).toBe('PrerequisiteBroken');
    const found = { evaluation: 'EV1', items: [{ item: 'x', value: 1 }] };
    expect(s.refuses({ ...SYSTEM, member: ASI }, 'RecordGatheredEvidence', found).refused).toBe(
      'NOT_FOUND',
    );
  });
});

describe('What is ill-formed', () => {
  it('is said field by field', () => {
    expect(inForce().refuses(cast.lead, 'Suspend', { until: 'soon', why: 1 })).toEqual({
      ...{ refused: 'INVALID_INPUT', clause: 'lifecycle B' },
      details: {
        faults: [
          { pointer: '/why', expected: 'no such field' },
          { pointer: '/until', expected: 'a calendar date YYYY-MM-DD' },
          { pointer: '/reason', expected: 'text of 1 to 4000 characters' },
        ],
      },
    });
  });
});

describe('A paper that a command names', () => {
  it('may be gone when the same is said again, and not when something new is said', () => {
    const s = inForce();
    const gone = { filed: [], destroyed: true };
    const named = (authority: string) => ({ person: 'lead-signatory', authority });
    const known = s.state.negotiation.signatories[0]?.authority ?? '';
    s.facts = { ...usualFacts, papers: { [known]: gone, [STATEMENT]: gone } };
    expect(s.does(cast.lead, 'DesignateSignatory', named(known))).toEqual([]);
    expect(s.refuses(cast.lead, 'DesignateSignatory', named(STATEMENT)).refused).toBe(
      'PAPER_DESTROYED',
    );
  });
});

describe('An accepted command', () => {
  it('is told with its role and for whom it was given', () => {
    const { state, now, facts, claims } = inForce();
    const by = { delegation: 'D1', person: 'boss', commands: 'ALL' as const };
    const deputy: Principal = { ...cast.twinned, grants: [{ role: 'NSB_REP', by }] };
    const around = { now, facts, claims, hash: testHash };
    const notice = { type: 'GiveNoticeOfWithdrawal', payload: {} };
    expect(decide(state, notice, { ...around, principal: deputy })).toMatchObject({
      ...{ role: 'TWINNED_REP', actsFor: 'boss' },
    });
    expect(decide(state, notice, { ...around, principal: cast.twinned })).toMatchObject({
      ...{ role: 'TWINNED_REP', actsFor: null },
    });
    expect(cast.twinned.member).toBe(IES);
  });
});
