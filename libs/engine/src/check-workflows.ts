import type { EventLog } from '@twinning/event-log';
import type { CheckOptions, Violation } from './check.js';
import {
  inParallel,
  LOOPING,
  pause,
  type Conductor,
  type WorkflowStanding,
} from './conductor-port.js';
import type { Db } from './database.js';
import { foldHistory, historyOf } from './history.js';
import { isOpen } from './fold-log.js';

const WIDTH = 16;
const ASK_AGAIN_MS = 300;

/**
 * I5 (`open`: versions by id): every open agreement has a workflow that knows its version, and no other has one. A product at work is always a
 * moment apart: a difference counts only when it is still there after asking again for `settleMs`.
 */
export async function checkWorkflows(
  { db, log, settleMs = 3_000 }: Pick<CheckOptions, 'db' | 'log' | 'settleMs'>,
  conductor: Conductor,
  open: ReadonlyMap<string, number>,
): Promise<readonly Violation[]> {
  const running = await conductor.running();
  const violations: Violation[] = [];
  await inParallel([...new Set([...open.keys(), ...running])], WIDTH, async (agreement) => {
    const standing = () => standingOf(db, log, agreement).catch(() => null);
    let known = inSnapshot(open.get(agreement)) ?? (await standing());
    // It cannot be folded, and is named for that (I6).
    if (known === null) return;
    for (let left = Math.ceil(settleMs / ASK_AGAIN_MS); ; left -= 1) {
      const found = judge(agreement, known, await conductor.standing(agreement));
      if (found === null) return;
      if (left === 0) {
        violations.push(found);
        return;
      }
      await pause(ASK_AGAIN_MS);
      known = (await standing()) ?? known;
    }
  });
  return violations;
}

/** Where the log has an agreement: its version, and whether somebody must look at it again. */
interface LogStanding {
  readonly version: number;
  readonly open: boolean;
}

const inSnapshot = (version: number | undefined): LogStanding | null =>
  version === undefined ? null : { version, open: true };

async function standingOf(db: Db, log: EventLog, agreement: string): Promise<LogStanding> {
  const state = foldHistory(agreement, await historyOf(db, log, agreement));
  return { version: state.version, open: isOpen(state) };
}

function judge(
  subject: string,
  log: LogStanding,
  standing: WorkflowStanding | null,
): Violation | null {
  const fault = (what: string, invariant: 'I5' | 'I12' = 'I5') => ({ invariant, subject, what });
  if (standing === null) return log.open ? fault('is open and has no workflow') : null;
  if (log.version === 0) return fault('has a workflow and no stream');
  if (!log.open) return fault('waits for nothing and still has a workflow');
  if (standing.attempt >= LOOPING) {
    return fault(`its workflow's task has failed ${String(standing.attempt)} times`, 'I12');
  }
  if (standing.version === null) return fault('its workflow does not answer');
  return standing.version === log.version
    ? null
    : fault(
        `its workflow knows version ${String(standing.version)}, the log has ${String(log.version)}`,
      );
}
