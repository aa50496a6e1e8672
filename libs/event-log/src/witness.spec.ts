import { describe, expect, it } from '@jest/globals';
import { openCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.js';
import { cosign, cosignatures } from './cosignature.js';
import { readVerifier, SIGNATURE_TYPE, signerFrom, verifierText } from './keys.js';
import { consistencyProof, leafHash, nodeHash, rootAt, type Hash, type NodeAt } from './merkle.js';
import { parseTilePath } from './tiles/index.js';
import { witnessed, type Watch } from './witness.js';

const log = signerFrom('test/log', Buffer.alloc(32, 1));
const forger = signerFrom('test/log', Buffer.alloc(32, 2));
const witness = signerFrom('witness.example/w', Buffer.alloc(32, 3));
const NOW = 1_800_000_000;

/** A log whose leaves are these words. */
function logOf(words: readonly string[]) {
  const nodes: NodeAt = async (level, index) =>
    level === 0
      ? leafHash(Buffer.from(words[index] as string))
      : nodeHash(await nodes(level - 1, 2 * index), await nodes(level - 1, 2 * index + 1));
  const checkpoint = async (size = words.length): Promise<Checkpoint> => ({
    origin: 'test/log',
    size,
    root: await rootAt(size, nodes),
  });
  return {
    checkpoint,
    note: async (size = words.length, signer = log) =>
      signCheckpoint(await checkpoint(size), signer),
    fetchTile: async (path: string) => {
      const tile = parseTilePath(path);
      if (tile === null) throw new Error(path);
      const hashes: Hash[] = [];
      for (let i = 0; i < tile.width; i += 1) {
        hashes.push(await nodes(8 * tile.level, 256 * tile.index + i));
      }
      return Buffer.concat(hashes);
    },
    fetchProof: (first: number, second: number) => consistencyProof(first, second, nodes),
  };
}

const words = Array.from({ length: 300 }, (_, i) => `event ${String(i)}`);
const good = logOf(words);
const changed = logOf(words.map((word, i) => (i === 17 ? 'another' : word)));

const watch = async (over: Partial<Watch> = {}): Promise<Watch> => ({
  last: await good.checkpoint(200),
  logKeys: [log],
  note: await good.note(),
  fetchTile: good.fetchTile,
  fetchProof: good.fetchProof,
  ...over,
});

describe('a witness', () => {
  it('cosigns a log that only grew, and one it sees for the first time', async () => {
    for (const last of [await good.checkpoint(200), null, await good.checkpoint()]) {
      const result = await witnessed(await watch({ last }), witness, NOW);
      if (result.kind !== 'COSIGNED') throw new Error(result.detail);
      expect(cosignatures(result.note, witness)).toEqual([NOW]);
      expect(openCheckpoint(result.note, [log]).size).toBe(300);
    }
  });

  it.each([
    [
      'signed by another key',
      async () => watch({ note: await good.note(300, forger) }),
      'UNKNOWN_SIGNATURE',
    ],
    ['that became smaller', async () => watch({ note: await good.note(150) }), 'SHRUNK'],
    [
      'rewritten at the same size',
      async () => watch({ note: await changed.note(200), ...pathsOf(changed) }),
      'OTHER_HISTORY',
    ],
    [
      'rewritten and grown',
      async () => watch({ note: await changed.note(), ...pathsOf(changed) }),
      'OTHER_HISTORY',
    ],
    [
      'whose tiles are those of another',
      async () => watch({ fetchTile: changed.fetchTile }),
      'TILES_DIFFER',
    ],
    [
      'whose proof is that of another',
      async () => watch({ fetchProof: changed.fetchProof }),
      'PROOF_DIFFERS',
    ],
    [
      'of another origin',
      async () => {
        const last = { ...(await good.checkpoint(200)), origin: 'other/log' };
        return watch({ last });
      },
      'OTHER_ORIGIN',
    ],
    [
      'that serves no tiles',
      async () => watch({ fetchTile: () => Promise.reject(new Error('404')) }),
      'UNREADABLE',
    ],
  ])('does not cosign a log %s', async (_, seen, why) => {
    expect(await witnessed(await seen(), witness, NOW)).toMatchObject({
      kind: 'INCONSISTENT',
      why,
    });
  });

  const pathsOf = ({ fetchTile, fetchProof }: typeof good) => ({ fetchTile, fetchProof });
});

describe('a cosignature', () => {
  it('is bound to its time, its text and its key', async () => {
    const note = cosign(await good.note(), witness, NOW);
    const other = signerFrom(witness.name, Buffer.alloc(32, 4));
    expect(cosignatures(note, witness)).toEqual([NOW]);
    expect(cosignatures(note, other)).toEqual([]);
    expect(() => cosignatures(note.replace('\n300\n', '\n301\n'), witness)).toThrow(
      'does not match',
    );
    const line = note.trimEnd().split('\n').at(-1) ?? '';
    const bytes = Buffer.from(line.split(' ').at(-1) ?? '', 'base64');
    bytes.writeUInt8((bytes[11] ?? 0) ^ 1, 11);
    const later = note.replace(line, `— ${witness.name} ${bytes.toString('base64')}`);
    expect(() => cosignatures(later, witness)).toThrow('does not match');
  });

  it('has a key of its own type, that is not taken for a log’s', () => {
    const text = verifierText(witness, SIGNATURE_TYPE.cosignature);
    expect(readVerifier(text)).toMatchObject({ name: witness.name, type: 4 });
    expect(() => readVerifier(text.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toThrow(
      'does not fit',
    );
    expect(() => readVerifier('nothing')).toThrow('Not a key');
  });
});
