import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { Agreement } from '../../kernel/state.js';
import type { Side } from '../../kernel/vocabulary.js';

export interface EndingState {
  /** Decisions that can be appealed; final after the window (T60) or by their appeal. */
  readonly decisions: readonly AppealableDecision[];
  /** When and how the arrangement ended, lapsed or was withdrawn; `on` is the last day on which it still ran. */
  readonly ended: {
    readonly at: Instant;
    readonly on: Day;
    readonly how: 'WITHDRAWN' | 'LAPSED' | 'EXPIRED' | 'TERMINATED' | 'CANCELLED';
  } | null;
  readonly appeals: readonly Appeal[];
  /** The approval was annulled on appeal: registered roles have to leave the GD from then on (T67). */
  readonly annulledAt: Instant | null;
  readonly rolesRemovedAt: Instant | null;
  /** The text of each side's part of the closure report. */
  readonly report: Readonly<Partial<Record<Side, string>>>;
  readonly reportWaived: boolean;
  /** The follow-up a year after the end, by side. */
  readonly followUp: Readonly<Partial<Record<Side, string>>>;
}

/** `TC` stands for the parent technical committee as the level of appeal over a subcommittee. */
export type DecidingBody = 'TPM' | 'COMMITTEE' | 'TC' | 'TMB' | 'COUNCIL';
/** Where an appeal is decided (DIR 5.1.1). */
export type AppealLevel = 'TC' | 'TMB' | 'COUNCIL';
export type AppealOutcome = 'UPHELD' | 'DISMISSED' | 'REMITTED';

export interface AppealableDecision {
  readonly id: string;
  /** `BODY`: of a committee or the TMB on an evaluation or on a person; an appeal on it undoes nothing by itself. */
  readonly kind: 'APPROVAL' | 'REJECTION' | 'CANCELLATION' | 'TMB_ACTION' | 'APPEAL' | 'BODY';
  readonly body: DecidingBody;
  readonly reference: string | null;
  readonly decidedOn: Day;
  readonly final: boolean;
  /** For a decision on appeal: the decision it was about and how it ended. */
  readonly onAppeal?: { readonly decision: string; readonly outcome: AppealOutcome };
  /** When the last appeal on it was withdrawn: the window closes no earlier (T60). */
  readonly releasedAt?: Instant;
}

/** An appeal against a decision, or against an inaction when `decision` is null (DIR 5.1). */
export interface Appeal {
  readonly id: string;
  readonly decision: string | null;
  /** The body whose decision or inaction is appealed. */
  readonly against: DecidingBody;
  readonly level: AppealLevel;
  /** The parent committee that decides at level `TC`; absent in appeals from before it was recorded. */
  readonly parent?: number;
  readonly member: number;
  readonly grounds: string;
  readonly stage: AppealStage;
  /** When it came to its present stage: the clock of T61–T63. */
  readonly since: Instant;
}

export type AppealStage =
  | 'LODGED'
  | 'REFERRED'
  | 'ADMITTED'
  | 'HEARD'
  | 'REPORTED'
  | 'DECIDED'
  | 'WITHDRAWN';

export const noEnding: EndingState = {
  decisions: [],
  ended: null,
  appeals: [],
  annulledAt: null,
  rolesRemovedAt: null,
  report: {},
  reportWaived: false,
  followUp: {},
};

export const isOpen = (appeal: Appeal): boolean =>
  appeal.stage !== 'DECIDED' && appeal.stage !== 'WITHDRAWN';

const ofBodies = (state: Agreement): number =>
  state.ending.decisions.filter((d) => d.kind === 'BODY').length;

/** The name of the next decision of kind `BODY`: a row of its own, so that the others keep theirs. */
export const nextBodyDecision = (state: Agreement): string => `B${String(ofBodies(state) + 1)}`;

/** Adds a decision to those that can be appealed; used by the evolvers of the deciding events. */
export const withDecision = (
  state: Agreement,
  decision: Omit<AppealableDecision, 'id' | 'final'>,
  id = `D${String(state.ending.decisions.length - ofBodies(state) + 1)}`,
): Agreement => ({
  ...state,
  ending: {
    ...state.ending,
    decisions: [
      ...state.ending.decisions,
      {
        ...decision,
        id,
        // Council is the last level: nothing can be appealed from there (DIR 5.1.1).
        final: decision.body === 'COUNCIL',
      },
    ],
  },
});

/**
 * Adds what a body decided on an evaluation or on a person, where the event names it (decision record 0051): records
 * from before do not.
 */
export const withBodyDecision = (
  state: Agreement,
  id: string | undefined,
  decision: Omit<AppealableDecision, 'id' | 'final' | 'kind'>,
): Agreement => (id === undefined ? state : withDecision(state, { ...decision, kind: 'BODY' }, id));
