import { isMoreThan } from '../../rulesets/fractions.js';

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

/** Fractions that have to be exceeded, as "1/2": of the entitled, and of the votes for or against. */
export interface Shares {
  readonly quorum: string;
  readonly majority: string;
}

/** Quorum: strictly more than this fraction of the entitled have cast something, abstentions included. */
export const hasQuorum = (
  { entitled, yes, no, abstain }: Tally,
  { quorum }: Pick<Shares, 'quorum'>,
): boolean => isMoreThan(yes + no + abstain, entitled, quorum);

const carries = (yes: number, no: number, { majority }: Shares): boolean =>
  isMoreThan(yes, yes + no, majority);

/** Approved when the yes exceed their share, by a half when yes > no; a tie or more no is not approved. */
export const outcomeOf = (tally: Tally, shares: Shares): BallotOutcome =>
  !hasQuorum(tally, shares)
    ? 'NO_QUORUM'
    : carries(tally.yes, tally.no, shares)
      ? 'APPROVED'
      : 'NOT_APPROVED';

/** No vote that is still outstanding could change the outcome (closing early). */
export function isDecided(tally: Tally, shares: Shares): boolean {
  const { yes, no } = tally;
  const left = tally.entitled - yes - no - tally.abstain;
  if (left === 0) return true;
  if (!hasQuorum(tally, shares)) return false;
  return carries(yes, no + left, shares) || !carries(yes + left, no, shares);
}
