import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Db } from '../database.js';
import type { ContactKey } from './contact-key.js';

export const RHYTHMS = ['instant', 'daily', 'weekly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** How often a contact hears of what can wait, and whether it hears of what it need do nothing about. */
export interface MailSettings {
  readonly rhythm: Rhythm;
  readonly news: boolean;
}

/** The settings as their reader sees them: no address, no name. */
export interface ShownSettings extends MailSettings {
  readonly language: 'en' | 'fr';
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What the row of a contact holds of the secret of its link. */
export const settingsHash = (key: ContactKey, contact: string): string =>
  hashOf(key.settingsOf(contact));

function opens(key: ContactKey, id: string, address: string): boolean {
  try {
    return key.isSealed(address) && key.open(id, 'address', address) !== '';
  } catch {
    return false;
  }
}

/** Contacts from before there were settings get their link. */
export async function linkSettings(db: Db, key: ContactKey): Promise<void> {
  const { rows } = await sql<{ id: string; address: string }>`
    SELECT id, address FROM engine.contact WHERE kind = 'email' AND settings_hash IS NULL`.execute(
    db,
  );
  for (const { id, address } of rows) {
    // A link made with another key would never be that of a message.
    if (!opens(key, id, address)) continue;
    await sql`
      UPDATE engine.contact SET settings_hash = ${settingsHash(key, id)} WHERE id = ${id}`.execute(
      db,
    );
  }
}

/** The settings behind a link; null when there is no such link. */
export async function readSettings(db: Db, secret: string): Promise<ShownSettings | null> {
  const { rows } = await sql<ShownSettings>`
    SELECT rhythm, news, language FROM engine.contact
     WHERE settings_hash = ${hashOf(secret)} AND kind = 'email'`.execute(db);
  return rows[0] ?? null;
}

/** Changes what is given, by the link's secret or by the operator's id of the contact. Answers the settings after it. */
export async function changeSettings(
  db: Db,
  contact: { readonly secret: string } | { readonly id: string },
  change: Partial<MailSettings>,
): Promise<ShownSettings | null> {
  const which =
    'id' in contact ? sql`id = ${contact.id}` : sql`settings_hash = ${hashOf(contact.secret)}`;
  const { rows } = await sql<ShownSettings & { id: string }>`
    UPDATE engine.contact SET rhythm = coalesce(${change.rhythm ?? null}, rhythm),
           news = coalesce(${change.news ?? null}, news)
     WHERE ${which} AND kind = 'email' RETURNING id, rhythm, news, language`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  const { id, ...settings } = row;
  // Who wants to hear at once does not wait for the summary that was being gathered.
  if (settings.rhythm === 'instant') {
    await sql`
      UPDATE engine.delivery SET digest = NULL, due_at = clock_timestamp()
       WHERE contact = ${id} AND state = 'waiting' AND digest > clock_timestamp()`.execute(db);
  }
  return settings;
}
