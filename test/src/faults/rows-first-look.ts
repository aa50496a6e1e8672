import { Client, Connection } from '@temporalio/client';
import { AGREEMENT_WORKFLOW, agreementWorkflowId, TASK_QUEUE } from '@twinning/workflows/contract';
import pg from 'pg';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

/** A workflow that looks for so long tells Temporal that it is still at it, with a task that holds nothing. */
const LOOKING_MS = 6_000;
const PATIENCE_MS = 30_000;

/** Starts a workflow with nothing to do but look, as continue-as-new does. */
async function startAnew({ product, servers }: Scene, agreement: string): Promise<void> {
  await product.sender.end(agreement, 'begun anew by a fault row');
  const connection = await Connection.connect({ address: servers.temporalAddress });
  try {
    await new Client({ connection }).workflow.start(AGREEMENT_WORKFLOW, {
      workflowId: agreementWorkflowId(agreement),
      taskQueue: TASK_QUEUE,
      args: [{ agreement }],
      workflowTaskTimeout: '5 seconds',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  } finally {
    await connection.close();
  }
}

/**
 * The worker dies while a new workflow looks for the first time, commands come before the next one takes it over, and
 * that one dies too: whoever comes then must read the same story in what was recorded.
 */
async function diesAtTheFirstLook(scene: Scene): Promise<void> {
  const { product, servers } = scene;
  const client = scene.client(99);
  const { body } = await client.draft();
  const agreement = String(body.agreement);
  const locked = new pg.Client({ connectionString: servers.adminUrl });
  await locked.connect();
  let invited: Promise<unknown> = Promise.resolve();
  await scene.away(async () => {
    await locked.query('BEGIN');
    await locked.query('LOCK TABLE log.head IN EXCLUSIVE MODE');
    await startAnew(scene, agreement);
    await pause(LOOKING_MS);
    await product.kill('worker');
    invited = client.persist('asi.rep', agreement, 'invite-partner', { member: 1725 }, 1);
    await pause(500);
    product.run('worker');
    await locked.query('ROLLBACK');
    scene.mark();
    await locked.end();
  });
  await invited;
  await product.kill('worker');
  product.run('worker');
  for (const end = Date.now() + PATIENCE_MS; ; await pause(300)) {
    const standing = await product.sender.standing(agreement);
    demand(standing?.fails !== true, 'F2c: what was recorded does not replay');
    if (standing?.version === 2) return;
    demand(Date.now() < end, `F2c: the workflow stands at ${JSON.stringify(standing)}`);
  }
}

export const firstLookRows: readonly Row[] = [
  {
    id: 'F2c',
    title:
      'worker killed while a workflow looks for the first time, and again after the commands that followed',
    inject: diesAtTheFirstLook,
  },
];
