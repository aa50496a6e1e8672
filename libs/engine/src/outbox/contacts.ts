import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import type { Db } from '../database.js';
import { ContactDoesNotOpen, type ContactKey, type ContactPart } from './contact-key.js';
import { settingsHash, type MailSettings } from './settings.js';

/** Where messages for a body or a desk go: an address of e-mail, or the URL of a webhook. */
export interface NewContact {
  readonly kind: 'email' | 'webhook';
  readonly address: string;
  /** ISO member id; null for a desk. */
  readonly member: number | null;
  /** E.g. `TPM`; null for a body. */
  readonly desk: string | null;
  /** Only what concerns this committee; null for all. */
  readonly committee?: number | null;
  readonly language?: 'en' | 'fr';
}

export interface Contact extends Required<NewContact>, MailSettings {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'disabled';
  readonly why: string | null;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
}

export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

const identity = ({ kind, address, member, desk, committee }: NewContact) =>
  [kind, address, member ?? desk ?? '', committee ?? ''] as const;

/** Adds contacts; one that is there already stays as it is. Answers the ids, and secrets of new webhooks. */
export async function addContacts(
  db: Db,
  key: ContactKey,
  contacts: readonly NewContact[],
): Promise<readonly { readonly id: string; readonly secret: string | null }[]> {
  // One that was written before contacts were sealed has an id of its own.
  const known = new Map(
    (await opened(db, key)).map((contact) => [JSON.stringify(identity(contact)), contact.id]),
  );
  const rows = contacts.map((contact) => {
    const { kind, address, member, desk, committee, language } = contact;
    const id = known.get(JSON.stringify(identity(contact))) ?? key.idOf(identity(contact));
    const secret = kind === 'webhook' ? newSecret() : null;
    return {
      ...{ id, kind, member, desk, committee: committee ?? null, language: language ?? 'en' },
      address: key.seal(id, 'address', address),
      secret: secret === null ? null : key.seal(id, 'secret', secret),
      settings_hash: contact.kind === 'email' ? settingsHash(key, id) : null,
      plain: secret,
    };
  });
  const { rows: added } = await sql<{ id: string }>`
    INSERT INTO engine.contact (id, kind, address, member, desk, committee, language, secret, settings_hash)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, kind text, address text, member integer, desk text, committee integer, language text, secret text, settings_hash text)
    ON CONFLICT (id) DO NOTHING RETURNING id`.execute(db);
  const fresh = new Set(added.map((row) => row.id));
  return rows.map(({ id, plain }) => ({ id, secret: fresh.has(id) ? plain : null }));
}

interface Stored extends NewContact {
  readonly id: string;
  readonly secret: string | null;
  readonly previous_secret: string | null;
}

async function opened(db: Db, key: ContactKey): Promise<readonly Stored[]> {
  const { rows } = await sql<Stored>`
    SELECT id, kind, address, member, desk, committee, secret, previous_secret FROM engine.contact`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, address: key.open(row.id, 'address', row.address) }));
}

/**
 * Seals what was written before contacts were sealed, and what is sealed with an older key; answers how many contacts that were.
 * What does not open stays as it lies.
 */
export async function sealContacts(db: Db, key: ContactKey): Promise<number> {
  const { rows } = await sql<Stored>`
    SELECT id, address, secret, previous_secret FROM engine.contact`.execute(db);
  let sealed = 0;
  for (const row of rows) {
    const { id, address, secret, previous_secret: previous } = row;
    const next = sealedNow(key, row);
    if (next === null) continue;
    // Another process may have sealed it meanwhile, or given it a new secret.
    const { numAffectedRows } = await sql`
      UPDATE engine.contact SET address = ${next.address}, secret = ${next.secret}, previous_secret = ${next.previous}
       WHERE id = ${id} AND address = ${address} AND secret IS NOT DISTINCT FROM ${secret}
         AND previous_secret IS NOT DISTINCT FROM ${previous}`.execute(db);
    sealed += Number(numAffectedRows ?? 0n);
  }
  return sealed;
}

type Sealable = Pick<Stored, 'id' | 'address' | 'secret' | 'previous_secret'>;

/** The values of a contact under the newest key; null when they are so already, and when they do not open. */
function sealedNow(key: ContactKey, { id, address, secret, previous_secret }: Sealable) {
  const again = (part: ContactPart, value: string) =>
    key.isSealedNow(id, part, value) ? value : key.seal(id, part, key.open(id, part, value));
  const secretAgain = (value: string | null) => (value === null ? null : again('secret', value));
  try {
    const next = {
      address: again('address', address),
      secret: secretAgain(secret),
      previous: secretAgain(previous_secret),
    };
    const isSame =
      next.address === address && next.secret === secret && next.previous === previous_secret;
    return isSame ? null : next;
  } catch (error) {
    if (error instanceof ContactDoesNotOpen) return null;
    throw error;
  }
}

/** Every contact with how many of its deliveries wait, were sent and were given up. */
export async function listContacts(db: Db, key: ContactKey): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`
    SELECT c.id, c.kind, c.address, c.member, c.desk, c.committee, c.language, c.rhythm, c.news, c.state, c.why,
           count(*) FILTER (WHERE d.state = 'waiting')::int AS waiting,
           count(*) FILTER (WHERE d.state = 'sent')::int AS sent,
           count(*) FILTER (WHERE d.state = 'failed')::int AS failed
      FROM engine.contact c LEFT JOIN engine.delivery d ON d.contact = c.id
     GROUP BY c.id ORDER BY c.kind, c.desk, c.member, c.created_at, c.id`.execute(db);
  return rows.map((row) => ({ ...row, address: key.open(row.id, 'address', row.address) }));
}

/** Pauses a contact (what it is owed waits), or takes it up again at once, also one that was disabled. */
export async function setContactState(
  db: Db,
  id: string,
  state: 'active' | 'paused',
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE engine.contact SET state = ${state}, why = NULL WHERE id = ${id}`.execute(db);
  if (state === 'active') {
    await sql`
      UPDATE engine.delivery SET failures = 0, due_at = clock_timestamp(), again_at = clock_timestamp()
       WHERE contact = ${id} AND state = 'waiting'`.execute(db);
  }
  return numAffectedRows === 1n;
}

/** A new signing secret. The old one signs too, so that the receiver can change over, until the next rotation. */
export async function rotateSecret(db: Db, key: ContactKey, id: string): Promise<string | null> {
  const secret = newSecret();
  const { numAffectedRows } = await sql`
    UPDATE engine.contact SET previous_secret = secret, secret = ${key.seal(id, 'secret', secret)}
     WHERE id = ${id} AND kind = 'webhook'`.execute(db);
  return numAffectedRows === 1n ? secret : null;
}

/** One message to one contact, and what became of it. */
export interface Message {
  readonly notice: string;
  readonly contact: string;
  readonly address: string;
  readonly kind: string;
  readonly agreement: string;
  readonly version: number;
  readonly state: 'waiting' | 'sent' | 'failed' | 'overtaken';
  /** Attempts that reached a transport. */
  readonly attempts: number;
  readonly why: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
}

/** The latest messages, newest first. */
export async function listMessages(
  db: Db,
  key: ContactKey,
  { agreement, limit }: { readonly agreement: string | null; readonly limit: number },
): Promise<readonly Message[]> {
  const { rows } = await sql<Omit<Message, 'createdAt'> & { created_at: Date }>`
    SELECT d.notice, d.contact, c.address, n.kind, n.agreement, n.version, d.state,
           d.failures + (d.state = 'sent')::int AS attempts, d.why, n.created_at
      FROM engine.delivery d JOIN engine.notice n ON n.id = d.notice JOIN engine.contact c ON c.id = d.contact
     WHERE ${agreement}::uuid IS NULL OR n.agreement = ${agreement}::uuid
     ORDER BY n.created_at DESC, d.notice, d.contact LIMIT ${limit}`.execute(db);
  return rows.map(({ created_at, ...row }) => ({
    ...row,
    address: key.open(row.contact, 'address', row.address),
    createdAt: created_at.toISOString(),
  }));
}
