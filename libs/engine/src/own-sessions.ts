import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.js';

/** A session as its owner sees it. The handle names it and opens nothing: the cookie's id cannot be had from it. */
export interface OwnSession {
  readonly handle: string;
  /** The session that asks. */
  readonly current: boolean;
  /** What the browser said of itself at the sign-in, in two words; null when it said nothing known. */
  readonly device: string | null;
  /** RFC 3339, all of them. */
  readonly signedInAt: string;
  readonly lastUsedAt: string;
  readonly endsAt: string;
}

interface Row {
  readonly handle: string;
  readonly current: boolean;
  readonly device: string | null;
  readonly created_at: Date;
  readonly last_used: Date;
  readonly ends: Date;
}

const hashOf = (id: string | null): Buffer =>
  createHash('sha256')
    .update(id ?? '')
    .digest();

// Sixteen digits of the hash of 256 random bits: enough to tell one's sessions apart, nothing to come back from.
const HANDLE = sql`encode(substring(id_hash FROM 1 FOR 8), 'hex')`;
const MARK = sql`encode(id_hash, 'hex')`;
const STANDS = sql`idle_until > clock_timestamp() AND expires_at > clock_timestamp()`;

/** The open sessions of a person, the last used first; `id` is that of the asking one, if it is one. */
export async function sessionsOf(
  db: Db,
  person: string,
  id: string | null,
  idleSeconds: number,
): Promise<readonly OwnSession[]> {
  const { rows } = await sql<Row>`
    SELECT ${HANDLE} AS handle, id_hash = ${hashOf(id)} AS current, device, created_at,
           greatest(created_at, idle_until - make_interval(secs => ${idleSeconds})) AS last_used,
           least(idle_until, expires_at) AS ends
      FROM engine.session WHERE person = ${person} AND ${STANDS}
     ORDER BY idle_until DESC, handle LIMIT 200`.execute(db);
  return rows.map(({ created_at, last_used, ends, ...row }) => ({
    ...row,
    signedInAt: created_at.toISOString(),
    lastUsedAt: last_used.toISOString(),
    endsAt: ends.toISOString(),
  }));
}

/** Ends one session of a person; answers its mark (`sessionMark`), none when it is not theirs or there is none. */
export async function endSessionOf(
  db: Db,
  person: string,
  handle: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ mark: string }>`
    DELETE FROM engine.session WHERE person = ${person} AND ${HANDLE} = ${handle} AND ${STANDS}
    RETURNING ${MARK} AS mark`.execute(db);
  return rows.map(({ mark }) => mark);
}

/** Ends every session of a person but the one that asks; answers their marks. */
export async function endOtherSessionsOf(
  db: Db,
  person: string,
  id: string | null,
): Promise<readonly string[]> {
  const { rows } = await sql<{ mark: string }>`
    DELETE FROM engine.session WHERE person = ${person} AND id_hash <> ${hashOf(id)}
    RETURNING ${MARK} AS mark`.execute(db);
  return rows.map(({ mark }) => mark);
}

/** Ends every session of a person, or everybody's: for those who operate the service. Answers how many. */
export async function endEverySession(db: Db, person: string | null): Promise<number> {
  const { rows } = await sql`
    DELETE FROM engine.session WHERE ${person}::text IS NULL OR person = ${person} RETURNING 1`.execute(
    db,
  );
  return rows.length;
}
