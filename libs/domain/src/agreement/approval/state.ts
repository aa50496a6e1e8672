import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { BallotOutcome, Vote } from './tally.js';

export interface ApprovalState {
  /** The latest (re)submission; null before the first. */
  readonly submittedAt: Instant | null;
  readonly submissions: number;
  readonly returns: number;
  readonly returnedAt: Instant | null;
  /** The TPM's assessment for the ballot; void after a return. */
  readonly assessedAt: Instant | null;
  readonly assessment: { readonly text: string; readonly statistics: string } | null;
  readonly ballots: readonly Ballot[];
  readonly approvedAt: Instant | null;
  /** When the wait for registration began: the approval, or the end of a block (T15). */
  readonly registrableSince: Instant | null;
  readonly blocked: { readonly since: Instant; readonly codes: readonly string[] } | null;
  readonly registration: Registration | null;
}

export interface Ballot {
  readonly id: string;
  readonly entitled: readonly number[];
  readonly openedAt: Instant;
  readonly closesOn: Day;
  readonly extended: boolean;
  readonly votes: readonly Vote[];
  readonly closedAt: Instant | null;
  readonly outcome: BallotOutcome | null;
  readonly cancelled: boolean;
}

/** Registration in the Global Directory: starts the three months (ST.5.5) and takes the claims (G6). */
export interface Registration {
  readonly registeredOn: Day;
  /** Last inclusive day for agreement and plan (T17), without the exception (T18). */
  readonly agreementDueOn: Day;
  readonly claims: readonly string[];
}

export const noApproval: ApprovalState = {
  submittedAt: null,
  submissions: 0,
  returns: 0,
  returnedAt: null,
  assessedAt: null,
  assessment: null,
  ballots: [],
  approvedAt: null,
  registrableSince: null,
  blocked: null,
  registration: null,
};

/** The ballot that counts: the last one that was not cancelled. */
export const currentBallot = (approval: ApprovalState): Ballot | null =>
  approval.ballots.findLast((b) => !b.cancelled) ?? null;

/** The entitled bodies from which a vote is still out (T9). */
export const hasNotVoted = ({ entitled, votes }: Ballot): readonly number[] =>
  entitled.filter((body) => !votes.some((vote) => vote.body === body));
