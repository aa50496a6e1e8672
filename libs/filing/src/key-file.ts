import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Keys in a file outside of every store (mode 0600): 32 bytes in hexadecimal on each line. The first is the one that is used,
 * the others open what was made with them. It is read again when it has changed: a new first line counts without a restart.
 */
export class KeyFile {
  private known: { readonly stamp: string; readonly keys: readonly Buffer[] } | null = null;

  constructor(readonly path: string) {}

  /** The keys, newest first; none where there is no file. Throws on a file that holds anything else. */
  keys(): readonly Buffer[] {
    const stamp = stampOf(this.path);
    if (stamp === null) return [];
    if (this.known?.stamp !== stamp) this.known = { stamp, keys: read(this.path) };
    return this.known.keys;
  }

  /** The same; the file is made, with one key, where there is none. */
  ensured(): readonly Buffer[] {
    const keys = this.keys();
    if (keys.length > 0) return keys;
    make(this.path);
    return this.keys();
  }
}

function stampOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : [found.ino, found.size, found.mtimeMs].join();
}

function read(file: string): readonly Buffer[] {
  const lines = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  if (lines.length === 0 || lines.some((line) => !/^[0-9a-f]{64}$/i.test(line)))
    throw new Error(`${file} does not hold keys of 32 bytes in hexadecimal, one a line.`);
  return lines.map((line) => Buffer.from(line, 'hex'));
}

// Another process must never read half a key: it is written aside and given its name once it is whole.
function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}
