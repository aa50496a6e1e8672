import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CommandSender } from '@twinning/conductor';
import { openDatabase, Presence, workersPresent, type Db } from '@twinning/engine';
import { EngineUnderTest, pdfSaying } from '@twinning/engine/testing';
import {
  ContinuityWatch,
  EventLog,
  FilePersonKeys,
  memoryIn,
  signerFrom,
} from '@twinning/event-log';
import { developmentToken } from '@twinning/identity';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { issuerPeople } from '../auth/development-issuer.js';
import { readConfig, type ApiConfig } from '../config.js';
import { createApp } from '../create-app.js';
import { Resources } from '../resources.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
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

// Node's own structuredClone makes objects of another realm than Jest's, which oidc-provider takes for no plain objects.
globalThis.structuredClone = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map((v: unknown) => structuredClone(v)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, structuredClone(v as unknown)]),
  ) as T;
};

/** The API on a real PostgreSQL, listening; commands are carried out at once, without Temporal. */
export class ApiUnderTest {
  private constructor(
    readonly engine: EngineUnderTest,
    readonly app: NestFastifyApplication,
    readonly config: ApiConfig,
    /** As that of a worker: commands are carried out at once. */
    readonly presence: Presence,
    private readonly ofPresence: Db,
  ) {}

  static async start(over: Partial<ApiConfig> = {}): Promise<ApiUnderTest> {
    const [engine, folder, port] = await Promise.all([
      EngineUnderTest.start(),
      mkdtemp(join(tmpdir(), 'twinning-api-')),
      freePort(),
    ]);
    const config: ApiConfig = {
      ...readConfig({
        DATABASE_URL: engine.urls.appUrl,
        PORT: String(port),
        TWINNING_DATA: folder,
        // What the tests of one file ask in a minute is nobody's flood.
        TWINNING_OPEN_REQUESTS_PER_MINUTE: '100000',
        PUBLIC_URL: `http://localhost:${String(port)}`,
      }),
      ...over,
    };
    const sender = {
      send: ({ id }: { id: string }) => engine.executor.execute(id),
      lastRun: () => Promise.resolve(null),
      ready: () => Promise.resolve(true),
      hasWorker: () => Promise.resolve(true),
      close: () => Promise.resolve(),
    } as unknown as CommandSender;
    const signer = signerFrom('test/log', randomBytes(32));
    const log = new EventLog(new FilePersonKeys(join(folder, 'person-keys')));
    const continuity = new ContinuityWatch(engine.db, memoryIn(folder));
    const resources = new Resources(engine.db, engine.clock, log, sender, signer, continuity);
    const app = await createApp(config, resources);
    await app.listen({ host: '127.0.0.1', port });
    const ofPresence = openDatabase({ url: engine.urls.appUrl, poolSize: 1 });
    const presence = new Presence(ofPresence);
    presence.start();
    while ((await workersPresent(engine.db)) === 0) await setTimeout(20);
    return new ApiUnderTest(engine, app, config, presence, ofPresence);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.presence.stop();
    await this.ofPresence.destroy();
    await this.engine.stop();
    await rm(this.config.dataFolder, { recursive: true, force: true });
  }

  get url(): string {
    return this.config.publicUrl;
  }

  async token(person: string, stepUp = false): Promise<string> {
    const found = issuerPeople().find((p) => p.id === person);
    if (found === undefined) throw new Error(`No person ${person}.`);
    const { dataFolder, publicUrl, audience } = this.config;
    return developmentToken(found, { dataFolder, issuer: `${publicUrl}/oidc`, audience, stepUp });
  }

  async request(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Reply> {
    const address = path.startsWith('http') ? path : `${this.url}${path}`;
    const response = await fetch(address, { ...init, redirect: 'manual' });
    const text = await response.text();
    let body: Record<string, unknown> = {};
    try {
      body = JSON.parse(text) as Record<string, unknown>;
    } catch {
      // Not every answer is JSON; `text` has it.
    }
    return { status: response.status, headers: response.headers, text, body };
  }

  async get(person: string, path: string, headers: Record<string, string> = {}): Promise<Reply> {
    const Authorization = `Bearer ${await this.token(person)}`;
    return this.request(path, { headers: { Authorization, ...headers } });
  }

  /** Files a small paper to an agreement as a person and gives its hash. */
  async files(
    person: string,
    agreement: string,
    purpose: string,
    says = `${purpose} of ${person}`,
  ): Promise<string> {
    const path = `/v1/agreements/${agreement}/attachments?purpose=${purpose}`;
    const { status, body, text } = await this.request(path, {
      method: 'POST',
      body: pdfSaying(says).toString(),
      headers: {
        Authorization: `Bearer ${await this.token(person)}`,
        'Content-Type': 'application/pdf',
      },
    });
    if (status !== 201) throw new Error(`${person} files ${purpose}: ${String(status)} ${text}`);
    return String(body['sha256']);
  }

  /** Posts JSON as a person; `headers` adds e.g. `If-Match`. */
  async post(
    person: string,
    path: string,
    payload: unknown,
    { stepUp = true, headers = {} }: { stepUp?: boolean; headers?: Record<string, string> } = {},
  ): Promise<Reply> {
    return this.request(path, {
      method: 'POST',
      body: JSON.stringify(payload),
      headers: {
        Authorization: `Bearer ${await this.token(person, stepUp)}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...headers,
      },
    });
  }
}
