import { sql } from 'kysely';
import type { Connection } from './connection.js';
import { openTimestamp, requestTimestamp, type Stamped } from './timestamp.js';

/** A kept time stamp of a checkpoint. */
export interface KeptTimestamp {
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
     WHERE c.size = (SELECT max(size) FROM log.checkpoint)
       AND NOT EXISTS (SELECT FROM log.timestamp t WHERE t.size = c.size)`.execute(db);
  const newest = rows[0];
  if (newest === undefined) return null;
  const reply = await requestTimestamp(authority, Buffer.from(newest.note), patienceMs);
  await sql`
    INSERT INTO log.timestamp (size, reply) VALUES (${newest.size}, ${reply})
    ON CONFLICT (size) DO NOTHING`.execute(db);
  return Number(newest.size);
}

/** All kept time stamps, the smallest tree first. */
export async function keptTimestamps(db: Connection): Promise<readonly KeptTimestamp[]> {
  const { rows } = await sql<{ size: string | number; note: string | null; reply: Buffer }>`
    SELECT t.size, c.note, t.reply FROM log.timestamp t LEFT JOIN log.checkpoint c ON c.size = t.size
     ORDER BY t.size`.execute(db);
  return rows.map(({ size, note, reply }) => ({ size: Number(size), note: note ?? '', reply }));
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
