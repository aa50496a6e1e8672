import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/index.js';
import { firstWhere } from '../../invariants/on-the-way.js';
import { fromMs, toMs } from '../../calendar/zurich.js';
import { emptyAgreement } from '../../kernel/evolve.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import type { RulesetId } from '../../rulesets/index.js';
import { reactionsTo, type OutsideFact } from './reactions.js';

const since = day('2027-03-01');
const reference = 'registry/2027-03-01';
const OTHER = 999_999;

const inForce = (type: TwinningType, ruleset?: RulesetId): Agreement =>
  firstWhere(type, (s) => s.stage === 'FORCE', ruleset).state;

const told = (state: Agreement, fact: object) =>
  reactionsTo(state, { since, reference, ...fact } as OutsideFact);
const membership = (member: number | null, status: 'P' | 'O' | null, source = 'REGISTRY') => ({
  ...{ kind: 'MEMBERSHIP', source, member, status },
});
/** A fact as the command says it, with the subject that tells it apart. */
const record = (side: string, rule: string, broken: boolean, more = {}) => ({
  subject: `${side}:${rule}`,
  command: 'RecordPrerequisiteFact',
  payload: { rule, side, broken, since, reference, ...more },
});
const broken = (state: Agreement, rule: string, side: string): Agreement => ({
  ...state,
  execution: { ...state.execution, broken: [{ rule, side, since }] as never },
});
const evaluations = (state: Agreement, list: readonly object[], confirmedP = false): Agreement => ({
  ...state,
  evaluation: { ...state.evaluation, confirmedP, evaluations: list as never },
});

describe('the lead partner’s status (table G3)', () => {
  it.each(['P_MEMBER', 'CONVENOR'] as const)('counts for %s', (type) => {
    const state = inForce(type);
    expect(told(state, membership(state.lead, 'O'))).toEqual([
      record('LEAD', 'NOT_P_MEMBER_LEAD', true),
    ]);
    expect(told(state, membership(state.lead, null))).toHaveLength(1);
    expect(told(state, membership(state.lead, 'P'))).toEqual([]);
    expect(told(broken(state, 'NOT_P_MEMBER_LEAD', 'LEAD'), membership(state.lead, 'P'))).toEqual([
      record('LEAD', 'NOT_P_MEMBER_LEAD', false),
    ]);
    expect(told(broken(state, 'NOT_P_MEMBER_LEAD', 'LEAD'), membership(state.lead, 'O'))).toEqual(
      [],
    );
  });

  it.each(['CHAIR', 'SECRETARIAT'] as const)('is nothing to %s', (type) => {
    const state = inForce(type);
    expect(told(state, membership(state.lead, 'O'))).toEqual([]);
  });

  it('lost and regained in one look is told at once, with the first day of the cure (D15)', () => {
    const state = inForce('P_MEMBER');
    const after = (on: string, status: 'P' | 'O' | null, member = state.lead): OutsideFact =>
      ({ ...membership(member, status), since: day(on), reference: `registry/${on}` }) as never;
    const reactions = (...later: readonly OutsideFact[]) =>
      reactionsTo(state, after('2027-03-01', null), later);
    expect(
      reactions(
        after('2027-03-05', 'P', state.twinned),
        after('2027-03-08', 'O'),
        after('2027-03-10', 'P'),
        after('2027-03-12', 'P'),
      ),
    ).toEqual([
      record('LEAD', 'NOT_P_MEMBER_LEAD', true, {
        regained: { since: '2027-03-10', reference: 'registry/2027-03-10' },
      }),
    ]);
    expect(reactions(after('2027-03-08', 'O'))).toEqual([
      record('LEAD', 'NOT_P_MEMBER_LEAD', true),
    ]);
  });

  it('of another body is nothing to anybody', () => {
    expect(told(inForce('P_MEMBER'), membership(OTHER, null))).toEqual([]);
  });
});

describe('the twinned partner’s status (table G3)', () => {
  it('must be P from registration on under annex-st-2020', () => {
    const state = inForce('P_MEMBER', 'annex-st-2020');
    expect(told(state, membership(state.twinned, 'O', 'PARTICIPATION'))).toEqual([
      record('TWINNED', 'NOT_P_MEMBER_TWINNED', true),
    ]);
  });

  it('need only be in the committee under brochure-2021, until P is confirmed', () => {
    const state = inForce('P_MEMBER');
    expect(told(state, membership(state.twinned, 'O'))).toEqual([]);
    expect(told(state, membership(state.twinned, null))).toEqual([
      record('TWINNED', 'NOT_IN_COMMITTEE_TWINNED', true),
    ]);
    const confirmed = evaluations(state, [], true);
    expect(told(confirmed, membership(state.twinned, 'O'))).toEqual([
      record('TWINNED', 'NOT_P_MEMBER_TWINNED', true),
    ]);
    expect(
      told(broken(confirmed, 'NOT_IN_COMMITTEE_TWINNED', 'TWINNED'), {
        ...membership(state.twinned, null),
      }),
    ).toEqual([
      record('TWINNED', 'NOT_P_MEMBER_TWINNED', true),
      record('TWINNED', 'NOT_IN_COMMITTEE_TWINNED', false),
    ]);
  });

  it.each(['CONVENOR', 'CHAIR', 'SECRETARIAT'] as const)('must be P for %s', (type) => {
    const state = inForce(type);
    expect(told(state, membership(state.twinned, 'O'))).toEqual([
      record('TWINNED', 'NOT_P_MEMBER_TWINNED', true),
    ]);
  });

  it('that has become P is confirmed, once, by the registry alone', () => {
    const state = inForce('P_MEMBER');
    const confirmation = {
      ...{ subject: 'P_CONFIRMED', command: 'ConfirmEffective', payload: { since } },
    };
    expect(told(state, membership(state.twinned, 'P'))).toEqual([confirmation]);
    expect(told(state, membership(state.twinned, 'P', 'PARTICIPATION'))).toEqual([]);
    expect(told(evaluations(state, [], true), membership(state.twinned, 'P'))).toEqual([]);
    for (const stage of ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'APPROVED']) {
      const waiting = evaluations(state, [{ kind: 'O_TO_P', stage }], true);
      expect(told(waiting, membership(state.twinned, 'P'))).toEqual([confirmation]);
    }
    for (const done of [
      { kind: 'O_TO_P', stage: 'EFFECTIVE' },
      { kind: 'CONVENOR', stage: 'APPROVED' },
    ]) {
      expect(told(evaluations(state, [done], true), membership(state.twinned, 'P'))).toEqual([]);
    }
    const chair = inForce('CHAIR');
    expect(told(chair, membership(chair.twinned, 'P'))).toEqual([]);
  });

  it('after the closure is confirmed only when it had been declared (T57)', () => {
    const closed: Agreement = { ...inForce('P_MEMBER'), stage: 'CLOSED' };
    const with_ = (approval: object | null) =>
      evaluations(closed, [{ kind: 'O_TO_P', stage: 'APPROVED', approval }]);
    const commands = (state: Agreement) =>
      told(state, membership(closed.twinned, 'P')).map(({ command }) => command);
    expect(commands(evaluations(closed, []))).toEqual([]);
    expect(commands(with_(null))).toEqual([]);
    expect(commands(with_({ reference: 'R 1' }))).toEqual(['ConfirmEffective']);
  });
});

describe('what else the registry shows', () => {
  it('the secretariat elsewhere breaks a twinning of secretariats, and nothing else', () => {
    const state = inForce('SECRETARIAT');
    const held = (holder: number | null) => ({ kind: 'SECRETARIAT', holder });
    expect(told(state, held(OTHER))).toEqual([
      record('LEAD', 'LEAD_NOT_SECRETARIAT', true, { holder: OTHER }),
    ]);
    expect(told(state, held(null))).toEqual([record('LEAD', 'LEAD_NOT_SECRETARIAT', true)]);
    expect(told(state, held(state.lead))).toEqual([]);
    expect(told(inForce('CHAIR'), held(OTHER))).toEqual([]);
  });

  it('the secretariat at the twinned partner ends an approved evaluation (D17, F21)', () => {
    const state = inForce('SECRETARIAT');
    const held = { kind: 'SECRETARIAT', holder: state.twinned };
    const at = (ms: number) => fromMs(toMs(`${since}T12:00:00Z` as never) + ms);
    const evaluation = { id: 'EV1', kind: 'SECRETARIAT', stage: 'APPROVED', openedAt: at(0) };
    const confirmation = {
      ...{ subject: 'SECRETARIAT:EV1', command: 'ConfirmEffective' },
      payload: { evaluation: 'EV1', since },
    };
    expect(told(evaluations(state, [evaluation]), held)).toEqual([confirmation]);
    for (const other of [
      { ...evaluation, openedAt: at(2 * 86_400_000) },
      { ...evaluation, stage: 'REJECTED' },
      { ...evaluation, kind: 'CHAIR' },
    ]) {
      expect(told(evaluations(state, [other]), held)).toEqual([
        record('LEAD', 'LEAD_NOT_SECRETARIAT', true, { holder: state.twinned }),
      ]);
    }
  });

  it('a committee that is dissolved, and a body that is no member any more', () => {
    const state = inForce('P_MEMBER');
    expect(told(state, { kind: 'COMMITTEE', dissolved: true })).toEqual([
      record('LEAD', 'COMMITTEE_NOT_ACTIVE', true),
    ]);
    expect(told(state, { kind: 'COMMITTEE', dissolved: false })).toEqual([]);
    const gone = (member: number | null) => told(state, { kind: 'BODY', member, active: false });
    expect(gone(state.lead)).toEqual([record('LEAD', 'MEMBER_NOT_ACTIVE', true)]);
    expect(gone(state.twinned)).toEqual([record('TWINNED', 'MEMBER_NOT_ACTIVE', true)]);
    expect(gone(OTHER)).toEqual([]);
    expect(told(state, { kind: 'BODY', member: state.lead, active: true })).toEqual([]);
  });

  it('answers the claim of a partner about the same rule, whatever the record says already', () => {
    const state = inForce('P_MEMBER');
    const claims = [{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD' }] as never;
    const claimed = { ...state, execution: { ...state.execution, claims } };
    expect(told(claimed, membership(state.lead, 'P'))).toEqual([
      record('LEAD', 'NOT_P_MEMBER_LEAD', false),
    ]);
    expect(told(claimed, { kind: 'COMMITTEE', dissolved: false })).toEqual([]);
  });

  it('says nothing to a draft, and to an agreement that there is not', () => {
    const draft = firstWhere('P_MEMBER', (s) => s.stage === 'DRAFT').state;
    for (const state of [draft, emptyAgreement('a')]) {
      expect(told(state, { kind: 'COMMITTEE', dissolved: true })).toEqual([]);
      expect(told(state, membership(state.twinned ?? 1, 'P'))).toEqual([]);
    }
  });
});
