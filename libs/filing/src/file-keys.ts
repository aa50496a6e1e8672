import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Encrypts files under AES-256-GCM, each with a key of its own (HKDF of the master key and the file's hash). The master
 * key is 32 bytes in hexadecimal in `files-key` (mode 0600), outside of the database and of every other store: losing it
 * loses the files.
 */
export class FileKeys {
  private constructor(private readonly master: Buffer) {}

  /** The master key of the data folder, made when there is none. */
  static async open(dataFolder: string): Promise<FileKeys> {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const file = join(dataFolder, 'files-key');
    await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      },
    );
    const master = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
    if (master.length !== 32)
      throw new Error(`${file} does not hold a key of 32 bytes in hexadecimal.`);
    return new FileKeys(master);
  }

  seal(sha256: string, bytes: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(sha256), nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the box is not what was sealed under this hash. */
  open(sha256: string, box: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(sha256), box.subarray(0, 12));
    decipher.setAuthTag(box.subarray(-16));
    return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
  }

  /** A name that tells whoever keeps the box nothing of the file, not even whether it is one that they know. */
  nameOf(sha256: string): string {
    return createHmac('sha256', this.master).update(`twinning file name ${sha256}`).digest('hex');
  }

  private keyOf(sha256: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, sha256, 'twinning file', 32));
  }
}
