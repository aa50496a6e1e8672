import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const listed = (id: string) => ({
  id,
  type: 'P_MEMBER',
  statusText: 'Active',
  leadAcronym: 'ASI',
  twinnedAcronym: 'IES',
});

const moved = (from: string, code: string | null, sentence: string) => ({
  from,
  to: 'annex-st-2020',
  refusal: code === null ? null : { code },
  sentences: [sentence],
});

/** What the API answers, by agreement; the list comes in two pages. */
const MOVES: Readonly<Record<string, object>> = {
  a: moved('brochure-2021', null, 'Nothing breaks.'),
  b: moved('brochure-2021', 'RULESET_MOVE_BREAKS', 'The twinned partner is no P-member.'),
  c: moved('annex-st-2020', null, 'Nothing changes.'),
};

describe('twinning ruleset-moves', () => {
  let server: Server;
  let url: string;
  const asked: { method: string; path: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push({ method: request.method ?? '', path });
      const { pathname, searchParams } = new URL(path, 'http://api');
      const second = searchParams.get('cursor') === 'second';
      const body =
        pathname === '/v1/agreements'
          ? second
            ? { items: [listed('c')], next: null }
            : { items: [listed('a'), listed('b')], next: 'second' }
          : MOVES[pathname.split('/')[3] ?? ''];
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
  });

  async function call(...args: readonly string[]): Promise<{ code: number; out: string }> {
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const env = { TWINNING_URL: url, TWINNING_TOKEN: 'a-token' };
    const code = await run(['ruleset-moves', ...args], { env, out, err: new PassThrough() });
    return { code, out: written.join('') };
  }

  it('lists what the move would change for each open agreement that it would change, and sums up', async () => {
    const { code, out } = await call('--to', 'annex-st-2020');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      'a  ASI → IES, P_MEMBER, Active (brochure-2021)',
      '    Nothing breaks.',
      'b  ASI → IES, P_MEMBER, Active (brochure-2021)',
      '    The twinned partner is no P-member.',
      'Open agreements: 3; already under annex-st-2020: 1; moves that would be refused today: 1.',
    ]);
  });

  it('reads and writes nothing, and asks for agreements that may still move', async () => {
    await call('--to', 'annex-st-2020');
    expect(asked.map((a) => a.method)).toEqual(['GET', 'GET', 'GET', 'GET', 'GET']);
    const statuses = new URL(asked[0]?.path ?? '', url).searchParams.get('status')?.split(',');
    expect(statuses).toContain('ACTIVE');
    expect(statuses).not.toContain('DRAFT');
    expect(statuses).not.toContain('CLOSED');
  });

  it('is one JSON value for programs, and knows the rulesets', async () => {
    const { out } = await call('--to', 'annex-st-2020', '--json');
    expect(JSON.parse(out)).toMatchObject({ open: 3, underIt: 1, refused: 1 });
    expect((await call('--to', 'annex-st-1999')).code).toBe(2);
    expect(asked.some(({ path }) => path.includes('1999'))).toBe(false);
  });
});
