import { seal, unseal } from '@twinning/event-log';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v5 as uuidV5 } from 'uuid';

const CONTACT_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a04';

/** How a sealed value begins; no address and no secret does. */
const SEALED = 'sealed:';

/** Which value of a contact: a box opens in its own place only. */
export type ContactPart = 'address' | 'secret';

/** A contact's values do not open: the key is another, or the row was changed by somebody without it. */
export class ContactDoesNotOpen extends Error {}

/**
 * Seals where messages go and what webhooks are signed with: who reads the database alone learns neither. The key is 32
 * bytes in hexadecimal in a file (mode 0600) outside of the database: losing it loses the contacts.
 */
export class ContactKey {
  private key: Buffer | null = null;

  private constructor(private readonly file: string) {}

  /** The key of the data folder; the file is made when something is first sealed. */
  static in(dataFolder: string): ContactKey {
    return new ContactKey(join(dataFolder, 'contacts-key'));
  }

  /** The id of a contact, from which nobody can try whether an address is the one. */
  idOf(contact: readonly (string | number)[]): string {
    const hidden = createHmac('sha256', this.ensured()).update(JSON.stringify(contact));
    return uuidV5(hidden.digest('hex'), CONTACT_NAMESPACE);
  }

  /** What the link to a contact's settings holds: made of the key, so that who reads the database alone cannot change them. */
  settingsOf(contact: string): string {
    return createHmac('sha256', this.ensured(false))
      .update(`settings/${contact}`)
      .digest('base64url');
  }

  seal(contact: string, part: ContactPart, value: string): string {
    const box = seal(this.ensured(), `contact/${contact}/${part}`, value);
    return `${SEALED}${box.toString('base64')}`;
  }

  /** The value, also of a row that was written before contacts were sealed. */
  open(contact: string, part: ContactPart, stored: string): string {
    if (!this.isSealed(stored)) return stored;
    const box = Buffer.from(stored.slice(SEALED.length), 'base64');
    try {
      return unseal(this.ensured(false), `contact/${contact}/${part}`, box);
    } catch {
      throw new ContactDoesNotOpen(`The contact ${contact} does not open with ${this.file}.`);
    }
  }

  isSealed(stored: string): boolean {
    return stored.startsWith(SEALED);
  }

  // Opening makes no key: a process with the wrong folder must fail, not begin another key.
  private ensured(mayMake = true): Buffer {
    if (this.key !== null) return this.key;
    if (mayMake) {
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      this.make();
    }
    const key = Buffer.from(readFileSync(this.file, 'utf8').trim(), 'hex');
    if (key.length !== 32)
      throw new Error(`${this.file} does not hold a key of 32 bytes in hexadecimal.`);
    return (this.key = key);
  }

  private make(): void {
    try {
      writeFileSync(this.file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
