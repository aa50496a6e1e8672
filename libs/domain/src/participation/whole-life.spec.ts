import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, type Day } from '../calendar/day.js';
import { dayAt } from '../calendar/zurich.js';
import { Entropy } from '../invariants/entropy.js';
import { runs } from '../invariants/runs.js';
import { isRefusal } from '../kernel/decision.js';
import type { ParticipationRole } from './definition.js';
import { foldParticipation } from './evolve.js';
import { BALLOT_KINDS, INACTIVITY_RULES } from './inactivity.js';
import { ballot, Membership } from './testing.js';

/** Something that somebody does, made from numbers: mostly a fact, often what a case waits for. */
function act(m: Membership, e: Entropy): void {
  const today = dayAt(m.now);
  const rule = e.pick([...INACTIVITY_RULES, 'PM-10']);
  const id = `B${String(e.below(14))}`;
  const asks = (role: ParticipationRole, type: string, payload: object): void => {
    if (!isRefusal(m.ask(role, type, payload))) m.does(role, type, payload);
  };
  const on = addDays(today, -e.below(200));
  switch (e.below(12)) {
    case 0:
    case 1:
    case 2:
      asks('COMMITTEE_MANAGER', 'RecordBallotFact', {
        ...ballot(id, e.pick(BALLOT_KINDS), addDays(today, e.below(80) - 40)),
        guide: e.oneIn(12),
      });
      return;
    case 3:
      asks(e.pick(['OWN_REP', 'ISO_CS']), 'RecordVoteFact', { ballot: id, choice: 'ABSTAIN' });
      return;
    case 4: {
      const contributed = e.oneIn(3);
      const meeting = `M${String(e.below(5))}`;
      asks('ISO_CS', 'RecordMeetingFact', { meeting, on, contributed, reference: 'N 1' });
      return;
    }
    case 5:
      asks('COMMITTEE_MANAGER', 'DeclareInactivity', { reasons: 'No answer.' });
      return;
    case 6:
      asks('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule });
      return;
    case 7:
      asks('ISO_CS', 'SendStatusReminder', { rule });
      return;
    case 8:
      asks('OWN_REP', 'AnswerReminder', { rule, text: 'We have staff again.' });
      return;
    case 9:
      asks('ISO_CS', 'RecordReminderResponse', {
        rule,
        satisfactory: e.oneIn(3),
        reasons: 'Read.',
      });
      return;
    case 10:
      asks('ISO_CS', 'ConfirmDowngrade', { rule });
      return;
    default:
      if (e.oneIn(2)) asks('OWN_MBUA', 'DeclareStatus', { status: e.pick(['P', 'P', 'O']) });
      else {
        asks('OWN_MBUA', 'RequestReinstatement', {});
        asks('ISO_CS', 'ConfirmReinstatement', { since: today, reference: 'N 2' });
      }
  }
}

/** A life of so many steps, days apart. */
function lived(seeds: readonly number[], after: (m: Membership) => void = () => undefined) {
  const m = new Membership();
  for (const seed of seeds) {
    const e = new Entropy(seed);
    if (e.oneIn(2)) m.until(addDays(dayAt(m.now), e.pick([1, 3, 12, 31, 31, 200, 366])));
    act(m, e);
    after(m);
  }
  return m;
}

const lives = (steps: number) =>
  fc.array(fc.integer(), { minLength: steps / 2, maxLength: steps, size: 'max' });

describe('a participation, whatever anybody does', () => {
  it('is downgraded thirty days or more after a reminder of the same rule, and by nothing else (F18)', () => {
    let downgrades = 0;
    fc.assert(
      fc.property(lives(60), (seeds) => {
        const m = lived(seeds);
        for (const [index, { type, payload, at }] of m.history.entries()) {
          if (type !== 'PStatusDowngraded') continue;
          downgrades += 1;
          const reminded = m.history
            .slice(0, index)
            .findLast((e) => e.type === 'PStatusReminderSent' && e.payload.rule === payload.rule);
          expect(reminded).toBeDefined();
          const days = reminded === undefined ? 0 : daysBetween(dayAt(reminded.at), dayAt(at));
          expect(days).toBeGreaterThanOrEqual(30);
        }
      }),
      { numRuns: runs(150) },
    );
    // A property about something that never happens would hold of anything.
    if (runs(150) >= 150) expect(downgrades).toBeGreaterThan(20);
  });

  it('is P again twelve months after it at the earliest, and never refused from then on (F18)', () => {
    fc.assert(
      fc.property(lives(60), (seeds) => {
        lived(seeds, (m) => {
          const { leftP, status } = m.state;
          if (status !== 'O' || leftP?.how !== 'DOWNGRADED') return;
          const free: Day = addMonths(leftP.on, 12);
          const asked = m.ask('OWN_MBUA', 'RequestReinstatement', {});
          const again = { since: dayAt(m.now), reference: 'N 3' };
          const granted = m.ask('ISO_CS', 'ConfirmReinstatement', again);
          const open = dayAt(m.now) >= free;
          expect([isRefusal(asked), isRefusal(granted)]).toEqual([!open, !open]);
        });
      }),
      { numRuns: runs(150) },
    );
  });

  it('is what its events say, and each of its timers fires once', () => {
    fc.assert(
      fc.property(lives(60), (seeds) => {
        const m = lived(seeds);
        expect(foldParticipation('annex-st-2020', m.history)).toEqual(m.state);
        const keys = m.history.flatMap((e) => (e.timer === undefined ? [] : [e.timer]));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
