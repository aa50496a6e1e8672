import { annexSt2020 } from './annex-st-2020.js';

type Widen<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends boolean
      ? boolean
      : T extends readonly (infer E)[]
        ? readonly Widen<E>[]
        : { readonly [K in keyof T]: Widen<T[K]> };

/** How an O-member may take part in a P_MEMBER twinning (OQ-2, lifecycle.md table G3). */
export type PMemberEntry = 'P_AT_REGISTRATION' | 'P_AS_OUTCOME';

type Numbers = Widen<Omit<typeof annexSt2020, 'p_member_entry' | 'ruleset_version'>>;

/** A versioned set of numbers and durations: rules that are data. */
export interface Ruleset extends Numbers {
  readonly ruleset_version: RulesetId;
  readonly p_member_entry: {
    readonly value: PMemberEntry;
    readonly source: string;
    readonly note: string;
  };
}

export const RULESET_IDS = ['annex-st-2020', 'brochure-2021'] as const;
export type RulesetId = (typeof RULESET_IDS)[number];
export const DEFAULT_RULESET: RulesetId = 'brochure-2021';

const rulesets: Readonly<Record<RulesetId, Ruleset>> = {
  'annex-st-2020': annexSt2020,
  'brochure-2021': {
    ...annexSt2020,
    ruleset_version: 'brochure-2021',
    p_member_entry: {
      value: 'P_AS_OUTCOME',
      source: 'ISO brochure 2021 (accords de jumelage)',
      note: 'at submission the twinned partner may have any status in the committee, from registration it is an O- or a P-member; once P is confirmed in the log, losing it breaks the prerequisite; the lead is a P-member throughout (lifecycle.md, table G3)',
    },
  },
};

export const isRulesetId = (id: string): id is RulesetId => Object.hasOwn(rulesets, id);

export const rulesetById = (id: RulesetId): Ruleset => rulesets[id];
