import {
  Client,
  Connection,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createServer } from 'node:http';
import pg from 'pg';
import { activities } from './activities.js';
import { decide, type bareAgreement } from './workflow.js';

// The application without a record of its own, as two processes: `main.js api` and `main.js worker`.
const QUEUE = 'bare';
const address = process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '', max: 10 });
pool.on('error', () => undefined);

if (process.argv[2] === 'worker') {
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue: QUEUE,
    activities: activities(pool),
    workflowBundle: { codePath: process.env.BUNDLE ?? '' },
  });
  await worker.run();
} else {
  const client = new Client({ connection: await Connection.connect({ address }) });

  const send = async (agreement: string, key: string, saw: number): Promise<number> =>
    client.workflow.executeUpdateWithStart(decide, {
      // Temporal's own protection from doing a thing twice.
      updateId: key,
      args: [key, saw],
      startWorkflowOperation: new WithStartWorkflowOperation<typeof bareAgreement>(
        'bareAgreement',
        {
          workflowId: agreement,
          taskQueue: QUEUE,
          args: [],
          workflowIdConflictPolicy: 'USE_EXISTING',
        },
      ),
    });

  const answer = async (path: string): Promise<[number, object]> => {
    const [, agreement = '', key, saw] = path.split('/');
    try {
      if (key === undefined) {
        const { rows } = await pool.query<{ version: number }>(
          `SELECT coalesce(max(version), 0) AS version FROM bare_decision WHERE agreement = $1`,
          [agreement],
        );
        return [200, rows[0] ?? {}];
      }
      return [200, { version: await send(agreement, key, Number(saw)) }];
    } catch (error) {
      return [error instanceof WorkflowUpdateFailedError ? 412 : 503, {}];
    }
  };

  createServer((request, response) => {
    void answer(request.url ?? '').then(([status, body]) => {
      response.writeHead(status).end(JSON.stringify(body));
    });
  }).listen(Number(process.env.PORT), '127.0.0.1');
}
