import { condition, patched, setHandler } from '@temporalio/workflow';
import { clockPath } from './activities.js';
import { lookAgain, type Execution, type OpenChild } from './contract.js';
import { settledIf } from './settled.js';

/** A deadline nearer than this is looked at together with the one before it, in milliseconds. */
const SHORTEST_SLEEP_MS = 1_000;
/** Without any deadline a day: the parent tells when the log has closed the process. */
const LONGEST_SLEEP_MS = 86_400_000;

/**
 * Makes sure that somebody looks at each deadline until the log says that the process is over. It keeps nothing: its
 * record is the agreement's stream, and everything that it does may be done a second time by the parent.
 */
export async function watchUntilOver(
  agreement: string,
  child: OpenChild,
  first: () => Promise<Execution>,
): Promise<void> {
  let woken = false;
  // Histories of earlier releases have let go of signals that came during a look.
  const keepsSignals = patched('evaluation-keeps-signals');
  const ended = settledIf(patched('evaluation-steps-settle'));
  setHandler(lookAgain, () => {
    woken = true;
  });
  let heard = await ended(first());
  while (heard.children.some(({ kind, id }) => kind === child.kind && id === child.id)) {
    if (!keepsSignals) woken = false;
    await condition(() => woken, Math.max(SHORTEST_SLEEP_MS, heard.wakeInMs ?? LONGEST_SLEEP_MS));
    // Before the look: a signal that comes during it asks for another.
    woken = false;
    heard = await ended(clockPath.look(agreement));
  }
}
