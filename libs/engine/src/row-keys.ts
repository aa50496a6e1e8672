import { canonicalJson, type Json } from '@twinning/event-log';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Seals the rows that say who acts (sessions, commands that wait): whoever writes into the database and has no key of
 * this folder makes none that counts. The file has a key of 32 bytes in hexadecimal on each line: the first seals, all
 * are accepted. It is read again when it has changed.
 */
export class RowKeys {
  private known: { readonly stamp: string; readonly keys: readonly Buffer[] } | null = null;

  private constructor(
    private readonly file: string | null,
    private readonly fixed: readonly Buffer[] = [],
  ) {}

  /** The keys of the data folder; the file is made (mode 0600) when something is first sealed. */
  static in(dataFolder: string): RowKeys {
    return new RowKeys(join(dataFolder, 'row-key'));
  }

  /** Keys that are in no file, for tests. */
  static of(...keys: readonly Buffer[]): RowKeys {
    return new RowKeys(null, keys);
  }

  /** HMAC-SHA-256 over what the row says; `kind` keeps rows of one table from passing in another. */
  seal(kind: string, says: Json): Buffer {
    const [key] = this.keys(true);
    if (key === undefined) throw new Error('There is no key to seal rows with.');
    return sealed(key, kind, says);
  }

  /** Whether one of the keys has sealed this. Makes no key: in the wrong folder nothing is sealed. */
  isSealed(kind: string, says: Json, seal: Buffer | null): boolean {
    if (seal === null) return false;
    return this.keys(false).some((key) => {
      const own = sealed(key, kind, says);
      return own.length === seal.length && timingSafeEqual(own, seal);
    });
  }

  private keys(mayMake: boolean): readonly Buffer[] {
    const { file } = this;
    if (file === null) return this.fixed;
    let stamp = stampOf(file);
    if (stamp === null) {
      if (!mayMake) return [];
      make(file);
      stamp = stampOf(file) ?? '';
    }
    if (this.known?.stamp !== stamp) this.known = { stamp, keys: read(file) };
    return this.known.keys;
  }
}

const sealed = (key: Buffer, kind: string, says: Json): Buffer =>
  createHmac('sha256', key).update(canonicalJson({ kind, says })).digest();

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

let ofProcess: RowKeys | null = null;

/** Names the keys of this process, once, before it reads or stores anything. */
export function sealRowsWith(keys: RowKeys): void {
  ofProcess = keys;
}

/** The keys of this process; throws when none were named: nothing is then believed, and nothing stored. */
export function rowKeys(): RowKeys {
  if (ofProcess === null) throw new Error('This process has not been told where its row keys are.');
  return ofProcess;
}

export const hasRowKeys = (): boolean => ofProcess !== null;
