import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** A person's private calendar feed: whoever has its address reads it, until it is revoked, made anew or over. */
export interface Feed {
  readonly person: string;
  readonly principal: object;
  readonly language: string;
}

/** Seals what a row says with a key that is not in the database, and knows its seal again. */
export interface RowSeals {
  seal(says: object): Buffer;
  isSealed(says: object, seal: Buffer | null): boolean;
}

/** Days for which a feed is read after its owner last signed in [D]: a token alone is not heard of when it ends. */
export const FEED_DAYS = 90;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

// A row made by hand would show its maker the deadlines of anybody.
const said = (hash: Buffer, { person, principal, language }: Feed): object => ({
  token: hash.toString('hex'),
  ...{ person, principal, language },
});

/** Makes the person's feed; the address given before is worth nothing any more. The token is told once. */
export async function openFeed(db: Connection, seals: RowSeals, feed: Feed): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const mac = seals.seal(said(hashOf(token), feed));
  await sql`
    INSERT INTO filing.feed (token_hash, person, principal, language, mac)
    VALUES (${hashOf(token)}, ${feed.person}, ${JSON.stringify(feed.principal)}::jsonb, ${feed.language}, ${mac})
    ON CONFLICT (person) DO UPDATE
      SET token_hash = excluded.token_hash, principal = excluded.principal,
          language = excluded.language, mac = excluded.mac, created_at = clock_timestamp(),
          valid_until = clock_timestamp() + make_interval(days => ${FEED_DAYS})`.execute(db);
  return token;
}

interface Row extends Feed {
  readonly hash: Buffer;
  readonly mac: Buffer | null;
}

const isOurs = (seals: RowSeals, { hash, mac, ...feed }: Row): boolean =>
  seals.isSealed(said(hash, feed), mac);

/**
 * Its owner has signed in: the feed lasts on, and shows what they are now. Without a feed, or with one that nobody here has
 * sealed, nothing happens.
 */
export async function renewFeed(
  db: Connection,
  seals: RowSeals,
  { person, principal }: Pick<Feed, 'person' | 'principal'>,
): Promise<void> {
  const { rows } = await sql<Row>`
    SELECT token_hash AS hash, person, principal, language, mac FROM filing.feed
     WHERE person = ${person}`.execute(db);
  const [row] = rows;
  if (row === undefined || !isOurs(seals, row)) return;
  const mac = seals.seal(said(row.hash, { ...row, principal }));
  await sql`
    UPDATE filing.feed
       SET principal = ${JSON.stringify(principal)}::jsonb, mac = ${mac},
           valid_until = clock_timestamp() + make_interval(days => ${FEED_DAYS})
     WHERE person = ${person} AND token_hash = ${row.hash}`.execute(db);
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

/** The feed of an address; null when there is none, when it is over, and when nobody here has sealed it. */
export async function findFeed(
  db: Connection,
  seals: RowSeals,
  token: string,
): Promise<Feed | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const { rows } = await sql<Row>`
    SELECT token_hash AS hash, person, principal, language, mac FROM filing.feed
     WHERE token_hash = ${hashOf(token)} AND valid_until > clock_timestamp()`.execute(db);
  const [row] = rows;
  return row !== undefined && isOurs(seals, row) ? row : null;
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
