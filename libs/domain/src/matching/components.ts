import { experienceOf } from '../agreement/guards/experience.js';
import type { TwinningType } from '../kernel/vocabulary.js';
import type { Ruleset } from '../rulesets/index.js';
import type { Candidate, Seeker } from './candidate.js';

/** What makes a good lead (ST.5.3: shared economic interest, language, culture; ST.3: experience), in a fixed order. */
export const MATCH_COMPONENTS = [
  'experience',
  'interest',
  'language',
  'region',
  'load',
  'history',
] as const;
export type MatchComponent = (typeof MATCH_COMPONENTS)[number];
export type Weights = Readonly<Record<MatchComponent, number>>;

/** Our own choice, for the asker to change: no source gives numbers. */
export const DEFAULT_WEIGHTS: Weights = {
  experience: 30,
  interest: 25,
  language: 20,
  region: 10,
  load: 10,
  history: 5,
};

/** How far one component is met, from 0 to 1, with the facts that say so; `reason` names the sentence. */
export interface MatchFinding {
  readonly component: MatchComponent;
  /** Null when nobody knows: it earns nothing, and the sentence says so. */
  readonly value: number | null;
  readonly reason: string;
  readonly facts: Readonly<Record<string, number | readonly string[] | string>>;
}

type Measure = (c: Candidate, seeker: Seeker, type: TwinningType, rules: Ruleset) => MatchFinding;

/** EL-4, EL-5: the suggested experience of the lead; less than suggested counts in part. */
const experience: Measure = (c, _, type, rules) => {
  const has = {
    p_memberships: c.pMemberships,
    secretariats: c.secretariats,
    chairs_or_convenors: c.chairsOrConvenors,
  };
  const { value, threshold } = experienceOf(type, 'LEAD', has, rules);
  const { metric } = rules.suggested_experience[type];
  const needed = threshold ?? 0;
  if (value === null) {
    return { component: 'experience', value, reason: 'unknown', facts: { metric, needed } };
  }
  return {
    component: 'experience',
    value: needed === 0 ? 1 : Math.min(1, value / needed),
    reason: value >= needed ? 'met' : 'less',
    facts: { metric, has: value, needed },
  };
};

/** Committees in which both take part stand for shared economic interest. */
const interest: Measure = (c, seeker) => ({
  component: 'interest',
  value: seeker.committees === 0 ? 0 : Math.min(1, c.shared / seeker.committees),
  reason: c.shared === 0 ? 'none' : 'shared',
  facts: { shared: c.shared, committees: seeker.committees },
});

const language: Measure = (c, seeker) => {
  if (c.country === null || seeker.country === null) {
    return { component: 'language', value: null, reason: 'unknown', facts: {} };
  }
  const theirs = seeker.country.languages;
  const languages = c.country.languages.filter((l) => theirs.includes(l)).sort();
  return {
    component: 'language',
    value: languages.length > 0 ? 1 : 0,
    reason: languages.length > 0 ? 'shared' : 'none',
    facts: { languages },
  };
};

const region: Measure = (c, seeker) => {
  if (c.country === null || seeker.country === null) {
    return { component: 'region', value: null, reason: 'unknown', facts: {} };
  }
  const near = c.country.subregion !== '' && c.country.subregion === seeker.country.subregion;
  const same = c.country.region === seeker.country.region;
  return {
    component: 'region',
    value: near ? 1 : same ? 0.5 : 0,
    reason: near ? 'near' : same ? 'same' : 'other',
    facts: { region: c.country.region },
  };
};

const load: Measure = ({ leadsNow }) =>
  leadsNow === null
    ? { component: 'load', value: null, reason: 'unknown', facts: {} }
    : {
        component: 'load',
        value: 1 / (1 + leadsNow),
        reason: leadsNow === 0 ? 'free' : 'leads',
        facts: { leads: leadsNow },
      };

/** Three twinnings led are as good as more. */
const PRACTISED = 3;
const history: Measure = ({ led }) =>
  led === null
    ? { component: 'history', value: null, reason: 'unknown', facts: {} }
    : {
        component: 'history',
        value: Math.min(1, led / PRACTISED),
        reason: led === 0 ? 'none' : 'led',
        facts: { led },
      };

export const MEASURES: Readonly<Record<MatchComponent, Measure>> = {
  experience,
  interest,
  language,
  region,
  load,
  history,
};
