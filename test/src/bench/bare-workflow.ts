import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

export const bareUpdate = defineUpdate<number, [string]>('bare');

/** The peer: an Update that does nothing, in a workflow that only keeps its history short. */
export async function bare(): Promise<void> {
  let count = 0;
  setHandler(bareUpdate, () => {
    count += 1;
    return count;
  });
  await condition(() => workflowInfo().continueAsNewSuggested);
  await condition(allHandlersFinished);
  await continueAsNew<typeof bare>();
}
