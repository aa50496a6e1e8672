import type { Schemas } from '../api.js';

export type Side = 'LEAD' | 'TWINNED';
export type AgreementAnswer = Schemas['Agreement'];
export type Action = AgreementAnswer['actions'][number];
export type Deadline = Schemas['Deadlines']['items'][number];
export type Happening = Schemas['Timeline']['items'][number];

export interface Clause {
  readonly clause: string;
  readonly document: 'AGREEMENT' | 'PLAN';
  readonly kind: 'locked' | 'open' | 'structured';
  readonly required: boolean;
  readonly title: { readonly en: string; readonly fr: string };
  /** Why nobody may alter it; absent in answers that a browser kept from before it was told. */
  readonly lockedBecause?: { readonly en: string; readonly fr: string } | null;
  readonly value: Readonly<Record<string, unknown>> | null;
  /** In which it was written. */
  readonly language: 'en' | 'fr';
  readonly hash: string | null;
  readonly author: Side | null;
  readonly acceptedBy: readonly Side[];
  readonly rejected: string | null;
  readonly translations: readonly {
    readonly language: 'en' | 'fr';
    readonly value: Readonly<Record<string, unknown>>;
    /** Absent where an amendment or a revision of the plan says it. */
    readonly hash?: string;
    readonly current: boolean;
  }[];
  /** What both have put in the place of the signed text since; the last one is in force. */
  readonly later: readonly {
    readonly amendment: string | null;
    readonly on: string | null;
    readonly language: 'en' | 'fr';
    readonly value: Readonly<Record<string, unknown>>;
    /** The same in the other language, and whether both did without; absent in answers that a browser kept from before. */
    readonly translations?: readonly {
      readonly language: 'en' | 'fr';
      readonly value: Readonly<Record<string, unknown>>;
    }[];
    readonly withoutTranslation?: boolean;
    /** What it changed in the text before it; absent in answers that a browser kept from before it was told. */
    readonly difference?: Schemas['ClauseDifference']['parts'];
  }[];
  /** Languages in which a translation is owed. */
  readonly untranslated: readonly ('en' | 'fr')[];
}

export interface ClauseVersion {
  readonly hash: string;
  readonly side: Side;
  readonly proposal: string;
  readonly language: 'en' | 'fr';
  readonly value: Readonly<Record<string, unknown>>;
  readonly acceptedBy: readonly Side[];
  readonly rejected: string | null;
}

export interface Documents {
  readonly documentHash: string;
  readonly planHash: string;
  /** Hash of each document that is closed to changes. */
  readonly frozen: Readonly<Record<'AGREEMENT' | 'PLAN', string | null>>;
  readonly clauses: readonly Clause[];
}

/** What lies on the table: the terms of the agreement, or those of an amendment to it. */
export interface Terms {
  readonly openedAt: string | null;
  readonly frozenAt: string | null;
  readonly language: 'en' | 'fr';
  /** Languages in which both sides do without a translation. */
  readonly waived: readonly string[];
  readonly clauses: Readonly<Record<string, readonly ClauseVersion[]>>;
  readonly proposals: readonly {
    readonly id: string;
    readonly side: Side;
    readonly clauses: readonly string[];
    readonly since: string;
    readonly counteredBy: string | null;
    readonly withdrawn: boolean;
  }[];
  readonly acceptances: readonly { readonly side: Side }[];
}

export interface Negotiation extends Terms {
  readonly signatories: readonly { readonly side: Side; readonly person: string }[];
  readonly signatures: readonly {
    readonly side: Side;
    readonly person: string;
    readonly at: string;
  }[];
  readonly submission: object | null;
  readonly documents: Documents;
  /** With the amendments in force; null while there is none. */
  readonly inForce: Documents | null;
  readonly amending: Amending | null;
}

export interface Amending {
  readonly id: string;
  readonly side: Side;
  readonly reason: string;
  readonly at: string;
  readonly terms: Terms;
  readonly documents: Documents;
}

export interface Review {
  readonly year: number;
  readonly dueOn: string;
  readonly stage: string;
  readonly parts: Readonly<
    Partial<
      Record<Side, { readonly rating: number; readonly text: string; readonly late: boolean }>
    >
  >;
  readonly tpmSection: { readonly text: string; readonly at: string } | null;
}

export interface Escalation {
  readonly id: string;
  readonly level: string;
  readonly trigger: string;
  readonly owner: string;
  readonly open: boolean;
  readonly since: string;
  readonly stage: string;
  readonly text: string | null;
}

export interface Evaluation {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly since: string;
  readonly body: string;
  /** What people can show in it. */
  readonly items: readonly string[];
  readonly review: {
    readonly gates: readonly { readonly gate: string; readonly met: boolean }[];
    readonly blocks: readonly {
      readonly block: string;
      readonly points: number;
      readonly of: number;
      readonly items: readonly {
        readonly item: string;
        readonly value: number | null;
        readonly points: number;
        readonly of: number;
      }[];
    }[];
    readonly score: number;
    readonly recommended: boolean;
  } | null;
}

export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
}
export interface WorkPackage {
  readonly id: string;
  readonly title: string;
  readonly owner: Side;
  readonly month: number;
  readonly deliverable: string;
}
export interface TaskShare {
  readonly id: string;
  readonly task: string;
  readonly percentByYear: readonly number[];
}

export interface Decision {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly reference: string | null;
  readonly decidedOn: string;
  /** The last day on which it can be appealed. */
  readonly until: string;
  readonly final: boolean;
}

export interface Appeal {
  readonly id: string;
  readonly decision: string | null;
  readonly against: string;
  readonly level: string;
  readonly grounds: string;
  readonly stage: string;
  readonly since: string;
}

/** The parts of an agreement that the OpenAPI document leaves open, as the screens read them. */
export interface Model {
  readonly request: {
    readonly form: Readonly<Record<string, unknown>>;
    readonly consents: Readonly<Record<string, string>>;
    readonly nominees: readonly {
      readonly side: Side;
      readonly person: string;
      readonly accepted: boolean | null;
      readonly vacant: boolean;
      readonly termEnd: string | null;
    }[];
    readonly invitations: readonly {
      readonly id: string;
      readonly member: number;
      readonly open: boolean;
      readonly replyBy: string | null;
    }[];
  };
  readonly approval: {
    readonly submittedAt: string | null;
    readonly returns: number;
    readonly blocked: { readonly since: string; readonly codes: readonly string[] } | null;
  };
  readonly negotiation: Negotiation;
  readonly oversight: {
    readonly escalations: readonly Escalation[];
    readonly reviews: readonly Review[];
    readonly actions: readonly {
      readonly id: string;
      readonly side: string;
      readonly text: string;
      readonly dueOn: string;
      readonly reportedAt: string | null;
      readonly confirmed: boolean;
    }[];
  };
  readonly evaluation: { readonly evaluations: readonly Evaluation[] };
  readonly execution: {
    readonly records: readonly {
      readonly id: string;
      readonly on: string;
      readonly kind: string;
      readonly side: Side | null;
      readonly struck: boolean;
      readonly content: string;
    }[];
    readonly amendments: readonly {
      readonly id: string;
      readonly hash: string;
      readonly stage: string;
      readonly end: string | null;
      readonly changes: readonly {
        readonly clause: string;
        readonly value: Readonly<Record<string, unknown>>;
      }[];
      readonly signed: readonly { readonly side: Side }[];
    }[];
    readonly meetingDates: readonly string[] | null;
    readonly missedMeetings: readonly string[];
    readonly causes: readonly {
      readonly cause: string;
      readonly subject: string;
      readonly since: string;
    }[];
  };
  readonly ending: {
    readonly decisions: readonly Decision[];
    readonly appeals: readonly Appeal[];
  };
}

/** The text of a clause that is in force: as amended, else as it stands in the document. */
export const valueInForce = ({ later, value }: Pick<Clause, 'later' | 'value'>): Clause['value'] =>
  later.at(-1)?.value ?? value;

export const modelOf = (agreement: AgreementAnswer): Model => agreement as unknown as Model;

/** Which side the person's body is on; null for desks and everybody else. */
export function sideOf(agreement: AgreementAnswer, member: number | null): Side | null {
  if (member === null) return null;
  if (agreement.lead?.member === member) return 'LEAD';
  return agreement.twinned?.member === member ? 'TWINNED' : null;
}

/** The terms that are being written and accepted: those of the open amendment, else those of the agreement. */
export function tableOf(agreement: AgreementAnswer): Terms & { readonly documents: Documents } {
  const { negotiation } = modelOf(agreement);
  const { amending, inForce, documents } = negotiation;
  return amending === null
    ? { ...negotiation, documents: inForce ?? documents }
    : { ...amending.terms, documents: amending.documents };
}
