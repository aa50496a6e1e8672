import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, addDays, dayAt, endOf, type Day } from '../../calendar/index.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { event } from '../../kernel/events.js';
import type { Stage, TwinningType } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';

const waiting = (type: TwinningType, stage: Stage): Story =>
  storyWhere(type, (s) => s.stage === stage && s.approval.submissions === 1);
const today = (s: Story): Day => dayAt(s.now);
const second = (at: string, by: number): string =>
  new Date(Date.parse(at) + by * 1000).toISOString();
/** What a timer has done: its step, the last day before it, and what it appended. */
const ladder = (s: Story, timer: string) =>
  s.fired
    .filter((f) => f.deadline.timer === timer)
    .map((f) => [
      f.deadline.step,
      f.deadline.lastDay,
      ...f.events.map((e) =>
        e.type === 'EscalationRaised'
          ? `${e.payload.level} ${e.payload.trigger} to ${e.payload.owner}`
          : e.type === 'ReminderRaised'
            ? `told ${e.payload.to}`
            : e.type,
      ),
    ]);

describe('the ladder of a desk that is silent before the approval (lifecycle C)', () => {
  it('T5: ten business days after the submission the completeness goes to L3, not a second before', () => {
    const s = waiting('P_MEMBER', 'IN_REVIEW_TPM');
    const last = addBusinessDays(today(s), 10);
    s.until(second(endOf(last), -1));
    expect(ladder(s, 'T5')).toEqual([]);
    s.until(endOf(last));
    expect(ladder(s, 'T5')).toEqual([['escalate', last, 'L3 T5 to TMB_SEC']]);
    s.until(addDays(last, 60));
    expect(ladder(s, 'T5')).toHaveLength(1);
  });

  it('T6: reminders after 15 and 20 business days, L3 after 25, then every week to nobody’s end', () => {
    const s = waiting('P_MEMBER', 'IN_REVIEW_TPM');
    const first = addBusinessDays(today(s), 15);
    const third = addBusinessDays(first, 10);
    s.until(endOf(addDays(third, 14)));
    expect(ladder(s, 'T6')).toEqual([
      ['remind', first, 'told TPM'],
      ['remind', addBusinessDays(first, 5), 'told TPM'],
      ['escalate', third, 'L3 T6 to TMB_SEC'],
      ['escalate', addDays(third, 7), 'told TPM'],
      ['escalate', addDays(third, 14), 'told TPM'],
    ]);
    expect(s.status).toBe('IN_REVIEW_TPM');
  });

  it('T7: the assessment is reminded of after 15 business days and goes to L3, every week', () => {
    const s = waiting('CHAIR', 'IN_REVIEW_TPM');
    const first = addBusinessDays(today(s), 15);
    s.until(endOf(addDays(first, 14)));
    const [reminder, raised, again] = ladder(s, 'T7');
    expect(reminder).toEqual(['remind', first, 'told TPM']);
    expect(raised).toEqual(['escalate', addDays(first, 7), 'L3 T7 to TMB_SEC']);
    expect(again).toEqual(['escalate', addDays(first, 14), 'told TPM']);
    expect(s.status).toBe('IN_REVIEW_TPM');
  });

  it('T13: the committee’s manager after 28 days, the TPM after 42, L3 after 56 and every week', () => {
    const s = waiting('CONVENOR', 'IN_COMMITTEE_DECISION');
    const day = (n: number) => addDays(today(s), n);
    const days = [28, 42, 56, 63, 70].map(day);
    s.until(second(endOf(days[2] ?? day(0)), -1));
    expect(ladder(s, 'T13')).toHaveLength(2);
    s.until(endOf(days[4] ?? day(0)));
    expect(ladder(s, 'T13')).toEqual([
      ['remind', days[0], 'told COMMITTEE_MANAGER'],
      ['tpm', days[1], 'told TPM'],
      ['escalate', days[2], 'L3 T13 to TMB_SEC'],
      ['escalate', days[3], 'told COMMITTEE_MANAGER'],
      ['escalate', days[4], 'told COMMITTEE_MANAGER'],
    ]);
    expect(s.status).toBe('IN_COMMITTEE_DECISION');
  });

  it('a return stops T5, T6, T7 and T13, and a resubmission starts them from its own day', () => {
    for (const [type, stage, desk, timers] of [
      ['P_MEMBER', 'IN_REVIEW_TPM', cast.tpm, ['T5', 'T6']],
      ['CHAIR', 'IN_REVIEW_TPM', cast.tpm, ['T5', 'T7']],
      ['CONVENOR', 'IN_COMMITTEE_DECISION', cast.manager, ['T5', 'T13']],
    ] as const) {
      const s = waiting(type, stage);
      s.until(addDays(today(s), 5));
      s.does(desk, 'ReturnForCompletion', { reason: 'INCOMPLETE', points: ['The goals.'] });
      s.until(addDays(today(s), 50));
      expect(timers.flatMap((timer) => ladder(s, timer))).toEqual([]);
      s.does(cast.lead, 'SubmitRequest');
      const last = addBusinessDays(today(s), 10);
      s.until(endOf(last));
      expect(ladder(s, 'T5').map(([, on]) => on)).toEqual([last]);
    }
  });

  const open = (s: Story) => s.state.oversight.escalations.filter((e) => e.open);

  it.each([
    ['P_MEMBER', 'IN_REVIEW_TPM', 'tpm', 'ApproveByTpm', {}],
    [
      'P_MEMBER',
      'IN_REVIEW_TPM',
      'tpm',
      'ReturnForCompletion',
      { reason: 'INCOMPLETE', points: ['x'] },
    ],
    [
      'CHAIR',
      'IN_REVIEW_TPM',
      'tpm',
      'RecordTpmAssessment',
      { text: 'Ready.', statistics: 'a'.repeat(64) },
    ],
    [
      'CONVENOR',
      'IN_COMMITTEE_DECISION',
      'manager',
      'ReturnForCompletion',
      { reason: 'INCOMPLETE', points: ['x'] },
    ],
  ] as const)(
    'what the silence on a %s in %s raised is resolved when %s has done its part: %s',
    (type, stage, who, command, payload) => {
      const s = waiting(type, stage);
      s.until(addDays(today(s), 60));
      expect(open(s).length).toBeGreaterThanOrEqual(2);
      const raised = open(s).map((e) => e.id);
      expect(
        s.does(cast[who], command, payload).filter((e) => e.type === 'EscalationResolved'),
      ).toEqual(raised.map((id) => event('EscalationResolved', { id, outcome: 'DONE' })));
      expect(open(s)).toEqual([]);
    },
  );

  it('what the partners withdraw leaves moot items, not resolved ones', () => {
    const s = waiting('P_MEMBER', 'IN_REVIEW_TPM');
    s.until(addDays(today(s), 30));
    const [raised] = open(s);
    const events = s.does(cast.lead, 'Withdraw', {});
    expect(events.map((e) => e.type)).toContain('EscalationMooted');
    expect(events.map((e) => e.type)).not.toContain('EscalationResolved');
    expect(raised?.trigger).toBe('T5');
  });
});
