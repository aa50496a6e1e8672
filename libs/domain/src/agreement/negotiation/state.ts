import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { Passkey } from '../../kernel/seal.js';
import type { Side } from '../../kernel/vocabulary.js';

/** The two documents that the partners negotiate (ST.5.5). */
export const DOCUMENTS = ['AGREEMENT', 'PLAN'] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The terms as they lie on the table: those of the agreement, or those of an amendment to it. */
export interface Terms {
  readonly templateVersion: string | null;
  /** Null before the opening, and where it was not recorded. */
  readonly templateHash: string | null;
  /** The authentic language. */
  readonly language: Language;
  readonly openedAt: Instant | null;
  /** The last change to the text: from then on both sides owe their acceptance. */
  readonly changedAt: Instant | null;
  /** Versions by clause, oldest first: the last one is current. Versions before an agreed one are dropped. */
  readonly clauses: Readonly<Record<string, readonly ClauseVersion[]>>;
  /** At most one a clause, language and version that it translates, in the order of writing. */
  readonly translations: readonly Translation[];
  /** Languages in which both sides do without a translation. */
  readonly waived: readonly Language[];
  readonly proposals: readonly Proposal[];
  readonly acceptances: readonly Acceptance[];
  /** Hash of each document that is frozen. */
  readonly frozen: Readonly<Record<DocumentName, string | null>>;
  readonly frozenAt: Instant | null;
  /** Subject and ruleset that the frozen text was made for (`basis.ts`). */
  readonly basis: string | null;
  /** Whom the frozen text names; absent while it is open, and where the template names nobody. */
  readonly persons?: readonly PersonInText[];
  /** Days of the meetings that were agreed anew: of a text that is made to be printed, and of no other. */
  readonly meetings?: readonly Day[];
  readonly signatories: readonly Signatory[];
  readonly signatures: readonly Signature[];
  /** The documents that lie with the TPM. */
  readonly submission: Submission | null;
  readonly acceptedAt: Instant | null;
  /** The one exception to the three months (T18). */
  readonly exception: { readonly newDue: Day; readonly at: Instant } | null;
  /** Start and end of the frozen text; they become the term at activation. */
  readonly agreedDates: { readonly start: Day; readonly end: Day } | null;
}

export interface NegotiationState extends Terms {
  /** The amendment that both partners are negotiating. */
  readonly amending: Amending | null;
  /** Amendments that were opened and given up, or that lapsed, before both agreed on a text. */
  readonly abandoned: number;
}

/** An amendment from its opening until both partners accept the same text. */
export interface Amending {
  readonly id: string;
  readonly side: Side;
  readonly reason: string;
  readonly at: Instant;
  /** Begins as the text in force, agreed by both; the collaboration plan is none of it. */
  readonly terms: Terms;
}

export interface ClauseVersion {
  readonly hash: string;
  readonly language: Language;
  readonly value: JsonObject;
  readonly side: Side;
  readonly proposal: string;
  readonly acceptedBy: readonly Side[];
  /** The other side's reason to reject it; null when it has not. */
  readonly rejected: string | null;
}

export interface Translation {
  readonly clause: string;
  readonly language: Language;
  /** The version it translates: outdated when that is no longer the current one. */
  readonly ofHash: string;
  readonly hash: string;
  readonly value: JsonObject;
  /** Who wrote it; absent where an amendment has put it in force. */
  readonly side?: Side;
}

export interface Proposal {
  readonly id: string;
  readonly side: Side;
  readonly clauses: readonly string[];
  /** When the other side began to owe an answer (T20). */
  readonly since: Instant;
  readonly counteredBy: string | null;
  readonly withdrawn: boolean;
}

/** A person in the text: by a reference that says no name. */
export interface PersonInText {
  readonly part: 'NOMINEE' | 'CONTACT';
  readonly side: Side;
  readonly reference: string;
}

export interface Acceptance {
  readonly side: Side;
  readonly documentHash: string;
  readonly planHash: string;
}

export interface Signatory {
  readonly side: Side;
  readonly person: string;
  /** Hash of the evidence of authority. */
  readonly authority: string;
}

export interface Signature {
  readonly side: Side;
  readonly person: string;
  readonly documentHash: string;
  readonly originalNo: number;
  readonly key?: string;
  readonly signature?: string;
  readonly passkey?: Passkey;
  readonly at: Instant;
}

export interface Submission {
  readonly at: Instant;
  readonly documentHash: string;
  readonly planHash: string;
}

export const noTerms: Terms = {
  templateVersion: null,
  templateHash: null,
  language: 'en',
  openedAt: null,
  changedAt: null,
  clauses: {},
  translations: [],
  waived: [],
  proposals: [],
  acceptances: [],
  frozen: { AGREEMENT: null, PLAN: null },
  frozenAt: null,
  basis: null,
  signatories: [],
  signatures: [],
  submission: null,
  acceptedAt: null,
  exception: null,
  agreedDates: null,
};

export const noNegotiation: NegotiationState = { ...noTerms, amending: null, abandoned: 0 };
