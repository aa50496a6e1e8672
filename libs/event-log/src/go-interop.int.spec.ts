import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCheckpoint, signCheckpoint } from './checkpoint.js';
import { cosign } from './cosignature.js';
import { Frontier } from './frontier.js';
import { readVerifier, signerFrom, verifierText } from './keys.js';
import { consistencyProof, inclusionProof, leafHash, rootAt, type Hash } from './merkle.js';
import { tilePath, tilesOf, treeLevel } from './tiles/index.js';

const PROGRAM = fileURLToPath(new URL('../interop', import.meta.url));
const run = (...args: readonly string[]) =>
  spawnSync('go', args, {
    cwd: PROGRAM,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=readonly' },
  });

/** Why Go's own implementation cannot be asked here; null when it can. */
function missing(): string | null {
  if (run('version').status !== 0) return 'Go is not installed';
  const { status, stderr } = run('mod', 'download');
  return status === 0 ? null : `the module proxy does not answer: ${stderr.trim()}`;
}
const why = missing();
if (why !== null) console.warn(`Skipped, nothing is compared with Go: ${why}.`);

interface Answer {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly proven: number;
  readonly refused: number;
  readonly tree: boolean;
  readonly tiles: number;
  readonly goKey: string;
  readonly goNote: string;
}

const signer = signerFrom('test.example/record', Buffer.alloc(32, 5));
const witness = signerFrom('witness.example', Buffer.alloc(32, 6));
const base64 = (hash: Hash) => hash.toString('base64');

(why === null ? describe : describe.skip)('Go’s golang.org/x/mod/sumdb', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-go-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  // Within one tile, exactly one, and with a second level and partial tiles.
  it.each([
    [7, 3],
    [256, 255],
    [70_001, 300],
  ])(
    'opens our notes, checks our proofs and reads our tiles, for %i leaves',
    async (size, first) => {
      const bytes = (i: number) => Buffer.from(`leaf ${String(i)}`);
      const nodes: Hash[][] = [];
      const tree = new Frontier();
      for (let i = 0; i < size; i += 1) {
        for (const { level, hash } of tree.add(leafHash(bytes(i))))
          (nodes[level] ??= []).push(hash);
      }
      const at = (level: number, index: number) => nodes[level]?.[index] as Hash;
      for (const tile of tilesOf(size)) {
        const path = join(folder, 'tile', tilePath(tile));
        await mkdir(dirname(path), { recursive: true });
        const from = tile.index * 256;
        await writeFile(
          path,
          Buffer.concat((nodes[treeLevel(tile.level)] ?? []).slice(from, from + tile.width)),
        );
      }
      const note = async (n: number) =>
        signCheckpoint({ origin: signer.name, size: n, root: await rootAt(n, at) }, signer);
      const indexes = [0, 1, first - 1, first, size - 2, size - 1].filter((i) => i < size);
      const input = {
        key: verifierText(signer),
        // A cosignature beside the signature must not disturb a reader who does not know the witness.
        checkpoint: cosign(await note(size), witness, 1_800_000_000),
        earlier: await note(first),
        consistency: (await consistencyProof(first, size, at)).map(base64),
        leaves: await Promise.all(
          indexes.map(async (index) => ({
            index,
            leaf: bytes(index).toString('base64'),
            proof: (await inclusionProof(index, size, at)).map(base64),
          })),
        ),
      };
      await writeFile(join(folder, 'input.json'), JSON.stringify(input));
      const { status, stdout, stderr } = run('run', '.', folder);
      expect([status, stderr]).toEqual([0, '']);
      const answer = JSON.parse(stdout) as Answer;
      expect(answer).toMatchObject({
        origin: signer.name,
        size,
        root: base64(await rootAt(size, at)),
        proven: indexes.length,
        refused: indexes.length,
        tree: true,
      });
      expect(answer.tiles).toBeGreaterThan(0);
      // The way back: a note and a key that Go made.
      const opened = openCheckpoint(answer.goNote, [readVerifier(answer.goKey)]);
      expect(opened).toMatchObject({ origin: 'go.example/record', size });
      // A forged note is refused by Go as it is by us.
      const forged = {
        ...input,
        checkpoint: input.checkpoint.replace(`\n${String(size)}\n`, '\n1\n'),
      };
      await writeFile(join(folder, 'input.json'), JSON.stringify(forged));
      expect(run('run', '.', folder).status).not.toBe(0);
    },
    180_000,
  );
});
