import type { Principal } from '@twinning/domain';
import type { Json } from '@twinning/event-log';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.js';
import { rowKeys } from './row-keys.js';

/** Seconds after which a session ends: without a request, and in any case; and for how long a fresh proof counts. */
export interface SessionLimits {
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly stepUpSeconds: number;
}
export const SESSION_LIMITS: SessionLimits = {
  idleSeconds: 30 * 60,
  absoluteSeconds: 12 * 3600,
  stepUpSeconds: 10 * 60,
};

export interface NewSession {
  readonly principal: Principal;
  /** What the issuer gave and only the server keeps (ID and refresh token): sealed with a key that only the cookie has. */
  readonly secret?: string;
  /** Seconds after which it ends in any case, where that is sooner than for all. */
  readonly atMostSeconds?: number;
  /** What kind of browser it is, for its owner to know it by. */
  readonly device?: string | null;
}

export interface Session {
  /** With `stepUp` only while the proof is fresh. */
  readonly principal: Principal;
  readonly secret: string | null;
  /** RFC 3339: the end if nothing is asked any more, and the end in any case. */
  readonly idleUntil: string;
  readonly expiresAt: string;
  readonly stepUpUntil: string | null;
}

/** 256 bits for the cookie; the database sees only its hash. */
const newId = (): string => randomBytes(32).toString('base64url');
const hashOfId = (id: string): Buffer => createHash('sha256').update(id).digest();
/** How a session is told from others where its id must not lie: SHA-256 of it, in hexadecimal. */
export const sessionMark = (id: string): string => hashOfId(id).toString('hex');
const isId = (id: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(id);

const keyOf = (id: string): Buffer =>
  Buffer.from(hkdfSync('sha256', id, '', 'twinning session secret', 32));

function seal(id: string, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(id), nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function unseal(id: string, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(id), box.subarray(0, 12));
  decipher.setAuthTag(box.subarray(-16));
  return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]).toString();
}

interface SessionRow {
  readonly person: string;
  readonly principal: Principal;
  readonly sealed: Buffer | null;
  readonly idle_until: Date;
  readonly expires_at: Date;
  readonly step_up_until: Date | null;
  readonly proved: boolean;
  readonly mac: Buffer | null;
}

const KIND = 'session';

// What a session lets somebody do, and for how long at most; that it was used is not sealed.
const saysOf = (id: string, row: Omit<SessionRow, 'idle_until' | 'proved' | 'mac'>): Json =>
  JSON.parse(
    JSON.stringify({
      id: hashOfId(id).toString('hex'),
      person: row.person,
      principal: row.principal,
      sealed: row.sealed?.toString('base64') ?? null,
      expiresAt: row.expires_at,
      stepUpUntil: row.step_up_until,
    }),
  ) as Json;

/**
 * Sessions of the console, kept on the server: a random id in a cookie, its hash in `engine.session`. Times are the
 * database's own, never a demonstration's.
 */
export class SessionStore {
  constructor(
    private readonly db: Db,
    private readonly limits: SessionLimits = SESSION_LIMITS,
  ) {}

  /** A new session under a new id: whatever cookie the browser brought along is never taken over. */
  async create({ principal, secret, atMostSeconds, device = null }: NewSession): Promise<string> {
    const id = newId();
    const { idleSeconds, stepUpSeconds } = this.limits;
    const absoluteSeconds = Math.min(this.limits.absoluteSeconds, atMostSeconds ?? Infinity);
    const { person } = principal;
    const { rows } = await sql<Pick<SessionRow, 'expires_at' | 'step_up_until'>>`
      SELECT clock_timestamp() + make_interval(secs => ${absoluteSeconds}) AS expires_at,
             CASE WHEN ${principal.stepUp} THEN clock_timestamp() + make_interval(secs => ${stepUpSeconds}) END
               AS step_up_until`.execute(this.db);
    const [times] = rows;
    if (times === undefined) throw new Error('PostgreSQL did not tell the time.');
    const sealed = secret === undefined ? null : seal(id, secret);
    const mac = rowKeys().seal(KIND, saysOf(id, { person, principal, sealed, ...times }));
    await sql`
      INSERT INTO engine.session (id_hash, person, principal, sealed, device, idle_until, expires_at, step_up_until, mac)
      VALUES (${hashOfId(id)}, ${person}, ${JSON.stringify(principal)}::jsonb, ${sealed}, ${device},
        clock_timestamp() + make_interval(secs => ${idleSeconds}),
        ${times.expires_at}, ${times.step_up_until}, ${mac})`.execute(this.db);
    return id;
  }

  /** The session of a cookie, kept alive by being asked for; null when there is none (that this service made), or no more. */
  async find(id: string): Promise<Session | null> {
    if (!isId(id)) return null;
    const { rows } = await sql<SessionRow>`
      SELECT person, principal, sealed, idle_until, expires_at, step_up_until, mac,
             coalesce(step_up_until > clock_timestamp(), false) AS proved
        FROM engine.session
       WHERE id_hash = ${hashOfId(id)}
         AND idle_until > clock_timestamp() AND expires_at > clock_timestamp()`.execute(this.db);
    const [row] = rows;
    if (row === undefined || !rowKeys().isSealed(KIND, saysOf(id, row), row.mac)) return null;
    await this.keepAlive(id, row);
    return {
      principal: { ...row.principal, stepUp: row.proved },
      secret: row.sealed === null ? null : unseal(id, row.sealed),
      idleUntil: row.idle_until.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      stepUpUntil: row.proved ? (row.step_up_until?.toISOString() ?? null) : null,
    };
  }

  /** Whether the session of a cookie still stands. Asking does not keep it alive: a page left open must not. */
  async stands(id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const { rows } = await sql`
      SELECT 1 FROM engine.session
       WHERE id_hash = ${hashOfId(id)}
         AND idle_until > clock_timestamp() AND expires_at > clock_timestamp()`.execute(this.db);
    return rows.length > 0;
  }

  // At most one write per twentieth of the idle time: reading must not cost a write each time.
  private async keepAlive(id: string, row: SessionRow): Promise<void> {
    const { idleSeconds } = this.limits;
    await sql`
      UPDATE engine.session SET idle_until = clock_timestamp() + make_interval(secs => ${idleSeconds})
       WHERE id_hash = ${hashOfId(id)}
         AND ${row.idle_until}::timestamptz
             < clock_timestamp() + make_interval(secs => ${idleSeconds * 0.95})`.execute(this.db);
  }

  /** Ends one session; ending one that is gone is no fault. */
  async end(id: string): Promise<void> {
    if (!isId(id)) return;
    await sql`DELETE FROM engine.session WHERE id_hash = ${hashOfId(id)}`.execute(this.db);
  }

  /** Ends one session by its mark: for who must not know its id. */
  async endMarked(mark: string): Promise<void> {
    await sql`DELETE FROM engine.session WHERE id_hash = decode(${mark}, 'hex')`.execute(this.db);
  }

  /** Removes what has ended; answers how many. */
  async sweep(): Promise<number> {
    const { numAffectedRows } = await sql`
      DELETE FROM engine.session
       WHERE idle_until <= clock_timestamp() OR expires_at <= clock_timestamp()`.execute(this.db);
    return Number(numAffectedRows ?? 0n);
  }
}
