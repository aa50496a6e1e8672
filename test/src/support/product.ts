import { CommandSender } from '@twinning/conductor';
import { instant } from '@twinning/domain';
import { openDatabase, RowKeys, sealRowsWith, setClock, type Db } from '@twinning/engine';
import { demonstrationPeople, developmentToken } from '@twinning/identity';
import { freePort } from '@twinning/infra/ports';
import { referenceSet } from '@twinning/registry';
import { Kysely, PostgresDialect } from 'kysely';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Processes, ROOT, twinning, type App } from './processes.js';
import { durableServers, sharedServers, type Servers } from './servers.js';

const people = demonstrationPeople(
  [...referenceSet.committees.members].map(([id, acronym]) => ({ id, acronym })),
);

/** An answer of the API: status, headers, body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface StartOptions {
  /** A database that writes as in production, for measuring. */
  readonly durable?: boolean;
  /** Servers of the product's own; shared throw-away ones when absent. Ended with the product. */
  readonly servers?: Servers;
  readonly env?: NodeJS.ProcessEnv;
}

/** The built product as real processes, on a PostgreSQL and a Temporal of its own. */
export class Product {
  readonly processes: Processes;
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly url: string,
    /** A port that a benchmark's peer may take. */
    readonly peerPort: number,
    readonly db: Db,
    readonly admin: Kysely<unknown>,
    readonly sender: CommandSender,
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Where the worker finds what it stands on, when that differs. */
    private readonly ofWorker: NodeJS.ProcessEnv,
    private readonly closing: readonly (() => Promise<void>)[],
  ) {
    this.processes = new Processes(folder, env);
  }

  static async start({ durable = false, servers, env: more }: StartOptions = {}): Promise<Product> {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-e2e-'));
    const [own, port, peerPort] = await Promise.all([
      servers ?? (durable ? durableServers(folder) : sharedServers()),
      freePort(),
      freePort(),
    ]);
    const url = `http://127.0.0.1:${String(port)}`;
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: own.between?.api.appUrl ?? own.appUrl,
      TWINNING_ADMIN_URL: own.adminUrl,
      TEMPORAL_ADDRESS: own.between?.api.temporalAddress ?? own.temporalAddress,
      TWINNING_DATA: folder,
      TWINNING_URL: url,
      PORT: String(port),
      TWINNING_SWEEP_MS: '1000',
      TWINNING_COMMAND_WAIT_MS: '5000',
      ...more,
    };
    // What looks at commands from here, as the check does, reads their seals: those of the product that was started last.
    sealRowsWith(RowKeys.in(folder));
    const pool = new pg.Pool({ connectionString: own.adminUrl, max: 2 });
    // A test may end the server under it, also between two statements.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    const db = openDatabase({ url: own.appUrl, poolSize: 4 });
    const sender = await CommandSender.connect({
      address: own.temporalAddress,
      namespace: 'default',
    });
    const ofWorker = own.between && {
      DATABASE_URL: own.between.worker.appUrl,
      TEMPORAL_ADDRESS: own.between.worker.temporalAddress,
    };
    const product = new Product(url, peerPort, db, admin, sender, folder, env, ofWorker ?? {}, [
      () => sender.close(),
      () => db.destroy(),
      () => admin.destroy(),
      () => own.close(),
    ]);
    if (own.arePrepared !== true) {
      await product.cli('migrate', '--demonstration');
      await product.cli('prepare');
    }
    product.run('worker');
    product.run('api');
    await product.ready();
    return product;
  }

  get environment(): NodeJS.ProcessEnv {
    return this.env;
  }

  async stop(): Promise<void> {
    await this.processes.stop();
    for (const close of this.closing) await close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs the command line to its end; throws with its words when it fails. */
  async cli(...args: readonly string[]): Promise<string> {
    return twinning(this.env, ...args);
  }

  /** Starts the command line and kills it after `ms`; answers whether it was still at work. */
  async cliKilledAfter(ms: number, ...args: readonly string[]): Promise<boolean> {
    const end = Date.now() + ms;
    return this.cliKilledWhen(() => Promise.resolve(Date.now() >= end), ...args);
  }

  /** The same as soon as something holds. */
  async cliKilledWhen(holds: () => Promise<boolean>, ...args: readonly string[]): Promise<boolean> {
    const child = spawn(process.execPath, [join(ROOT, 'apps/cli/dist/main.js'), ...args], {
      env: this.env,
      stdio: 'ignore',
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.once('exit', (_, signal) => {
        resolve(signal);
      }),
    );
    while (child.exitCode === null && !(await holds())) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGKILL');
    return (await ended) === 'SIGKILL';
  }

  /** Starts a second API on a port of its own; answers its address when it is ready. */
  async runSecondApi(more: NodeJS.ProcessEnv = {}): Promise<string> {
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    // Tokens name the first API as their issuer, and both take them.
    this.run('api2', {
      PORT: String(port),
      PUBLIC_URL: url,
      OIDC_ISSUER: `${this.url}/oidc`,
      ...more,
    });
    await this.ready(url);
    return url;
  }

  run(app: App, more: NodeJS.ProcessEnv = {}): void {
    this.processes.run(app, { ...(app.startsWith('worker') && this.ofWorker), ...more });
  }

  /** Ends a process with a signal and waits until it is gone. */
  async kill(app: App, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.processes.kill(app, signal);
  }

  /** Waits until PostgreSQL, Temporal and a worker answer; what lies undone in the record may still make it `degraded`. */
  async ready(url = this.url): Promise<void> {
    for (let left = 900; left > 0; left -= 1) {
      const isReached = await fetch(`${url}/health/ready`).then(
        async (r) => {
          const { record, conductor } = (await r.json()) as { record: string; conductor: string };
          return record === 'ok' && conductor === 'ok';
        },
        () => false,
      );
      if (isReached) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const said = await fetch(`${url}/health/ready`).then(
      (r) => r.text(),
      (error: unknown) => String(error),
    );
    throw new Error(`The product does not get ready: ${said}\n${await this.processes.logs()}`);
  }

  /** Moves the clock and has the agreement's workflow look. */
  async moveClock(to: string, agreement: string): Promise<void> {
    await setClock(this.admin, instant(to), 1);
    await this.sender.look(agreement);
  }

  async token(person: string, stepUp = true): Promise<string> {
    // A fresh proof counts for ten minutes.
    const key = `${person}/${String(stepUp)}/${String(Math.floor(Date.now() / 300_000))}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const found = people.find((p) => p.id === person);
    if (found === undefined) throw new Error(`No person ${person}.`);
    const token = await developmentToken(found, {
      dataFolder: this.folder,
      issuer: `${this.url}/oidc`,
      audience: 'twinning',
      stepUp,
    });
    this.tokens.set(key, token);
    return token;
  }

  async request(
    path: string,
    init: {
      method?: string;
      body?: string;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>,
    };
  }

  async get(person: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const Authorization = `Bearer ${await this.token(person)}`;
    return this.request(path, { headers: { Authorization, ...headers } });
  }

  /** Issues a command on the version that is current, unless another is given. */
  async act(
    person: string,
    agreement: string | null,
    command: string,
    payload: unknown = {},
    given: { key?: string; version?: number; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const version =
      agreement === null ? null : (given.version ?? (await this.version(person, agreement)));
    return this.request(
      agreement === null ? '/v1/agreements' : `/v1/agreements/${agreement}/${command}`,
      {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: {
          Authorization: `Bearer ${await this.token(person)}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': given.key ?? randomUUID(),
          ...(version !== null && { 'If-Match': `"${String(version)}"` }),
          ...given.headers,
        },
      },
    );
  }

  /** Files a small paper to an agreement as a person and gives its hash. */
  async files(person: string, agreement: string, purpose: string): Promise<string> {
    const path = `/v1/agreements/${agreement}/attachments?purpose=${purpose}`;
    const { status, body } = await this.request(path, {
      method: 'POST',
      body: `%PDF-1.7\n%${purpose} of ${person}\nstartxref\n0\n%%EOF\n`,
      headers: {
        Authorization: `Bearer ${await this.token(person)}`,
        'Content-Type': 'application/pdf',
      },
    });
    if (status !== 201) throw new Error(`${person} files ${purpose}: ${JSON.stringify(body)}`);
    return String(body.sha256);
  }

  private async version(person: string, agreement: string): Promise<number> {
    const { body } = await this.get(person, `/v1/agreements/${agreement}`);
    return typeof body.version === 'number' ? body.version : 0;
  }
}
