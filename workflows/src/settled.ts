import { condition } from '@temporalio/workflow';

/**
 * Awaits a step, a local activity, and then all that came with the same task: signals, Updates and timers that the
 * workflow heard while the step outlasted its task. A replay hears these together with the step's end, and what follows
 * from either would come in another order. Conditions are looked at when everything else of a task has been heard.
 * Rejects as the step does.
 */
async function settled<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } finally {
    let heard = false;
    const others = condition(() => heard);
    heard = true;
    await others;
  }
}

/** What ends a step: `settled` in runs that wait for it, the step itself in histories from before. */
export const settledIf =
  (settles: boolean) =>
  <T>(step: Promise<T>): Promise<T> =>
    settles ? settled(step) : step;
