import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** A person's private calendar feed: whoever has its address reads it, until it is revoked, made anew or over. */
export interface Feed {
  readonly person: string;
  readonly principal: object;
  readonly language: string;
}

/** Days for which a feed is read after its owner last signed in [D]: a token alone is not heard of when it ends. */
export const FEED_DAYS = 90;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes the person's feed; the address given before is worth nothing any more. The token is told once. */
export async function openFeed(db: Connection, feed: Feed): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql`
    INSERT INTO filing.feed (token_hash, person, principal, language)
    VALUES (${hashOf(token)}, ${feed.person}, ${JSON.stringify(feed.principal)}::jsonb, ${feed.language})
    ON CONFLICT (person) DO UPDATE
      SET token_hash = excluded.token_hash, principal = excluded.principal,
          language = excluded.language, created_at = clock_timestamp(),
          valid_until = clock_timestamp() + make_interval(days => ${FEED_DAYS})`.execute(db);
  return token;
}

/** Its owner has signed in: the feed lasts on, and shows what they are now. Without a feed nothing happens. */
export async function renewFeed(
  db: Connection,
  { person, principal }: Pick<Feed, 'person' | 'principal'>,
): Promise<void> {
  await sql`
    UPDATE filing.feed
       SET principal = ${JSON.stringify(principal)}::jsonb,
           valid_until = clock_timestamp() + make_interval(days => ${FEED_DAYS})
     WHERE person = ${person}`.execute(db);
}

export async function revokeFeed(db: Connection, person: string): Promise<boolean> {
  const { rows } = await sql`DELETE FROM filing.feed WHERE person = ${person} RETURNING 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** Removes a person's feed with all that it has said. */
export async function forgetFeed(db: Connection, person: string): Promise<void> {
  await sql`DELETE FROM filing.feed WHERE person = ${person}`.execute(db);
  await sql`DELETE FROM filing.feed_entry WHERE person = ${person}`.execute(db);
}

export async function findFeed(db: Connection, token: string): Promise<Feed | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const { rows } = await sql<Feed>`
    SELECT person, principal, language FROM filing.feed
     WHERE token_hash = ${hashOf(token)} AND valid_until > clock_timestamp()`.execute(db);
  return rows[0] ?? null;
}

/** What the person's feed said last. */
export async function toldBy<E>(db: Connection, person: string): Promise<readonly E[]> {
  const { rows } = await sql<{ entry: E }>`
    SELECT entry FROM filing.feed_entry WHERE person = ${person} ORDER BY uid`.execute(db);
  return rows.map((row) => row.entry);
}

/**
 * Writes what the person's feed says now over what it said last, and forgets no entry, whose SEQUENCE goes on: one request after the other: two calendars that ask at
 * once never give one SEQUENCE to two different entries.
 */
export async function tellFeed<E extends { readonly uid: string; readonly sequence: number }>(
  trx: Connection,
  person: string,
  next: (told: readonly E[]) => readonly E[],
): Promise<readonly E[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`feed ${person}`}, 0))`.execute(trx);
  const told = await toldBy<E>(trx, person);
  const entries = next(told);
  const before = new Map(told.map((e) => [e.uid, e]));
  const changed = entries.filter((e) => before.get(e.uid)?.sequence !== e.sequence);
  for (const entry of changed) {
    await sql`
      INSERT INTO filing.feed_entry (person, uid, sequence, entry, changed_at)
      VALUES (${person}, ${entry.uid}, ${entry.sequence}, ${JSON.stringify(entry)}::jsonb, clock_timestamp())
      ON CONFLICT (person, uid) DO UPDATE
        SET sequence = excluded.sequence, entry = excluded.entry, changed_at = excluded.changed_at`.execute(
      trx,
    );
  }
  return entries;
}
