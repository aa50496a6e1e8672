import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { clockPath, commandPath } from './activities.js';
import { startChildren } from './children.js';
import {
  executeCommand,
  knownVersion,
  lookAgain,
  type AgreementInput,
  type Execution,
  type Progress,
} from './contract.js';
import { show } from './visibility.js';

/**
 * The life of one agreement: proposal → partner selection → approval → negotiation → execution → evaluation → closed.
 * It decides nothing. It carries each command to the log in turn, sleeps until the next deadline, and makes sure that
 * somebody looks when it comes; what happens then is decided by the log's transaction (`execute`, `look`).
 */
export async function agreement(input: AgreementInput): Promise<void> {
  let at: Progress | null = input.known ?? null;
  let wakeAt: number | null = null;
  let lookWanted = at === null;

  // Answers may come back out of order (a replayed id, two activities): only a newer version moves the workflow.
  const take = (heard: Execution): void => {
    if (at !== null && heard.version < at.version) return;
    const before = at;
    at = heard;
    wakeAt = heard.wakeInMs === null ? null : Date.now() + heard.wakeInMs;
    show(before, heard);
    startChildren(input.agreement, before, heard);
  };

  setHandler(executeCommand, async (commandId) => {
    const heard = await commandPath.execute(commandId);
    take(heard);
    return { outcome: heard.outcome ?? 'NONE', version: heard.version };
  });
  setHandler(lookAgain, () => {
    lookWanted = true;
  });
  setHandler(knownVersion, () => at?.version ?? 0);

  for (;;) {
    if (lookWanted) {
      lookWanted = false;
      take(await clockPath.look(input.agreement));
      continue;
    }
    if (finished(at, wakeAt)) {
      await condition(allHandlersFinished);
      if (finished(at, wakeAt) && !lookWanted) return;
      continue;
    }
    if (workflowInfo().continueAsNewSuggested) {
      // An Update in flight fails its caller when the run ends under it.
      await condition(allHandlersFinished);
      await continueAsNew<typeof agreement>({ agreement: input.agreement });
    }
    await sleepUntilDue();
  }

  // Keeps the armed timer unless an earlier wake-up appears, and looks again when it fires: re-arming on every command
  // costs a third of the throughput.
  async function sleepUntilDue(): Promise<void> {
    const armedFor = wakeAt;
    const woken = () =>
      lookWanted ||
      finished(at, wakeAt) ||
      workflowInfo().continueAsNewSuggested ||
      (wakeAt !== null && (armedFor === null || wakeAt < armedFor));
    if (armedFor === null) {
      await condition(woken);
      return;
    }
    const interrupted = await condition(woken, Math.max(1, armedFor - Date.now()));
    if (!interrupted && wakeAt !== null && wakeAt <= Date.now()) lookWanted = true;
  }
}

/** No deadline left ⇔ no workflow; a run that has read nothing yet, or an empty stream, is not finished. */
const finished = (at: Progress | null, wakeAt: number | null): boolean =>
  at !== null && at.version > 0 && wakeAt === null;
