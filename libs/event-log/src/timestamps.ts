import { sql } from 'kysely';
import type { Connection } from './connection.js';
import { openTimestamp, requestTimestamp, type Stamped } from './timestamp.js';

/** A kept time stamp of a checkpoint. */
export interface KeptTimestamp {
  /** The name of the record then, when it was put back from a backup since and has another; null under its present one. */
  readonly givenUp: string | null;
  readonly size: number;
  /** The checkpoint's note, whose bytes are stamped. */
  readonly note: string;
  /** The authority's answer, DER (RFC 3161). */
  readonly reply: Buffer;
}

/**
 * Has the newest checkpoint stamped, when it is not yet; answers its size, or null when there was nothing to do. Two
 * processes may do so at once: the first answer stays.
 */
export async function stampNewest(
  db: Connection,
  authority: string,
  patienceMs: number,
): Promise<number | null> {
  const { rows } = await sql<{ size: string | number; note: string }>`
    SELECT c.size, c.note FROM log.checkpoint c
     WHERE c.size = (SELECT max(size) FROM log.checkpoint WHERE size <= (SELECT size FROM log.head))
       AND NOT EXISTS (SELECT FROM log.timestamp t WHERE t.size = c.size)`.execute(db);
  const newest = rows[0];
  if (newest === undefined) return null;
  const reply = await requestTimestamp(authority, Buffer.from(newest.note), patienceMs);
  await sql`
    INSERT INTO log.timestamp (size, reply) VALUES (${newest.size}, ${reply})
    ON CONFLICT (size) DO NOTHING`.execute(db);
  return Number(newest.size);
}

/** All kept time stamps, those of names given up first, then the smallest tree first. */
export async function keptTimestamps(db: Connection): Promise<readonly KeptTimestamp[]> {
  const { rows } = await sql<{
    given_up: string | null;
    size: string | number;
    note: string;
    reply: Buffer;
  }>`
    SELECT * FROM (
      SELECT origin AS given_up, size, note, reply, kept_at FROM log.former_timestamp
      UNION ALL
      SELECT NULL, t.size, coalesce(c.note, ''), t.reply, t.kept_at
        FROM log.timestamp t LEFT JOIN log.checkpoint c ON c.size = t.size) kept
     ORDER BY given_up IS NULL, min(kept_at) OVER (PARTITION BY given_up), size`.execute(db);
  return rows.map(({ given_up, size, note, reply }) => ({
    ...{ givenUp: given_up, size: Number(size), note, reply },
  }));
}

/** A time stamp and what it states, or why it does not hold. */
export interface CheckedTimestamp extends KeptTimestamp {
  readonly stamped: Stamped | null;
  readonly why: string | null;
}

/** Checks each kept time stamp against its checkpoint; `authorities` are PEM certificates to which it must lead. */
export async function checkTimestamps(
  db: Connection,
  authorities: readonly string[] = [],
): Promise<readonly CheckedTimestamp[]> {
  const checked: CheckedTimestamp[] = [];
  for (const kept of await keptTimestamps(db)) {
    try {
      const stamped = await openTimestamp(kept.reply, Buffer.from(kept.note), authorities);
      checked.push({ ...kept, stamped, why: null });
    } catch (error) {
      checked.push({ ...kept, stamped: null, why: (error as Error).message });
    }
  }
  return checked;
}
