import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EngineUnderTest } from '@twinning/engine/testing';
import {
  checkpointNow,
  nodesOf,
  parseTilePath,
  readTile,
  rootAt,
  signCheckpoint,
  signerFrom,
  tilePath,
  tilesOf,
  verifierText,
  nodesOfTiles,
  claimedCheckpoint,
} from '@twinning/event-log';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const record = signerFrom('test/log', Buffer.alloc(32, 7));
const stranger = signerFrom('test/log', Buffer.alloc(32, 8));

describe('twinning tiles', () => {
  let engine: EngineUnderTest;
  let server: Server;
  let folder: string;
  let asked: string[];
  /** What is served instead of the record's own, by path. */
  let instead: Map<string, string | Buffer>;
  let busy: number;

  async function answer(path: string): Promise<string | Buffer> {
    const other = instead.get(path);
    if (other !== undefined) return other;
    if (path === '/checkpoint') return checkpointNow(engine.db, record);
    if (path === '/v1/record/key') return verifierText(record);
    if (path.startsWith('/v1/record/key-changes?size=')) return '{"items":[]}';
    const tile = parseTilePath(path.replace('/tile/', ''));
    const bytes = tile === null ? null : await readTile(engine.db, tile);
    if (bytes === null) throw new Error(path);
    return bytes;
  }
  const append = (count: number) =>
    engine.db.transaction().execute((trx) =>
      engine.log.append(trx, {
        stream: 'agreement/00000000-0000-4000-8000-000000000001',
        events: Array.from({ length: count }, (_, i) => ({
          ...{ type: 'Happened', schemaVersion: 1, payload: { i } },
          occurredAt: '2027-01-04T09:00:00.000Z',
        })),
        actor: { person: null, role: 'SYSTEM', body: null },
        ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
        ruleset: null,
      }),
    );

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    await append(300);
    server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      if (busy > 0) {
        busy -= 1;
        response.writeHead(429, { 'Retry-After': '1' }).end();
        return;
      }
      answer(path).then(
        (body) => response.end(body),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }, 120_000);
  afterAll(async () => {
    server.close();
    await engine.stop();
  });
  beforeEach(async () => {
    asked = [];
    instead = new Map();
    busy = 0;
    folder = await mkdtemp(join(tmpdir(), 'twinning-tiles-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const mirror = async (...args: readonly string[]) => {
    asked = [];
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const code = await run(['tiles', address, '--out', join(folder, 'site'), ...args], {
      ...{ env: { TWINNING_DATA: folder }, out, err: out },
    });
    return { code, said: written.join('') };
  };
  const files = async () =>
    (await readdir(join(folder, 'site'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'site').length + 1))
      .sort();
  const kept = (path: string) => readFile(join(folder, 'site', path));
  const sizeKept = async () => claimedCheckpoint((await kept('checkpoint')).toString()).size;

  it('writes the checkpoint and the tiles under their paths and nothing else, and later only what is new', async () => {
    const first = await mirror();
    expect([first.code, first.said]).toEqual([0, expect.stringContaining('✓ test/log')]);
    const size = await sizeKept();
    const paths = (of: number) => tilesOf(of).map((tile) => `tile/${tilePath(tile)}`);
    expect(await files()).toEqual(['checkpoint', ...paths(size)].sort());
    // Whoever has the folder alone has the whole tree.
    const { root } = claimedCheckpoint((await kept('checkpoint')).toString());
    const nodes = nodesOfTiles((path) => kept(`tile/${path}`), size);
    expect((await rootAt(size, nodes)).equals(root)).toBe(true);
    for (const path of paths(size)) expect(asked).toContain(`/${path}`);

    await append(300);
    expect((await mirror()).code).toBe(0);
    const now = await sizeKept();
    expect(now).toBe(size + 300);
    expect(asked.filter((path) => path.startsWith('/tile/')).sort()).toEqual(
      paths(now)
        .filter((path) => !paths(size).includes(path))
        .map((path) => `/${path}`)
        .sort(),
    );
    // The beginning of a tile goes when the tile is full; that of one that still grows stays for who reads an older checkpoint.
    const left = await files();
    expect(left).toEqual(expect.arrayContaining(paths(now)));
    expect(left.filter((path) => path.startsWith('tile/0/001.p/'))).toEqual([]);
    expect(
      left.filter((path) => !/^(checkpoint|tile\/[0-5]\/[x0-9/]+(\.p\/\d+)?)$/.test(path)),
    ).toEqual([]);

    expect((await mirror('--json')).said).toContain('"tiles":0');
    expect(asked.filter((path) => path.startsWith('/tile/'))).toEqual([]);
  }, 60_000);

  it('waits where the record asks for patience, and fetches again what the folder has lost', async () => {
    busy = 1;
    expect((await mirror()).code).toBe(0);
    await rm(join(folder, 'site', 'tile', '0', '000'));
    expect((await mirror()).code).toBe(0);
    expect(asked.filter((path) => path.startsWith('/tile/'))).toEqual(['/tile/0/000']);
  }, 60_000);

  it('refuses, and touches nothing, when the record is not the continuation of what the folder has', async () => {
    expect((await mirror()).code).toBe(0);
    const before = await kept('checkpoint');
    const { origin, size, root } = claimedCheckpoint(before.toString());
    const note = (of: { origin: string; size: number; root: Buffer }, by = record) =>
      signCheckpoint(of, by);
    const less = await rootAt(size - 1, nodesOf(engine.db));
    for (const [served, why] of [
      [note({ origin, size, root: Buffer.alloc(32, 1) }), 'OTHER_HISTORY'],
      [note({ origin, size: size - 1, root: less }), 'SHRUNK'],
      [note({ origin, size, root }, stranger), 'UNKNOWN_SIGNATURE'],
    ] as const) {
      instead.set('/checkpoint', served);
      const refused = await mirror('--json');
      expect([refused.code, refused.said]).toEqual([8, expect.stringContaining(`"why":"${why}"`)]);
      expect((await mirror()).said).toContain('✗');
      expect(await kept('checkpoint')).toEqual(before);
    }
    expect((await mirror('--language', 'fr')).said).toContain('gardez-le, c’est une preuve');

    // A larger tree whose tiles all fit its own checkpoint, and whose beginning is not what the folder had.
    instead.clear();
    const forged = note({ origin, size, root: Buffer.alloc(32, 2) });
    await writeFile(join(folder, 'site', 'checkpoint'), forged);
    await append(1);
    const refused = await mirror('--json');
    expect([refused.code, refused.said]).toEqual([8, expect.stringContaining('OTHER_HISTORY')]);
    expect((await kept('checkpoint')).toString()).toBe(forged);
  }, 60_000);

  it('refuses tiles that are not those of the tree, on its edge or below it', async () => {
    const tile = await answer('/tile/0/000');
    const wrong = Buffer.from(tile);
    wrong[40] = (wrong[40] ?? 0) ^ 1;
    instead.set('/tile/0/000', wrong);
    const refused = await mirror('--json');
    expect([refused.code, refused.said]).toEqual([8, expect.stringContaining('TILES_DIFFER')]);
    expect(await files()).toEqual([]);
    instead.clear();
    expect((await mirror()).code).toBe(0);
    await writeFile(join(folder, 'site', 'checkpoint'), 'nothing');
    expect((await mirror()).code).toBe(2);
  }, 60_000);
});
