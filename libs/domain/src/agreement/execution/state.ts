import type { Day } from '../../calendar/day.js';
import { dayAt, type Instant } from '../../calendar/zurich.js';
import { changeWhere } from '../../kernel/records.js';
import type { Sealed } from '../../kernel/seal.js';
import type { Agreement } from '../../kernel/state.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { Language } from '../negotiation/state.js';
import type { ClauseValues } from '../negotiation/values.js';
import type { Side } from '../../kernel/vocabulary.js';

export interface ExecutionState {
  /** Causes of suspension form a set (lifecycle.md D14). */
  readonly causes: readonly SuspensionCause[];
  /** Periods with a cause of suspension in their order, also before the TMB; `to` is null while one lasts. */
  readonly suspensions: readonly { readonly from: Day; readonly to: Day | null }[];
  /** Whether the record says that it is suspended; absent until there is a cause, and from before it was kept. */
  readonly suspended?: boolean;
  /** Prerequisites (G3) that do not hold, also before the start of force. */
  readonly broken: readonly BrokenPrerequisite[];
  /** Day of the newest fact per `side:rule` (D15). */
  readonly factDates: Readonly<Record<string, Day>>;
  /** What desks said against the registry and nobody has settled (D16). */
  readonly claims: readonly PrerequisiteClaim[];
  readonly records: readonly ExecutionRecord[];
  /** Planned days of the quarterly meetings; null or empty means every three months from the start. */
  readonly meetingDates: readonly Day[] | null;
  readonly missedMeetings: readonly Day[];
  /** Ids of the plan's items after its revisions; null where the signed plan stands. */
  readonly plan: RevisedPlan;
  readonly amendments: readonly Amendment[];
  /** When the end date was last moved; null when it is that of the start of force. */
  readonly endMovedAt: Instant | null;
  /** Successors proposed for a nominee and not yet answered, at most one a side. */
  readonly proposed: readonly ProposedNominee[];
  /** Since when a named person's seat is empty. */
  readonly vacantSince: Readonly<Partial<Record<Side, Instant>>>;
  readonly terms: Readonly<Partial<Record<Side, NomineeTerm>>>;
  readonly pause: Pause | null;
  /** First days of the pauses that were confirmed. */
  readonly pausesBegun: readonly Day[];
  readonly notice: Notice | null;
  readonly successions: readonly Succession[];
  /** The ids that were mapped on; absent as long as none was. */
  readonly mappedOn?: readonly MappedOn[];
}

export interface SuspensionCause {
  readonly cause:
    | 'PREREQUISITE'
    | 'MUTUAL_PAUSE'
    | 'TMB_ORDER'
    | 'NOMINEE_VACANT'
    | 'NOMINEE_TERM_ENDED';
  /** What the cause is about, e.g. the rule and side broken; distinguishes causes of one kind. */
  readonly subject: string;
  readonly since: Instant;
}
export type CauseKind = SuspensionCause['cause'];

export interface BrokenPrerequisite {
  readonly rule: string;
  readonly side: Side;
  /** Day from which the fact is true. */
  readonly since: Day;
  /** When it was recorded: the start of the clocks (H). */
  readonly at: Instant;
}

export interface PrerequisiteClaim {
  readonly rule: string;
  readonly side: Side;
  readonly broken: boolean;
  readonly since: Day;
  readonly at: Instant;
}

export interface ExecutionRecord {
  readonly id: string;
  readonly kind: 'MEETING' | 'ACTIVITY' | 'TRAINING' | 'MILESTONE' | 'TASK_SHARE';
  readonly side: Side;
  readonly on: Day;
  /** Everything that was recorded, to recognize a repetition. */
  readonly content: string;
  /** Corrected to "did not take place". */
  readonly struck: boolean;
}

export interface RevisedPlan {
  readonly milestones: readonly string[] | null;
  readonly workPackages: readonly string[] | null;
  readonly tasks: readonly string[] | null;
  /** The latest revision as it was agreed. */
  readonly revision: PlanRevision | null;
  /** Every revision, the latest last; absent in states from before they were kept. */
  readonly revisions?: readonly (PlanRevision & { readonly at: Instant })[];
}

export interface PlanRevision {
  readonly milestones: ClauseValues['milestones']['items'] | null;
  readonly workPackages: ClauseValues['work-packages']['items'] | null;
  readonly tasks: ClauseValues['task-share']['items'] | null;
  readonly meetingDates: readonly Day[] | null;
  readonly reason: string;
  /** In which its words are written, where that is not the authentic one. */
  readonly language?: Language;
  /** The parts in the other language; absent where there is none, and in revisions from before it was owed. */
  readonly translation?: Readonly<
    Partial<Record<'milestones' | 'workPackages' | 'tasks', readonly JsonObject[]>>
  >;
  /** Both did without the translation. */
  readonly withoutTranslation?: boolean;
}

/** What stands in the place of a clause: the text of an open one, the whole value of a structured one. */
export interface AmendedClause {
  readonly clause: string;
  readonly text?: string;
  readonly value?: JsonObject;
  /** Language of the text or value where it is not the authentic one. */
  readonly language?: Language;
  /** The clause in the other language, where it was negotiated with a translation. */
  readonly translations?: readonly {
    readonly language: Language;
    readonly hash: string;
    readonly value: JsonObject;
  }[];
}

/** By clause: the side that wrote it, and its proposal. */
export type AmendmentAuthors = Readonly<
  Record<string, { readonly side: Side; readonly proposal: string }>
>;

export interface AmendmentSignature extends Sealed {
  readonly side: Side;
  readonly person: string;
  readonly originalNo: number;
  /** Hash of the evidence of authority that its signatory had then. */
  readonly authority: string | null;
  readonly at: Instant;
}

export interface Amendment {
  readonly id: string;
  readonly hash: string;
  readonly end: Day | null;
  readonly changes: readonly AmendedClause[];
  readonly agreedAt: Instant;
  readonly signed: readonly AmendmentSignature[];
  /** First day in force; absent before, and in states from before it was kept. */
  readonly effectiveOn?: Day;
  /** Absent where it was agreed in one step: then each side agreed to the other's words. */
  readonly authors?: AmendmentAuthors;
  /** What its text was made for (`negotiation/basis.ts`); absent in states from before it was kept. */
  readonly basis?: string;
  /** Languages that both do without since this amendment. */
  readonly waived?: readonly Language[];
  readonly stage: 'OPEN' | 'IN_FORCE' | 'EXPIRED' | 'WITHDRAWN';
}

export interface ProposedNominee {
  readonly side: Side;
  readonly person: string;
  readonly cv: string;
  readonly statement: string;
  readonly delegate: boolean;
  readonly categoryC: boolean;
  readonly termEnd: Day | null;
  readonly at: Instant;
}

export interface NomineeTerm {
  /** First appointment to the office, for the cumulative limit of chairs (DIR 1.8.1). */
  readonly firstOn: Day;
  readonly appointedOn: Day;
  /** Last inclusive day; null as long as the plenary that ends it is not known. */
  readonly termEnd: Day | null;
  readonly notRenewed: boolean;
  /** When the term was recorded; absent where it follows from the approval, and before it was kept. */
  readonly knownAt?: Instant;
}

/** A pause agreed by both partners that waits for the TPM, or runs. */
export interface Pause {
  readonly until: Day;
  readonly agreedAt: Instant;
  readonly confirmed: boolean;
}

export interface Notice {
  readonly by: Side;
  /** Last day in force. */
  readonly effectiveOn: Day;
  readonly at: Instant;
}

/** An id and the one that took its place: what ran under the old one has run under the new one (OQ-7). */
export interface MappedOn {
  readonly kind: 'BODY' | 'COMMITTEE' | 'WORKING_GROUP';
  readonly old: number | string;
  readonly new: number | string;
}

/** A body that followed a partner and attests that it carries the arrangement on. */
export interface Succession {
  readonly side: Side;
  readonly member: number;
  readonly at: Instant;
  readonly attested: boolean;
}

export const noExecution: ExecutionState = {
  causes: [],
  suspensions: [],
  broken: [],
  factDates: {},
  claims: [],
  records: [],
  meetingDates: null,
  missedMeetings: [],
  plan: { milestones: null, workPackages: null, tasks: null, revision: null },
  amendments: [],
  endMovedAt: null,
  proposed: [],
  vacantSince: {},
  terms: {},
  pause: null,
  pausesBegun: [],
  notice: null,
  successions: [],
};

export const withExecution = (state: Agreement, part: Partial<ExecutionState>): Agreement => ({
  ...state,
  execution: { ...state.execution, ...part },
});

export const hasCause = (state: Agreement, cause: CauseKind, subject: string): boolean =>
  state.execution.causes.some((c) => c.cause === cause && c.subject === subject);

/** An open L4 item: cure periods wait for the TMB (T32). */
export const tmbReviewIsOpen = (state: Agreement): boolean =>
  state.oversight.escalations.some((e) => e.level === 'L4' && e.open);

/** The agreement with one cause more; unchanged when it is there already or outside force. */
/** What the record says of the suspension; a state from before it was kept says it of every cause. */
export const saysSuspended = ({ execution }: Agreement): boolean =>
  execution.suspended ?? execution.causes.length > 0;

export const suspensionBegins = (state: Agreement, at: Instant): Agreement =>
  state.execution.suspensions.some((s) => s.to === null)
    ? state
    : withExecution(state, {
        suspensions: [...state.execution.suspensions, { from: dayAt(at), to: null }],
      });

export const suspensionEnds = (state: Agreement, at: Instant): Agreement =>
  withExecution(state, {
    suspensions: changeWhere(
      state.execution.suspensions,
      (s) => s.to === null,
      (s) => ({ ...s, to: dayAt(at) }),
    ),
  });

export const withCause = (
  state: Agreement,
  cause: CauseKind,
  subject: string,
  at: Instant,
): Agreement =>
  state.stage !== 'FORCE' || hasCause(state, cause, subject)
    ? state
    : withExecution(suspensionBegins(state, at), {
        causes: [...state.execution.causes, { cause, subject, since: at }],
        suspended: saysSuspended(state),
      });

export const withoutCause = (
  state: Agreement,
  cause: CauseKind,
  subject: string,
  at: Instant,
): Agreement => {
  if (!hasCause(state, cause, subject)) return state;
  const causes = state.execution.causes.filter((c) => c.cause !== cause || c.subject !== subject);
  const said = saysSuspended(state);
  const next = withExecution(state, { causes, suspended: said });
  if (causes.length > 0) return next;
  const [last] = state.execution.suspensions.slice(-1);
  // What came and went on one day, and was never said, was no suspension (D15).
  return !said && last?.to === null && last.from === dayAt(at)
    ? withExecution(next, { suspensions: state.execution.suspensions.slice(0, -1) })
    : suspensionEnds(next, at);
};
