import type { Agreement, Duty, Section } from '@twinning/domain';
import type { Negotiation } from './documents.js';
import type { EndingView, EvaluationView } from './phases.js';
import type { AgreementReader } from './reader.js';

type Summary = Awaited<ReturnType<AgreementReader['summary']>>;
type DeadlineView = Awaited<ReturnType<AgreementReader['deadlines']>>[number];
type Act = Agreement['jointActs'][string];
/** `content`: what the other side sends to agree; null where it is withheld, or was not kept. */
type ActView = Omit<Act, 'content' | 'contentHash'> & {
  readonly content: Act['content'] | null;
  /** Null where the content is withheld: it could be guessed from it. */
  readonly contentHash: string | null;
  /** Clauses of a revision of the plan whose translation is owed before it can be agreed. */
  readonly untranslated: readonly string[];
};
type ActionView = Awaited<ReturnType<AgreementReader['actions']>>[number];

/** One agreement with everything recorded of it, what is owed, and what the caller may do. */
export type AgreementDetail = Summary & {
  /** What consents bind to now. */
  readonly requestHash: string;
  readonly term: Agreement['term'];
  readonly request: Agreement['proposal'];
  readonly approval: Agreement['approval'];
  readonly negotiation: Negotiation;
  /** Sections that the caller's roles do not read: they are empty here. */
  readonly withheld: readonly { readonly section: Section; readonly text: string }[];
  readonly execution: Agreement['execution'];
  readonly oversight: Agreement['oversight'];
  readonly evaluation: EvaluationView;
  readonly ending: EndingView;
  readonly jointActs: readonly ActView[];
  readonly duties: readonly (Duty & { readonly text: string })[];
  readonly nextDeadline: DeadlineView | null;
  readonly actions: readonly ActionView[];
};
