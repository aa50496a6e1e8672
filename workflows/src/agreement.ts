import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
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
  let at: Progress | null = null;
  let wakeAt: number | null = null;
  let lookWanted = false;

  const known = (): number => at?.version ?? 0;

  // One step at a time gives answers in the log's order: a lower version means that the log was put back, and is right.
  // Histories from before took no such answer.
  const take = (heard: Execution): void => {
    if (at !== null && heard.version < at.version && !patched(LOG_IS_RIGHT)) return;
    const before = at;
    at = heard;
    wakeAt = heard.wakeInMs === null ? null : Date.now() + heard.wakeInMs;
    show(before, heard);
    startChildren(input.agreement, before, heard);
  };

  // One step at a time: two local activities that run side by side end in separate tasks at first and in one when the
  // history is replayed, and what follows them comes in another order.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const mine = turn.then(step);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const lookNow = async () => {
    take(await clockPath.look(input.agreement, known()));
  };
  const look = () =>
    inTurn(async () => {
      // A command that was carried out meanwhile has looked, unless somebody asked since.
      if (at !== null && !lookWanted) return;
      lookWanted = false;
      await lookNow();
    });

  // Before any command can be heard: whether commands come with the start or after it is told differently by a history
  // whose first worker died, and the order of the steps must not hang on it.
  const firstLook = patched(LOOKS_FIRST) ? inTurn(lookNow) : null;

  setHandler(executeCommand, (commandId) =>
    inTurn(async () => {
      const heard = await commandPath.execute(commandId, known());
      take(heard);
      return { outcome: heard.outcome ?? 'NONE', version: heard.version };
    }),
  );
  setHandler(lookAgain, () => {
    lookWanted = true;
  });
  setHandler(knownVersion, known);

  if (firstLook !== null) await firstLook;
  for (;;) {
    if (at === null || lookWanted) {
      await look();
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
      (wakeAt !== null && (armedFor === null || wakeAt < armedFor - EARLIER_MS));
    if (armedFor === null) {
      await condition(woken);
      return;
    }
    const interrupted = await condition(woken, Math.max(1, armedFor - Date.now()));
    if (!interrupted && wakeAt !== null && wakeAt <= Date.now()) lookWanted = true;
  }
}

const LOOKS_FIRST = 'looks-first';
const LOG_IS_RIGHT = 'log-is-right';

// The same deadline is told a few milliseconds differently with every command: that is no earlier wake-up.
const EARLIER_MS = 1_000;

/** No deadline left ⇔ no workflow: nor is there one for an empty stream, whose first command was refused. */
const finished = (at: Progress | null, wakeAt: number | null): boolean =>
  at !== null && wakeAt === null;
