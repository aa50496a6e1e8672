import type { Agreement } from '@twinning/domain';
import { progressOf, type Progress } from '@twinning/engine';
import type { Case } from './case.js';
import { statesOf } from './case.js';
import { readRun, type Told } from './workflow-run.js';

/** A run of an agreement's workflow, or of a process beside it, as Temporal keeps it: its history as JSON. */
export interface WorkflowRun {
  readonly run: string;
  readonly json: string;
}

/** What the two histories disagree on. */
export type DifferenceCode =
  /** Temporal heard of a version that the log does not have. */
  | 'UNKNOWN_VERSION'
  /** At a version, the log's fold stands elsewhere than Temporal was told. */
  | 'OTHER_STATE'
  /** Temporal answered a command that the log has neither accepted nor refused. */
  | 'UNKNOWN_COMMAND'
  /** Temporal answered a command otherwise than the log did. */
  | 'OTHER_OUTCOME'
  /** The last run has not heard of the log's newest version. */
  | 'BEHIND'
  /** Today's workflow code does not replay the run. */
  | 'NOT_REPLAYED'
  /** An entry of the log was altered, or written by a newer release: nothing of the agreement could be compared. */
  | 'UNREAD';

export interface HistoryDifference {
  /** Null when the agreement as a whole is meant. */
  readonly run: string | null;
  /** Event of Temporal's history; null when the whole run is meant. */
  readonly eventId: number | null;
  readonly code: DifferenceCode;
  /** Codes and numbers only. */
  readonly log: string | null;
  readonly temporal: string | null;
}

export interface ComparedHistories {
  readonly runs: number;
  /** Commands that Temporal answered. */
  readonly commands: number;
  /** Decided commands that no run has answered: its history was lost, and `twinning recover` began another. */
  readonly notHeard: number;
  readonly differences: readonly HistoryDifference[];
}

/**
 * Compares what Temporal's histories of an agreement tell with what the log does: every version and state that a run was
 * told, every command that it answered, and where the last run stands. `then` is the agreement's version before the runs
 * were read: what happened since may still be on its way.
 */
export function compareHistories(
  of: Case,
  runs: readonly WorkflowRun[],
  then: number = of.events.length,
): ComparedHistories {
  const states = statesOf(of);
  const outcomes = outcomesOf(of);
  const read = runs.map(({ run, json }) => ({ run, ...readRun(json) }));
  const answered = new Set(read.flatMap((r) => r.answers.map((a) => a.command)));
  const differences = read.flatMap(({ run, told, answers }) => [
    ...told.flatMap((t) => stateDifference(run, t, states)),
    ...answers.flatMap(({ eventId, command, outcome }) => {
      // What came too late left nothing in the log, and may have been asked again since.
      const known = outcomes.get(command) ?? null;
      if (outcome === 'VERSION_CONFLICT' || known === outcome) return [];
      const code = known === null ? ('UNKNOWN_COMMAND' as const) : ('OTHER_OUTCOME' as const);
      return [{ run, eventId, code, log: known, temporal: outcome }];
    }),
  ]);
  const last = read.filter((r) => r.isAgreement).at(-1);
  const heard = Math.max(0, ...(last?.told ?? []).map((t) => t.progress.version));
  const behind: readonly HistoryDifference[] =
    last === undefined || heard >= then
      ? []
      : [
          {
            run: last.run,
            eventId: null,
            code: 'BEHIND',
            log: String(then),
            temporal: String(heard),
          },
        ];
  return {
    runs: runs.length,
    commands: answered.size,
    notHeard: [...outcomes.keys()].filter((command) => !answered.has(command)).length,
    differences: [...differences, ...behind],
  };
}

// How long an agreement may sleep depends on the moment it was asked; everything else is the log's alone.
const shown = (progress: Progress): string => {
  const { version, status, phase, type, lead, twinned, committee, next } = progress;
  const due = next === null ? null : [next.timer, next.step, next.whose, next.due];
  return JSON.stringify([version, status, phase, type, lead, twinned, committee, due]);
};

function stateDifference(
  run: string,
  { eventId, progress }: Told,
  states: readonly Agreement[],
): readonly HistoryDifference[] {
  const state = states[progress.version];
  if (state === undefined) {
    const [log, temporal] = [String(states.length - 1), String(progress.version)];
    return [{ run, eventId, code: 'UNKNOWN_VERSION', log, temporal }];
  }
  const temporal = shown(progress);
  const log = shown(progressOf(state, EPOCH, (ms) => ms));
  return log === temporal ? [] : [{ run, eventId, code: 'OTHER_STATE', log, temporal }];
}

const EPOCH = '1970-01-01T00:00:00.000Z' as Parameters<typeof progressOf>[1];

/** What the log says became of each command: accepted with an event or without, or the refusal's code. */
function outcomesOf({ events, refusals, commands }: Case): ReadonlyMap<string, string> {
  const outcomes = new Map<string, string>();
  for (const { id, outcome } of commands) {
    if (outcome !== null) outcomes.set(id, outcome.accepted ? 'ACCEPTED' : outcome.code);
  }
  // The leaves prevail over the rows.
  for (const { commandId } of events) if (commandId !== null) outcomes.set(commandId, 'ACCEPTED');
  for (const { commandId, payload } of refusals) {
    if (commandId !== null)
      outcomes.set(commandId, typeof payload.code === 'string' ? payload.code : '?');
  }
  return outcomes;
}
