import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keys of persons, kept outside the database cluster: destroying one erases every sealed value of that person while
 * every proof stays valid.
 */
export interface PersonKeys {
  /** The person's key (32 bytes), or null when it has been destroyed or never existed. */
  find(person: string): Promise<Buffer | null>;
  /** The person's key, made on first use; throws when it has been destroyed. */
  ensure(person: string): Promise<Buffer>;
}

const isSafeName = (person: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(person);

/** One file per person (mode 0600) in a folder; a destroyed key leaves an empty marker and never comes back. */
export class FilePersonKeys implements PersonKeys {
  constructor(private readonly folder: string) {}

  async find(person: string): Promise<Buffer | null> {
    try {
      const key = await readFile(this.path(person));
      return key.length === 32 ? key : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async ensure(person: string): Promise<Buffer> {
    const path = this.path(person);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, randomBytes(32), { mode: 0o600 });
    // A link fails when the file exists: two processes that meet agree on the first key.
    await link(draft, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    await rm(draft);
    const key = await this.find(person);
    if (key === null) throw new Error(`The key of person ${person} has been destroyed.`);
    return key;
  }

  async destroy(person: string): Promise<void> {
    const path = this.path(person);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(path, Buffer.alloc(0), { mode: 0o600, flush: true });
  }

  private path(person: string): string {
    if (!isSafeName(person)) throw new RangeError(`Not a person id: ${JSON.stringify(person)}.`);
    return join(this.folder, person);
  }
}

/** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. `place` binds the value to its field. */
export function seal(key: Buffer, place: string, plain: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key or the place is another. */
export function unseal(key: Buffer, place: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
}
