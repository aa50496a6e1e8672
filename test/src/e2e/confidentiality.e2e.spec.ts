import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { openDatabase, rememberName } from '@twinning/engine';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { agreementWorkflowId } from '@twinning/workflows/contract';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Product } from '../support/product.js';
import { confirmedDraft } from '../support/request.js';
import { OwnServers } from '../support/servers.js';

const ROUNDS = 67;
const PEOPLE = 1_000;
const FIELDS = ['competence', 'goals', 'outcome'] as const;

/** What may cross the border to Temporal: ids, versions, dates, codes, names of timers and steps. */
const ALLOWED: readonly RegExp[] = [
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.[0-9A-Za-z_-]{1,24})?$/,
  /^[A-Z][A-Z0-9_]{0,40}$/,
  /^T\d{1,3}$/,
  /^[a-z]{1,12}(-[a-z0-9]{1,12}){0,3}$/,
  /^[a-z]+([A-Z][a-z]+){1,4}$/,
  /^\d{1,12}$/,
  // Temporal's own attribute: the build of the worker that carried the workflow on.
  /^unversioned:@temporalio\/worker@[\d.]+\+[0-9a-f]{64}$/,
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/,
];

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every payload below a message of Temporal, decoded. */
function payloadsIn(value: unknown): readonly unknown[] {
  if (!isTree(value) || value instanceof Uint8Array) return [];
  if (value.data instanceof Uint8Array && isTree(value.metadata)) {
    const text = Buffer.from(value.data).toString();
    return text === '' ? [] : [JSON.parse(text) as unknown];
  }
  return Object.values(value).flatMap(payloadsIn);
}

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isTree(value)
      ? Object.values(value).flatMap(stringsIn)
      : [];

const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('what Temporal and the logs hold', () => {
  let servers: OwnServers;
  let product: Product;
  let agreement: string;
  const planted: string[] = [];

  beforeAll(async () => {
    servers = await OwnServers.start();
    product = await Product.start({ servers });
    agreement = await confirmedDraft(product);
    for (let round = 0; round < ROUNDS; round += 1) {
      const words = FIELDS.map((field) => {
        const word = `Canary ${field} ${randomBytes(8).toString('hex')}`;
        planted.push(word.slice(word.lastIndexOf(' ') + 1));
        return [field, word] as const;
      });
      const edited = await product.act(
        'asi.rep',
        agreement,
        'edit-request',
        Object.fromEntries(words),
      );
      expect(edited.status).toBe(200);
    }
    const refused = await product.act('asi.rep', agreement, 'withdraw', {
      reason: `Canary ${planted[0] ?? ''}`,
    });
    expect(refused.status).toBeLessThan(500);
  }, 240_000);
  afterAll(() => product.stop());

  const history = async () => {
    const connection = await Connection.connect({
      address: product.environment.TEMPORAL_ADDRESS ?? '',
    });
    try {
      const handle = new Client({ connection }).workflow.getHandle(agreementWorkflowId(agreement));
      return { events: (await handle.fetchHistory()).events ?? [], about: await handle.describe() };
    } finally {
      await connection.close();
    }
  };

  it('plants more than two hundred words that stand in the record', async () => {
    expect(planted).toHaveLength(ROUNDS * FIELDS.length);
    const { body } = await product.get('asi.rep', `/v1/agreements/${agreement}/events`);
    const record = JSON.stringify(body);
    expect(planted.filter((word) => !record.includes(word))).toEqual([]);
  });

  it('keeps to ids, versions, dates and codes in every payload of a history', async () => {
    const { events, about } = await history();
    const payloads = [...payloadsIn(events), ...payloadsIn(about.raw)];
    expect(payloads.length).toBeGreaterThan(ROUNDS);
    const strange = payloads
      .flatMap(stringsIn)
      .filter((text) => !ALLOWED.some((pattern) => pattern.test(text)));
    expect([...new Set(strange)]).toEqual([]);
  });

  it('has none of the planted words, and no person, in histories and descriptions', async () => {
    const { events, about } = await history();
    const decoded = JSON.stringify([payloadsIn(events), payloadsIn(about.raw), events, about]);
    expect(planted.filter((word) => decoded.includes(word))).toEqual([]);
    expect(['asi.rep', 'ies.rep', 'NSB_REP'].filter((word) => decoded.includes(word))).toEqual([]);
  });

  it('has none of them in the files of Temporal’s database', async () => {
    const folder = dirname(servers.cluster);
    const files = (await readdir(folder)).filter((name) => name.startsWith('temporal.db'));
    expect(files.length).toBeGreaterThan(0);
    const bytes = await Promise.all(files.map((name) => readFile(join(folder, name))));
    // The search itself must be able to find: the workflow's id is there.
    expect(bytes.some((file) => file.includes(agreement))).toBe(true);
    const words = [...planted, 'asi.rep', 'ies.rep'];
    expect(words.filter((word) => bytes.some((file) => file.includes(word)))).toEqual([]);
  });

  it('keeps the names of a thousand people readable nowhere, and one that was erased not even sealed', async () => {
    const names = Array.from({ length: PEOPLE }, () => `Name ${randomBytes(8).toString('hex')}`);
    const db = openDatabase({ url: product.environment.DATABASE_URL ?? '', poolSize: 1 });
    const folder = product.environment.TWINNING_DATA ?? '';
    const keys = new FilePersonKeys(join(folder, 'person-keys'));
    const log = new EventLog(keys);
    const at = new Date().toISOString();
    try {
      for (const [i, name] of names.entries()) {
        await rememberName(db, log, { person: `canary-${String(i)}`, name, at });
      }
      const said = (i: number) => product.cli('persons', 'name', `canary-${String(i)}`);
      expect(await said(0)).toContain(names[0]);
      const began = Date.now();
      await product.cli('persons', 'erase', 'canary-0', '--reason', 'Asked for it.');
      expect(Date.now() - began).toBeLessThan(60_000);
      expect(await said(0)).not.toContain(names[0]);
      expect(await said(1)).toContain(names[1]);
      await sql`CHECKPOINT`.execute(product.admin);
    } finally {
      await db.destroy();
    }
    const words = names.map((name) => name.slice(5));
    for (const place of [dirname(servers.cluster), folder]) {
      for (const file of await filesBelow(place)) {
        const bytes = await readFile(file).catch(() => Buffer.alloc(0));
        const text = bytes.toString('latin1');
        expect(
          words.filter((word) => text.includes(word)).map((word) => `${word} ${file}`),
        ).toEqual([]);
      }
    }
  }, 240_000);

  it('has none of them, and no token, in the logs of the processes', async () => {
    const logs = await product.processes.logs();
    expect(planted.filter((word) => logs.includes(word))).toEqual([]);
    expect(logs).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}\.eyJ/);
    expect(logs).not.toMatch(/postgres(ql)?:\/\/[^\s:]+:[^\s@]+@/);
  });
});
