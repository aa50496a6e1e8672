import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { Product, type Answer } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';
import { OwnServers } from '../support/servers.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

describe('a server that is away', () => {
  let servers: OwnServers;
  let product: Product;

  beforeAll(async () => {
    servers = await OwnServers.start();
    product = await Product.start({ servers, env: { TWINNING_COMMAND_WAIT_MS: '2000' } });
  }, 120_000);
  afterAll(() => product.stop());

  const draft = (key?: string): Promise<Answer> =>
    product.act('asi.rep', null, 'start-draft', DRAFT, key === undefined ? {} : { key });
  const list = () => product.get('auditor', '/v1/agreements?limit=1');

  it('PostgreSQL: 503 with Retry-After for reads and commands, and back by itself', async () => {
    expect((await draft()).status).toBe(201);
    await servers.stopDatabase();
    const key = 'sent-while-the-database-was-away';
    const answers = [await draft(key), await list()];
    for (const { status, headers, body } of answers) {
      expect([status, body.code]).toEqual([503, 'STORE_AWAY']);
      expect(headers.get('retry-after')).toBe('5');
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
    const health = await product.request('/health/ready');
    expect([health.status, health.body.status]).toEqual([503, 'down']);
    expect((await product.request('/health/live')).status).toBe(200);

    await servers.startDatabase();
    await product.ready();
    expect((await list()).status).toBe(200);
    expect((await draft(key)).status).toBe(201);
  }, 120_000);

  it('PostgreSQL, when the API starts: it waits and serves as soon as there is one', async () => {
    await servers.stopDatabase();
    await product.kill('api');
    product.run('api');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await servers.startDatabase();
    await product.ready();
    expect((await draft()).status).toBe(201);
  }, 120_000);

  it('Temporal: reading goes on, commands are stored (202) and carried out when it is back', async () => {
    expect((await draft()).status).toBe(201);
    await servers.stopTemporal();
    expect((await list()).status).toBe(200);
    const stored = await draft();
    expect(stored.status).toBe(202);
    expect(stored.headers.get('retry-after')).toBe('5');
    expect((await product.request('/health/ready')).body).toMatchObject({
      status: 'degraded',
      conductor: 'Temporal does not answer',
    });
    // No runs that can be seen is not the same as no runs.
    await expect(product.cli('shadow')).rejects.toThrow('does not answer');
    await servers.startTemporal();
    const at = stored.headers.get('location') ?? '';
    let found = await product.get('asi.rep', at);
    for (let left = 200; left > 0 && found.status === 202; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await product.get('asi.rep', at);
    }
    expect(found.body).toMatchObject({ status: 'ACCEPTED', version: 1 });
  }, 120_000);

  it('Temporal, when the worker starts: messages go out all the same', async () => {
    await product.ready();
    const member = String(cast.lead.member);
    const desk = ['email', 'lead@example.org', '--member', member];
    const added = JSON.parse(await product.cli('--json', 'outbox', 'add', ...desk)) as {
      id: string;
    };
    await product.cli('outbox', 'pause', added.id);
    expect((await draft()).status).toBe(201);
    await product.kill('worker');
    await servers.stopTemporal();
    await product.cli('outbox', 'resume', added.id);
    product.run('worker');
    const states = async () => {
      const { rows } = await sql<{ state: string }>`
        SELECT DISTINCT state FROM engine.delivery WHERE contact = ${added.id}`.execute(product.db);
      return rows.map(({ state }) => state);
    };
    expect(await states()).toEqual(['waiting']);
    for (let left = 200; left > 0 && (await states()).includes('waiting'); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await states()).toEqual(['sent']);
    await servers.startTemporal();
    await product.ready();
    expect((await draft()).status).toBe(201);
  }, 120_000);

  it('the way to PostgreSQL swallows every byte: a time limit answers, and the pool heals', async () => {
    servers.toDatabase.set({ kind: 'stalled' });
    const [health, answer] = await Promise.all([
      product.request('/health/ready', { signal: AbortSignal.timeout(8_000) }),
      list(),
    ]);
    expect([health.status, health.body.status]).toEqual([503, 'down']);
    expect([answer.status, answer.body.code]).toEqual([503, 'STORE_AWAY']);
    servers.toDatabase.set({ kind: 'fair' });
    await product.ready();
    expect((await draft()).status).toBe(201);
  }, 120_000);
});
