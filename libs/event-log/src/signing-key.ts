import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimedCheckpoint } from './checkpoint.js';
import type { Memory } from './continuity.js';
import { signerFrom, type Signer } from './keys.js';

const KEY = 'log-signing-key';
const NEXT = 'log-signing-key.next';
const LAST = 'last-checkpoint';

/**
 * The key that signs the log's checkpoints, made on first use: 32 bytes in hexadecimal in a file (mode 0600) outside the
 * database. The signer remembers there what it signed last.
 */
export async function signerIn(folder: string, origin: string): Promise<Signer> {
  return { ...(await keyIn(folder, KEY, origin)), memory: new FileMemory(join(folder, LAST)) };
}

/** What the signer of this folder remembers to have signed last, for whoever does not sign. */
export const memoryIn = (folder: string): Memory => new FileMemory(join(folder, LAST));

/** The same signer, with its memory, where this folder has one; null where it has none, and none is made. */
export const existingSignerIn = async (folder: string, origin: string): Promise<Signer | null> =>
  existsSync(join(folder, KEY)) ? signerIn(folder, origin) : null;

/**
 * The key that is to sign next, kept beside the present one until the log names it. `adopt` puts it in the place of the
 * present key, which is destroyed; a crash in between leaves both, and the same call goes on.
 */
export async function nextSignerIn(
  folder: string,
  origin: string,
): Promise<{ readonly next: Signer; readonly adopt: () => Promise<void> }> {
  const next = await keyIn(folder, NEXT, origin);
  return { next, adopt: () => rename(join(folder, NEXT), join(folder, KEY)) };
}

async function keyIn(folder: string, name: string, origin: string): Promise<Signer> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    },
  );
  const seed = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (seed.length !== 32)
    throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal.`);
  return signerFrom(origin, seed);
}

/** The last signed checkpoint in a file; written whole or not at all. */
export class FileMemory implements Memory {
  private known: string | null = null;

  constructor(private readonly file: string) {}

  async last(): Promise<string | null> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async keep(note: string): Promise<void> {
    if (note === this.known || (await this.isOlder(note))) return;
    const draft = `${this.file}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(draft, note);
      await rename(draft, this.file);
    } finally {
      await rm(draft, { force: true });
    }
    this.known = note;
  }

  /** Of two that signed at the same time, the one that was slower must not make the memory forget the larger size. */
  private async isOlder(note: string): Promise<boolean> {
    const last = await this.last();
    if (last === null) return false;
    try {
      const [kept, given] = [claimedCheckpoint(last), claimedCheckpoint(note)];
      return kept.origin === given.origin && kept.size > given.size;
    } catch {
      return false;
    }
  }
}
