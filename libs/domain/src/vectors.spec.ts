import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { convenorTermEnd, needsReappointment } from './agreement/evaluation/terms.js';
import { experienceOf, type Experience } from './agreement/guards/experience.js';
import { addDays, addMonths, day, lastDayOfYears } from './calendar/day.js';
import { lastDayAfter } from './kernel/timers.js';
import type { TwinningType } from './kernel/vocabulary.js';
import { regainPNotBefore } from './participation/bar.js';
import { cibInactivity, meetingInactivity } from './participation/inactivity.js';
import { RULESET_IDS, rulesetById, type RulesetId } from './rulesets/index.js';

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
      needs_reappointment: end !== null && needsReappointment(end, text(v, 'twinning_end')),
    };
  },
  eligibility: (v, rules) => {
    const checks = (['LEAD', 'TWINNED'] as const)
      .map((side) => ({ side, has: figuresOf(v, side) }))
      .filter(({ has }) => Object.values(has).some((value) => value !== null))
      .map(({ side, has }) => experienceOf(v['type'] as TwinningType, side, has, rules));
    return { ...v, warn: checks.some((check) => check.result === 'WARN') };
  },
};

/** The figures that a vector gives of one side, by the metric that its field ends with; null where it gives none. */
function figuresOf(vector: Vector, side: 'LEAD' | 'TWINNED'): Experience {
  const given = Object.entries(vector).filter(([field]) =>
    field.startsWith(`${side.toLowerCase()}_`),
  );
  const sum = (metric: keyof Experience) => {
    const figures = given.filter(([field]) => metricOf(field) === metric);
    return figures.length === 0 ? null : figures.reduce((n, [, value]) => n + Number(value), 0);
  };
  return {
    p_memberships: sum('p_memberships'),
    secretariats: sum('secretariats'),
    chairs_or_convenors: sum('chairs_or_convenors'),
  };
}

/** Chairs and convenors given apart are counted together (EL-4, EL-5). */
function metricOf(field: string): keyof Experience {
  if (/_p(?:_|$)/.test(field)) return 'p_memberships';
  if (/_secretariats$/.test(field)) return 'secretariats';
  if (/_(?:chairs|convenors)$/.test(field)) return 'chairs_or_convenors';
  throw new Error(`A vector names a figure that no rule knows: ${field}`);
}

/** Examples of this repository: the kinds and edges that those beside it leave out. */
const own: Vectors = {
  convenor_term_ends: [
    {
      appointed: '2026-05-10',
      three_years: '2029-05-10',
      next_plenary: '2029-09-18',
      term_end: '2029-09-18',
      twinning_end: '2029-09-18',
      needs_reappointment: false,
    },
    {
      appointed: '2026-05-10',
      three_years: '2029-05-10',
      next_plenary: '2029-09-18',
      term_end: '2029-09-18',
      twinning_end: '2029-09-19',
      needs_reappointment: true,
    },
  ],
  eligibility: [
    { type: 'CHAIR', lead_chairs_or_convenors: 4, warn: true },
    { type: 'CHAIR', lead_chairs_or_convenors: 5, warn: false },
    { type: 'CHAIR', twinned_chairs_or_convenors: 5, warn: true },
    { type: 'CONVENOR', twinned_chairs_or_convenors: 4, warn: false },
    { type: 'CONVENOR', lead_chairs: 2, lead_convenors: 3, warn: false },
    { type: 'P_MEMBER', lead_p: 100, twinned_p: 100, warn: true },
    { type: 'P_MEMBER', lead_p: 99, twinned_p: 0, warn: true },
    { type: 'P_MEMBER', lead_p_memberships: 100, twinned_p_memberships: 99, warn: false },
    { type: 'SECRETARIAT', lead_secretariats: 5, twinned_secretariats: 5, warn: true },
    { type: 'SECRETARIAT', lead_p: 10, lead_secretariats: 5, warn: false },
  ],
};

const holds = (group: string, examples: readonly Vector[], ruleset: RulesetId): void => {
  const answer = answers[group];
  // A kind without an answer fails here; a file may leave kinds out.
  expect(examples.map((v) => answer?.(v, rulesetById(ruleset)))).toEqual(examples);
};

describe.each(RULESET_IDS)('the examples of this repository hold in %s', (ruleset) => {
  it.each(Object.entries(own))('%s', (group, examples) => {
    holds(group, examples, ruleset);
  });
});

if (vectors === null) {
  describe('the worked examples of the domain rules', () => {
    it.skip('are not beside this repository (../shared/domain/vectors.json): nothing is checked', () => {
      expect(vectors).not.toBeNull();
    });
  });
} else {
  describe.each(RULESET_IDS)('the worked examples hold in %s', (ruleset) => {
    it.each(Object.entries(vectors))('%s', (group, examples) => {
      holds(group, examples, ruleset);
    });
  });
}
