import { emptyAgreement, type Agreement } from '@twinning/domain';
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
import { isOpen, type FoldedLog } from './fold-log.js';

const WIDTH = 16;
const ASK_AGAIN_MS = 300;

/**
 * I5: every open agreement has a workflow that knows its version, and no other has one. A product at work is always a
 * moment apart: a difference counts only when it is still there after asking again for `settleMs`.
 */
export async function checkWorkflows(
  { db, log, settleMs = 3_000 }: Pick<CheckOptions, 'db' | 'log' | 'settleMs'>,
  conductor: Conductor,
  folded: FoldedLog,
): Promise<readonly Violation[]> {
  const running = await conductor.running();
  const open = [...folded.agreements].filter(([, { state }]) => isOpen(state)).map(([id]) => id);
  const violations: Violation[] = [];
  await inParallel([...new Set([...open, ...running])], WIDTH, async (agreement) => {
    let known = folded.agreements.get(agreement)?.state ?? emptyAgreement(agreement);
    for (let left = Math.ceil(settleMs / ASK_AGAIN_MS); ; left -= 1) {
      const found = judge(agreement, known, await conductor.standing(agreement));
      if (found === null) return;
      if (left === 0) {
        violations.push(found);
        return;
      }
      await pause(ASK_AGAIN_MS);
      known = await stateOf(db, log, agreement).catch(() => known);
    }
  });
  return violations;
}

const stateOf = async (db: Db, log: EventLog, agreement: string): Promise<Agreement> =>
  foldHistory(agreement, await historyOf(db, log, agreement));

function judge(
  subject: string,
  log: Agreement,
  standing: WorkflowStanding | null,
): Violation | null {
  const fault = (what: string, invariant: 'I5' | 'I12' = 'I5') => ({ invariant, subject, what });
  if (standing === null) return isOpen(log) ? fault('is open and has no workflow') : null;
  if (log.version === 0) return fault('has a workflow and no stream');
  if (!isOpen(log)) return fault('waits for nothing and still has a workflow');
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
