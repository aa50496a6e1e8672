import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { REGISTRY } from '../../kernel/principal.js';
import { ASI, cast, GSA, IES, withCommittee, withMember } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { prerequisites } from '../guards/prerequisites.js';
import { CV, inForce, STATEMENT } from './given.js';

const fact = (s: Story, broken: boolean, since: string) =>
  typesOf(
    s.does(REGISTRY, 'RecordPrerequisiteFact', {
      rule: 'NOT_P_MEMBER_LEAD',
      side: 'LEAD',
      broken,
      since,
      reference: `import ${since}`,
    }),
  );
const toTmb = (s: Story) =>
  typesOf(s.does(cast.tmbSec, 'BringToTmb', { text: 'The plan is not followed' }));
const decides = (s: Story, over: object = {}) =>
  typesOf(
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CONTINUE',
      reference: 'TMB 12/2027',
      decidedOn: s.now.slice(0, 10),
      ...over,
    }),
  );
const saidOf = (types: readonly string[]) => types.filter((t) => /^Arrangement/.test(t));

/** Before the TMB since 2 August 2027. */
function beforeTmb(): Story {
  const s = inForce();
  s.until('2027-08-02');
  toTmb(s);
  expect(s.status).toBe('UNDER_TMB_REVIEW');
  return s;
}

describe('what the record says of a suspension follows from the derived status (F4)', () => {
  it('before the TMB a cause comes and goes without a word, and leaves no trace after the decision', () => {
    const s = beforeTmb();
    expect(fact(s, true, '2027-08-02')).toEqual(['PrerequisiteBroken']);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    s.until('2027-08-05');
    expect(fact(s, false, '2027-08-05')).toEqual(['PrerequisiteCured']);
    expect(saidOf(decides(s))).toEqual([]);
    expect(s.status).toBe('ACTIVE');
  });

  it('a cause that came before the TMB and stays suspends with the decision', () => {
    const s = beforeTmb();
    fact(s, true, '2027-08-02');
    expect(s.state.execution.causes).toHaveLength(1);
    s.until('2027-08-20');
    expect(saidOf(decides(s))).toEqual(['ArrangementSuspended']);
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-08-25');
    expect(saidOf(fact(s, false, '2027-08-25'))).toEqual(['ArrangementResumed']);
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-08-02', to: '2027-08-25' }]);
  });

  it('is not said twice when the TMB lets a suspended agreement go on with its cause', () => {
    const s = inForce();
    s.until('2027-08-02');
    expect(saidOf(fact(s, true, '2027-08-01'))).toEqual(['ArrangementSuspended']);
    expect(saidOf(toTmb(s))).toEqual([]);
    expect(saidOf(decides(s))).toEqual([]);
    expect(s.status).toBe('SUSPENDED');
  });

  it('a suspension that was cured before the TMB ends with the last cause, and is said to be over with the decision', () => {
    const s = inForce();
    s.until('2027-08-02');
    fact(s, true, '2027-08-01');
    toTmb(s);
    s.until('2027-08-10');
    expect(fact(s, false, '2027-08-10')).toEqual(['PrerequisiteCured']);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-08-02', to: '2027-08-10' }]);
    s.until('2027-08-12');
    const meeting = { on: '2027-08-11', mode: 'REMOTE', text: 'Minutes 3' };
    expect(typesOf(s.does(cast.lead, 'RecordMeeting', meeting))).toEqual(['QuarterlyMeetingHeld']);
    expect(saidOf(decides(s))).toEqual(['ArrangementResumed']);
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-08-02', to: '2027-08-10' }]);
    expect(s.status).toBe('ACTIVE');
  });

  it('a waiver of what broke before the TMB says neither', () => {
    const s = beforeTmb();
    fact(s, true, '2027-08-02');
    const waiver = { action: 'CONTINUE_WITH_WAIVER', rule: 'NOT_P_MEMBER_LEAD' };
    expect(saidOf(decides(s, { ...waiver, until: '2028-01-31' }))).toEqual([]);
    expect(s.status).toBe('ACTIVE');
  });

  it('an order of the TMB suspends from its decision on, once for one order after another', () => {
    const s = beforeTmb();
    expect(saidOf(decides(s, { action: 'SUSPEND', until: '2027-10-01' }))).toEqual([
      'ArrangementSuspended',
    ]);
    s.until('2027-10-01T22:00:00Z');
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    s.until('2027-10-02');
    expect(saidOf(decides(s, { action: 'SUSPEND', until: '2027-11-01' }))).toEqual([]);
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-08-02', to: null }]);
    s.until('2027-11-02');
    expect(saidOf(decides(s))).toEqual(['ArrangementResumed']);
    expect(s.status).toBe('ACTIVE');
  });

  it('is not said of what was lost and regained inside one import: both facts, no change of status (D15)', () => {
    const s = inForce();
    s.until('2027-08-20');
    s.does(cast.lead, 'Suspend', { until: '2027-10-01', reason: 'A plenary' });
    const lost = {
      ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: true, since: '2027-08-01' },
      reference: 'import 2027-08-01',
    };
    const regained = { since: '2027-08-10', reference: 'import 2027-08-10' };
    expect(s.does(REGISTRY, 'RecordPrerequisiteFact', { ...lost, regained })).toEqual([
      event('PrerequisiteBroken', {
        ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD' },
        ...{ since: day('2027-08-01'), reference: 'import 2027-08-01' },
      }),
      event('PrerequisiteCured', {
        ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD' },
        ...{ since: day('2027-08-10'), reference: 'import 2027-08-10' },
      }),
    ]);
    expect(s.status).toBe('ACTIVE');
    expect(s.state.execution).toMatchObject({ causes: [], broken: [], suspensions: [] });
    // What the partners had under way goes on: the status was never left.
    expect(Object.keys(s.state.jointActs)).toEqual(['Suspend']);
    for (const wrong of ['2027-07-31', '2027-08-21']) {
      const again = { ...lost, since: '2027-08-11', regained: { ...regained, since: wrong } };
      expect(s.refuses(REGISTRY, 'RecordPrerequisiteFact', again)).toMatchObject({
        refused: 'INVALID_INPUT',
        clause: 'lifecycle D15',
      });
    }
  });

  it('a state from before it was kept has said it of its causes', () => {
    const s = inForce();
    s.until('2027-08-02');
    fact(s, true, '2027-08-01');
    const { suspended, ...execution } = s.state.execution;
    expect(suspended).toBe(true);
    s.state = { ...s.state, execution };
    expect(saidOf(fact(s, false, '2027-08-02'))).toEqual(['ArrangementResumed']);
  });

  it('a record in which it was said before the TMB reads as it did', () => {
    const s = beforeTmb();
    s.given(
      event('SuspensionCauseAdded', { cause: 'NOMINEE_VACANT', subject: 'LEAD' }),
      event('ArrangementSuspended', { causes: ['NOMINEE_VACANT'] }),
    );
    s.until('2027-08-10');
    expect(saidOf(decides(s))).toEqual([]);
    expect(s.status).toBe('SUSPENDED');
  });
});

describe('the chair or convenor of the lead changes in force (D17)', () => {
  const offices = [
    ['CHAIR', 'LEAD_NOT_CHAIR', cast.tmbSec],
    ['CONVENOR', 'LEAD_NOT_CONVENOR', cast.manager],
  ] as const;

  it.each(offices.map(([type, rule]) => ({ type, rule })))(
    '$type: to a person of another body: suspended',
    ({ type, rule }) => {
      const s = inForce({ type });
      s.until('2027-08-02');
      const moved = { rule, side: 'LEAD', broken: true, since: '2027-08-01', holder: GSA };
      expect(
        s.does(cast.cs, 'RecordPrerequisiteFact', { ...moved, reference: 'Resolution 4' }),
      ).toMatchObject([
        { type: 'PrerequisiteBroken', payload: { rule, side: 'LEAD' } },
        { type: 'ArrangementSuspended' },
      ]);
      expect(s.status).toBe('SUSPENDED');
    },
  );

  it.each(offices)(
    '%s: to another person of the lead’s own body: only the name changes',
    (type, rule, desk) => {
      const s = inForce({ type });
      s.until('2027-08-02');
      const before = s.state;
      const papers = { cv: CV, statement: STATEMENT, delegate: false, categoryC: false };
      s.does(cast.lead, 'ReplaceNominee', { person: 'a-colleague', ...papers });
      const verdict = { side: 'LEAD', person: 'a-colleague', confirmed: true, reference: 'R 7' };
      expect(typesOf(s.does(desk, 'ConfirmNominee', verdict))).toEqual([
        'NomineeReplaced',
        'CommitteeNotified',
      ]);
      expect(s.status).toBe('ACTIVE');
      expect(typesOf(s.history)).not.toContain('ArrangementSuspended');
      expect(s.state.proposal.nominees.find((n) => n.side === 'LEAD')?.person).toBe('a-colleague');
      expect([s.state.lead, s.state.term]).toEqual([before.lead, before.term]);
      // The registry reads the body, not the person.
      const holds = (member: number) => {
        const chairs = [{ person: 'a-colleague', member, termEnd: day('2030-12-31') }];
        const { committee } = withCommittee({ chairs });
        const convenor = { person: 'a-colleague', member };
        const workingGroup = { ref: 'WG 3', disbanded: false, joint: false, convenor };
        const facts = { ...withMember(IES, { status: 'P' }), committee, workingGroup };
        return prerequisites(s.state, facts, 'CONTINUOUS').map((r) => r.refused);
      };
      expect(holds(ASI)).toEqual([]);
      expect(holds(GSA)).toEqual([rule]);
    },
  );
});
