import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileKeys } from './file-keys.js';
import { isHash, sha256Of, type Vault } from './vault.js';

/** Encrypted files in a folder. */
export class FolderVault implements Vault {
  private constructor(
    private readonly folder: string,
    private readonly keys: FileKeys,
  ) {}

  static async open(dataFolder: string): Promise<FolderVault> {
    const folder = join(dataFolder, 'files');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new FolderVault(folder, FileKeys.open(dataFolder));
  }

  async put(bytes: Buffer): Promise<string> {
    const sha256 = sha256Of(bytes);
    const path = this.path(sha256);
    if (await exists(path)) return sha256;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // Whole or not at all: a process that dies while writing leaves no file of that name.
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, this.keys.seal(sha256, bytes), { mode: 0o600, flush: true });
    await rename(draft, path);
    return sha256;
  }

  async get(sha256: string): Promise<Buffer | null> {
    if (!isHash(sha256)) return null;
    const box = await readFile(this.path(sha256)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    return box === null ? null : this.keys.open(sha256, box);
  }

  async destroy(sha256: string): Promise<void> {
    if (!isHash(sha256)) return;
    const folder = dirname(this.path(sha256));
    const names = await readdir(folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    // A process that died while writing left its draft, which is the whole file too.
    for (const name of names.filter((each) => each.startsWith(sha256))) {
      await rm(join(folder, name), { force: true });
    }
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
