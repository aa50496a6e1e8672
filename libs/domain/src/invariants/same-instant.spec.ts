import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { dayAt, instant } from '../calendar/zurich.js';
import { deadlines } from '../kernel/due.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { byPrecedence, type Deadline } from '../kernel/timers.js';
import { cast } from '../testing/people.js';
import { firstWhere } from './on-the-way.js';
import { plots, RandomStory } from './random-story.js';

/** The order of lifecycle.md D3, in its words; each line goes before those below it. */
const ORDER: readonly (readonly [string, ...(readonly string[])])[] = [
  ['end date', 'T66/expire'],
  ['notice', 'T39/end'],
  ['start of force and T24', 'T22/start', 'T24/lapse'],
  ['T17, T23', 'T17/lapse', 'T23/lapse'],
  ['ballot close and T28', 'T9/close', 'T10/close', 'T28/missing'],
  [
    'silent endings and T32–T35, T38',
    ...['T1/withdraw', 'T14/withdraw', 'T16/lapse', 'T32/escalate', 'T33/resume'],
    ...['T34/escalate', 'T35/break', 'T38/end'],
  ],
  ['T64 and invitations', 'T64/open', 'T2/expire'],
  ['openings and finality', 'T27/open', 'T60/final'],
  ['desk alerts', 'T3/escalate', 'T21/escalate', 'T44/alert', 'T45/alert', 'T67/alert'],
  ['reminders', 'T1/remind', 'T2/remind', 'T19/reminder', 'T28/reminder', 'T65/remind'],
];

const nameOf = ({ timer, step }: Deadline): string => `${timer}/${step}`;

/** One deadline of each kind, as states of all types on their ways and beside them lay them down. */
function laidDown(): ReadonlyMap<string, Deadline> {
  const found = new Map<string, Deadline>();
  const look = (state: Agreement): void => {
    for (const deadline of deadlines(state)) found.set(nameOf(deadline), deadline);
  };
  // The same stories every time: what the table needs has to be among them.
  for (const plot of fc.sample(plots(40), { numRuns: 400, seed: 4 })) {
    new RandomStory(plot).tell((told) => {
      look(told.state);
    });
  }
  for (const state of [decided({ action: 'SUSPEND' }), decided(WAIVER)]) look(state);
  return found;
}

const LOST = { rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: true, reference: 'import 12' };
const WAIVER = { action: 'CONTINUE_WITH_WAIVER', rule: LOST.rule };

/** A prerequisite is lost and the TMB has decided so, for a hundred days. */
function decided(action: object): Agreement {
  const told = firstWhere('P_MEMBER', (state) => statusOf(state) === 'ACTIVE');
  const today = dayAt(told.story.now);
  const decision = { ...action, reference: 'TMB 12', decidedOn: today, until: addDays(today, 100) };
  expect([
    told.asks(cast.cs, 'RecordPrerequisiteFact', { ...LOST, since: today }),
    told.asks(cast.tmbSec, 'BringToTmb', { text: 'The lead has stepped down.' }),
    told.asks(cast.tmbSec, 'DecideEscalation', decision),
  ]).toEqual([null, null, null]);
  return told.state;
}

describe('real deadlines due at the same instant (D3)', () => {
  const found = laidDown();
  const together = (names: readonly string[]): readonly Deadline[] =>
    names.flatMap((name) => {
      const deadline = found.get(name);
      return deadline === undefined ? [] : [{ ...deadline, due: instant('2027-06-30T22:00:00Z') }];
    });

  it('are all met', () => {
    const asked = ORDER.flatMap(([, ...names]) => names);
    expect(asked.filter((name) => !found.has(name))).toEqual([]);
  });

  it.each(ORDER.map((line, i) => [line[0], i] as const))('%s: before everything below', (_, i) => {
    const own = (ORDER[i] ?? []).slice(1);
    const below = ORDER.slice(i + 1).flatMap(([, ...names]) => names);
    const sorted = [...together(below), ...together(own)].sort(byPrecedence).map(nameOf);
    expect(new Set(sorted.slice(0, own.length))).toEqual(new Set(own));
  });
});
