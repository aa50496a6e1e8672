import {
  claimedCheckpoint,
  mirrored,
  parseTilePath,
  TILE_WIDTH,
  type Checkpoint,
} from '@twinning/event-log';
import { tryLock } from '@twinning/infra/pid-lock';
import type { Command } from 'commander';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EXIT, Failure } from '../failure.js';
import { recordMessages } from '../messages/record.js';
import { tilesMessages } from '../messages/tiles.js';
import type { Tools } from '../tools.js';
import { served } from './served.js';
import { keysFrom } from './verify.js';
import { keep, keysOf } from './witness.js';

interface TilesOptions {
  readonly out: string;
  readonly logKey?: string;
}

/**
 * `twinning tiles`: a folder with the record's checkpoint and hash tiles under the paths of C2SP tlog-tiles, for any web
 * server; the next run fetches what is new. Exit code 8 when the record is not the continuation of what the folder has.
 */
export function registerTiles(program: Command, tools: Tools): void {
  const words = tilesMessages[tools.language];
  program
    .command('tiles')
    .description(words.tiles)
    .argument('[address]', recordMessages[tools.language].watched)
    .requiredOption('--out <folder>', words.out)
    .option('--log-key <key>', recordMessages[tools.language].logKey)
    .action(async (address: string | undefined, options: TilesOptions) => {
      await mkdir(options.out, { recursive: true });
      // Beside the folder: all that lies in it is served.
      const { lock } = tryLock(`${resolve(options.out)}.lock`);
      if (lock === undefined) throw new Failure(words.atWork(options.out));
      try {
        await mirror(tools, address, options);
      } finally {
        lock.release();
      }
    });
}

async function mirror(
  tools: Tools,
  address: string | undefined,
  { out, logKey }: TilesOptions,
): Promise<void> {
  const words = tilesMessages[tools.language];
  const url = (address ?? (await tools.context().url())).replace(/\/$/, '');
  const last = await ownCheckpoint(tools, out);
  const note = (await served(url, '/checkpoint')).toString('utf8');
  const keyText = logKey ?? (await served(url, '/v1/record/key')).toString('utf8');
  const [trusted] = keysFrom(tools, [keyText], '--log-key');
  if (trusted === undefined) throw new Failure(words.noKey, null, EXIT.usage);
  const result = await mirrored({
    ...{ last, note, logKeys: (await keysOf(url, note, trusted)).all },
    kept: (path) => fileOf(join(out, 'tile', path)),
    fetchTile: (path) => served(url, `/tile/${path}`),
  });
  if (result.kind === 'INCONSISTENT') {
    const { why, detail } = result;
    throw new Failure(
      `✗ ${recordMessages[tools.language].inconsistent[why]} (${detail})`,
      words.untouched(out),
      EXIT.inconsistent,
      { why, detail },
    );
  }
  const { checkpoint, tiles } = result;
  for (const [path, bytes] of tiles) await place(out, path, bytes);
  // Last: whoever reads it finds the tiles that it stands on.
  await keep(join(out, 'checkpoint'), note);
  const { origin, size, root } = checkpoint;
  tools
    .output()
    .result({ origin, size, root: root.toString('hex'), tiles: tiles.size, folder: out }, () =>
      words.mirrored(origin, size, tiles.size, out),
    );
}

async function place(out: string, path: string, bytes: Buffer): Promise<void> {
  const file = join(out, 'tile', path);
  await mkdir(dirname(file), { recursive: true });
  await keep(file, bytes);
  // Once a tile is full its beginnings are of no use any more.
  if (parseTilePath(path)?.width === TILE_WIDTH)
    await rm(`${file}.p`, { recursive: true, force: true });
}

async function ownCheckpoint(tools: Tools, out: string): Promise<Checkpoint | null> {
  const file = join(out, 'checkpoint');
  const own = await fileOf(file);
  if (own === null) return null;
  try {
    return claimedCheckpoint(own.toString('utf8'));
  } catch (error) {
    // One that cannot be read must not become a first run: that would forgive everything before.
    const why = (error as Error).message;
    throw new Failure(recordMessages[tools.language].unreadable(file, why), null, EXIT.usage);
  }
}

async function fileOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
