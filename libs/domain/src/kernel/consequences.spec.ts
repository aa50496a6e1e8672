import { describe, expect, it } from '@jest/globals';
import { inForce, together } from '../agreement/execution/given.js';
import { submitted } from '../agreement/oversight/given.js';
import { negotiating } from '../agreement/negotiation/testing.js';
import { instant } from '../calendar/zurich.js';
import { cast } from '../testing/people.js';
import { typesOf, type Story } from '../testing/story.js';
import { deadlines, nextDeadline, wakeInMs } from './due.js';
import { event } from './events.js';
import { emptyAgreement, evolve } from './evolve.js';

const HASH = 'a'.repeat(64);
const PAUSE = { until: '2027-10-01', reason: 'The secretary is on leave.' };
const proposed = (kind: string) =>
  event('JointActProposed', { kind, side: 'LEAD', contentHash: HASH });
const left = (kind: string) => event('JointActExpired', { kind, reason: 'STATUS_LEFT' });

function paused(...acts: readonly string[]): Story {
  const s = inForce();
  together(s, 'Suspend', PAUSE);
  s.given(...acts.map(proposed));
  s.does(cast.tpm, 'ConfirmPause', { confirmed: true });
  return s;
}

describe('A joint act that waits', () => {
  it('is over when the statuses in which it may be agreed are left, and another is not', () => {
    const s = paused('AmendAgreement', 'TerminateByMutualConsent', 'RevisePlan');
    expect(s.status).toBe('SUSPENDED');
    expect(s.history.filter(({ type }) => type === 'JointActExpired')).toEqual([
      ...[left('AmendAgreement'), left('RevisePlan')],
    ]);
    expect(Object.keys(s.state.jointActs)).toEqual(['TerminateByMutualConsent']);
  });

  it('stays where the new status is one of several in which it may be agreed', () => {
    const s = submitted();
    s.given(proposed('Withdraw'));
    s.does(cast.tpm, 'ApproveByTpm', { remarks: 'Fit.' });
    expect(s.status).toBe('APPROVED');
    expect(Object.keys(s.state.jointActs)).toEqual(['Withdraw']);
  });

  it('is over with the status too, where nothing is of its name any more', () => {
    const s = paused('OfAnOlderRelease');
    expect(s.history).toContainEqual(left('OfAnOlderRelease'));
    expect(s.state.jointActs).toEqual({});
  });

  it('waits on while the status stays, whatever else happens', () => {
    const s = inForce().given(proposed('Resume'));
    expect(typesOf(s.does(cast.lead, 'Suspend', PAUSE))).toEqual(['JointActProposed']);
    expect(Object.keys(s.state.jointActs)).toEqual(['Resume', 'Suspend']);
  });
});

describe('The record', () => {
  it('says with its causes that the agreement is suspended, and with none that it runs again', () => {
    const s = paused();
    expect(s.history.at(-1)).toEqual(event('ArrangementSuspended', { causes: ['MUTUAL_PAUSE'] }));
    together(s, 'Resume');
    expect(s.history.at(-1)).toEqual(event('ArrangementResumed', { causes: [] }));
    expect(s.status).toBe('ACTIVE');
  });
});

describe('What happens by itself', () => {
  const { state } = negotiating();
  const none = emptyAgreement('a');

  it('is nothing before an agreement has begun', () => {
    expect(deadlines(none)).toEqual([]);
    expect(nextDeadline(none)).toBeNull();
    expect(wakeInMs(none, instant('2027-01-01T00:00:00Z'))).toBeNull();
  });

  it('is the earliest first, and never less than now', () => {
    const next = nextDeadline(state);
    if (next === null) throw new Error('Nothing happens by itself.');
    const dues = deadlines(state).map(({ due }) => due);
    expect(dues).toEqual([...dues].sort());
    expect(deadlines(state)[0]).toBe(next);
    const minuteBefore = new Date(Date.parse(next.due) - 60_000).toISOString();
    expect(wakeInMs(state, instant(minuteBefore))).toBe(60_000);
    expect(wakeInMs(state, next.due)).toBe(0);
    expect(wakeInMs(state, instant('2090-01-01T00:00:00Z'))).toBe(0);
  });

  it('is told of one state as it was told before', () => {
    expect(deadlines(state)[0]).toBe(deadlines(state)[0]);
  });
});

describe('Folding an event', () => {
  const { state } = negotiating();
  const at = instant('2027-09-01T09:00:00Z');

  it('stops at one that this build does not know, and says where', () => {
    const unknown = { type: 'OfALaterRelease', payload: {}, at } as never;
    expect(() => evolve(state, unknown)).toThrow(
      `Unknown event "OfALaterRelease" at version ${String(state.version + 1)} of ${state.id}: this build is older than the log.`,
    );
  });

  it('counts it, and takes its time for the last of what is entered of the past', () => {
    const reminded = {
      ...event('ReminderRaised', { timer: 'T67', step: 'alert', to: 'ISO_CS', subject: 'GD' }),
      at,
    };
    const before = instant('2027-01-01T00:00:00Z');
    const next = (catchUp: typeof state.catchUp) => evolve({ ...state, catchUp }, reminded);
    expect(next(null).version).toBe(state.version + 1);
    expect(next(null).catchUp).toBeNull();
    expect(next({ open: true, lastOccurredOn: before }).catchUp).toEqual({
      ...{ open: true, lastOccurredOn: at },
    });
    expect(next({ open: false, lastOccurredOn: before }).catchUp).toEqual({
      ...{ open: false, lastOccurredOn: before },
    });
  });
});
