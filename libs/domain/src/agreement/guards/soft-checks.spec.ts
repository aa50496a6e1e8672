import { describe, expect, it } from '@jest/globals';
import type { Facts, MemberFacts } from '../../kernel/facts.js';
import { emptyAgreement } from '../../kernel/evolve.js';
import type { Agreement } from '../../kernel/state.js';
import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import { rulesetById } from '../../rulesets/index.js';
import {
  ASI,
  COMMITTEE,
  IES,
  usualFacts,
  withCommittee,
  withMember,
} from '../../testing/people.js';
import { eligibility, unjustified, type Check } from './eligibility.js';
import { experienceOf } from './experience.js';

const rules = rulesetById('annex-st-2020');
const experience = (type: TwinningType, side: Side, count: number | null) =>
  experienceOf(
    type,
    side,
    { p_memberships: count, secretariats: count, chairs_or_convenors: count },
    rules,
  );

describe('the suggested experience (EL-4, EL-5)', () => {
  it.each([
    ['P_MEMBER', 100],
    ['CONVENOR', 5],
    ['CHAIR', 5],
    ['SECRETARIAT', 5],
  ] as const)('of %s is %i: the lead has as many, the twinned partner fewer', (type, n) => {
    expect(experience(type, 'LEAD', n)).toMatchObject({ result: 'PASS', value: n, threshold: n });
    expect(experience(type, 'LEAD', n - 1).result).toBe('WARN');
    expect(experience(type, 'TWINNED', n)).toMatchObject({ result: 'WARN', threshold: n });
    expect(experience(type, 'TWINNED', n - 1).result).toBe('PASS');
  });

  it('that nobody knows is UNKNOWN and never a silent pass', () => {
    expect(experience('CHAIR', 'LEAD', null)).toMatchObject({ result: 'UNKNOWN', value: null });
    expect(experience('CHAIR', 'TWINNED', null).result).toBe('UNKNOWN');
  });

  it('is counted in what the type is about', () => {
    const has = { p_memberships: 200, secretariats: 1, chairs_or_convenors: 7 };
    const value = (type: TwinningType) => experienceOf(type, 'LEAD', has, rules).value;
    expect([value('P_MEMBER'), value('SECRETARIAT'), value('CHAIR'), value('CONVENOR')]).toEqual([
      200, 1, 7, 7,
    ]);
  });
});

const request: Agreement = {
  ...emptyAgreement('a'),
  stage: 'DRAFT',
  type: 'SECRETARIAT',
  lead: ASI,
  twinned: IES,
  committee: COMMITTEE,
};
const assessed: Agreement = {
  ...request,
  proposal: {
    ...request.proposal,
    selfAssessments: [
      { side: 'LEAD', part: 'RESOURCES', answers: [], at: '2027-01-04T09:00:00.000Z' as never },
      { side: 'TWINNED', part: 'NEED', answers: [], at: '2027-01-04T09:00:00.000Z' as never },
    ],
  },
};

/** The checks beside the two of experience, as `id` or `id:side`. */
const notesOn = (state: Agreement, facts: Facts, claims = {}): readonly string[] =>
  eligibility(state, facts, claims)
    .filter((c) => c.id !== 'SUGGESTED_EXPERIENCE')
    .map((c) => `${c.id}${c.side === null ? '' : `:${c.side}`}`);

describe('the soft checks of a request', () => {
  it('say nothing where there is nothing to say', () => {
    expect(notesOn(assessed, usualFacts)).toEqual([]);
  });

  it('have the figures of both bodies, and UNKNOWN for a body the registry does not know', () => {
    const [lead, twinned] = eligibility(assessed, usualFacts, {});
    expect(lead).toMatchObject({ side: 'LEAD', value: 6, result: 'PASS' });
    expect(twinned).toMatchObject({ side: 'TWINNED', value: 0, result: 'PASS' });
    const nobody = { ...usualFacts, members: {} };
    expect(eligibility(assessed, nobody, {}).map((c) => c.result)).toEqual(['UNKNOWN', 'UNKNOWN']);
    const chairs = withMember(ASI, { chairsOrConvenors: 8 });
    const chair = eligibility({ ...assessed, type: 'CHAIR' }, chairs, {});
    expect(chair[0]).toMatchObject({ value: 8, result: 'PASS' });
    expect(chair[1]).toMatchObject({ value: null, result: 'UNKNOWN' });
  });

  it('ask for a word on a category that nobody has confirmed', () => {
    const facts = withMember(IES, { category: 'UNKNOWN' });
    const check = eligibility(assessed, facts, {}).find((c) => c.id === 'CATEGORY_UNKNOWN');
    expect(check).toEqual({
      id: 'CATEGORY_UNKNOWN',
      clause: 'ST.3',
      side: 'TWINNED',
      result: 'UNKNOWN',
      value: null,
      threshold: null,
    });
    expect(unjustified(eligibility(assessed, facts, {}), [])).toEqual(['CATEGORY_UNKNOWN:TWINNED']);
  });

  it('tell of the committee: joint, suspended or on stand-by', () => {
    expect(notesOn(assessed, withCommittee({ joint: true }))).toEqual(['JOINT_COMMITTEE_CHECK']);
    expect(notesOn(assessed, withCommittee({ status: 'SUSPENDED' }))).toEqual([
      'COMMITTEE_SUSPENDED',
    ]);
    expect(notesOn(assessed, withCommittee({ status: 'STANDBY' }))).toEqual([
      'COMMITTEE_SUSPENDED',
    ]);
    expect(notesOn(assessed, { ...usualFacts, committee: null })).toEqual([]);
  });

  it('tell of a place that another twinning holds, while that is no refusal yet', () => {
    const held = { agreement: 'b', member: null, end: null };
    const key = `SECRETARIAT/${String(COMMITTEE)}`;
    expect(notesOn(assessed, usualFacts, { [key]: held })).toEqual(['CLAIM_HELD']);
    expect(notesOn(assessed, usualFacts, { [key]: { ...held, agreement: 'a' } })).toEqual([]);
  });

  it('miss the self-assessment of the need, which that of the resources does not replace', () => {
    expect(notesOn(request, usualFacts)).toEqual(['SELF_ASSESSMENT_MISSING']);
    const [resources] = assessed.proposal.selfAssessments;
    const only = { ...request.proposal, selfAssessments: resources ? [resources] : [] };
    expect(notesOn({ ...request, proposal: only }, usualFacts)).toEqual([
      'SELF_ASSESSMENT_MISSING',
    ]);
  });

  it('count what a body has open with this one: more than five as lead, more than three as twinned', () => {
    const many = (id: number, over: Partial<MemberFacts>) =>
      notesOn(assessed, withMember(id, over));
    expect(many(ASI, { openAsLead: 5 })).toEqual(['MANY_OPEN_ARRANGEMENTS:LEAD']);
    expect(many(ASI, { openAsLead: 4, openAsTwinned: 9 })).toEqual([]);
    expect(many(IES, { openAsTwinned: 3 })).toEqual(['MANY_OPEN_ARRANGEMENTS:TWINNED']);
    expect(many(IES, { openAsTwinned: 2, openAsLead: 9 })).toEqual([]);
  });

  it('tell that the twinned body is not yet a P-member, of a P-member twinning alone', () => {
    expect(notesOn({ ...assessed, type: 'P_MEMBER' }, usualFacts)).toEqual([
      'TWINNED_NOT_YET_P:TWINNED',
    ]);
    const p = withMember(IES, { status: 'P' });
    expect(notesOn({ ...assessed, type: 'P_MEMBER' }, p)).toEqual([]);
    expect(notesOn(assessed, usualFacts)).toEqual([]);
  });
});

describe('what the lifecycle calls a warning', () => {
  const asked = (state: Agreement, facts: Facts, claims = {}) =>
    unjustified(eligibility(state, facts, claims), []);
  const held = {
    [`SECRETARIAT/${String(COMMITTEE)}`]: { agreement: 'b', member: null, end: null },
  };
  const chair: Agreement = { ...assessed, type: 'CHAIR' };
  const known = (over: Partial<MemberFacts>) => {
    const facts = withMember(ASI, { chairsOrConvenors: 8, ...over });
    const ies = facts.members[String(IES)];
    if (ies === undefined) throw new Error('no IES');
    return { ...facts, members: { ...facts.members, [IES]: { ...ies, chairsOrConvenors: 0 } } };
  };

  it.each([
    ['a place that is held', asked(assessed, usualFacts, held), 'CLAIM_HELD'],
    ['a joint committee', asked(assessed, withCommittee({ joint: true })), 'JOINT_COMMITTEE_CHECK'],
    [
      'a committee at rest',
      asked(assessed, withCommittee({ status: 'STANDBY' })),
      'COMMITTEE_SUSPENDED',
    ],
    [
      'a role of a predecessor',
      asked(assessed, { ...usualFacts, rolesLeft: ['b'] }),
      'PREDECESSOR_ROLE_IN_GD',
    ],
    ['a chair’s lead that is no P-member', asked(chair, known({ status: 'O' })), 'LEAD_NOT_P:LEAD'],
  ])('%s asks for a justification', (_, missing, check) => {
    expect(missing).toEqual([check]);
  });

  it('is not what only informs: no need stated, much open, not yet a P-member (0052)', () => {
    expect(asked(request, usualFacts)).toEqual([]);
    expect(asked(assessed, withMember(ASI, { openAsLead: 9 }))).toEqual([]);
    expect(asked({ ...assessed, type: 'P_MEMBER' }, usualFacts)).toEqual([]);
  });
});

describe('what needs a justification', () => {
  const check = (over: Partial<Check>): Check => ({
    id: 'X',
    clause: 'ST.3',
    side: null,
    result: 'WARN',
    value: null,
    threshold: null,
    ...over,
  });

  it('is what warns or is unknown, by its side where it has one; a note needs none', () => {
    const checks = [
      check({ id: 'A' }),
      check({ id: 'B', side: 'LEAD', result: 'UNKNOWN' }),
      check({ id: 'C', result: 'NOTE' }),
      check({ id: 'D', result: 'PASS' }),
    ];
    expect(unjustified(checks, [])).toEqual(['A', 'B:LEAD']);
    expect(unjustified(checks, [{ check: 'A' }])).toEqual(['B:LEAD']);
    expect(unjustified(checks, [{ check: 'B' }])).toEqual(['A', 'B:LEAD']);
    expect(unjustified(checks, [{ check: 'A' }, { check: 'B:LEAD' }])).toEqual([]);
  });
});
