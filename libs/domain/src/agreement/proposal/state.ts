import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { Side } from '../../kernel/vocabulary.js';

export interface ProposalState {
  /** Last accepted command of a bound body or search answer (T1). */
  readonly lastActivity: Instant | null;
  readonly invitations: readonly Invitation[];
  /** Named persons of the leadership types, at most one a side. */
  readonly nominees: readonly Nominee[];
}

export interface Invitation {
  readonly id: string;
  readonly member: number;
  readonly open: boolean;
  readonly sentAt: Instant;
  readonly replyBy: Day;
}

export interface Nominee {
  readonly side: Side;
  /** A reference; names and CVs are documents. */
  readonly person: string;
  readonly cv: string | null;
  readonly accepted: boolean | null;
  readonly vacant: boolean;
  readonly termEnd: Day | null;
}

export const noProposal: ProposalState = { lastActivity: null, invitations: [], nominees: [] };
