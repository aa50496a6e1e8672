import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';

/** Ids, versions, dates and codes only cross this border: nothing to forge and nothing to erase. */
export interface AgreementInput {
  readonly agreement: string;
}

/** A short process of its own beside the agreement's: open as long as the log says so. */
export interface OpenChild {
  readonly kind: 'evaluation' | 'ballot';
  readonly id: string;
}

/** Where the log stands, as an execution reports it; durations are real milliseconds. */
export interface Progress {
  readonly version: number;
  readonly wakeInMs: number | null;
  readonly status: string;
  readonly phase: string;
  readonly type: string;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly committee: number | null;
  readonly next: {
    readonly timer: string;
    readonly step: string;
    readonly whose: string;
    readonly due: string;
  } | null;
  readonly children: readonly OpenChild[];
}

export interface Execution extends Progress {
  /** `ACCEPTED`, the code of a refusal, or null when nothing was asked. */
  readonly outcome: string | null;
}

/** What the caller of an Update hears: the outcome itself stands in the database. */
export interface Answer {
  readonly outcome: string;
  readonly version: number;
}

/** The services behind the activities; each is idempotent and decides inside one transaction. */
export interface Activities {
  /** `known` is the version that the workflow knows, 0 for none: a log that has less was put back. */
  execute(commandId: string, known?: number): Promise<Execution>;
  look(agreement: string, known?: number): Promise<Execution>;
  gatherEvidence(agreement: string, evaluation: string): Promise<Execution>;
}

export const TASK_QUEUE = 'twinning';
export const AGREEMENT_WORKFLOW = 'agreement';
/** Workflows of the processes beside an agreement's, by their kind. */
export const CHILD_WORKFLOWS = {
  evaluation: 'statusChangeEvaluation',
  ballot: 'tmbBallot',
} as const satisfies Readonly<Record<OpenChild['kind'], string>>;
export const childWorkflowId = (agreement: string, { kind, id }: OpenChild): string =>
  `${agreement}.${kind}.${id}`;
export const agreementWorkflowId = (agreement: string): string => `agreement.${agreement}`;

export const executeCommand = defineUpdate<Answer, [string]>('execute');
/** Asks the workflow to look at the log again: after an event that reached the stream without it. */
export const lookAgain = defineSignal('look');
export const knownVersion = defineQuery<number>('version');

/** Keywords and one date by which an operator finds an agreement in Temporal's own console. */
export const SEARCH_ATTRIBUTES = {
  keyword: [
    'TwinningStatus',
    'TwinningPhase',
    'TwinningType',
    'TwinningCommittee',
    'TwinningLead',
    'TwinningTwinned',
    'TwinningWaitsFor',
  ],
  datetime: ['TwinningNextDeadline'],
} as const;
