import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { addMonths, day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { claimKeysOf, claimsHeld } from './claims.js';
import { requestContent } from '../proposal/form.js';
import type { Facts, MemberFacts } from '../../kernel/facts.js';
import { TWINNING_TYPES, type TwinningType } from '../../kernel/vocabulary.js';
import { ASI, cast, COMMITTEE, GSA, IES } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';

const approved = (type: TwinningType): Story =>
  storyWhere(type, (s) => s.stage === 'APPROVED', 'annex-st-2020');
const registers = (s: Story) => s.does(cast.cs, 'RegisterInGD');
const refused = (s: Story) => s.refuses(cast.cs, 'RegisterInGD');

function body(s: Story, member: number, over: Partial<MemberFacts>): Story {
  const known = s.facts.members[member];
  if (known === undefined) throw new Error(`No member ${String(member)}.`);
  s.facts = { ...s.facts, members: { ...s.facts.members, [member]: { ...known, ...over } } };
  return s;
}

function committee(s: Story, over: Partial<NonNullable<Facts['committee']>>): Story {
  s.facts = { ...s.facts, committee: s.facts.committee && { ...s.facts.committee, ...over } };
  return s;
}

function group(s: Story, over: Partial<NonNullable<Facts['workingGroup']>>): Story {
  const known = { ref: 'WG 3', disbanded: false, joint: false, convenor: null };
  s.facts = { ...s.facts, workingGroup: { ...known, ...over } };
  return s;
}

describe('RegisterInGD', () => {
  it.each(TWINNING_TYPES)(
    'opens the terms of %s with three months, takes the place, tells the committee',
    (type) => {
      const s = approved(type);
      const desk = type === 'CHAIR' || type === 'SECRETARIAT' ? cast.tmbSec : cast.tpm;
      const on = dayAt(s.now);
      const events = s.does(desk, 'RegisterInGD', { language: 'fr' });
      expect(events.slice(0, 3)).toMatchObject([
        {
          type: 'ArrangementRegisteredInGd',
          payload: {
            registeredOn: on,
            agreementDueOn: addMonths(on, 3),
            claims: claimKeysOf(s.state),
          },
        },
        { type: 'CommitteeNotified' },
        { type: 'NegotiationOpened', payload: { language: 'fr' } },
      ]);
      expect(s.status).toBe('AGREEMENT_PENDING');
      expect(claimsHeld(s.state).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['P_MEMBER', cast.tmbSec],
    ['CONVENOR', cast.tmbSec],
    ['CHAIR', cast.tpm],
    ['SECRETARIAT', cast.tpm],
  ] as const)('of %s is not for the other desk', (type, other) => {
    expect(approved(type).refuses(other, 'RegisterInGD').refused).toBe('WRONG_ROUTE_FOR_TYPE');
  });
});

describe('registration reads every hard guard again', () => {
  it.each(TWINNING_TYPES)('and lets %s through when all hold', (type) => {
    registers(approved(type));
  });

  it.each(TWINNING_TYPES)('G1: both bodies of %s are active', (type) => {
    for (const member of [ASI, IES]) {
      const s = body(approved(type), member, { active: false });
      expect(refused(s)).toMatchObject({ refused: 'MEMBER_NOT_ACTIVE', details: { member } });
    }
  });

  it.each(TWINNING_TYPES)('G2: of %s only P_MEMBER is open to New Rights', (type) => {
    const lost = body(approved(type), IES, { category: 'CORRESPONDENT', newRights: false });
    expect(refused(lost).refused).toBe('NOT_FULL_MEMBER');
    const rights = body(approved(type), IES, { category: 'CORRESPONDENT', newRights: true });
    if (type === 'P_MEMBER') registers(rights);
    else expect(refused(rights).refused).toBe('NEW_RIGHTS_ONLY_P');
  });

  it.each(TWINNING_TYPES)('G3: the twinned body of %s is a P-member', (type) => {
    expect(refused(body(approved(type), IES, { status: 'O' })).refused).toBe(
      'NOT_P_MEMBER_TWINNED',
    );
  });

  it('G3: the lead is what the type asks for', () => {
    const other = { person: 'x', member: GSA };
    expect(refused(body(approved('P_MEMBER'), ASI, { status: 'O' })).refused).toBe(
      'NOT_P_MEMBER_LEAD',
    );
    expect(refused(body(approved('CONVENOR'), ASI, { status: 'O' })).refused).toBe(
      'NOT_P_MEMBER_LEAD',
    );
    expect(refused(group(approved('CONVENOR'), { convenor: other })).refused).toBe(
      'LEAD_NOT_CONVENOR',
    );
    registers(group(approved('CONVENOR'), { convenor: { ...other, member: ASI } }));
    const chairs = [{ ...other, termEnd: day('2029-12-31') }];
    expect(refused(committee(approved('CHAIR'), { chairs })).refused).toBe('LEAD_NOT_CHAIR');
    registers(body(approved('CHAIR'), ASI, { status: 'O' }));
    expect(refused(committee(approved('SECRETARIAT'), { secretariat: GSA })).refused).toBe(
      'LEAD_NOT_SECRETARIAT',
    );
  });

  it.each([
    ['CHAIR', `CHAIR/${String(COMMITTEE)}`],
    ['SECRETARIAT', `SECRETARIAT/${String(COMMITTEE)}`],
    ['CONVENOR', `CONVENOR/${String(COMMITTEE)}/WG 3`],
  ] as const)('G6: one %s at a time, and the refusal says who holds the slot (D9)', (type, key) => {
    const s = approved(type);
    s.claims = { [key]: { agreement: 'another', member: null, end: day('2029-12-31') } };
    expect(refused(s)).toMatchObject({
      refused: 'SLOT_TAKEN',
      details: { claim: key, holder: 'another', until: '2029-12-31' },
    });
    expect(s.status).toBe('APPROVED');
    s.claims = { [key]: { agreement: s.state.id, member: null, end: null } };
    registers(s);
  });

  it.each([
    ['LEAD_ALREADY_TWINNED_IN_COMMITTEE', ASI],
    ['TWINNED_ALREADY_TWINNED_IN_COMMITTEE', IES],
  ] as const)('G6: one partner in a committee, on either side (%s)', (code, member) => {
    const s = approved('P_MEMBER');
    const key = `P_MEMBER/${String(COMMITTEE)}/${String(member)}`;
    s.claims = { [key]: { agreement: 'another', member, end: null } };
    expect(refused(s).refused).toBe(code);
  });

  it('G7: no second run unless the TMB secretariat says why; one that ended early may go on', () => {
    const run = {
      agreement: 'before',
      type: 'P_MEMBER',
      start: day('2020-01-01'),
      end: day('2024-12-31'),
    } as const;
    for (const ending of ['EXPIRED', 'TERMINATED_IN_WINDOW', 'CANCELLED'] as const) {
      const s = approved('P_MEMBER');
      s.facts = { ...s.facts, previousRuns: [{ ...run, ending }] };
      expect(refused(s).refused).toBe('RENEWAL_FORBIDDEN');
      s.does(cast.tmbSec, 'OverrideRenewal', { reason: 'War interrupted the first.' });
      registers(s);
    }
    const early = approved('P_MEMBER');
    early.facts = { ...early.facts, previousRuns: [{ ...run, ending: 'TERMINATED' }] };
    registers(early);
  });

  it('G10: a nominee who has declined since is not registered', () => {
    const s = approved('CHAIR');
    s.does(cast.twinned, 'DeclineNomination', { person: 'twinned-nominee' });
    expect(refused(s).refused).toBe('NOMINATION_NOT_ACCEPTED');
  });

  it('G11: the working group exists', () => {
    expect(refused(group(approved('CONVENOR'), { disbanded: true })).refused).toBe('WG_DISBANDED');
  });

  it.each([
    ['CHAIR', 'LEAD_NOT_CHAIR'],
    ['CONVENOR', 'LEAD_NOT_CONVENOR'],
    ['CONVENOR', 'WG_DISBANDED'],
  ] as const)('G3, G11: what a desk has recorded of %s holds until its cure (%s)', (type, rule) => {
    const s = approved(type);
    const fact = { rule, side: 'LEAD', broken: true, since: '2027-01-04', reference: 'N 12' };
    s.does(cast.manager, 'RecordPrerequisiteFact', fact);
    expect(refused(s)).toMatchObject({ refused: rule, details: { rule, side: 'LEAD' } });
    s.does(cast.manager, 'RecordPrerequisiteFact', { ...fact, broken: false });
    registers(s);
  });

  it('G12: not before the approval, not in the future, at most five business days back', () => {
    const s = approved('P_MEMBER');
    const on = (registeredOn: string) => s.refuses(cast.cs, 'RegisterInGD', { registeredOn });
    expect(on('2027-01-03').refused).toBe('BACKDATED');
    expect(on('2027-01-05').refused).toBe('BACKDATED');
  });

  it.each(TWINNING_TYPES)('G13: the committee of %s works', (type) => {
    expect(refused(committee(approved(type), { status: 'DISSOLVED' })).refused).toBe(
      'COMMITTEE_NOT_ACTIVE',
    );
    registers(committee(approved(type), { status: 'SUSPENDED' }));
  });
});

describe('submission', () => {
  it('needs the consent of both to this text (DOUBLE_CONSENT_MISSING)', () => {
    const s = storyWhere('P_MEMBER', (state) => state.proposal.consents.LEAD !== null);
    expect(s.refuses(cast.lead, 'SubmitRequest')).toMatchObject({
      refused: 'DOUBLE_CONSENT_MISSING',
      details: { absent: ['TWINNED'] },
    });
    s.does(cast.twinned, 'ConsentToRequest', { hash: testHash(requestContent(s.state)) });
    s.does(cast.lead, 'EditRequest', { goals: 'Two experts.' });
    expect(s.refuses(cast.lead, 'SubmitRequest')).toMatchObject({
      details: { absent: ['LEAD', 'TWINNED'] },
    });
  });

  it('G4: what is below the suggested experience needs a justification', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'RETURNED' || consented(state));
    body(s, ASI, { pMemberships: 1 });
    s.does(cast.lead, 'EditRequest', { justifications: [] });
    const hash = testHash(requestContent(s.state));
    s.does(cast.lead, 'ConsentToRequest', { hash });
    s.does(cast.twinned, 'ConsentToRequest', { hash });
    expect(s.refuses(cast.lead, 'SubmitRequest')).toMatchObject({
      refused: 'JUSTIFICATION_MISSING',
      details: { checks: ['SUGGESTED_EXPERIENCE:LEAD'] },
    });
  });
});

const consented = (state: Story['state']): boolean =>
  state.proposal.consents.LEAD !== null && state.proposal.consents.TWINNED !== null;
