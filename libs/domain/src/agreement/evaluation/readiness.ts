import type { Facts } from '../../kernel/facts.js';
import type { Ruleset } from '../../rulesets/index.js';
import type { Day } from '../../calendar/day.js';
import { criteriaOf, type Block, type Criterion } from './criteria.js';
import type { EvaluationKind } from './kinds.js';

/** Whose part evidence belongs to; `SYSTEM` is what was gathered from registry and log. */
export const PARTS = ['LEAD', 'TWINNED', 'TPM', 'COMMITTEE_MANAGER', 'SYSTEM'] as const;
export type Part = (typeof PARTS)[number];

/** One thing shown: `value` is a whole number in the unit of its criterion. */
export interface Evidence {
  readonly part: Part;
  readonly item: string;
  readonly value: number;
  readonly reference: string | null;
}

export interface BlockScore {
  readonly block: Block;
  readonly points: number;
  readonly of: number;
  readonly items: readonly {
    readonly item: string;
    /** Null when nobody showed anything: scored 0. */
    readonly value: number | null;
    readonly points: number;
    readonly of: number;
  }[];
}

export interface GateResult {
  readonly gate: string;
  readonly met: boolean;
}

/** The readiness review: advisory, except that hard gates bind a submission to a body (rules.md 6.3, 6.5). */
export interface Readiness {
  readonly gates: readonly GateResult[];
  readonly blocks: readonly BlockScore[];
  /** 0 to 100. */
  readonly score: number;
  /** Items about which nobody has shown anything. */
  readonly missing: readonly string[];
  readonly recommended: boolean;
}

// What was gathered goes before what was said, and who has less interest in the outcome before who has more.
const TRUST: readonly Part[] = ['SYSTEM', 'COMMITTEE_MANAGER', 'TPM', 'LEAD', 'TWINNED'];

/** The value that counts for an item: of the most trusted part, its last one; null when there is none. */
export function valueOf(evidence: readonly Evidence[], item: string): number | null {
  const about = evidence.filter((e) => e.item === item);
  for (const part of TRUST) {
    const last = about.filter((e) => e.part === part).at(-1);
    if (last !== undefined) return last.value;
  }
  return null;
}

/** Whole points: all from `full` on, below it none or the share rounded down. */
export function pointsFor(criterion: Criterion, value: number | null): number {
  if (value === null) return 0;
  if (value >= criterion.full) return criterion.points;
  return criterion.scale === 'STEP' ? 0 : Math.floor((criterion.points * value) / criterion.full);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function scoreBlock(of: readonly Criterion[], evidence: readonly Evidence[]): BlockScore[] {
  const blocks = [...new Set(of.map((c) => c.block))];
  return blocks.map((block) => {
    const items = of
      .filter((c) => c.block === block)
      .map((c) => {
        const value = valueOf(evidence, c.item);
        return { item: c.item, value, points: pointsFor(c, value), of: c.points };
      });
    return {
      block,
      points: sum(items.map((i) => i.points)),
      of: sum(items.map((i) => i.of)),
      items,
    };
  });
}

/** Gates that the registry answers (PM-1, PM-11, ST.3, EL-7, EL-9); a body it does not know is no P-member. */
export function registryGates(
  kind: EvaluationKind,
  facts: Facts,
  twinned: number | null,
  today: Day,
): readonly GateResult[] {
  switch (kind) {
    case 'O_TO_P':
      return [
        { gate: 'NO_BAR', met: !isBarred(facts, twinned, today) },
        { gate: 'CATEGORY_ADMITS_P', met: categoryAdmitsP(facts, twinned) },
      ];
    case 'CHAIR':
      return [];
    case 'CONVENOR':
    case 'SECRETARIAT':
    case 'LEADERSHIP':
    case 'EXIT':
      return [{ gate: 'P_MEMBER', met: facts.members[String(twinned)]?.status === 'P' }];
  }
}

/** The twelve months after a downgrade are not over (DIR 1.7.4); free from the day itself on. */
export const isBarred = (facts: Facts, member: number | null, today: Day): boolean => {
  const until = facts.members[String(member)]?.barredUntil ?? null;
  return until !== null && today < until;
};

/** Full members, and others under New Rights (DIR 1.7, ST.3); a category nobody confirmed does not block. */
export const categoryAdmitsP = (facts: Facts, member: number | null): boolean => {
  const body = facts.members[String(member)];
  return body === undefined || ['FULL', 'UNKNOWN'].includes(body.category) || body.newRights;
};

/**
 * Explains the readiness block by block in whole points. Recommended: every gate met, at least `recommend_at` points,
 * and no block below `block_floor_percent` of its points.
 */
export function readiness(
  kind: EvaluationKind,
  evidence: readonly Evidence[],
  gatesOfRegistry: readonly GateResult[],
  ruleset: Ruleset,
): Readiness {
  const { recommend_at, block_floor_percent } = ruleset.readiness;
  const criteria = criteriaOf(kind, ruleset);
  const stated = criteria.filter((c) => c.block === 'GATE');
  const scored = criteria.filter((c) => c.block !== 'GATE' && c.block !== 'RECORD');
  const gates = [
    ...gatesOfRegistry,
    ...stated.map((c) => ({ gate: c.item, met: (valueOf(evidence, c.item) ?? 0) >= c.full })),
  ];
  const blocks = scoreBlock(scored, evidence);
  const score = sum(blocks.map((b) => b.points));
  return {
    gates,
    blocks,
    score,
    missing: [...stated, ...scored]
      .filter((c) => valueOf(evidence, c.item) === null)
      .map((c) => c.item),
    recommended:
      gates.every((g) => g.met) &&
      score >= recommend_at &&
      blocks.every((b) => 100 * b.points >= block_floor_percent * b.of),
  };
}
