import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  claimedCheckpoint,
  commitment,
  consistencyProof,
  endorse,
  inclusionProof,
  leafHash,
  leafText,
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
  /** Notes, as earlier releases serve them. */
  readonly changes: readonly string[];
  /** Places of leaves that change the key, which later releases serve with their proofs. */
  readonly proven?: readonly {
    readonly index: number;
    readonly next: Signer;
    readonly by: Signer;
  }[];
}

const SALT = '00'.repeat(16);
const saidOf = (next: Signer, by: Signer) => ({
  ...{ key: verifierText(next), previous: verifierText(by), note: endorse(next, by) },
});

/** The leaf of a change of the key. */
const leafOf = (next: Signer, by: Signer): string =>
  leafText(
    {
      ...{ stream: 'log', version: 2, type: 'LogKeyChanged', schemaVersion: 1 },
      ...{ occurredAt: '2027-01-04T09:00:00.000Z', recordedAt: '2027-01-04T09:00:00.000Z' },
      actor: { person: null, role: 'OPERATOR', body: null },
      ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
      ...{ ruleset: null, nonce: SALT },
    },
    Object.fromEntries(
      Object.entries(saidOf(next, by)).map(([field, value]) => [
        field,
        commitment(Buffer.from(SALT, 'hex'), value),
      ]),
    ),
  );

async function answer(
  { words, signer, changes, proven = [] }: Served,
  url: URL,
): Promise<string | Buffer> {
  const nodes: NodeAt = async (level, index) =>
    level === 0
      ? leafHash(Buffer.from(words[index] ?? ''))
      : nodeHash(await nodes(level - 1, 2 * index), await nodes(level - 1, 2 * index + 1));
  const size = words.length;
  const path = url.pathname;
  if (path === '/checkpoint')
    return signCheckpoint({ origin: ORIGIN, size, root: await rootAt(size, nodes) }, signer);
  if (path === '/v1/record/key') return verifierText(signer);
  if (path === '/v1/record/key-changes' && proven.length > 0) {
    const items = proven.map(async ({ index, next, by }) => ({
      ...saidOf(next, by),
      ...{ index, leaf: Buffer.from(words[index] ?? '').toString('base64') },
      proof: (await inclusionProof(index, size, nodes)).map((hash) => hash.toString('base64')),
      fields: Object.fromEntries(
        Object.entries(saidOf(next, by)).map(([field, value]) => [field, { salt: SALT, value }]),
      ),
    }));
    return JSON.stringify({ items: await Promise.all(items) });
  }
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
    JSON.parse(await readFile(at('state'), 'utf8')) as {
      logKey: string;
      former: string[];
      checkpoint: string;
    };

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

  it('does not follow a key that was given up, though it is the one that is named each time', async () => {
    const named = ['--log-key', verifierText(first)];
    expect((await look(...named)).code).toBe(0);
    const changed = ['a', 'b', 'c', leafOf(second, first)];
    const proven = [{ index: 3, next: second, by: first }];
    // Signed with the first key at a size at which the record had another one: it may be stolen.
    for (const told of [{ proven }, { changes: [endorse(second, first)] }]) {
      serves = { words: changed, signer: first, changes: [], ...told };
      const refused = await look(...named);
      expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('gave up at size')]);
    }
    serves = { words: changed, signer: second, changes: [], proven };
    expect((await look(...named)).code).toBe(0);
    expect(await state()).toMatchObject({
      ...{ logKey: verifierText(second), former: [verifierText(first)] },
    });
    // From now on not even where the change is kept from it.
    serves = { words: [...changed, 'e'], signer: first, changes: [] };
    expect((await look(...named)).code).toBe(1);
    serves = { words: [...changed, 'e'], signer: second, changes: [] };
    expect((await look(...named)).code).toBe(0);
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
