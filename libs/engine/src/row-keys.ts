import { canonicalJson, type Json } from '@twinning/event-log';
import { KeyFile } from '@twinning/filing';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';

/**
 * Seals the rows that say who acts (sessions, commands that wait): whoever writes into the database and has no key of
 * this folder makes none that counts. The file has a key of 32 bytes in hexadecimal on each line: the first seals, all
 * are accepted. It is read again when it has changed.
 */
export class RowKeys {
  private constructor(private readonly all: (mayMake: boolean) => readonly Buffer[]) {}

  /** The keys of the data folder; the file is made (mode 0600) when something is first sealed. */
  static in(dataFolder: string): RowKeys {
    const file = new KeyFile(join(dataFolder, 'row-key'));
    return new RowKeys((mayMake) => (mayMake ? file.ensured() : file.keys()));
  }

  /** Keys that are in no file, for tests. */
  static of(...keys: readonly Buffer[]): RowKeys {
    return new RowKeys(() => keys);
  }

  /** HMAC-SHA-256 over what the row says; `kind` keeps rows of one table from passing in another. */
  seal(kind: string, says: Json): Buffer {
    const [key] = this.all(true);
    if (key === undefined) throw new Error('There is no key to seal rows with.');
    return sealed(key, kind, says);
  }

  /** Whether one of the keys has sealed this. Makes no key: in the wrong folder nothing is sealed. */
  isSealed(kind: string, says: Json, seal: Buffer | null): boolean {
    if (seal === null) return false;
    return this.all(false).some((key) => {
      const own = sealed(key, kind, says);
      return own.length === seal.length && timingSafeEqual(own, seal);
    });
  }
}

const sealed = (key: Buffer, kind: string, says: Json): Buffer =>
  createHmac('sha256', key).update(canonicalJson({ kind, says })).digest();

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
