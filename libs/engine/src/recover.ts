import { logSize, type EventLog } from '@twinning/event-log';
import { agreementVersion } from './agreement-version.js';
import { inParallel, pause, type Conductor } from './conductor-port.js';
import type { Db } from './database.js';
import { foldAndMend } from './mend-read-model.js';

export interface Recovered {
  readonly open: number;
  /** Agreements that the read model had otherwise than the log, and that were written again first. */
  readonly mended: number;
  /** Workflows that did not run and were started. */
  readonly started: number;
  /** Agreements whose workflow has not yet said that it knows the log's version. */
  readonly unanswered: readonly string[];
  /** Deadlines that had passed unseen and were recorded now, in order; how late the latest was, in milliseconds. */
  readonly overdue: number;
  readonly latestMs: number;
}

export interface RecoverOptions {
  readonly db: Db;
  readonly log: EventLog;
  readonly conductor: Conductor;
  /** False when no worker runs yet: the workflows look as soon as one does. */
  readonly waitForAnswer: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

const WIDTH = 16;
const TRIES = 40;
const ASK_AGAIN_MS = 250;

/**
 * Starts the workflow of every open agreement from the record and has it look: timers are armed again, and deadlines
 * that passed meanwhile fire once, in their order, each recorded at the instant it was due. Which are open is told by the
 * log alone: the read model, by which each workflow looks, is written again first where it differs. Idempotent;
 * interrupted, it is run again.
 */
export async function recoverWorkflows(options: RecoverOptions): Promise<Recovered> {
  const { db, log, conductor, waitForAnswer, onProgress } = options;
  const from = await logSize(db);
  const { open: folded, findings } = await foldAndMend({ db, log });
  const open = [...folded.keys()];
  const mended = findings.filter((found) => found.mended).length;
  const unanswered: string[] = [];
  let started = 0;
  let done = 0;
  await inParallel(open, WIDTH, async (agreement) => {
    const standing = await conductor.standing(agreement);
    if (standing === null) started += 1;
    await conductor.look(agreement);
    if (!waitForAnswer || !(await knowsTheLog(db, conductor, agreement))) {
      unanswered.push(agreement);
    }
    done += 1;
    onProgress?.(done, open.length);
  });
  return { open: open.length, mended, started, unanswered, ...(await overdueSince(db, log, from)) };
}

async function knowsTheLog(db: Db, conductor: Conductor, agreement: string): Promise<boolean> {
  for (let left = TRIES; left > 0; left -= 1) {
    const standing = await conductor.standing(agreement);
    const { open, version } = await agreementVersion(db, agreement);
    if (open ? standing?.version === version : standing === null) return true;
    await pause(ASK_AGAIN_MS);
  }
  return false;
}

async function overdueSince(db: Db, log: EventLog, from: number) {
  const timers = new Set<string>();
  let latestMs = 0;
  for (let at = from; ; ) {
    const events = await log.readAll(db, at, 1_000);
    for (const { index, stream, payload, occurredAt, recordedAt } of events) {
      at = index + 1;
      if (typeof payload.$timer !== 'string') continue;
      timers.add(`${stream} ${payload.$timer}`);
      latestMs = Math.max(latestMs, Date.parse(recordedAt) - Date.parse(occurredAt));
    }
    if (events.length === 0) return { overdue: timers.size, latestMs };
  }
}
