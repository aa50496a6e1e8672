import { afterEach, describe, expect, it } from '@jest/globals';
import { newSecret } from '@twinning/engine';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { deliveryOf } from './testing.js';
import { callWebhook } from './webhook.js';

const LOCAL = ['127.0.0.0/8'];
const publicUrl = 'https://twinning.example';

describe('webhooks', () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  const receiver = async (listener: RequestListener, host = '127.0.0.1') => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://${host}:${String((server.address() as AddressInfo).port)}/hook`;
  };
  const call = (address: string, allowed: readonly string[] = LOCAL, secrets = [newSecret()]) =>
    callWebhook(deliveryOf({ channel: 'webhook', kind: 'change', address, secrets }), {
      allowed,
      timeoutMs: 500,
      publicUrl,
    });

  it('are signed so that either of two secrets verifies, and carry a CloudEvent', async () => {
    const secrets = [newSecret(), newSecret()];
    const seen: unknown[] = [];
    const address = await receiver((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        for (const secret of secrets) seen.push(new Webhook(secret).verify(body, headers));
        response.end();
      });
    });
    expect(await call(address, LOCAL, secrets)).toBeNull();
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatchObject({
      specversion: '1.0',
      id: deliveryOf().notice,
      type: 'org.twinning.agreement.changed.v1',
      subject: deliveryOf().agreement,
      data: { version: 2, status: 'DRAFT' },
    });
  });

  it.each([
    [500, false],
    [302, false],
    [404, false],
    [410, true],
  ])('answered with %s fail, for ever only with 410', async (status, final) => {
    const address = await receiver((_, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    });
    expect(await call(address)).toEqual({ why: `the receiver answered ${String(status)}`, final });
  });

  it('give up on silence, on a drip of bytes and on a broken answer', async () => {
    const silent = await receiver(() => undefined);
    const drip = await receiver((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.once('close', () => {
        clearInterval(timer);
      });
    });
    const broken = await receiver((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    for (const address of [silent, drip, broken]) {
      expect(await call(address)).toMatchObject({ final: false });
    }
  });

  it('never reach a private address, by number or by name', async () => {
    let reached = false;
    const listener: RequestListener = (_, response) => {
      reached = true;
      response.end();
    };
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
      const failed = await call(await receiver(listener, host), []);
      expect(failed?.why).toMatch(/not a public address/);
    }
    expect(reached).toBe(false);
  });
});
