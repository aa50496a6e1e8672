import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { convenorTermEnd } from './agreement/evaluation/terms.js';
import { experienceOf } from './agreement/guards/experience.js';
import { addDays, addMonths, day, lastDayOfYears } from './calendar/day.js';
import { lastDayAfter } from './kernel/timers.js';
import type { TwinningType } from './kernel/vocabulary.js';
import { regainPNotBefore } from './participation/bar.js';
import { cibInactivity, meetingInactivity } from './participation/inactivity.js';
import { RULESET_IDS, rulesetById } from './rulesets/index.js';

/** Worked examples of the domain rules, kept beside the repository; one check per group. */
type Vector = Readonly<Record<string, string | number | boolean>>;
type Vectors = Readonly<Record<string, readonly Vector[]>>;

const file = new URL('../../../../shared/domain/vectors.json', import.meta.url);
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors) : null;

const DAYS_PER_WEEK = 7;

/** What the domain answers to a vector; the same fields as the vector has. */
type Answer = (vector: Vector, ruleset: ReturnType<typeof rulesetById>) => Vector;

const text = (vector: Vector, field: string) => day(String(vector[field]));

const answers: Readonly<Record<string, Answer>> = {
  cib_inactivity: ({ due, missed }, rules) => ({
    due: Number(due),
    missed: Number(missed),
    flag: cibInactivity(Number(due), Number(missed), rules),
  }),
  meeting_inactivity: (v) => ({
    ...v,
    flag: meetingInactivity({
      missedLastTwo: v['missed_last_two'] === true,
      experts: Number(v['experts']),
      persistentlyInactive: v['persistently_inactive'] === true,
    }),
  }),
  agreement_deadline: (v, { duration }) => ({
    ...v,
    due: lastDayAfter.months(
      text(v, 'registered'),
      duration.agreement_due_months_after_registration.value,
    ),
  }),
  max_end_date_inclusive: (v, { duration }) => ({
    ...v,
    latest_end: lastDayOfYears(text(v, 'start'), duration.max_years.value),
  }),
  regain_p_not_before: (v, rules) => ({
    ...v,
    earliest: regainPNotBefore({ on: text(v, 'downgraded'), how: 'DOWNGRADED' }, rules) ?? 'none',
  }),
  tmb_ballot_close: (v, { routing }) => ({
    ...v,
    closes: lastDayAfter.days(text(v, 'opened'), routing.CHAIR.ballot_days),
  }),
  appeal_until: (v, { appeals }) => ({
    ...v,
    last_day: addDays(text(v, 'decision'), appeals.window_weeks.value * DAYS_PER_WEEK),
  }),
  convenor_term_ends: (v, rules) => {
    const appointed = text(v, 'appointed');
    const plenary = text(v, 'next_plenary');
    const end = convenorTermEnd(appointed, [{ from: plenary, to: plenary }], rules);
    return {
      ...v,
      three_years: addMonths(appointed, 12 * rules.terms.convenor_term_years.value),
      term_end: end ?? 'none',
      needs_reappointment: end !== null && end < text(v, 'twinning_end'),
    };
  },
  eligibility: (v, rules) => {
    const [field = '', value = 0] =
      Object.entries(v).find(([key]) => key.startsWith('lead_') || key.startsWith('twinned_')) ??
      [];
    const counts = {
      secretariats: field.endsWith('_secretariats') ? Number(value) : null,
      p_memberships: field.endsWith('_p') ? Number(value) : null,
      chairs_or_convenors: null,
    };
    const side = field.startsWith('lead_') ? 'LEAD' : 'TWINNED';
    const check = experienceOf(v['type'] as TwinningType, side, counts, rules);
    return { ...v, warn: check.result === 'WARN' };
  },
};

if (vectors === null) {
  describe('the worked examples of the domain rules', () => {
    it.skip('are not beside this repository (../shared/domain/vectors.json): nothing is checked', () => {
      expect(vectors).not.toBeNull();
    });
  });
} else {
  describe('the worked examples of the domain rules', () => {
    it('each have a check, and each check has examples', () => {
      expect(Object.keys(vectors).sort()).toEqual(Object.keys(answers).sort());
    });
  });

  describe.each(RULESET_IDS)('the worked examples hold in %s', (ruleset) => {
    it.each(Object.entries(vectors))('%s', (group, examples) => {
      const answer = answers[group];
      expect(examples.map((v) => answer?.(v, rulesetById(ruleset)))).toEqual(examples);
    });
  });
}
