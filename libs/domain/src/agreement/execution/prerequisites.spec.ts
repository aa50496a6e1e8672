import { describe, it, expect } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import type { Principal } from '../../kernel/principal.js';
import { REGISTRY } from '../../kernel/principal.js';
import { cast, COMMITTEE, IES } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, registered } from './given.js';

const fact = (over: object = {}) => ({
  rule: 'NOT_P_MEMBER_LEAD',
  side: 'LEAD',
  broken: true,
  since: '2027-08-01',
  reference: 'import 2027-08-02',
  ...over,
});
const records = (s: Story, over: object = {}, who: Principal = REGISTRY) =>
  s.does(who, 'RecordPrerequisiteFact', fact(over));
const timer = (s: Story, id: string) => s.fired.filter((f) => f.deadline.timer === id);
const decides = (s: Story, over: object) =>
  s.does(cast.tmbSec, 'DecideEscalation', {
    reference: 'TMB 12/2027',
    decidedOn: s.now.slice(0, 10),
    ...over,
  });

function suspended(): Story {
  const s = inForce();
  s.until('2027-08-02');
  records(s);
  return s;
}

describe('RecordPrerequisiteFact', () => {
  it('suspends an agreement in force and resumes it with the cure', () => {
    const s = suspended();
    expect(typesOf(s.history.slice(-2))).toEqual(['PrerequisiteBroken', 'ArrangementSuspended']);
    expect(s.state.execution.causes).toMatchObject([
      { cause: 'PREREQUISITE', subject: 'LEAD:NOT_P_MEMBER_LEAD' },
    ]);
    expect(s.status).toBe('SUSPENDED');
    expect(typesOf(records(s, { broken: false, since: '2027-08-02' }))).toEqual([
      'PrerequisiteCured',
      'ArrangementResumed',
    ]);
    expect(s.status).toBe('ACTIVE');
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-08-02', to: '2027-08-02' }]);
  });

  it('stays suspended until the last cause has gone (D14)', () => {
    const s = suspended();
    records(s, { rule: 'COMMITTEE_NOT_ACTIVE' });
    expect(typesOf(records(s, { broken: false }))).toEqual(['PrerequisiteCured']);
    expect(s.status).toBe('SUSPENDED');
  });

  it('is kept before the start of force and becomes a cause with it', () => {
    const s = registered();
    records(s, { since: '2027-05-20' });
    expect(s.status).toBe('AGREEMENT_PENDING');
    expect(s.state.execution.broken).toMatchObject([{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD' }]);
    s.given(
      event('ArrangementActivated', {
        start: day('2027-06-01'),
        end: day('2030-05-31'),
        reviewDates: [],
        meetingDates: [],
      }),
    );
    records(s, { rule: 'COMMITTEE_NOT_ACTIVE', since: '2027-05-20' });
    expect(s.state.execution.causes.map((c) => c.subject)).toEqual([
      'LEAD:COMMITTEE_NOT_ACTIVE',
      'LEAD:NOT_P_MEMBER_LEAD',
    ]);
  });

  it('needs a reference, a rule of this type and a day that has come', () => {
    const s = inForce();
    const refused = (over: object) =>
      s.refuses(REGISTRY, 'RecordPrerequisiteFact', fact(over)).refused;
    expect(refused({ reference: null, since: '2027-06-30' })).toBe('REFERENCE_REQUIRED');
    expect(refused({ rule: 'LEAD_NOT_CHAIR' })).toBe('WRONG_ROUTE_FOR_TYPE');
    expect(refused({ since: '2028-01-01' })).toBe('INVALID_INPUT');
    expect(s.refuses(cast.lead, 'RecordPrerequisiteFact', fact()).refused).toBe('FORBIDDEN_ROLE');
  });

  it('is quiet when the fact is known or older than the newest', () => {
    const s = suspended();
    expect(records(s)).toEqual([]);
    expect(records(s, { broken: false, since: '2027-07-31' })).toEqual([]);
  });

  it('leaves the status alone when it is lost and regained inside one import', () => {
    const s = suspended();
    records(s, { broken: false, since: '2027-08-02' });
    expect(s.status).toBe('ACTIVE');
    expect(typesOf(s.history).filter((t) => t.startsWith('Prerequisite'))).toEqual([
      'PrerequisiteBroken',
      'PrerequisiteCured',
    ]);
  });

  it('keeps what a desk says against the registry as a claim without effect', () => {
    const s = inForce();
    s.until('2027-08-02');
    expect(typesOf(records(s, {}, cast.manager))).toEqual(['PrerequisiteClaimed']);
    expect(records(s, {}, cast.manager)).toEqual([]);
    expect(s.status).toBe('ACTIVE');
    expect(duties(s.state)).toContainEqual(
      expect.objectContaining({ id: 'claim:LEAD:NOT_P_MEMBER_LEAD', desk: 'ISO_CS' }),
    );
    expect(typesOf(records(s, { broken: false }))).toEqual(['PrerequisiteClaimSettled']);
    expect(typesOf(records(s, {}, cast.cs))).toContain('PrerequisiteBroken');
  });

  it('breaks P of the twinned partner only once it was confirmed (brochure-2021)', () => {
    const s = inForce();
    s.until('2027-08-02');
    const twinned = { rule: 'NOT_P_MEMBER_TWINNED', side: 'TWINNED' };
    expect(records(s, twinned)).toEqual([]);
    expect(records(s, { ...twinned, rule: 'NOT_IN_COMMITTEE_TWINNED' })).toHaveLength(2);
    const confirmed = inForce();
    confirmed.until('2027-08-02');
    confirmed.given(
      event('StatusChangeConfirmed', { member: IES, source: 'REGISTRY', since: day('2027-07-20') }),
    );
    expect(records(confirmed, twinned)).toHaveLength(2);
    const annex = inForce({ ruleset: 'annex-st-2020' });
    annex.until('2027-08-02');
    expect(records(annex, twinned)).toHaveLength(2);
  });
});

describe('The secretariat moves (D17)', () => {
  const moved = (holder: number) => ({ rule: 'LEAD_NOT_SECRETARIAT', holder });

  it('to the twinned body without a decision: suspended, and the TPM records the decision', () => {
    const s = inForce({ type: 'SECRETARIAT' });
    s.until('2027-08-02');
    expect(records(s, moved(IES))).toMatchObject([
      { type: 'PrerequisiteBroken' },
      { type: 'EscalationRaised', payload: { level: 'L2', trigger: 'ROLE_TRANSFER' } },
      { type: 'ArrangementSuspended' },
    ]);
  });

  it('to a third body: suspended', () => {
    const s = inForce({ type: 'SECRETARIAT' });
    s.until('2027-08-02');
    expect(typesOf(records(s, moved(COMMITTEE)))).toEqual([
      'PrerequisiteBroken',
      'ArrangementSuspended',
    ]);
  });

  it('to the twinned body with an approved evaluation: terminated, never suspended', () => {
    const s = inForce({ type: 'SECRETARIAT' });
    s.until('2027-08-02');
    const office = {
      type: 'SECRETARIAT',
      committee: COMMITTEE,
      workingGroup: null,
      level: 'TC',
    } as const;
    s.given(
      event('TransitionProposed', {
        id: 'V1',
        kind: 'SECRETARIAT',
        office,
        by: 'TWINNED',
        status: 'P',
      }),
      event('TransitionApproved', {
        evaluation: 'V1',
        body: 'TMB',
        reference: 'TMB 60/2027',
        decidedOn: day('2027-08-01'),
        effectiveOn: day('2027-08-02'),
        yes: 12,
        no: 0,
      }),
    );
    expect(records(s, moved(IES))).toMatchObject([
      { type: 'RoleTransferRecorded', payload: { reference: 'TMB 60/2027' } },
      { type: 'ArrangementTerminated', payload: { reason: 'ROLE_TRANSFERRED', on: '2027-08-02' } },
      { type: 'CommitteeNotified', payload: { about: 'END' } },
    ]);
  });
});

describe('T32, the cure', () => {
  it('brings the cause to the TMB after sixty days', () => {
    const s = suspended();
    s.until('2027-10-01T21:59:00Z');
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-10-01T22:00:00Z');
    expect(timer(s, 'T32').map((f) => f.events)).toMatchObject([
      [{ type: 'EscalatedToTmb', payload: { trigger: 'T32' } }],
    ]);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('ends with the cure', () => {
    const s = suspended();
    records(s, { broken: false });
    s.until('2027-12-01');
    expect(timer(s, 'T32')).toEqual([]);
  });

  it('waits while the TMB has the agreement and starts anew with its decision', () => {
    const s = suspended();
    s.until('2027-10-20');
    decides(s, { action: 'CONTINUE' });
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-12-19T22:59:00Z');
    expect(timer(s, 'T32')).toHaveLength(1);
    s.until('2027-12-19T23:00:00Z');
    expect(timer(s, 'T32')).toHaveLength(2);
  });

  it('is a duty of the side that can cure', () => {
    expect(duties(suspended().state)).toContainEqual(
      expect.objectContaining({
        id: 'cure:PREREQUISITE:LEAD:NOT_P_MEMBER_LEAD',
        desk: 'LEAD',
        due: '2027-10-01T22:00:00.000Z',
      }),
    );
  });
});

describe('T35, the waiver', () => {
  const waiver = {
    action: 'CONTINUE_WITH_WAIVER',
    rule: 'NOT_P_MEMBER_LEAD',
    until: '2028-03-31',
  };

  it('lets the agreement run, and breaks the prerequisite again when it is over', () => {
    const s = suspended();
    s.until('2027-10-20');
    decides(s, waiver);
    expect(s.status).toBe('ACTIVE');
    s.until('2028-03-31T21:59:00Z');
    expect(s.status).toBe('ACTIVE');
    s.until('2028-03-31T22:00:00Z');
    expect(timer(s, 'T35').flatMap((f) => typesOf(f.events))).toEqual([
      'PrerequisiteBroken',
      'ArrangementSuspended',
    ]);
    s.until('2028-05-31T22:00:00Z');
    expect(timer(s, 'T32')).toHaveLength(2);
  });

  it('leaves a cure of an earlier day the news that it is (D15)', () => {
    const s = suspended();
    s.until('2027-10-20');
    decides(s, waiver);
    s.until('2028-04-02');
    expect(s.status).toBe('SUSPENDED');
    expect(records(s, { broken: false, since: '2027-07-31' })).toEqual([]);
    expect(typesOf(records(s, { broken: false, since: '2028-03-20' }))).toEqual([
      'PrerequisiteCured',
      'ArrangementResumed',
    ]);
  });

  it('ends quietly when the prerequisite was cured', () => {
    const s = suspended();
    s.until('2027-10-20');
    decides(s, waiver);
    s.until('2027-11-01');
    records(s, { broken: false, since: '2027-11-01' });
    s.until('2028-05-01');
    expect(timer(s, 'T35')).toEqual([]);
  });
});
