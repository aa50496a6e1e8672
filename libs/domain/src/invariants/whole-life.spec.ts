import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../kernel/decision.js';
import { decide } from '../kernel/decide.js';
import { deadlines, fireNext } from '../kernel/due.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { deadlineKey } from '../kernel/timers.js';
import { ENDED, FINAL, isOneOf, REV } from '../kernel/vocabulary.js';
import { actionsFor } from '../kernel/views.js';
import { ASI, IES } from '../testing/people.js';
import { Entropy } from './entropy.js';
import { payloadFor, PEOPLE } from './payloads.js';
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

/** Each timer costs what all before it have left: of six stories one goes on for years, the others for a year at most. */
const lengths = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 365 }) },
  { weight: 1, arbitrary: fc.integer({ min: 366, max: 1_200 }) },
);

describe('timers', () => {
  it('fired one by one give the same events as all together (F7)', () => {
    fc.assert(
      fc.property(plots(20), lengths, (plot, days) => {
        const told = new RandomStory(plot).tell();
        const one = new RandomStory(plot, told);
        const together = new RandomStory(plot, told);
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
        const seen = new Set<string>();
        expect(keys.filter((key) => seen.has(key) || !seen.add(key))).toEqual([]);
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

/** The three months lapse what the partners did not submit; what the TPM has waits for the TPM (T17, D5). */
const endsInTime = (before: Agreement, timer: Commit['timer']): void => {
  if (timer?.deadline.timer === 'T17') expect(statusOf(before)).toBe('AGREEMENT_PENDING');
};

/** Nothing but alerts has come for a while. */
const onlyAlerts = (commits: readonly Commit[]): boolean =>
  commits.length >= 12 &&
  commits.slice(-12).every((c) => c.events.every((e) => e.type === 'ReminderRaised'));

const ENDINGS = ['LAPSED', 'WITHDRAWN', 'TERMINATED', 'CANCELLED'] as const;
const PARTNERS_END = ['Withdraw', 'TerminateByMutualConsent'];
const OF_THE_PARTNERS = PEOPLE.filter((who) => who.member === ASI || who.member === IES);

/** A partner's person does something that is open to it, or a fortnight at most goes by. */
function partnersAct(told: RandomStory, e: Entropy): void {
  const who = e.pick(OF_THE_PARTNERS);
  const open = actionsFor(told.state, { ...told.around, principal: who })
    .filter((a) => a.refusal === null && (!PARTNERS_END.includes(a.command) || e.oneIn(8)))
    .map((a) => a.command);
  if (open.length === 0 || e.oneIn(3)) told.until(daysLater(told.story.now, 1 + e.below(14)));
  else {
    const type = e.pick(open);
    told.asks(who, type, payloadFor(told.story, type, e));
  }
}

describe('silence', () => {
  it('of everybody leads to a final status or to a wait on a named desk that is alerted (F9, F10)', () => {
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
          const ended = isOneOf(ENDINGS, now);
          if (ended && statusOf(before) !== now) {
            expect(MAY_END).toContain(timer?.deadline.timer);
            endsInTime(before, timer);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('of the desks alone ends nothing: the partners, a date or a guard does (F10)', () => {
    fc.assert(
      fc.property(
        plots(12),
        fc.array(fc.integer(), { minLength: 30, maxLength: 60 }),
        (plot, acts) => {
          const told = new RandomStory(plot).tell();
          const from = told.commits.length;
          for (const seed of acts) partnersAct(told, new Entropy(seed));
          for (const { before, after, by, timer } of told.commits.slice(from)) {
            const now = statusOf(after);
            if (!isOneOf(ENDINGS, now) || statusOf(before) === now) continue;
            if (by === null) expect(MAY_END).toContain(timer?.deadline.timer);
            else expect(PARTNERS_END).toContain(by.type);
            endsInTime(before, timer);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
