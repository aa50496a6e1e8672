import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode } from '@temporalio/worker';
import { freePort } from '@twinning/infra/ports';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { pause } from '../../faults/random.js';
import { Processes } from '../../support/processes.js';

import type { OwnServers } from '../../support/servers.js';
import type { Application, Heard } from '../application.js';
import { askJson } from '../ask.js';
import { TABLE } from './activities.js';
import { carriedOut } from './workflow.js';

const WORKFLOW = fileURLToPath(new URL('./workflow.js', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
/** A query waits no longer for a worker. */
const SETTLE_MS = 60_000;

/** The application that keeps its agreements in workflows alone. */
export class Bare implements Application {
  readonly name = 'bare Temporal';

  private constructor(
    readonly servers: OwnServers,
    readonly processes: Processes,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async start(servers: OwnServers): Promise<Bare> {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-bare-'));
    const port = await freePort();
    const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOW });
    const BUNDLE = join(folder, 'workflow.js');
    await writeFile(BUNDLE, code);
    const processes = new Processes(
      folder,
      {
        PATH: process.env.PATH,
        DATABASE_URL: servers.adminUrl,
        TEMPORAL_ADDRESS: servers.temporalAddress,
        PORT: String(port),
        BUNDLE,
      },
      (app) => [MAIN, app.replace('2', '')],
    );
    const bare = new Bare(servers, processes, `http://127.0.0.1:${String(port)}`, folder);
    await bare.inDatabase((client) => client.query(TABLE));
    processes.supervise();
    processes.run('worker');
    processes.run('api');
    // Both processes are there when a first command is answered.
    for (const first = randomUUID(); (await bare.send(first, 'first', 0)) === null; )
      await pause(200);
    return bare;
  }

  open(count: number): Promise<readonly string[]> {
    return Promise.resolve(Array.from({ length: count }, () => randomUUID()));
  }

  async read(agreement: string): Promise<number | null> {
    const answer = await askJson(`${this.url}/${agreement}`);
    return answer?.status === 200 ? Number(answer.body.version) : null;
  }

  async send(agreement: string, key: string, saw: number): Promise<Heard> {
    const answer = await askJson(`${this.url}/${agreement}/${key}/${String(saw)}`);
    if (answer?.status === 200) return { version: Number(answer.body.version) };
    return answer?.status === 412 ? 'refused' : null;
  }

  async carriedOut(agreement: string): Promise<readonly string[]> {
    const connection = await Connection.connect({ address: this.servers.temporalAddress });
    try {
      const { workflow } = new Client({ connection });
      const query = () => workflow.getHandle(agreement).query(carriedOut);
      return await connection.withDeadline(Date.now() + SETTLE_MS, query);
    } catch {
      // Temporal knows no such workflow: nothing of it is left there.
      return [];
    } finally {
      await connection.close();
    }
  }

  async contradictions(agreements: readonly string[]): Promise<number> {
    let found = 0;
    for (const agreement of agreements) {
      const kept = await this.inDatabase((client) =>
        client.query<{ key: string }>(
          'SELECT key FROM bare_decision WHERE agreement = $1 ORDER BY version',
          [agreement],
        ),
      );
      const decided = await this.carriedOut(agreement);
      const longest = Math.max(kept.rows.length, decided.length);
      for (let n = 0; n < longest; n += 1) if (kept.rows[n]?.key !== decided[n]) found += 1;
    }
    return found;
  }

  async stop(): Promise<void> {
    await this.processes.stop();
    await this.servers.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.servers.adminUrl });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
