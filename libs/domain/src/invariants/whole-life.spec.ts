import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../kernel/decision.js';
import { decide } from '../kernel/decide.js';
import { deadlines, fireNext } from '../kernel/due.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { deadlineKey } from '../kernel/timers.js';
import { ENDED, FINAL, isOneOf, REV } from '../kernel/vocabulary.js';
import { cast } from '../testing/people.js';
import { daysLater, plots, RandomStory, type Commit } from './random-story.js';
import { runs } from './runs.js';

/** What decides twice: the same command again, under a new id. */
const again = (told: RandomStory, { by, after }: Commit) => {
  if (by === null) return null;
  const { who, type, payload } = by;
  return decide(after, { type, payload }, { ...told.around, principal: who });
};

// Each says something new each time it is said: a vote cast anew, a comment, a problem, a search, a task handed on.
const SAID_ANEW = ['CommentClause', 'RaiseProblem', 'BringToTmb'];

const without = (state: Agreement): Agreement => ({ ...state, fired: {} });

describe('a command', () => {
  it('said twice is refused or changes nothing the second time (F12)', () => {
    fc.assert(
      fc.property(plots(30), (plot) => {
        const told = new RandomStory(plot);
        told.tell((s) => {
          const last = s.commits.at(-1);
          if (last?.by == null || SAID_ANEW.includes(last.by.type)) return;
          if (last.after !== s.state) return;
          const second = again(s, last);
          if (second === null || isRefusal(second)) return;
          expect({ twice: last.by.type, events: second.events.map((e) => e.type) }).toEqual({
            twice: last.by.type,
            events: [],
          });
        });
      }),
      { numRuns: runs(80) },
    );
  });
});

describe('timers', () => {
  it('fired one by one give the same events as all together (F7)', () => {
    fc.assert(
      fc.property(plots(20), fc.integer({ min: 1, max: 1200 }), (plot, days) => {
        const one = new RandomStory(plot).tell();
        const together = new RandomStory(plot).tell();
        const until = daysLater(one.story.now, days);
        for (let next = deadlines(one.state)[0]; next && next.due <= until; ) {
          one.until(next.due > one.story.now ? next.due : one.story.now);
          next = deadlines(one.state)[0];
        }
        together.until(until);
        expect(one.events).toEqual(together.events);
        expect(without(one.state)).toEqual(without(together.state));
      }),
      { numRuns: runs(60) },
    );
  });

  it('of one key fire once in a whole life, and never before their instant (F8)', () => {
    fc.assert(
      fc.property(plots(30), (plot) => {
        const told = new RandomStory(plot).tell();
        told.until(daysLater(told.story.now, 400));
        const keys = told.commits.flatMap((c) =>
          c.timer === null ? [] : [deadlineKey(c.timer.deadline)],
        );
        expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
        const first = deadlines(told.state)[0];
        if (first === undefined) return;
        const early = new Date(Date.parse(first.due) - 1).toISOString() as typeof first.due;
        expect(fireNext(told.state, { ...told.around, now: early })).toBeNull();
      }),
      { numRuns: runs(60) },
    );
  });
});

/** Waits that only a named desk can end, each with an alert that comes again (F9). */
const WAITS_ON_A_DESK = [...REV, 'APPROVED', 'AGREEMENT_IN_REVIEW', ...ENDED] as const;
const DESKS = ['TPM', 'TMB_SEC', 'ISO_CS', 'COMMITTEE_MANAGER', 'TMB_MEMBERS'];
/** Timers by which the partners' silence, a date or a decision ends an arrangement (F10, lifecycle.md D6). */
const MAY_END = ['T1', 'T14', 'T16', 'T17', 'T23', 'T24', 'T39'];

/** Nothing but alerts has come for a while. */
const onlyAlerts = (commits: readonly Commit[]): boolean =>
  commits.length >= 12 &&
  commits.slice(-12).every((c) => c.events.every((e) => e.type === 'ReminderRaised'));

describe('silence of everybody', () => {
  it('leads to a final status or to a wait on a named desk that is alerted (F9, F10)', () => {
    fc.assert(
      fc.property(plots(20), (plot) => {
        const told = new RandomStory(plot).tell();
        const from = told.commits.length;
        for (let i = 0; i < 3000; i += 1) {
          const next = deadlines(told.state)[0];
          if (next === undefined || isOneOf(FINAL, statusOf(told.state))) break;
          const waits = isOneOf(WAITS_ON_A_DESK, statusOf(told.state));
          if (waits && onlyAlerts(told.commits.slice(from))) {
            expect(next.due <= daysLater(told.story.now, 32)).toBe(true);
            expect(DESKS).toContain(next.whose);
            break;
          }
          told.until(next.due > told.story.now ? next.due : told.story.now);
        }
        const end = statusOf(told.state);
        expect([...FINAL, ...WAITS_ON_A_DESK]).toContain(end);
        for (const { before, after, timer } of told.commits.slice(from)) {
          const now = statusOf(after);
          const ended = ['LAPSED', 'WITHDRAWN', 'TERMINATED', 'CANCELLED'].includes(now);
          if (ended && statusOf(before) !== now) {
            expect(MAY_END).toContain(timer?.deadline.timer);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('either partner', () => {
  const LEAVES: Readonly<Record<string, string>> = {
    RETURNED: 'Withdraw',
    IN_REVIEW_TPM: 'Withdraw',
    IN_COMMITTEE_DECISION: 'Withdraw',
    IN_TMB_BALLOT: 'Withdraw',
  };
  const STAYS = [...ENDED, ...FINAL, 'DRAFT'] as const;

  it('can leave alone: before approval at once, later within sixty days (F11)', () => {
    fc.assert(
      fc.property(plots(25), fc.boolean(), (plot, asLead) => {
        const told = new RandomStory(plot).tell();
        const before = statusOf(told.state);
        if (isOneOf(STAYS, before) || told.state.twinned === null) return;
        const who = asLead ? cast.lead : cast.twinned;
        if (![told.state.lead, told.state.twinned].includes(who.member)) return;
        const how = LEAVES[before] ?? 'GiveNoticeOfWithdrawal';
        const refused = told.asks(who, how, {});
        // A body that is no member of ISO any more acts no more: the TPM ends what has become impossible.
        if (told.story.facts.members[String(who.member)]?.active !== true) {
          expect(refused?.refused).toBe('MEMBER_NOT_ACTIVE');
          return;
        }
        if (refused !== null) expect(refused.refused).toBe('NOTICE_RUNNING');
        told.until(daysLater(told.story.now, 62));
        expect([...ENDED, ...FINAL]).toContain(statusOf(told.state));
      }),
      { numRuns: runs(80) },
    );
  });
});
