import type { Day } from '../../calendar/day.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { Said } from '../../kernel/saying.js';
import type { Passkey } from '../../kernel/seal.js';
import type { Side } from '../../kernel/vocabulary.js';
import type { DocumentName, Language, PersonInText } from './state.js';

/** One clause changed by a proposal; `hash` is over clause, language and value. */
export interface TermsChange {
  readonly clause: string;
  /** The version it replaces; null when the clause had no text yet. */
  readonly ofHash: string | null;
  readonly language: Language;
  readonly value: JsonObject;
  readonly hash: string;
}

/** Events of lifecycle.md B3. */
export interface NegotiationEvents {
  /**
   * `language` is the authentic one: the other language is a translation. `templateHash` is over all that the template
   * says; agreements that were opened with the first version have none.
   */
  NegotiationOpened: { templateVersion: string; templateHash?: string; language: Language };
  TermsProposed: { proposal: string; side: Side; changes: readonly TermsChange[] };
  TermsCountered: {
    proposal: string;
    side: Side;
    answersTo: string;
    changes: readonly TermsChange[];
  };
  TermsProposalWithdrawn: { proposal: string; side: Side };
  ClauseAccepted: { clause: string; side: Side; hash: string };
  ClauseAgreed: { clause: string; hash: string };
  ClauseRejected: { clause: string; side: Side; hash: string; reason: string };
  ClauseCommented: { clause: string; side: Side | null; text: string };
  ClauseTranslated: {
    clause: string;
    side: Side;
    ofHash: string;
    language: Language;
    value: JsonObject;
    hash: string;
    /** Both go on doing without what is not translated; absent, the waiver of this language ends. */
    waiverStays?: boolean;
  };
  TranslationWaived: { language: Language };
  TermsAccepted: { side: Side; documentHash: string; planHash: string };
  /** `persons`: whom the text names, by reference; absent where the template names nobody. */
  TermsFrozen: {
    documentHash: string;
    planHash: string;
    start: Day;
    end: Day;
    persons?: readonly PersonInText[];
  };
  /** `side` is null when the subject or ruleset of the frozen text changed under it. */
  TermsReopened: { side: Side | null; parts: readonly DocumentName[]; reason: string };
  SignatoryDesignated: { side: Side; person: string; authority: string };
  /** `key` and `signature` (Ed25519) or `passkey` over `signedText`; absent where the fresh proof of the person stands alone. */
  AgreementSigned: {
    side: Side;
    person: string;
    documentHash: string;
    originalNo: number;
    key?: string;
    signature?: string;
    passkey?: Passkey;
  };
  SignatureWithdrawn: { side: Side } & Said;
  SignedAgreementSubmitted: { side: Side; documentHash: string; planHash: string };
  /** `inTime` is false after T17: then the arrangement lapses in the same commit. */
  AgreementImprovementRequested: {
    points: readonly string[];
    parts: readonly DocumentName[];
    inTime: boolean;
  };
  AgreementDeadlineExtended: { newDue: Day; reason: string };
  AgreementAccepted: { documentHash: string; planHash: string; start: Day; end: Day };
  /**
   * The terms of the agreement in force lie on the table again. `hashes` are those of the clauses that earlier amendments
   * have put in the place of their first text.
   */
  AmendmentOpened: {
    id: string;
    side: Side;
    reason: string;
    hashes: Readonly<Record<string, string>>;
  };
  AmendmentWithdrawn: { id: string; side: Side; reason: string };
  ArrangementActivated: {
    start: Day;
    end: Day;
    reviewDates: readonly Day[];
    meetingDates: readonly Day[];
    /** The parent committee, for the chair of a subcommittee. */
    parent?: number;
  };
}
