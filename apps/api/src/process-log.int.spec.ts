import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Browser, formOf } from './testing/browser.js';
import { ApiUnderTest } from './testing/api-under-test.js';

interface Line {
  readonly level: string;
  readonly context: string;
  readonly message: string;
  readonly timestamp: number;
}

describe('the log of the process', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start({ logFormat: 'json', requestsPerMinute: 5 });
  });
  afterAll(() => api.stop());

  /** What was written meanwhile, each line read as JSON. */
  const during = async (work: () => Promise<unknown>): Promise<readonly Line[]> => {
    const chunks: string[] = [];
    const streams = [process.stdout, process.stderr];
    const originals = streams.map((stream) => stream.write.bind(stream));
    streams.forEach((stream) => {
      stream.write = (chunk: string) => chunks.push(chunk) > 0;
    });
    try {
      await work();
    } finally {
      streams.forEach((stream, i) => {
        const original = originals[i];
        if (original !== undefined) stream.write = original;
      });
    }
    const lines = chunks
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as Line);
  };
  const signIn = async (person: string, query = '') => {
    const browser = new Browser();
    const page = await browser.visit(`${api.url}/v1/session/login${query}`);
    return browser.visit(formOf(page).action, { person });
  };

  it('is one JSON object a line: time, level, context, message; no word of how the service was put together', async () => {
    const [line, ...others] = await during(async () => {
      new Logger('api').log('ready');
      new Logger('InstanceLoader').log('dependencies initialized');
      await Promise.resolve();
    });
    expect(line).toMatchObject({ level: 'log', context: 'api', message: 'ready' });
    expect(line?.timestamp).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(others).toEqual([]);
  });

  it('says who signed in where, and whether they proved themselves again', async () => {
    const lines = await during(async () => {
      await signIn('asi.rep');
      await signIn('ies.rep', '?stepUp=1');
    });
    expect(lines.filter(({ context }) => context === 'sign-in').map((l) => l.message)).toEqual([
      'asi.rep signed in at home',
      'ies.rep signed in at home, proved again',
    ]);
  });

  it('says what may be an attempt to get round, by whom or from where, once a minute and without a word of what was sent', async () => {
    const canary = 'canary-5d21';
    const Authorization = `Bearer ${canary}.${canary}.${canary}`;
    const lines = await during(async () => {
      for (const path of [`/v1/agreements/${canary}`, '/v1/me']) {
        await api.request(path, { headers: { Authorization } });
      }
      await api.request(`/v1/session/callback?code=${canary}&state=${canary}`);
      await api.get('asi.mbua', '/v1/audit/access');
      await api.get('asi.mbua', '/v1/appeals/x');
      for (let i = 0; i < 9; i += 1) await api.get('gsa.rep', '/v1/me');
    });
    const said = lines.filter(({ context }) => context === 'edge');
    expect(said.every(({ level }) => level === 'warn')).toBe(true);
    expect(said.map(({ message }) => message.replace(/, [0-9a-f-]{36}$/, ''))).toEqual([
      'TOKEN_INVALID at GET /v1/agreements/:id from 127.0.0.1',
      'SIGN_IN_FAILED at GET /v1/session/callback from 127.0.0.1',
      'FORBIDDEN at GET /v1/audit/access by asi.mbua',
      'TOO_MANY_REQUESTS at GET /v1/me from 127.0.0.1',
    ]);
    expect(JSON.stringify(lines)).not.toContain(canary);
  });
});
