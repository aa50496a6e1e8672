import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STEP_UP } from '@twinning/identity';
import { randomUUID } from 'node:crypto';
import { openApiDocument } from '../docs/openapi.js';
import { READS } from '../docs/reads.js';
import { pathOf, publicCommands } from '../commands/command-names.js';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { disguised } from '../testing/disguises.js';
import { raw as sendRaw } from '../testing/raw.js';

const NONSENSE = randomUUID();
const AT_ONCE = 50;

describe('the edge of the service', () => {
  let api: ApiUnderTest;
  let foreign: { agreement: string; command: string; file: string };

  beforeAll(async () => {
    api = await ApiUnderTest.start({
      failedTokensPerMinute: 10_000,
      refusalsPerMinute: 10_000,
      requestsPerMinute: 100_000,
    });
    const made = await api.post('asi.rep', '/v1/agreements', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
    foreign = { ...(made.body as typeof foreign), file: '' };
    const filed = await api.request(
      `/v1/agreements/${foreign.agreement}/attachments?purpose=OTHER`,
      {
        method: 'POST',
        body: '%PDF-1.7\nstartxref\n0\n%%EOF',
        headers: {
          Authorization: `Bearer ${await api.token('asi.rep')}`,
          'Content-Type': 'application/pdf',
        },
      },
    );
    foreign.file = String(filed.body['sha256']);
  });
  afterAll(() => api.stop());

  const raw = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    sendRaw(api.url, path, { method, headers });

  describe('what is not one’s own', () => {
    const shape = ({ status, headers, text, body }: Reply) => ({
      status,
      size: text.length,
      names: [...headers.keys()].sort(),
      length: headers.get('content-length'),
      body: { ...body, correlation: null },
    });
    const ofAgreement = READS.filter(
      (read) => read.path.includes('{agreement}') && read.method === undefined,
    );
    // What the draft has of its own; it has no clauses yet.
    const place = (path: string, id: string) =>
      path
        .replace('{agreement}', id)
        .replace('{kind}', 'audit-account')
        .replace('{hash}', foreign.file)
        .replace('{clause}', 'objectives');

    it.each(ofAgreement.map((read) => read.path))(
      'reads at %s as if it did not exist',
      async (path) => {
        const at = (id: string) => api.get('gsa.rep', place(path, id));
        const [theirs, none] = [await at(foreign.agreement), await at(NONSENSE)];
        // 400 and 403 where a parameter or a grant is missing: said before anything is looked for.
        expect([400, 403, 404]).toContain(theirs.status);
        expect(shape(theirs)).toEqual(shape(none));
        // Appeals of others are no partner's own.
        if (path.includes('{clause}') || path.startsWith('/v1/appeals/')) return;
        const own = await api.get('asi.rep', place(path, foreign.agreement));
        expect(own.status).toBe(theirs.status === 404 ? 200 : theirs.status);
      },
    );

    it('hides a command and a receipt of others the same way', async () => {
      const command = (id: string) => api.get('gsa.rep', `/v1/commands/${id}`);
      expect(shape(await command(foreign.command))).toEqual(shape(await command(NONSENSE)));
      const receipt = (index: number) => api.get('gsa.rep', `/v1/record/receipts/${String(index)}`);
      const events = await api.get('asi.rep', `/v1/agreements/${foreign.agreement}/events`);
      const [first] = events.body.items as { index: number }[];
      expect((await receipt(first?.index ?? 0)).status).toBe(404);
      expect(shape(await receipt(first?.index ?? 0))).toEqual(shape(await receipt(9_999_999)));
    });

    it('hides it from every command, those that open an agreement and appeals included', async () => {
      const differing: string[] = [];
      for (const name of publicCommands()) {
        const at = (id: string) =>
          api.post(
            'gsa.rep',
            `/v1/agreements/${id}/${pathOf(name)}`,
            {},
            { headers: { 'If-Match': '"1"' } },
          );
        const [theirs, none] = [await at(foreign.agreement), await at(NONSENSE)];
        if (JSON.stringify(shape(theirs)) !== JSON.stringify(shape(none))) differing.push(name);
      }
      expect(differing).toEqual([]);
    });

    it('has no address with an id that is neither tried here nor open to all', () => {
      const tried = (path: string): boolean =>
        path.includes('{agreement}') ||
        // The people of a body: people.int.spec.ts; sessions: own.int.spec.ts; participation.int.spec.ts. The rest above.
        /^\/v1\/(me\/sessions|participation|bodies\/\{body\}\/people|commands\/\{id\}|record\/receipts)/.test(
          path,
        );
      // The registry is public among the bodies; a tile is a hash, a calendar's name and a link to settings their secret.
      const open = /^\/(v1\/registry\/|tile\/|v1\/calendars\/|v1\/mail-settings\/)/;
      const paths = Object.keys(openApiDocument().paths as object);
      const left = paths.filter((path) => path.includes('{') && !tried(path) && !open.test(path));
      expect(left).toEqual([]);
    });

    it('shows nothing of it in lists, tasks and escalations', async () => {
      for (const path of [
        '/v1/agreements',
        '/v1/tasks',
        '/v1/tasks?of=others',
        '/v1/escalations',
      ]) {
        const { status, text } = await api.get('gsa.rep', path);
        expect([status, text.includes(foreign.agreement)]).toEqual([200, false]);
      }
    });
  });

  it('asks for a fresh proof before a signature or a decision, and says how to give it', async () => {
    const answer = await api.post(
      'tmb.sec',
      `/v1/agreements/${foreign.agreement}/record-tmb-decision`,
      {},
      { stepUp: false, headers: { 'If-Match': '"1"' } },
    );
    expect([answer.status, answer.body.code]).toEqual([401, 'STEP_UP_REQUIRED']);
    expect(answer.headers.get('www-authenticate')).toContain(STEP_UP);
  });

  it.each(['/v1/me', '/docs', '/health/live', '/openapi.json', '/nothing'])(
    'answers %s with headers that keep a page to itself',
    async (path) => {
      const { headers } = await api.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('https:');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(
        /^max-age=(3153600\d|[4-9]\d{7,}); includeSubDomains$/,
      );
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  it.each([
    ...['/.git/config', '/.git/HEAD', '/.env', '/.svn/entries', '/package.json', '/dist/main.js'],
    ...['/assets', '/assets/', '/v1', '/v1/', '/docs/', '/src/'],
    ...['/v1/agreements', '/v1/me', '/v1/record/receipts/1'],
  ])('sends nobody elsewhere and shows neither folder nor source: %s', async (path) => {
    const asked: Record<string, string>[] = [
      {},
      { 'X-Forwarded-Proto': 'http', Accept: 'text/html' },
    ];
    for (const headers of asked) {
      const { status, headers: said, text } = await api.request(path, { headers });
      expect([401, 404]).toContain(status);
      expect(said.get('location')).toBeNull();
      expect(text).not.toMatch(/Index of|<a href|\[core\]|refs\/heads|"dependencies"|import /);
    }
  });

  it.each([
    ['TRACE', '/v1/me', 'GET, HEAD'],
    ['PUT', '/v1/agreements', 'GET, HEAD, POST'],
    ['DELETE', '/v1/agreements/catch-up', 'POST'],
    ['QUERY', '/v1/tasks', 'GET, HEAD'],
    ['OPTIONS', '/health/live', 'GET, HEAD'],
  ])('takes no method that its document does not name: %s %s', async (method, path, allowed) => {
    const { status, headers, body } = await raw(path, method);
    expect([status, headers.allow, body.includes('METHOD_NOT_ALLOWED')]).toEqual([
      405,
      allowed,
      true,
    ]);
  });

  it('gives no other origin leave to read or to ask', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const answer = await api.request('/v1/agreements', { method: 'OPTIONS', headers });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('keeps answers for a person out of every cache', async () => {
    for (const path of ['/v1/me', '/v1/agreements', `/v1/agreements/${foreign.agreement}`]) {
      expect((await api.get('asi.rep', path)).headers.get('cache-control')).toContain('no-store');
    }
  });

  it('lets no encoding, dot, slash or method slip past the guard', async () => {
    const routes = READS.filter((read) => read.method === undefined && read.open !== true).map(
      ({ path }) =>
        path
          .replace('{agreement}', foreign.agreement)
          .replace('{kind}', 'audit-account')
          .replace('{hash}', foreign.file)
          .replace('{id}', foreign.command)
          .replace(/\{\w+\}/g, '1'),
    );
    expect(routes.length).toBeGreaterThan(35);
    const open: string[] = [];
    const ask = async (method: string, path: string, headers: Record<string, string>) => {
      const { status, body } = await raw(path, method, headers);
      const leaks = body.includes(foreign.agreement) || body.includes('"items"');
      if (status < 400 || leaks) open.push(`${method} ${path} ${String(status)}`);
    };
    const asked = routes.flatMap((route) =>
      disguised(route).flatMap((path) => {
        const plain = () => ask('GET', path, {});
        // Other ways of asking are tried on one read and one list.
        if (route !== '/v1/me' && route !== '/v1/agreements') return [plain];
        const named = { 'X-HTTP-Method-Override': 'GET', 'X-Original-URL': '/health/live' };
        return [plain, () => ask('GET', path, named), () => ask('HEAD', path, {})];
      }),
    );
    // Side by side: what is not found is answered at the next beat.
    for (let done = 0; done < asked.length; done += AT_ONCE) {
      await Promise.all(asked.slice(done, done + AT_ONCE).map((one) => one()));
    }
    expect(open).toEqual([]);
  }, 240_000);

  it('says in every answer for a person what is left of their budget', async () => {
    const { headers } = await api.get('asi.rep', '/v1/me');
    expect(headers.get('ratelimit-policy')).toBe('"requests";q=100000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+$/);
  });

  it('refuses a body that is nested too deep', async () => {
    const deep = JSON.parse('[['.repeat(1_000) + ']]'.repeat(1_000)) as unknown;
    const answer = await api.post('asi.rep', '/v1/agreements', { side: deep });
    expect([answer.status, answer.body.code]).toEqual([400, 'MALFORMED']);
  });

  it('refuses names that would reach a prototype', async () => {
    for (const body of ['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}']) {
      const answer = await api.request('/v1/agreements', {
        method: 'POST',
        body,
        headers: {
          Authorization: `Bearer ${await api.token('asi.rep')}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
      });
      expect(answer.status).toBe(400);
    }
  });

  it('writes no token, cookie or secret into its log', async () => {
    const lines: string[] = [];
    const streams = [process.stdout, process.stderr];
    const originals = streams.map((stream) => stream.write.bind(stream));
    streams.forEach((stream) => {
      stream.write = (chunk: string) => lines.push(chunk) > 0;
    });
    const token = await api.token('asi.rep', true);
    const canary = 'canary-7f3a9b';
    try {
      await api.request('/v1/me', { headers: { Authorization: `Bearer ${token}x` } });
      await api.request(`/v1/session/callback?code=${canary}&state=${canary}`, {
        headers: { cookie: `twinning-sign-in=${canary}; twinning-session=${canary}` },
      });
      await api.post('asi.rep', '/v1/agreements', { side: canary });
      await api.request(`/oidc/interaction/${canary}`, { headers: { cookie: `x=${canary}` } });
      await api.request('/oidc/token', { method: 'POST', body: `client_secret=${canary}` });
    } finally {
      streams.forEach((stream, i) => {
        const original = originals[i];
        if (original !== undefined) stream.write = original;
      });
    }
    const log = lines.join('');
    expect(log).not.toContain(canary);
    expect(log).not.toContain(token.slice(0, 40));
  });
});
