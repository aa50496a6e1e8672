import { Worker } from '@temporalio/worker';

// Loaded into the worker before its own code (`node --import`): it carries out other workflow code than it was built with.

const codePath = process.env.TWINNING_OTHER_WORKFLOWS;
if (codePath !== undefined) {
  const create = Worker.create.bind(Worker);
  Worker.create = (options) => create({ ...options, workflowBundle: { codePath } });
}
