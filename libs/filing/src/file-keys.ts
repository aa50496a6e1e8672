import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { KeyFile } from './key-file.js';

/**
 * Encrypts files under AES-256-GCM, each with a key of its own (HKDF of a master key and the file's hash). The master keys lie
 * in `files-key`, outside of the database and of every other store: losing one loses the files that were put under it. A new
 * first line seals what is filed from then on; the last line names all files, and stays.
 */
export class FileKeys {
  private constructor(private readonly masters: KeyFile) {}

  /** The master keys of the data folder; the first is made when there is none. */
  static open(dataFolder: string): FileKeys {
    const masters = new KeyFile(join(dataFolder, 'files-key'));
    masters.ensured();
    return new FileKeys(masters);
  }

  seal(sha256: string, bytes: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(this.at(0), sha256), nonce);
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the box is not what was sealed under this hash with one of the keys. */
  open(sha256: string, box: Buffer): Buffer {
    for (const master of this.masters.keys()) {
      const bytes = opened(keyOf(master, sha256), box);
      if (bytes !== null) return bytes;
    }
    throw new Error(`No key of ${this.masters.path} opens what lies under ${sha256}.`);
  }

  /** A name that tells whoever keeps the box nothing of the file, not even whether it is one that they know. */
  nameOf(sha256: string): string {
    return createHmac('sha256', this.at(-1)).update(`twinning file name ${sha256}`).digest('hex');
  }

  private at(place: number): Buffer {
    const key = this.masters.keys().at(place);
    if (key === undefined) throw new Error(`There is no key in ${this.masters.path}.`);
    return key;
  }
}

const keyOf = (master: Buffer, sha256: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, sha256, 'twinning file', 32));

function opened(key: Buffer, box: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12));
  decipher.setAuthTag(box.subarray(-16));
  try {
    return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}
