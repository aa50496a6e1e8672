import { describe, it, expect } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { inForce, registered, together } from './given.js';

const MEETING = { on: '2027-10-01', mode: 'REMOTE', text: 'Minutes 1' } as const;
const PLAN = {
  reason: 'First year is over',
  milestones: { items: [{ id: 'M1', title: 'Mirror committee set up', dueOn: '2028-03-01' }] },
  tasks: { items: [{ id: 'T1', task: 'Agendas', percentByYear: [20, 40] }] },
};

describe('RecordMeeting', () => {
  it('records a meeting of either partner on a day in force', () => {
    const s = inForce();
    s.until('2027-10-02');
    expect(s.does(cast.twinned, 'RecordMeeting', MEETING)).toEqual([
      event('QuarterlyMeetingHeld', { id: 'R1', side: 'TWINNED', ...MEETING, on: day(MEETING.on) }),
    ]);
  });

  it('refuses a day before the start, in the future and after the end', () => {
    const s = inForce({ end: '2027-12-31' });
    s.until('2027-10-02');
    for (const on of ['2027-06-30', '2027-10-03', '2028-01-01']) {
      const { refused } = s.refuses(cast.lead, 'RecordMeeting', { ...MEETING, on });
      expect(refused).toBe('NOT_IN_FORCE_ON_DATE');
    }
  });

  it('takes a day before an early end afterwards, and no day after it', () => {
    const s = inForce();
    s.until('2027-10-10');
    together(s, 'TerminateByMutualConsent');
    s.until('2027-10-20');
    expect(s.does(cast.lead, 'RecordMeeting', MEETING)).toHaveLength(1);
    const late = s.refuses(cast.lead, 'RecordMeeting', { ...MEETING, on: '2027-10-15' });
    expect(late.refused).toBe('NOT_IN_FORCE_ON_DATE');
  });

  it('refuses a day inside a suspension', () => {
    const s = inForce();
    s.until('2027-09-01');
    s.given(event('ArrangementSuspended', { causes: [] }));
    s.until('2027-11-01');
    s.given(event('ArrangementResumed', { causes: [] }));
    expect(s.refuses(cast.lead, 'RecordMeeting', MEETING).details).toMatchObject({
      suspended: true,
    });
    const after = { ...MEETING, on: '2027-11-01' };
    expect(s.does(cast.lead, 'RecordMeeting', after)).toHaveLength(1);
  });

  it('is quiet when the other side records the same meeting again', () => {
    const s = inForce();
    s.until('2027-10-02');
    s.does(cast.lead, 'RecordMeeting', MEETING);
    expect(s.does(cast.twinned, 'RecordMeeting', MEETING)).toEqual([]);
  });

  it('is not open before the agreement is in force', () => {
    expect(registered().refuses(cast.lead, 'RecordMeeting', MEETING).refused).toBe('WRONG_STATUS');
  });
});

describe('RecordActivity and RecordTraining', () => {
  const activity = { on: '2027-08-01', text: 'Study visit' };
  const training = { on: '2027-08-02', text: 'e-balloting', people: 6 };

  it('record what was done, once', () => {
    const s = inForce();
    s.until('2027-09-01');
    expect(typesOf(s.does(cast.lead, 'RecordActivity', activity))).toEqual(['ActivityRecorded']);
    expect(typesOf(s.does(cast.lead, 'RecordTraining', training))).toEqual(['TrainingDelivered']);
    expect(s.does(cast.twinned, 'RecordActivity', activity)).toEqual([]);
    expect(s.does(cast.lead, 'RecordTraining', training)).toEqual([]);
  });

  it('refuse a day that is not in force', () => {
    const s = inForce();
    for (const [type, payload] of [
      ['RecordActivity', activity],
      ['RecordTraining', training],
    ] as const) {
      expect(s.refuses(cast.lead, type, payload).refused).toBe('NOT_IN_FORCE_ON_DATE');
    }
  });
});

describe('RecordMilestone and UpdateTaskShare', () => {
  const reached = { item: 'M1', on: '2027-08-01', text: 'Founded' };

  it('name an item of the plan', () => {
    const s = inForce();
    together(s, 'RevisePlan', PLAN);
    s.until('2027-08-01');
    expect(typesOf(s.does(cast.lead, 'RecordMilestone', reached))).toEqual(['MilestoneReached']);
    expect(s.does(cast.twinned, 'UpdateTaskShare', { item: 'T1', share: 30 })).toEqual([
      event('TaskShareUpdated', {
        id: 'R2',
        side: 'TWINNED',
        item: 'T1',
        on: day('2027-08-01'),
        share: 30,
      }),
    ]);
  });

  it('refuse an item that is not in the plan', () => {
    const s = inForce();
    s.until('2027-08-01');
    expect(s.refuses(cast.lead, 'RecordMilestone', reached).refused).toBe('UNKNOWN_PLAN_ITEM');
    const share = { item: 'T9', share: 10 };
    expect(s.refuses(cast.lead, 'UpdateTaskShare', share).refused).toBe('UNKNOWN_PLAN_ITEM');
  });

  it('are quiet when nothing is new, but a share may return to an earlier value', () => {
    const s = inForce();
    together(s, 'RevisePlan', PLAN);
    s.until('2027-08-01');
    s.does(cast.lead, 'RecordMilestone', reached);
    s.does(cast.lead, 'UpdateTaskShare', { item: 'T1', share: 20 });
    expect(s.does(cast.twinned, 'RecordMilestone', reached)).toEqual([]);
    expect(s.does(cast.twinned, 'UpdateTaskShare', { item: 'T1', share: 20 })).toEqual([]);
    s.does(cast.twinned, 'UpdateTaskShare', { item: 'T1', share: 30 });
    expect(s.does(cast.twinned, 'UpdateTaskShare', { item: 'T1', share: 20 })).toHaveLength(1);
  });
});

describe('CorrectRecord', () => {
  it('moves the day of an own record; the first entry stays in the history', () => {
    const s = inForce();
    s.until('2027-10-02');
    s.does(cast.lead, 'RecordMeeting', MEETING);
    s.does(cast.lead, 'CorrectRecord', { of: 'R1', reason: 'Typing error', on: '2027-09-30' });
    expect(s.state.execution.records).toMatchObject([{ id: 'R1', on: '2027-09-30' }]);
    expect(typesOf(s.history.slice(-2))).toEqual(['QuarterlyMeetingHeld', 'RecordCorrected']);
  });

  it('refuses the record of the other body and a day not in force', () => {
    const s = inForce();
    s.until('2027-10-02');
    s.does(cast.lead, 'RecordMeeting', MEETING);
    const other = s.refuses(cast.twinned, 'CorrectRecord', { of: 'R1', reason: 'x', struck: true });
    expect(other.refused).toBe('RECORD_NOT_OWN');
    const early = { of: 'R1', reason: 'x', on: '2027-01-01' };
    expect(s.refuses(cast.lead, 'CorrectRecord', early).refused).toBe('NOT_IN_FORCE_ON_DATE');
  });

  it('is quiet when the record says so already', () => {
    const s = inForce();
    s.until('2027-10-02');
    s.does(cast.lead, 'RecordMeeting', MEETING);
    const again = { of: 'R1', reason: 'x', on: MEETING.on };
    expect(s.does(cast.lead, 'CorrectRecord', again)).toEqual([]);
  });
});

describe('RevisePlan', () => {
  it('needs both partners and takes effect with the second', () => {
    const s = inForce();
    expect(typesOf(s.does(cast.lead, 'RevisePlan', PLAN))).toEqual(['JointActProposed']);
    expect(typesOf(s.does(cast.twinned, 'RevisePlan', PLAN))).toEqual([
      'JointActAgreed',
      'CollaborationPlanRevised',
      'CopySent',
    ]);
    // B4: the TPM hears of it.
    expect(s.history.at(-1)?.payload).toEqual({ about: 'PLAN', to: ['TPM'] });
  });

  it('refuses dates outside the agreement', () => {
    const refused = inForce().refuses(cast.lead, 'RevisePlan', {
      reason: 'x',
      meetingDates: ['2033-01-01'],
    });
    expect(refused.refused).toBe('NOT_IN_FORCE_ON_DATE');
  });

  it('refuses a revision of nothing, an id used twice, and months and years after the end', () => {
    const s = inForce({ end: '2028-06-30' });
    const refused = (part: object) => s.refuses(cast.lead, 'RevisePlan', { reason: 'x', ...part });
    expect(refused({}).refused).toBe('TERMS_INCOMPLETE');
    const [milestone] = PLAN.milestones.items;
    expect(refused({ milestones: { items: [milestone, milestone] } })).toMatchObject({
      refused: 'CLAUSE_INVALID',
      details: { faults: [{ pointer: '/milestones/items/1/id', expected: 'an id used once' }] },
    });
    const packages = [12, 13].map((month) => ({
      ...{ id: `WP${String(month)}`, title: 'Drafting', owner: 'LEAD', month },
      ...{ deliverable: 'A draft', indicator: 'Drafts' },
    }));
    expect(refused({ workPackages: { items: packages } }).details['outsideTerm']).toEqual([
      '/workPackages/items/1/month',
    ]);
    expect(refused({ tasks: PLAN.tasks }).details['outsideTerm']).toEqual([
      '/tasks/items/0/percentByYear/1',
    ]);
  });

  it('keeps a meeting in every quarter, whatever days are named (rules.md 3.2)', () => {
    const s = inForce({ end: '2028-06-30' });
    together(s, 'RevisePlan', { reason: 'Plenary week', meetingDates: ['2027-10-12'] });
    expect(s.state.execution.meetingDates).toEqual(['2027-10-12', '2028-01-01', '2028-04-01']);
    s.until('2027-10-20');
    together(s, 'RevisePlan', { reason: 'As usual', meetingDates: [] });
    expect(s.state.execution.meetingDates).toEqual(['2027-10-12', '2028-01-01', '2028-04-01']);
    s.until('2028-06-29');
    expect(s.state.execution.missedMeetings).toEqual(['2027-10-12', '2028-01-01', '2028-04-01']);
  });

  it('is quiet when one side repeats its own consent', () => {
    const s = inForce();
    s.does(cast.lead, 'RevisePlan', PLAN);
    expect(s.does(cast.lead, 'RevisePlan', PLAN)).toEqual([]);
  });
});
