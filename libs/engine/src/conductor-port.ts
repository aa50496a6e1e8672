import type { OpenChild } from './progress.js';

/** What an agreement's running workflow knows. */
export interface WorkflowStanding {
  /** Version of the agreement that it has heard of; null when it does not answer. */
  readonly version: number | null;
  /** Attempts of its pending task: more than a few mean that it fails or is left lying again and again. */
  readonly attempt: number;
  /** Milliseconds since a worker took its pending task; null when none has. */
  readonly heldMs: number | null;
  /** True when a worker has reported that the task fails, rather than taken it and died. */
  readonly fails: boolean;
}

/** From this attempt on Temporal gives a worker longer than the task's own time limit before it asks another. */
const WAITS_LONGER = 4;
const HELD_MS = 15_000;
/** Attempts of one task after which its failing is no accident: its code or its history is at fault. */
export const LOOPING = 5;

/**
 * True when a worker took the workflow's task and was not heard of since. Temporal waits 10 s for the fourth attempt of a
 * task, then 15, 25, 45, 85 … up to ten minutes: who dies repeatedly over one task makes what waits behind it wait so long.
 */
export const isHeld = ({ attempt, heldMs, fails }: WorkflowStanding): boolean =>
  attempt >= WAITS_LONGER && !fails && heldMs !== null && heldMs > HELD_MS;

/** True when a worker has said, again and again, that the task fails. */
export const isFailing = ({ attempt, fails }: WorkflowStanding): boolean =>
  attempt >= LOOPING && fails;

/** Why a stuck workflow was ended, as Temporal keeps it. */
export const STUCK =
  'its task failed, or waited for a worker that had died: begun anew from the log';

/**
 * Ends a workflow that waits for a worker that is not coming back, or that does not replay; the next start or command
 * begins anew from the log, which holds all that it knew. Answers whether it did.
 */
export async function freeStuck(
  conductor: Pick<Conductor, 'standing' | 'end'>,
  agreement: string,
): Promise<boolean> {
  const standing = await conductor.standing(agreement);
  if (standing === null || !(isHeld(standing) || isFailing(standing))) return false;
  await conductor.end(agreement, STUCK);
  return true;
}

/** A process beside an agreement's workflow. */
export interface ChildRef extends OpenChild {
  readonly agreement: string;
}

/** What checker and reconciler ask of the one who runs the workflows. */
export interface Conductor {
  /** Agreements whose workflow runs; may lag a moment behind `standing`. */
  running(): Promise<readonly string[]>;
  /** Null when no workflow of this agreement runs. */
  standing(agreement: string): Promise<WorkflowStanding | null>;
  /** Processes beside agreements that run; may lag a moment behind `childAttempt`. */
  runningChildren(): Promise<readonly ChildRef[]>;
  /** Attempts of the pending task of a process beside an agreement; null when it does not run. */
  childAttempt(child: ChildRef): Promise<number | null>;
  /** Starts the process when it does not run, and has it look at the log: one that the log has closed ends then. */
  lookChild(child: ChildRef): Promise<void>;
  /** Has a stored command carried out. */
  send(command: { readonly id: string; readonly agreement: string }): Promise<unknown>;
  /** Starts the workflow when it does not run, and has it look at the log. */
  look(agreement: string): Promise<void>;
  /** Ends the workflow; the log stays as it is. */
  end(agreement: string, reason: string): Promise<void>;
}

/** Runs `work` over all items, at most `width` at a time; resolves when all have ended. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  stopping?: AbortSignal,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (
      let next = left.next();
      next.done !== true && stopping?.aborted !== true;
      next = left.next()
    ) {
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** The result, or a rejection after `ms`: the work goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(ms)} ms`));
    }, ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
