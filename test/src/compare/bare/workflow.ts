import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from './activities.js';

const { keep } = proxyActivities<Activities>({ startToCloseTimeout: '5 s' });

export const decide = defineUpdate<number, [string, number]>('decide');
export const carriedOut = defineQuery<readonly string[]>('carriedOut');

/**
 * An agreement as a careful application without a record of its own keeps it: the workflow's state is the truth, an Update
 * under the command's key decides, an idempotent activity writes it where people read, and each run hands on the state.
 */
export async function bareAgreement(before: readonly string[] = []): Promise<void> {
  const keys = [...before];
  setHandler(carriedOut, () => keys);
  setHandler(
    decide,
    async (key, saw) => {
      keys.push(key);
      await keep(workflowInfo().workflowId, saw + 1, key);
      return saw + 1;
    },
    {
      validator: (_, saw) => {
        if (saw !== keys.length)
          throw ApplicationFailure.nonRetryable('another version', 'VERSION');
      },
    },
  );
  await condition(() => workflowInfo().continueAsNewSuggested);
  await condition(allHandlersFinished);
  await continueAsNew<typeof bareAgreement>(keys);
}
