import { seal, unseal } from '@twinning/event-log';
import { KeyFile } from '@twinning/filing';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { v5 as uuidV5 } from 'uuid';

const CONTACT_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a04';

/** How a sealed value begins; no address and no secret does. */
const SEALED = 'sealed:';

/** Which value of a contact: a box opens in its own place only. */
export type ContactPart = 'address' | 'secret';

/** A contact's values do not open: the key is another, or the row was changed by somebody without it. */
export class ContactDoesNotOpen extends Error {}

/**
 * Seals where messages go and what webhooks are signed with: who reads the database alone learns neither. The keys lie in
 * a file outside of the database: losing one loses the contacts under it. A new first line seals from then on, and what was
 * sealed before is sealed again; the last line makes ids and links to settings, and stays.
 */
export class ContactKey {
  private constructor(private readonly file: KeyFile) {}

  /** The keys of the data folder; the file is made when something is first sealed. */
  static in(dataFolder: string): ContactKey {
    return new ContactKey(new KeyFile(join(dataFolder, 'contacts-key')));
  }

  /** Names the key that seals now, and tells nothing of it; null before there is one. */
  get sealsWith(): string | null {
    const [newest] = this.file.keys();
    return newest === undefined ? null : createHmac('sha256', newest).update('name').digest('hex');
  }

  /** The id of a contact, from which nobody can try whether an address is the one. */
  idOf(contact: readonly (string | number)[]): string {
    const hidden = createHmac('sha256', this.lasting(this.file.ensured())).update(
      JSON.stringify(contact),
    );
    return uuidV5(hidden.digest('hex'), CONTACT_NAMESPACE);
  }

  /** What the link to a contact's settings holds: made of the key, so that who reads the database alone cannot change them. */
  settingsOf(contact: string): string {
    return createHmac('sha256', this.lasting(this.file.keys()))
      .update(`settings/${contact}`)
      .digest('base64url');
  }

  seal(contact: string, part: ContactPart, value: string): string {
    const [newest] = this.file.ensured();
    if (newest === undefined) throw new Error(`There is no key in ${this.file.path}.`);
    const box = seal(newest, `contact/${contact}/${part}`, value);
    return `${SEALED}${box.toString('base64')}`;
  }

  /** The value, also of a row that was written before contacts were sealed. */
  open(contact: string, part: ContactPart, stored: string): string {
    if (!this.isSealed(stored)) return stored;
    const box = Buffer.from(stored.slice(SEALED.length), 'base64');
    for (const key of this.file.keys()) {
      const value = unsealed(key, `contact/${contact}/${part}`, box);
      if (value !== null) return value;
    }
    throw new ContactDoesNotOpen(`The contact ${contact} does not open with ${this.file.path}.`);
  }

  /** Whether it is sealed, and with the newest key. */
  isSealedNow(contact: string, part: ContactPart, stored: string): boolean {
    const [newest] = this.file.keys();
    if (newest === undefined || !this.isSealed(stored)) return false;
    const box = Buffer.from(stored.slice(SEALED.length), 'base64');
    return unsealed(newest, `contact/${contact}/${part}`, box) !== null;
  }

  isSealed(stored: string): boolean {
    return stored.startsWith(SEALED);
  }

  // Looking makes no key: a process with the wrong folder must fail, not begin another key.
  private lasting(keys: readonly Buffer[]): Buffer {
    const key = keys.at(-1);
    if (key === undefined) throw new Error(`There is no key in ${this.file.path}.`);
    return key;
  }
}

function unsealed(key: Buffer, place: string, box: Buffer): string | null {
  try {
    return unseal(key, place, box);
  } catch {
    return null;
  }
}
