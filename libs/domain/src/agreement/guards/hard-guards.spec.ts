import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { emptyAgreement } from '../../kernel/evolve.js';
import type { Facts, MemberFacts } from '../../kernel/facts.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import {
  ASI,
  COMMITTEE,
  GSA,
  IES,
  usualFacts,
  withCommittee,
  withMember,
} from '../../testing/people.js';
import { claimKeysOf, claimsAreFree, claimsHeld } from './claims.js';
import { memberMayTwin } from './pair.js';
import { prerequisites, sideOfPrerequisite, type Moment } from './prerequisites.js';
import { daysUsed, latestEnd, notARenewal } from './renewal.js';
import { committeeKnown, subjectIsActive, workingGroupFits } from './subject.js';

const of = (type: TwinningType, over: Partial<Agreement> = {}): Agreement => ({
  ...emptyAgreement('a'),
  stage: 'DRAFT',
  type,
  lead: ASI,
  twinned: IES,
  committee: COMMITTEE,
  workingGroup: type === 'CONVENOR' ? 'WG 3' : null,
  ...over,
});
describe('G1, G2: a body that may twin', () => {
  it('is one that the registry knows', () => {
    expect(memberMayTwin(usualFacts, 4, 'CHAIR')).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { member: 4, faults: [{ pointer: '/member' }] },
    });
  });

  it('is active and a full member, or of a category that nobody has confirmed', () => {
    const may = (over: Partial<MemberFacts>, type: TwinningType = 'CHAIR') =>
      memberMayTwin(withMember(IES, over), IES, type);
    expect(may({})).toBeNull();
    expect(may({ category: 'UNKNOWN' })).toBeNull();
    expect(may({ active: false })).toMatchObject({ refused: 'MEMBER_NOT_ACTIVE' });
    expect(may({ category: 'SUBSCRIBER' })).toMatchObject({
      refused: 'NOT_FULL_MEMBER',
      details: { member: IES, category: 'SUBSCRIBER' },
    });
    const rights = { category: 'CORRESPONDENT', newRights: true } as const;
    expect(may(rights, 'P_MEMBER')).toBeNull();
    expect(may(rights)).toMatchObject({ refused: 'NEW_RIGHTS_ONLY_P', details: { member: IES } });
  });
});

describe('G3: the committee’s prerequisites', () => {
  const fail = (state: Agreement, facts: Facts, moment: Moment) =>
    prerequisites(state, facts, moment).map((r) => r.refused);
  const status = (twinned: 'P' | 'O' | null) => withMember(IES, { status: twinned });
  const declared = (state: Agreement, declaredIntent: boolean): Agreement => ({
    ...state,
    proposal: { ...state.proposal, form: { ...state.proposal.form, declaredIntent } },
  });

  it('annex-st-2020: P from registration; a declared intent is enough at submission alone (OQ-2)', () => {
    const state = of('P_MEMBER', { ruleset: 'annex-st-2020' });
    expect(fail(state, status('P'), 'SUBMISSION')).toEqual([]);
    expect(fail(state, status('O'), 'SUBMISSION')).toEqual(['NOT_P_MEMBER_TWINNED']);
    expect(fail(declared(state, true), status('O'), 'SUBMISSION')).toEqual([]);
    expect(fail(declared(state, true), status('O'), 'REGISTRATION')).toEqual([
      'NOT_P_MEMBER_TWINNED',
    ]);
  });

  it('brochure-2021: anything at submission, O or P from registration, P once it was confirmed', () => {
    const state = of('P_MEMBER');
    expect(fail(state, status(null), 'SUBMISSION')).toEqual([]);
    expect(fail(state, status('O'), 'REGISTRATION')).toEqual([]);
    expect(fail(state, status(null), 'REGISTRATION')).toEqual(['NOT_IN_COMMITTEE_TWINNED']);
    const confirmed = { ...state, evaluation: { ...state.evaluation, confirmedP: true } };
    expect(fail(confirmed, status('P'), 'CONTINUOUS')).toEqual([]);
    expect(fail(confirmed, status('O'), 'CONTINUOUS')).toEqual(['NOT_P_MEMBER_TWINNED']);
  });

  it('a chair’s lead nominated one of the chairs, the sitting or the elect; unknown is no block', () => {
    const chair = (member: number) => ({ person: 'x', member, termEnd: day('2029-12-31') });
    const of2 = (...chairs: ReturnType<typeof chair>[]) =>
      fail(
        of('CHAIR'),
        { ...withCommittee({ chairs }), members: status('P').members },
        'SUBMISSION',
      );
    expect(of2()).toEqual([]);
    expect(of2(chair(GSA), chair(ASI))).toEqual([]);
    expect(of2(chair(GSA))).toEqual(['LEAD_NOT_CHAIR']);
    const unknown = { ...status('P'), committee: null };
    expect(fail(of('CHAIR'), unknown, 'SUBMISSION')).toEqual([]);
  });

  it('a secretariat’s lead holds it, and names whom it concerns', () => {
    expect(
      prerequisites(of('SECRETARIAT'), withCommittee({ secretariat: GSA }), 'SUBMISSION'),
    ).toMatchObject([
      { refused: 'LEAD_NOT_SECRETARIAT', details: { member: ASI } },
      { refused: 'NOT_P_MEMBER_TWINNED', details: { member: IES } },
    ]);
    expect(fail(of('SECRETARIAT'), { ...status('P'), committee: null }, 'SUBMISSION')).toEqual([
      'LEAD_NOT_SECRETARIAT',
    ]);
  });

  it('fail for bodies that are not there yet', () => {
    const nobody = { ...usualFacts, members: {} };
    expect(fail(of('CONVENOR'), nobody, 'SUBMISSION')).toEqual([
      'NOT_P_MEMBER_LEAD',
      'NOT_P_MEMBER_TWINNED',
    ]);
    expect(fail(of('CONVENOR', { lead: null, twinned: null }), usualFacts, 'SUBMISSION')).toEqual([
      'NOT_P_MEMBER_LEAD',
      'NOT_P_MEMBER_TWINNED',
    ]);
  });

  it('concern the side that their code names', () => {
    expect(sideOfPrerequisite('NOT_P_MEMBER_TWINNED')).toBe('TWINNED');
    expect(sideOfPrerequisite('LEAD_NOT_CHAIR')).toBe('LEAD');
  });
});

describe('G6: the places that a registration takes', () => {
  it('are one of each side for a P-member twinning, one of the committee or working group else', () => {
    const at = String(COMMITTEE);
    expect(claimKeysOf(of('P_MEMBER'))).toEqual([
      `P_MEMBER/${at}/${String(ASI)}`,
      `P_MEMBER/${at}/${String(IES)}`,
    ]);
    expect(claimKeysOf(of('P_MEMBER', { twinned: null }))).toHaveLength(1);
    expect(claimKeysOf(of('CONVENOR'))).toEqual([`CONVENOR/${at}/WG 3`]);
    expect(claimKeysOf(of('CONVENOR', { workingGroup: null }))).toEqual([]);
    expect(claimKeysOf(of('CHAIR'))).toEqual([`CHAIR/${at}`]);
    expect(claimKeysOf(of('CHAIR', { committee: null }))).toEqual([]);
  });

  it('are held from registration until the arrangement has ended', () => {
    const registration = {
      registeredOn: day('2027-01-04'),
      agreementDueOn: day('2027-04-04'),
      claims: [],
    };
    const registered = (stage: Agreement['stage']) => {
      const state = of('CHAIR', { stage });
      return { ...state, approval: { ...state.approval, registration } };
    };
    const key = `CHAIR/${String(COMMITTEE)}`;
    expect(claimsHeld(of('CHAIR', { stage: 'APPROVED' }))).toEqual([]);
    for (const stage of ['AGREEMENT_PENDING', 'FORCE'] as const) {
      expect(claimsHeld(registered(stage))).toEqual([{ key, member: null }]);
    }
    for (const stage of ['EXPIRED', 'LAPSED', 'WITHDRAWN', 'CLOSED'] as const) {
      expect(claimsHeld(registered(stage))).toEqual([]);
    }
  });

  it('are free when nobody or the agreement itself holds them', () => {
    expect(claimsAreFree(of('CHAIR'), {})).toBeNull();
    const taken = { [`CHAIR/${String(COMMITTEE)}`]: { agreement: 'b', member: null, end: null } };
    expect(claimsAreFree(of('CHAIR'), taken)).toMatchObject({
      refused: 'SLOT_TAKEN',
      clause: 'DIR 1.8.3',
      details: { holder: 'b', until: null },
    });
  });
});

describe('G7: no renewal, and five years in all', () => {
  const run = (agreement: string, ending: 'EXPIRED' | 'TERMINATED') => ({
    agreement,
    type: 'CHAIR' as const,
    ending,
    start: day('2024-01-01'),
    end: day('2024-12-31'),
  });
  const after = (...previousRuns: ReturnType<typeof run>[]): Facts => ({
    ...usualFacts,
    previousRuns,
  });

  it('says which run is in the way; its own is not', () => {
    expect(notARenewal(of('CHAIR'), after(run('b', 'EXPIRED')))).toMatchObject({
      refused: 'RENEWAL_FORBIDDEN',
      details: { previous: 'b', ended: '2024-12-31' },
    });
    expect(notARenewal(of('CHAIR'), after(run('a', 'EXPIRED')))).toBeNull();
    expect(notARenewal(of('CHAIR'), after(run('b', 'TERMINATED')))).toBeNull();
  });

  it('takes the days in force of runs that ended early off the five years, unless it was overridden', () => {
    const facts = after(run('b', 'TERMINATED'), run('a', 'TERMINATED'));
    expect(daysUsed(of('CHAIR'), facts)).toBe(366);
    expect(latestEnd(of('CHAIR'), facts, day('2027-07-01'))).toBe('2031-06-30');
    const state = of('CHAIR');
    const overridden = { ...state, proposal: { ...state.proposal, renewalOverride: 'War.' } };
    expect(latestEnd(overridden, facts, day('2027-07-01'))).toBe('2032-06-30');
    expect(notARenewal(overridden, after(run('b', 'EXPIRED')))).toBeNull();
  });
});

describe('G11, G13: what the twinning is about', () => {
  it('has a working group when it is a convenor’s, and then alone', () => {
    expect(workingGroupFits('CONVENOR', 'WG 3', usualFacts)).toBeNull();
    expect(workingGroupFits('CHAIR', null, usualFacts)).toBeNull();
    expect(workingGroupFits('CONVENOR', null, usualFacts)).toMatchObject({
      refused: 'WG_REQUIRED',
      details: { type: 'CONVENOR', workingGroup: null },
    });
    expect(workingGroupFits('CHAIR', 'WG 3', usualFacts)?.refused).toBe('WG_REQUIRED');
  });

  it('is no joint working group: by the registry, or else by its name', () => {
    const joint = (workingGroup: string) => workingGroupFits('CONVENOR', workingGroup, usualFacts);
    expect(joint('JWG 4')).toMatchObject({
      refused: 'JWG_NOT_TWINNABLE',
      details: { workingGroup: 'JWG 4' },
    });
    expect(joint('ISO/TC 34/JWG 4')?.refused).toBe('JWG_NOT_TWINNABLE');
    const spelt = ['JWG3', 'jwg-3', 'ISO/TC 34/JWG1', 'TC 34 JWG 1', 'TC34/JWG No. 2'];
    for (const name of [...spelt, 'Joint working group 2', 'Groupe de travail mixte 2']) {
      expect([name, joint(name)?.refused]).toEqual([name, 'JWG_NOT_TWINNABLE']);
    }
    for (const name of ['WG 4 of JWG', 'WG4', 'Groupe de travail 4', 'WG 4 (with JWG 2)']) {
      expect([name, joint(name)]).toEqual([name, null]);
    }
    const group = { ref: 'JWG 4', disbanded: false, joint: false, convenor: null };
    const known = { ...usualFacts, workingGroup: group };
    expect(workingGroupFits('CONVENOR', 'JWG 4', known)).toBeNull();
  });

  it('is a committee that the registry knows, when one is named', () => {
    const unknown = { ...usualFacts, committee: null };
    expect(committeeKnown(null, unknown)).toBeNull();
    expect(committeeKnown(COMMITTEE, usualFacts)).toBeNull();
    expect(committeeKnown(7, unknown)).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { committee: 7, faults: [{ pointer: '/committee' }] },
    });
  });

  it('is at work: a committee that is not dissolved, a working group that is not disbanded', () => {
    const disbanded = {
      ...usualFacts,
      workingGroup: { ref: 'WG 3', disbanded: true, joint: false, convenor: null },
    };
    expect(subjectIsActive(of('CONVENOR'), disbanded)).toMatchObject({
      refused: 'WG_DISBANDED',
      details: { workingGroup: 'WG 3' },
    });
    expect(subjectIsActive(of('CHAIR'), disbanded)).toBeNull();
    expect(subjectIsActive(of('CHAIR'), { ...usualFacts, committee: null })).toMatchObject({
      refused: 'COMMITTEE_NOT_ACTIVE',
      details: { committee: COMMITTEE },
    });
  });
});
