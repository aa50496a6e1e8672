import { CommandSender } from '@twinning/conductor';
import { instant } from '@twinning/domain';
import { openDatabase, setClock, type Db } from '@twinning/engine';
import { demonstrationPeople, developmentToken } from '@twinning/identity';
import { testDatabase } from '@twinning/infra/postgres';
import { testTemporal } from '@twinning/infra/temporal';
import { referenceSet } from '@twinning/registry';
import { Kysely, PostgresDialect } from 'kysely';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const people = demonstrationPeople(
  [...referenceSet.committees.members].map(([id, acronym]) => ({ id, acronym })),
);

/** An answer of the API: status, headers, body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

type App = 'api' | 'worker';

/** The built product as real processes, on a PostgreSQL and a Temporal of its own. */
export class Product {
  private readonly children = new Map<App, ChildProcess>();
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly url: string,
    readonly db: Db,
    readonly admin: Kysely<unknown>,
    readonly sender: CommandSender,
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly closing: readonly (() => Promise<void>)[],
  ) {}

  static async start(): Promise<Product> {
    const [database, temporal, folder, port] = await Promise.all([
      testDatabase(),
      testTemporal(),
      mkdtemp(join(tmpdir(), 'twinning-e2e-')),
      freePort(),
    ]);
    const url = `http://127.0.0.1:${String(port)}`;
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.appUrl,
      TWINNING_ADMIN_URL: database.adminUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TWINNING_DATA: folder,
      TWINNING_URL: url,
      PORT: String(port),
      TWINNING_SWEEP_MS: '1000',
      TWINNING_COMMAND_WAIT_MS: '5000',
    };
    const pool = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
    const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    const db = openDatabase({ url: database.appUrl, poolSize: 4 });
    const sender = await CommandSender.connect({ address: temporal.address, namespace: 'default' });
    const product = new Product(url, db, admin, sender, folder, env, [
      () => sender.close(),
      () => db.destroy(),
      () => admin.destroy(),
      () => temporal.stop(),
      () => database.drop(),
    ]);
    await product.cli('migrate', '--demonstration');
    await product.cli('prepare');
    product.run('worker');
    product.run('api');
    await product.ready();
    return product;
  }

  async stop(): Promise<void> {
    for (const app of ['api', 'worker'] as const) await this.kill(app, 'SIGTERM');
    for (const close of this.closing) await close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs the command line to its end; throws with its words when it fails. */
  async cli(...args: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [join(ROOT, 'apps/cli/dist/main.js'), ...args], {
      env: this.env,
    });
    let words = '';
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    if (code !== 0)
      throw new Error(`twinning ${args.join(' ')} ended with ${String(code)}:\n${words}`);
    return words;
  }

  run(app: App): void {
    const child = spawn(process.execPath, [join(ROOT, 'apps', app, 'dist/main.js')], {
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(this.folder, `${app}.log`), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.children.set(app, child);
  }

  /** Ends a process with a signal and waits until it is gone. */
  async kill(app: App, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.children.get(app);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async ready(): Promise<void> {
    for (let left = 300; left > 0; left -= 1) {
      const status = await fetch(`${this.url}/health/ready`).then(
        async (r) => ((await r.json()) as { status: string }).status,
        () => 'away',
      );
      if (status === 'ready') return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const logs = await Promise.all(
      ['api', 'worker'].map((app) => readFile(join(this.folder, `${app}.log`), 'utf8')),
    );
    throw new Error(`The product does not get ready:\n${logs.join('\n')}`);
  }

  /** Moves the clock and has the agreement's workflow look. */
  async moveClock(to: string, agreement: string): Promise<void> {
    await setClock(this.admin, instant(to), 1);
    await this.sender.look(agreement);
  }

  async token(person: string, stepUp = true): Promise<string> {
    const known = this.tokens.get(`${person}/${String(stepUp)}`);
    if (known !== undefined) return known;
    const found = people.find((p) => p.id === person);
    if (found === undefined) throw new Error(`No person ${person}.`);
    const token = await developmentToken(found, {
      dataFolder: this.folder,
      issuer: `${this.url}/oidc`,
      audience: 'twinning',
      stepUp,
    });
    this.tokens.set(`${person}/${String(stepUp)}`, token);
    return token;
  }

  async request(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
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

  private async version(person: string, agreement: string): Promise<number> {
    const { body } = await this.get(person, `/v1/agreements/${agreement}`);
    return typeof body.version === 'number' ? body.version : 0;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
