import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { Side } from '../../kernel/vocabulary.js';
import { emptyForm, type NamedPerson, type RequestForm } from './form.js';

export interface ProposalState {
  /** Last accepted command of a bound body or search answer (T1). */
  readonly lastActivity: Instant | null;
  readonly form: RequestForm;
  readonly selfAssessments: readonly {
    readonly side: Side;
    readonly part: 'NEED' | 'RESOURCES';
    readonly answers: readonly { readonly question: string; readonly answer: string }[];
    readonly at: Instant;
  }[];
  readonly search: PartnerSearch | null;
  readonly invitations: readonly Invitation[];
  /** Named persons of the leadership types, at most one a side. */
  readonly nominees: readonly Nominee[];
  /** The content hash each side has consented to; null before, and again after any change. */
  readonly consents: Readonly<Record<Side, string | null>>;
  /** Reason of the TMB secretariat for letting the pair run again (OQ-7). */
  readonly renewalOverride: string | null;
}

export interface PartnerSearch {
  readonly open: boolean;
  readonly desk: 'TPM' | 'ISO_CS';
  readonly since: Instant;
  readonly candidates: readonly { readonly member: number; readonly reasons: string }[];
}

export interface Invitation {
  readonly id: string;
  readonly member: number;
  readonly open: boolean;
  readonly sentAt: Instant;
  readonly replyBy: Day;
}

export interface Nominee extends NamedPerson {
  readonly accepted: boolean | null;
  readonly vacant: boolean;
  readonly termEnd: Day | null;
}

export const noProposal: ProposalState = {
  lastActivity: null,
  form: emptyForm,
  selfAssessments: [],
  search: null,
  invitations: [],
  nominees: [],
  consents: { LEAD: null, TWINNED: null },
  renewalOverride: null,
};
