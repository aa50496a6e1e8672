import type { RefusalCode } from '../kernel/refusals.js';
import type { TwinningType } from '../kernel/vocabulary.js';
import type { Ruleset } from '../rulesets/index.js';
import { cannotLead, type Candidate, type Seeker } from './candidate.js';
import { MATCH_COMPONENTS, MEASURES, type MatchFinding, type Weights } from './components.js';

/** One component of a score: `points` of at most `of`, so that the points of a match add up to its score. */
export interface Points extends MatchFinding {
  readonly weight: number;
  readonly points: number;
  readonly of: number;
}

export interface Match {
  readonly rank: number;
  readonly candidate: Candidate;
  /** 0 to 100 with one decimal: the sum of the points as they are shown. */
  readonly score: number;
  readonly components: readonly Points[];
}

export interface Ranking {
  readonly matches: readonly Match[];
  /** Bodies that cannot lead this twinning, by the code that registration would answer. */
  readonly excluded: readonly { readonly candidate: Candidate; readonly code: RefusalCode }[];
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

function pointsOf(finding: MatchFinding, weight: number, total: number): Points {
  const of = total === 0 ? 0 : (100 * weight) / total;
  return { ...finding, weight, points: tenth(of * (finding.value ?? 0)), of: tenth(of) };
}

/**
 * The bodies that may lead this twinning, the best first; equal scores go by acronym, then by id, so the answer does
 * not depend on the order of the candidates. Weights change the order, never who may lead.
 */
export function rankPartners(
  asked: {
    readonly seeker: Seeker;
    readonly type: TwinningType;
    /** What every registration here would be answered: the place, or the seeker, is in another twinning. */
    readonly taken?: RefusalCode | null;
  },
  candidates: readonly Candidate[],
  weights: Weights,
  rules: Ruleset,
): Ranking {
  const { seeker, type, taken } = asked;
  const total = MATCH_COMPONENTS.reduce((sum, c) => sum + weights[c], 0);
  const judged = candidates.map((candidate) => ({
    candidate,
    code: cannotLead(candidate, seeker, type, taken),
  }));
  const matches = judged
    .filter(({ code }) => code === null)
    .map(({ candidate }) => {
      const components = MATCH_COMPONENTS.map((component) =>
        pointsOf(MEASURES[component](candidate, seeker, type, rules), weights[component], total),
      );
      return { candidate, components, score: tenth(components.reduce((n, c) => n + c.points, 0)) };
    })
    .sort((a, b) => b.score - a.score || byName(a.candidate, b.candidate))
    .map((match, i) => ({ rank: i + 1, ...match }));
  const excluded = judged
    .flatMap(({ candidate, code }) => (code === null ? [] : [{ candidate, code }]))
    .sort((a, b) => byName(a.candidate, b.candidate));
  return { matches, excluded };
}

const byName = (a: Candidate, b: Candidate): number =>
  a.acronym === b.acronym ? a.id - b.id : a.acronym < b.acronym ? -1 : 1;
