import { firstRefusal, refuse, type Context, type Refusal } from './decision.js';
import type { FiledPaper } from './facts.js';

/**
 * What a paper must have been filed as, where that decides who reads it and how long it is kept. Such a paper is of one
 * body: the other partner does not file it.
 */
export type PaperKind = 'CV' | 'STATEMENT' | 'AUTHORITY';

/** A file that a command names by its hash. */
export interface NamedPaper {
  readonly hash: string;
  /** Whether it is a file of this agreement that the caller may name; null when it is, or when the files are not known. */
  readonly check: (ctx: Context, clause: string) => Refusal | null;
}

/** The papers of a field; an absent one names none. */
export const papersIn = (
  field: string,
  hashes: readonly (string | null | undefined)[],
  kind: PaperKind | null = null,
): readonly NamedPaper[] =>
  hashes
    .filter((hash) => hash != null)
    .map((hash) => ({
      hash,
      check({ facts, actor }, clause) {
        // Decisions of before these facts were read are made again without them.
        if (facts.papers === undefined) return null;
        const known = facts.papers[hash] ?? { filed: [], destroyed: false };
        if (known.destroyed) return refuse('PAPER_DESTROYED', clause, { field, paper: hash });
        return known.filed.some((filed) => mayName(filed, kind, actor))
          ? null
          : refuse('PAPER_NOT_FILED', clause, { field, paper: hash, kind });
      },
    }));

// Who is no party reads none of the files: whether the others filed a paper is not for them to try out.
function mayName(
  { purpose, member }: FiledPaper,
  kind: PaperKind | null,
  { member: own, role }: Context['actor'],
): boolean {
  if (role === 'MEMBER_REP') return member === own;
  return kind === null || (purpose === kind && (member === own || member === null));
}

/** The first paper that may not be named. */
export const paperRefused = (
  papers: readonly NamedPaper[],
  ctx: Context,
  clause: string,
): Refusal | null => firstRefusal(...papers.map((paper) => paper.check(ctx, clause)));
