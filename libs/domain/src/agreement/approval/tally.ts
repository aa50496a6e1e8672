/** The TMB's correspondence ballot: counting and outcome (lifecycle.md B2, OQ-8). Pure arithmetic on integers. */
export const VOTE_CHOICES = ['APPROVE', 'DISAPPROVE', 'ABSTAIN'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export type BallotOutcome = 'APPROVED' | 'NOT_APPROVED' | 'NO_QUORUM';

export interface Tally {
  readonly entitled: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface Vote {
  readonly body: number;
  readonly choice: VoteChoice;
  readonly comment: string | null;
  readonly reference: string | null;
}

export const tallyOf = (
  entitled: readonly number[],
  votes: readonly Pick<Vote, 'choice'>[],
): Tally => ({
  entitled: entitled.length,
  yes: votes.filter((v) => v.choice === 'APPROVE').length,
  no: votes.filter((v) => v.choice === 'DISAPPROVE').length,
  abstain: votes.filter((v) => v.choice === 'ABSTAIN').length,
});

/** Quorum: strictly more than this fraction of the entitled have cast something, abstentions included. */
export function hasQuorum({ entitled, yes, no, abstain }: Tally, quorum: string): boolean {
  const [numerator = 1, denominator = 2] = quorum.split('/').map(Number);
  return (yes + no + abstain) * denominator > entitled * numerator;
}

/** Approved when yes > no; a tie or more no is not approved. */
export const outcomeOf = (tally: Tally, quorum: string): BallotOutcome =>
  !hasQuorum(tally, quorum) ? 'NO_QUORUM' : tally.yes > tally.no ? 'APPROVED' : 'NOT_APPROVED';

/** No vote that is still outstanding could change the outcome (closing early). */
export function isDecided(tally: Tally, quorum: string): boolean {
  const left = tally.entitled - tally.yes - tally.no - tally.abstain;
  if (left === 0) return true;
  if (!hasQuorum(tally, quorum)) return false;
  return tally.yes > tally.no + left || tally.yes + left <= tally.no;
}
