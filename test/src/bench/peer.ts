import 'reflect-metadata';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import {
  CommandService,
  createApp,
  readConfig,
  Resources,
  type Answer,
  type Request,
} from '@twinning/api';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bareUpdate, type bare } from './bare-workflow.js';

// The peer of the benchmark as two processes, like the product: `peer.js api` and `peer.js worker`.
const QUEUE = 'bare';
const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';

/** Stands behind the product's own route in the place of its command service: an Update that does nothing. */
class BareService {
  constructor(private readonly client: Client) {}

  async send({ agreement, key }: Request): Promise<Answer> {
    const workflow = agreement ?? 'none';
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof bare>('bare', {
      workflowId: `bare.${workflow}`,
      taskQueue: QUEUE,
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const version = await this.client.workflow.executeUpdateWithStart(bareUpdate, {
      updateId: randomUUID(),
      args: [workflow],
      startWorkflowOperation,
    });
    const decidedAt = new Date().toISOString();
    return {
      decided: true,
      command: key ?? '',
      agreement: workflow,
      outcome: { accepted: true, version, decidedAt, events: [] },
      receipt: null,
    };
  }
}

if (process.argv[2] === 'worker') {
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare-workflow.js', import.meta.url)),
  });
  const worker = await Worker.create({ connection, taskQueue: QUEUE, workflowBundle });
  await worker.run();
} else {
  const config = readConfig(process.env);
  const resources = await Resources.open(config, () => undefined);
  const service = new BareService(
    new Client({ connection: await Connection.connect({ address }) }),
  );
  const app = await createApp(config, resources, (module) => ({
    ...module,
    providers: [...(module.providers ?? []), { provide: CommandService, useValue: service }],
  }));
  await app.listen({ host: '127.0.0.1', port: config.port });
}
