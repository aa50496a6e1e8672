import { describe, expect, it } from '@jest/globals';
import { addDays, day } from '../calendar/day.js';
import { rulesetById } from '../rulesets/index.js';
import { earliestReinstatement, regainPNotBefore } from './bar.js';
import {
  cibInactivity,
  earlyWarning,
  evaluateInactivity,
  meetingInactivity,
  type BallotDue,
  type ParticipationFacts,
} from './inactivity.js';

const rules = rulesetById('annex-st-2020');

describe('PM-8(b): more than 20 % and at least 2 internal ballots missed', () => {
  it.each([
    [10, 3, true],
    [5, 1, false],
    [20, 4, false],
    [20, 5, true],
    [11, 2, false],
    [9, 2, true],
    [10, 2, false],
    [1, 1, false],
    [2, 2, true],
    [0, 0, false],
  ])('%i due, %i missed: %s', (due, missed, flag) => {
    expect(cibInactivity(due, missed, rules)).toBe(flag);
  });

  it('is 5·m > n and m ≥ 2 for every count', () => {
    for (let due = 0; due <= 120; due += 1) {
      for (let missed = 0; missed <= due; missed += 1) {
        expect(cibInactivity(due, missed, rules)).toBe(5 * missed > due && missed >= 2);
      }
    }
  });
});

describe('PM-8(a): persistently inactive, two meetings without contribution and no expert', () => {
  const all = { persistentlyInactive: true, missedLastTwo: true, experts: 0 };

  it('all three together', () => {
    expect(meetingInactivity(all)).toBe(true);
  });

  it.each([{ persistentlyInactive: false }, { missedLastTwo: false }, { experts: 1 }])(
    'not with %j',
    (change) => {
      expect(meetingInactivity({ ...all, ...change })).toBe(false);
    },
  );
});

describe('early warning', () => {
  it.each([
    [9, 0, false],
    [9, 1, true],
    [10, 1, true],
    [11, 1, false],
    [20, 2, true],
    [21, 2, false],
    [0, 0, false],
  ])('%i due, %i missed: %s', (due, missed, warn) => {
    expect(earlyWarning(due, missed, rules)).toBe(warn);
  });
});

describe('evaluateInactivity', () => {
  const cibs = (count: number, missed: number, over: Partial<BallotDue> = {}): BallotDue[] =>
    Array.from({ length: count }, (_, i) => ({
      id: `CIB ${String(i)}`,
      kind: 'CIB',
      closesOn: addDays(day('2027-02-01'), 7 * i),
      voted: i >= missed,
      guide: false,
      ...over,
    }));
  const facts = (over: Partial<ParticipationFacts>): ParticipationFacts => ({
    asOf: day('2028-01-01'),
    pSince: day('2020-01-01'),
    ballots: [],
    meetings: [],
    experts: 0,
    persistentlyInactive: false,
    ...over,
  });
  const verdicts = (over: Partial<ParticipationFacts>, year = 2027) => {
    const { verdict, findings } = evaluateInactivity(facts(over), year, rules);
    return [verdict, ...findings.map((f) => f.verdict)];
  };

  it('is OK without anything due', () => {
    expect(verdicts({})).toEqual(['OK', 'OK', 'OK', 'OK']);
  });

  it('asks to notify when the year is over, and only warns before', () => {
    const ballots = cibs(10, 3);
    expect(verdicts({ ballots })).toEqual(['NOTIFY', 'OK', 'NOTIFY', 'OK']);
    expect(verdicts({ ballots, asOf: day('2027-12-31') })).toEqual(['WARN', 'OK', 'WARN', 'OK']);
  });

  it('asks to notify at once for one missed FDIS', () => {
    const ballots = cibs(1, 1, { kind: 'FDIS' });
    expect(verdicts({ ballots, asOf: day('2027-02-02') })).toEqual([
      'NOTIFY',
      'OK',
      'OK',
      'NOTIFY',
    ]);
    expect(verdicts({ ballots, asOf: day('2027-02-01') })).toEqual(['OK', 'OK', 'OK', 'OK']);
  });

  it('counts ballots by their closing day, from the day of P on', () => {
    const ballots = cibs(10, 3);
    expect(verdicts({ ballots }, 2026)[0]).toBe('OK');
    expect(verdicts({ ballots, pSince: day('2027-02-16') })[0]).toBe('OK');
    expect(verdicts({ ballots, pSince: day('2027-02-15') })).toEqual(['WARN', 'OK', 'WARN', 'OK']);
    expect(verdicts({ ballots, pSince: null })[0]).toBe('OK');
  });

  it('leaves out work on Guides', () => {
    expect(verdicts({ ballots: cibs(4, 4, { guide: true }) })[0]).toBe('OK');
  });

  it('looks at the last two meetings of the P-membership', () => {
    const missed = (...on: readonly string[]) =>
      on.map((d) => ({ on: day(d), contributed: false }));
    const meetings = missed('2026-05-01', '2027-05-01');
    expect(verdicts({ meetings, persistentlyInactive: true })[1]).toBe('NOTIFY');
    expect(verdicts({ meetings })[1]).toBe('WARN');
    expect(verdicts({ meetings, experts: 1, persistentlyInactive: true })[1]).toBe('OK');
    const since = { pSince: day('2026-06-01') };
    expect(verdicts({ meetings, persistentlyInactive: true, ...since })[1]).toBe('OK');
    const cured = [...meetings, { on: day('2027-11-01'), contributed: true }];
    expect(verdicts({ meetings: cured, persistentlyInactive: true })[1]).toBe('OK');
  });
});

describe('the bar of twelve months', () => {
  it('ends on the same day a year later, in a leap year on 28 February', () => {
    expect(earliestReinstatement(day('2026-03-15'), rules)).toBe('2027-03-15');
    expect(earliestReinstatement(day('2028-02-29'), rules)).toBe('2029-02-28');
  });

  it('follows a downgrade, never a voluntary step down', () => {
    const on = day('2026-03-15');
    expect(regainPNotBefore({ on, how: 'DOWNGRADED' }, rules)).toBe('2027-03-15');
    expect(regainPNotBefore({ on, how: 'RELINQUISHED' }, rules)).toBeNull();
    expect(regainPNotBefore(null, rules)).toBeNull();
  });
});
