import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { developmentKey } from '@twinning/identity';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Context } from '../context.js';
import { Stage } from './stage.js';

const ID = '39a5013c-1b6a-52e8-adcd-6f2d21e151a4';
const COMMAND = '0a30168e-65c3-503b-b41f-d67c9d7b7b81';
const stored = { command: COMMAND, agreement: ID, status: 'STORED' };
const accepted = {
  ...stored,
  status: 'ACCEPTED',
  version: 3,
  events: [{ index: 7, type: 'Drafted' }],
};
const late = {
  type: '/problems/VERSION_CONFLICT',
  status: 412,
  code: 'VERSION_CONFLICT',
  title: 'Too late.',
  detail: 'Read it again.',
};

describe('the people of the demonstration on a slow machine', () => {
  let server: Server;
  let folder = '';
  let heard: string[] = [];
  /** What the service answers, in this order. */
  let answers: (readonly [number, object])[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    heard.push([request.method, request.url, request.headers['if-match'] ?? ''].join(' ').trim());
    const [status, body] = answers.shift() ?? [500, {}];
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
  const stage = () => {
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return new Stage(new Context({ data: folder }, { TWINNING_URL: url }), 'en', () => ({}));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-stage-'));
    await developmentKey(folder);
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    heard = [];
  });

  it('wait for the decision of what was only stored, and go on from its version', async () => {
    answers = [
      [202, stored],
      [202, stored],
      [200, accepted],
      [200, { ...accepted, version: 4, events: [] }],
    ];
    const on = stage();
    expect(await on.act('asi.rep', 'start-draft')).toEqual(['Drafted']);
    await on.act('asi.rep', 'edit-request');
    expect(heard).toEqual([
      'POST /v1/agreements',
      `GET /v1/commands/${COMMAND}`,
      `GET /v1/commands/${COMMAND}`,
      `POST /v1/agreements/${ID}/edit-request "3"`,
    ]);
  });

  it('read again and act again when what was stored came too late for its version', async () => {
    const seen = {
      ...{ version: 5, status: 'DRAFT', statusText: 'Draft', requestHash: '' },
      negotiation: { documents: { documentHash: null, planHash: null, clauses: [] } },
      evaluation: { evaluations: [] },
    };
    answers = [
      [200, accepted],
      [202, stored],
      [412, late],
      [200, seen],
      [200, { ...accepted, version: 6 }],
    ];
    const on = stage();
    await on.act('asi.rep', 'start-draft');
    await on.act('asi.rep', 'edit-request');
    expect(heard.slice(1)).toEqual([
      `POST /v1/agreements/${ID}/edit-request "3"`,
      `GET /v1/commands/${COMMAND}`,
      `GET /v1/agreements/${ID}`,
      `POST /v1/agreements/${ID}/edit-request "5"`,
    ]);
  });
});
