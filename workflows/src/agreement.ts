import {
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { agreementPath, clockPath } from './activities.js';
import { startChildren } from './children.js';
import {
  executeCommand,
  knownVersion,
  lookAgain,
  type AgreementInput,
  type Execution,
  type Progress,
} from './contract.js';
import { settledIf } from './settled.js';
import { oneAtATime } from './turns.js';
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
  let looksAsked = 0;
  let looksFailed = 0;
  // Whether a command may take its turn: while the workflow waits and nothing asks it to look.
  let calm = NEVER;

  // Each patch does what those before it ask: histories from before did not let a look go before commands, or did not even
  // wait until a step had settled.
  const looksGoFirst = patched(LOOKS_GO_FIRST);
  const settles = looksGoFirst || patched(STEPS_SETTLE);
  const known = (): number => at?.version ?? 0;

  // One step at a time gives answers in the log's order: a lower version means that the log was put back, and is right.
  // Histories from before took no such answer.
  const take = (heard: Execution): void => {
    if (at !== null && heard.version < at.version && !settles && !patched(LOG_IS_RIGHT)) return;
    const before = at;
    at = heard;
    wakeAt = heard.wakeInMs === null ? null : Date.now() + heard.wakeInMs;
    show(before, heard);
    startChildren(input.agreement, before, heard);
  };

  const turns = oneAtATime();
  // While a step is under way nothing else may follow from what is heard: see `settledIf`.
  const idle = () => !settles || turns.idle();
  const ended = settledIf(settles);
  // Histories from before try a look again for ever, without a rest.
  const looking = settles ? agreementPath : clockPath;
  const lookNow = async () => {
    take(await ended(looking.look(input.agreement, known())));
  };
  const look = () =>
    turns.take(async () => {
      // A command that was carried out meanwhile has looked, unless somebody asked since.
      if (at !== null && !lookWanted) return;
      lookWanted = false;
      await lookNow();
    });

  // Before any command can be heard: whether commands come with the start or after it is told differently by a history
  // whose first worker died, and the order of the steps must not hang on it.
  const firstLook = settles ? lookOrRest() : patched(LOOKS_FIRST) ? turns.take(lookNow) : null;

  const carryOut = (commandId: string) =>
    turns.take(async () => {
      const heard = await ended(agreementPath.execute(commandId, known()));
      take(heard);
      return { outcome: heard.outcome ?? 'NONE', version: heard.version };
    });
  // A replay hears a command together with a deadline of some tasks before, when those in between did nothing: the look
  // must go first in both, and not because it was heard first.
  const carryOutWhenCalm = async (commandId: string) => {
    await condition(() => calm());
    return carryOut(commandId);
  };
  setHandler(executeCommand, looksGoFirst ? carryOutWhenCalm : carryOut);
  setHandler(lookAgain, () => {
    lookWanted = true;
    looksAsked += 1;
  });
  setHandler(knownVersion, known);

  if (firstLook !== null) await firstLook;
  for (;;) {
    if (at === null || lookWanted) {
      await (settles ? lookOrRest() : look());
      continue;
    }
    if (finished(at, wakeAt)) {
      await commandsOver();
      if (finished(at, wakeAt) && !lookWanted) return;
      continue;
    }
    if (workflowInfo().continueAsNewSuggested) {
      // An Update in flight fails its caller when the run ends under it.
      await commandsOver();
      await continueAsNew<typeof agreement>({ agreement: input.agreement });
    }
    await sleepUntilDue();
  }

  async function commandsOver(): Promise<void> {
    calm = ALWAYS;
    await condition(allHandlersFinished);
    calm = NEVER;
  }

  // Ends early, with true, when something asks for it. Between steps only, and meanwhile commands have their turns.
  function waits(wanted: () => boolean, until: number): Promise<boolean> {
    const over = () => wanted() || (looksGoFirst && Date.now() >= until);
    calm = () => !over();
    return condition(() => idle() && over(), Math.max(1, until - Date.now()));
  }

  // A look that fails is never given up: a timer that nobody looks at would be a deadline that passes unseen. Between its
  // attempts others have their turn, and a command that is carried out or somebody who asks ends the rest.
  async function lookOrRest(): Promise<void> {
    try {
      await look();
      looksFailed = 0;
    } catch {
      lookWanted = true;
      const [seen, asked] = [at, looksAsked];
      const rest = Math.min(FIRST_REST_MS * 2 ** looksFailed, LONGEST_REST_MS);
      await waits(() => at !== seen || looksAsked !== asked, Date.now() + rest);
      calm = NEVER;
      await condition(idle);
      looksFailed += 1;
    }
  }

  // Keeps the armed timer unless an earlier wake-up appears, and looks again when it fires: re-arming on every command
  // costs a third of the throughput.
  async function sleepUntilDue(): Promise<void> {
    const armedFor = wakeAt;
    const wanted = () =>
      lookWanted ||
      finished(at, wakeAt) ||
      workflowInfo().continueAsNewSuggested ||
      (wakeAt !== null && (armedFor === null || wakeAt < armedFor - EARLIER_MS));
    if (armedFor === null) {
      calm = () => !wanted();
      await condition(() => idle() && wanted());
      return;
    }
    const asked = await waits(wanted, armedFor);
    calm = NEVER;
    if (settles) await condition(idle);
    // Histories from before looked at a deadline only when its timer had fired.
    if ((looksGoFirst || !asked) && wakeAt !== null && wakeAt <= Date.now()) lookWanted = true;
  }
}

const LOOKS_GO_FIRST = 'looks-go-first';
const STEPS_SETTLE = 'steps-settle';
const LOOKS_FIRST = 'looks-first';
const LOG_IS_RIGHT = 'log-is-right';

// The same deadline is told a few milliseconds differently with every command: that is no earlier wake-up.
const EARLIER_MS = 1_000;
const NEVER = () => false;
const ALWAYS = () => true;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;

/** No deadline left ⇔ no workflow: nor is there one for an empty stream, whose first command was refused. */
const finished = (at: Progress | null, wakeAt: number | null): boolean =>
  at !== null && wakeAt === null;
