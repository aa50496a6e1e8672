import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  claimedCheckpoint,
  consistencyProof,
  endorse,
  leafHash,
  nodeHash,
  parseTilePath,
  rootAt,
  signCheckpoint,
  signerFrom,
  verifierText,
  type Hash,
  type NodeAt,
  type Signer,
} from '@twinning/event-log';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const ORIGIN = 'test/log';
const [first, second, third, stranger] = [1, 2, 3, 4].map((n) =>
  signerFrom(ORIGIN, Buffer.alloc(32, n)),
) as [Signer, Signer, Signer, Signer];

/** What a record serves to its witnesses. */
interface Served {
  readonly words: readonly string[];
  readonly signer: Signer;
  readonly changes: readonly string[];
}

async function answer({ words, signer, changes }: Served, url: URL): Promise<string | Buffer> {
  const nodes: NodeAt = async (level, index) =>
    level === 0
      ? leafHash(Buffer.from(words[index] ?? ''))
      : nodeHash(await nodes(level - 1, 2 * index), await nodes(level - 1, 2 * index + 1));
  const size = words.length;
  const path = url.pathname;
  if (path === '/checkpoint')
    return signCheckpoint({ origin: ORIGIN, size, root: await rootAt(size, nodes) }, signer);
  if (path === '/v1/record/key') return verifierText(signer);
  if (path === '/v1/record/key-changes')
    return JSON.stringify({ items: changes.map((note) => ({ key: '', previous: '', note })) });
  if (path === '/v1/record/consistency') {
    const [from, to] = ['first', 'second'].map((n) => Number(url.searchParams.get(n))) as [
      number,
      number,
    ];
    const proof = await consistencyProof(from, to, nodes);
    return JSON.stringify({ proof: proof.map((hash) => hash.toString('base64')) });
  }
  const tile = parseTilePath(path.replace('/tile/', ''));
  if (tile === null) throw new Error(path);
  const hashes: Hash[] = [];
  for (let i = 0; i < tile.width; i += 1) hashes.push(await nodes(8 * tile.level, i));
  return Buffer.concat(hashes);
}

describe('twinning witness', () => {
  let folder: string;
  let server: Server;
  let serves: Served;
  const at = (name: string) => join(folder, name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-witness-'));
    serves = { words: ['a', 'b', 'c'], signer: first, changes: [] };
    server = createServer((request, response) => {
      answer(serves, new URL(request.url ?? '', 'http://x')).then(
        (body) => response.end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const look = async (...args: readonly string[]) => {
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const files = ['--state', at('state'), '--key-file', at('key'), '--out', at('out')];
    const code = await run(['witness', address, ...files, ...args], {
      ...{ env: { TWINNING_DATA: folder }, out, err: out },
    });
    return { code, said: written.join('') };
  };
  const state = async () =>
    JSON.parse(await readFile(at('state'), 'utf8')) as { logKey: string; checkpoint: string };

  it('follows the record to the keys that the one it trusts vouches for, and to no other', async () => {
    expect((await look()).code).toBe(0);
    const more = ['a', 'b', 'c', 'd', 'e'];
    serves = { words: more, signer: stranger, changes: [endorse(stranger, third)] };
    const refused = await look();
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('not signed by')]);
    expect(claimedCheckpoint((await state()).checkpoint).size).toBe(3);

    serves = {
      words: more,
      signer: third,
      changes: [endorse(second, first), endorse(third, second)],
    };
    expect((await look()).code).toBe(0);
    expect(claimedCheckpoint(await readFile(at('out'), 'utf8')).size).toBe(5);
    // From now on it is the present key that is trusted: the first one may have been stolen since.
    expect((await state()).logKey).toBe(verifierText(third));
    serves = { words: [...more, 'f'], signer: stranger, changes: [endorse(stranger, first)] };
    expect((await look()).code).toBe(1);
  });

  it('remembers before it publishes: no cosignature is known to others and not to itself', async () => {
    expect((await look()).code).toBe(0);
    serves = { ...serves, words: ['a', 'b', 'c', 'd'] };
    await mkdir(at('state.new'));
    expect((await look()).code).toBe(1);
    expect(claimedCheckpoint(await readFile(at('out'), 'utf8')).size).toBe(3);
    await rm(at('state.new'), { recursive: true });
    await mkdir(at('out.new'));
    expect((await look()).code).toBe(1);
    expect(claimedCheckpoint((await state()).checkpoint).size).toBe(4);
  });

  it('looks once at a time; a lock that a crash left is taken over', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = server.listeners('request') as ((...of: unknown[]) => void)[];
    server.removeAllListeners('request');
    server.on(
      'request',
      (...of) =>
        void held.then(() =>
          slow.forEach((each) => {
            each(...of);
          }),
        ),
    );
    const one = look();
    for (let left = 200; left > 0 && !existsSync(at('state.lock')); left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const other = await look();
    expect([other.code, other.said]).toEqual([1, expect.stringContaining('is under way')]);
    expect((await look('--language', 'fr')).said).toContain('est en cours');
    release();
    expect((await one).code).toBe(0);
    expect(existsSync(at('state.lock'))).toBe(false);
    await writeFile(at('state.lock'), JSON.stringify({ pid: 2 ** 30, command: 'gone' }));
    expect((await look()).code).toBe(0);
  });
});
