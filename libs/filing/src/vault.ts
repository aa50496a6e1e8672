import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const isHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Files by their hash: the same bytes lie there once, encrypted, whoever brought them. */
export interface Vault {
  /** Stores the bytes and gives their SHA-256; what is there already is left as it is. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes; null when there are none of that hash. Throws when what lies there is not what was stored. */
  get(sha256: string): Promise<Buffer | null>;
}

/**
 * Files in a folder, each under AES-256-GCM with a key of its own (HKDF of the master key and the hash). The master key
 * is 32 bytes in hexadecimal in `key` (mode 0600), outside of the database: losing it loses the files.
 */
export class FolderVault implements Vault {
  private constructor(
    private readonly folder: string,
    private readonly master: Buffer,
  ) {}

  static async open(dataFolder: string): Promise<FolderVault> {
    const folder = join(dataFolder, 'files');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(dataFolder, 'files-key');
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      },
    );
    const master = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
    if (master.length !== 32)
      throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal.`);
    return new FolderVault(folder, master);
  }

  async put(bytes: Buffer): Promise<string> {
    const sha256 = sha256Of(bytes);
    const path = this.path(sha256);
    if (await exists(path)) return sha256;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(sha256), nonce);
    const box = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    // Whole or not at all: a process that dies while writing leaves no file of that name.
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, box, { mode: 0o600, flush: true });
    await rename(draft, path);
    return sha256;
  }

  async get(sha256: string): Promise<Buffer | null> {
    if (!isHash(sha256)) return null;
    const box = await readFile(this.path(sha256)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (box === null) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(sha256), box.subarray(0, 12));
    decipher.setAuthTag(box.subarray(-16));
    return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
  }

  private keyOf(sha256: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, sha256, 'twinning file', 32));
  }

  private path(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
