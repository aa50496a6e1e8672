import { describe, expect, it } from '@jest/globals';
import { addDays } from '../calendar/day.js';
import { dayAt, endOf, instant } from '../calendar/zurich.js';
import { inForce } from '../agreement/execution/given.js';
import { storyWhere } from '../invariants/on-the-way.js';
import { cast } from '../testing/people.js';
import { typesOf, type Story } from '../testing/story.js';
import { deadlines, fireNext } from './due.js';
import { byPrecedence, deadlineKey, RANK, type Deadline } from './timers.js';

const INVITED = (s: { stage: string }) => s.stage === 'DRAFT';
const around = (s: Story, now = s.now) => ({
  now,
  facts: s.facts,
  claims: s.claims,
  hash: () => '',
});

describe('due first (D1)', () => {
  it('a command that comes late is judged after everything that was due before it', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'AGREEMENT_PENDING');
    const last = s.state.approval.registration?.agreementDueOn ?? dayAt(s.now);
    s.now = instant(`${addDays(last, 30)}T09:00:00Z`);
    const late = s.refuses(cast.lead, 'GiveNoticeOfWithdrawal');
    expect(late.refused).toBe('AGREEMENT_FINAL');
    expect(s.status).toBe('LAPSED');
    const lapse = s.fired.find((f) => f.deadline.timer === 'T17');
    expect(lapse?.deadline.due).toBe(endOf(last));
  });

  it('a timer that looks too early does nothing', () => {
    const s = storyWhere('P_MEMBER', INVITED);
    const [next] = deadlines(s.state);
    const due = next?.due ?? s.now;
    const early = instant(new Date(Date.parse(due) - 1).toISOString());
    expect(fireNext(s.state, around(s, early))).toBeNull();
    expect(fireNext(s.state, around(s, due))?.fired.deadline).toEqual(next);
  });
});

describe('at the same instant (D3)', () => {
  const at = (timer: Deadline['timer'], rank: Deadline['rank'], subject = 'x'): Deadline => ({
    timer,
    step: 'fire',
    subject,
    due: instant('2027-06-30T22:00:00Z'),
    lastDay: null,
    rank,
    whose: 'NOBODY',
    clause: 'test',
  });

  it('the end date goes first and reminders last, whatever order they were found in', () => {
    const inOrder = [
      at('T66', RANK.END_DATE),
      at('T39', RANK.NOTICE),
      at('T22', RANK.START_OF_FORCE),
      at('T17', RANK.THREE_MONTHS),
      at('T9', RANK.BALLOT_CLOSE),
      at('T1', RANK.SILENT_ENDING),
      at('T64', RANK.WINDOW),
      at('T27', RANK.OPENING),
      at('T15', RANK.DESK_ALERT),
      at('T19', RANK.REMINDER, 'a'),
      at('T19', RANK.REMINDER, 'b'),
    ];
    for (let turn = 0; turn < inOrder.length; turn += 1) {
      const mixed = [...inOrder.slice(turn), ...inOrder.slice(0, turn)].reverse();
      expect(mixed.sort(byPrecedence)).toEqual(inOrder);
    }
  });

  it('a timer whose status is gone does not fire: the end date beats a notice of the same day', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'FORCE');
    const end = s.state.term?.end ?? dayAt(s.now);
    s.until(addDays(end, -60));
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    s.until(addDays(end, 30));
    expect(s.status).toBe('EXPIRED');
    expect(s.fired.some((f) => f.deadline.timer === 'T39')).toBe(false);
  });
});

describe('a timer fires once (D4)', () => {
  it('by its key, and its event has the due instant as its time however late the worker was', () => {
    const s = storyWhere('P_MEMBER', INVITED);
    const [first] = deadlines(s.state);
    if (first === undefined) throw new Error('Nothing is due in a draft.');
    const late = instant(new Date(Date.parse(first.due) + 40 * 86_400_000).toISOString());
    const next = fireNext(s.state, around(s, late));
    expect(next?.fired.events[0]?.timer).toBe(deadlineKey(first));
    expect(next?.state.fired[deadlineKey(first)]).toBe(true);
    const again = next === null ? [] : deadlines(next.state).map(deadlineKey);
    expect(again).not.toContain(deadlineKey(first));
  });

  it('and what follows counts from its instant, so lateness moves no later date', () => {
    const onTime = storyWhere('CHAIR', (state) => state.stage === 'IN_TMB_BALLOT');
    const late = storyWhere('CHAIR', (state) => state.stage === 'IN_TMB_BALLOT');
    const opened = dayAt(onTime.now);
    for (let days = 1; days <= 120; days += 1) onTime.until(addDays(opened, days));
    late.until(addDays(opened, 120));
    const keys = (s: Story) => s.fired.map((f) => deadlineKey(f.deadline));
    expect(keys(late)).toEqual(keys(onTime));
  });
});

describe('T4, a joint act', () => {
  const proposed = (): Story => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'APPROVED');
    s.does(cast.lead, 'Withdraw');
    return s;
  };

  it('expires thirty days after it was proposed; the other side then proposes anew', () => {
    const s = proposed();
    const last = addDays(dayAt(s.now), 30);
    s.until(last);
    expect(s.state.jointActs).toHaveProperty('Withdraw');
    s.until(addDays(last, 1));
    expect(s.history.at(-1)).toMatchObject({
      type: 'JointActExpired',
      payload: { kind: 'Withdraw', reason: 'NO_ANSWER' },
    });
    expect(typesOf(s.does(cast.twinned, 'Withdraw'))).toEqual(['JointActProposed']);
    expect(s.status).toBe('APPROVED');
  });

  it('stops when its statuses are left: a pause that was proposed, by a matter before the TMB', () => {
    const s = inForce();
    s.does(cast.lead, 'Suspend', { until: '2027-09-30', reason: 'Elections' });
    expect(s.state.jointActs).toHaveProperty('Suspend');
    expect(s.does(cast.tpm, 'BringToTmb', { text: 'No answer for months.' })).toMatchObject([
      { type: 'EscalatedToTmb' },
      { type: 'JointActExpired', payload: { kind: 'Suspend', reason: 'STATUS_LEFT' } },
    ]);
    expect(s.state.jointActs).toEqual({});
    expect(deadlines(s.state).some((d) => d.timer === 'T4')).toBe(false);
  });

  it('stops when it is agreed, declined or taken back', () => {
    const ways: readonly ((s: Story) => unknown)[] = [
      (s) => s.does(cast.twinned, 'Withdraw'),
      (s) => s.does(cast.twinned, 'DeclineJointAct', { kind: 'Withdraw' }),
      (s) => s.does(cast.lead, 'RetractJointAct', { kind: 'Withdraw' }),
    ];
    for (const way of ways) {
      const s = proposed();
      way(s);
      expect(s.state.jointActs).toEqual({});
      expect(deadlines(s.state).some((d) => d.timer === 'T4')).toBe(false);
    }
  });
});

describe('entry of the past (D22)', () => {
  it('is a mode that a desk opens once and closes for ever', () => {
    const s = storyWhere('P_MEMBER', INVITED);
    expect(s.refuses(cast.lead, 'OpenCatchUp').refused).toBe('FORBIDDEN_ROLE');
    const fresh = { ...s.state, stage: 'NONE' as const };
    s.state = fresh;
    expect(typesOf(s.does(cast.cs, 'OpenCatchUp'))).toEqual(['CatchUpOpened']);
    expect(s.state.catchUp).toMatchObject({ open: true });
    s.state = { ...s.state, stage: 'DRAFT' };
    expect(typesOf(s.does(cast.cs, 'CloseCatchUp'))).toEqual(['CatchUpClosed']);
    expect(s.does(cast.cs, 'CloseCatchUp')).toEqual([]);
    s.state = { ...s.state, stage: 'NONE' };
    expect(s.does(cast.cs, 'OpenCatchUp')).toEqual([]);
    expect(s.state.catchUp).toMatchObject({ open: false });
  });
});
