import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../database.js';
import type { ContactKey } from './contact-key.js';
import type { Rhythm } from './settings.js';
import type { NoticeContent, NoticeKind } from './notices.js';

/** A delivery that this process has taken for itself until its lease ends. */
export interface Delivery {
  readonly notice: string;
  readonly contact: string;
  /** How often it has been taken, from 1: the proof that the lease is still ours. */
  readonly attempt: number;
  /** How often its receiver has failed before. A process that died, or a key that did not open, is not the receiver's. */
  readonly failures: number;
  readonly channel: 'email' | 'webhook';
  readonly address: string;
  readonly language: 'en' | 'fr';
  readonly rhythm: Rhythm;
  /** The summary that it goes out with, RFC 3339; null for a message of its own. */
  readonly digest: string | null;
  /** Signing secrets of a webhook, the newest first. */
  readonly secrets: readonly string[];
  readonly kind: NoticeKind;
  readonly agreement: string;
  readonly version: number;
  readonly content: NoticeContent;
  /** The secret of the link by which the reader changes how often and of what they hear; null for a webhook. */
  readonly settings: string | null;
  /** When it was caused, RFC 3339. */
  readonly createdAt: string;
  /** Names to show: acronyms of the partners, reference of the committee. */
  readonly names: {
    readonly lead: string | null;
    readonly twinned: string | null;
    readonly committee: string | null;
  };
}

export type Settlement =
  | { readonly state: 'sent' }
  /** Again after so many milliseconds; `tried` when the receiver has failed. */
  | {
      readonly state: 'waiting';
      readonly againInMs: number;
      readonly why: string;
      readonly tried: boolean;
    }
  /** The receiver fails for good: its contact is paused, and what it is owed waits until somebody resumes it. */
  | { readonly state: 'paused'; readonly why: string }
  /** The receiver is gone and says so: its contact is disabled, and what it was owed has failed. */
  | { readonly state: 'failed'; readonly why: string };

interface Row extends Omit<Delivery, 'names' | 'createdAt' | 'settings' | 'digest'> {
  readonly digest: Date | null;
  readonly created_at: Date;
  readonly lead: string | null;
  readonly twinned: string | null;
  readonly committee_name: string | null;
}

const UNOPENED_AGAIN_MS = 60_000;

/** Takes up to `limit` deliveries that are due. A process that dies with them loses them after `leaseMs`. */
export async function takeDue(
  db: Db,
  key: ContactKey,
  limit: number,
  leaseMs: number,
): Promise<readonly Delivery[]> {
  await dropOvertaken(db);
  return taken(
    db,
    key,
    leaseMs,
    sql`due AS (
      SELECT d.notice, d.contact FROM engine.delivery d JOIN engine.contact c ON c.id = d.contact
       WHERE d.digest IS NULL AND ${DUE} AND c.state = 'active'
       ORDER BY d.due_at LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED)`,
  );
}

/**
 * Takes one summary of which anything is due, whole: the messages of one contact and one morning. Empty when there is
 * none. All attempts of a summary bear one Message-ID: a part that came by itself would be taken for what was there.
 */
export async function takeDigest(
  db: Db,
  key: ContactKey,
  leaseMs: number,
): Promise<readonly Delivery[]> {
  await dropOvertaken(db);
  return taken(
    db,
    key,
    leaseMs,
    // The contact is locked, so that no two processes share one summary between them.
    sql`one AS (
      SELECT d.contact, d.digest FROM engine.delivery d JOIN engine.contact c ON c.id = d.contact
       WHERE d.digest IS NOT NULL AND ${DUE} AND c.state = 'active'
         -- Whoever has taken it may be in the middle of noting how it went.
         AND NOT EXISTS (SELECT FROM engine.delivery other
                          WHERE other.contact = d.contact AND other.digest = d.digest AND other.state = 'waiting'
                            AND other.leased_until > clock_timestamp())
       ORDER BY d.due_at LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED),
    due AS (
      SELECT d.notice, d.contact FROM engine.delivery d JOIN one USING (contact, digest)
       WHERE ${FREE} ORDER BY d.notice FOR UPDATE OF d)`,
  );
}

const FREE = sql`d.state = 'waiting' AND (d.leased_until IS NULL OR d.leased_until <= clock_timestamp())`;
const DUE = sql`${FREE} AND d.due_at <= clock_timestamp()`;

// What somebody is asked for or reminded of, and has done meanwhile. The duties are those of the commit that the read
// model has seen; it stands in the transaction of the events.
const dropOvertaken = (db: Db): Promise<unknown> =>
  sql`
    UPDATE engine.delivery d SET state = 'overtaken', leased_until = NULL, why = NULL
      FROM engine.notice n
     WHERE n.id = d.notice AND ${FREE} AND least(d.due_at, d.digest) <= clock_timestamp()
       AND n.kind IN ('duty', 'reminder')
       AND n.content->'owed' <> '[]'::jsonb
       AND EXISTS (SELECT FROM read.agreement a WHERE a.agreement = n.agreement AND a.version >= n.version)
       AND NOT EXISTS (SELECT FROM read.duty r JOIN jsonb_array_elements(n.content->'owed') AS o ON r.id = o->>'id'
                        WHERE r.agreement = n.agreement)`.execute(db);

async function taken(
  db: Db,
  key: ContactKey,
  leaseMs: number,
  due: RawBuilder<unknown>,
): Promise<readonly Delivery[]> {
  const { rows } = await sql<Row>`
    WITH ${due},
    taken AS (
      UPDATE engine.delivery d SET attempts = d.attempts + 1,
             leased_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
        FROM due WHERE d.notice = due.notice AND d.contact = due.contact
      RETURNING d.notice, d.contact, d.attempts, d.failures, d.digest)
    SELECT t.notice, t.contact, t.attempts AS attempt, t.failures, t.digest, c.kind AS channel, c.address, c.language, c.rhythm,
           array_remove(ARRAY[c.secret, c.previous_secret], NULL) AS secrets,
           n.kind, n.agreement, n.version, n.content, n.created_at,
           (SELECT acronym FROM registry.member m WHERE m.id = (n.content->>'lead')::integer) AS lead,
           (SELECT acronym FROM registry.member m WHERE m.id = (n.content->>'twinned')::integer) AS twinned,
           (SELECT reference FROM registry.committee_fact f WHERE f.committee = n.committee
             ORDER BY valid_from DESC LIMIT 1) AS committee_name
      FROM taken t JOIN engine.notice n ON n.id = t.notice JOIN engine.contact c ON c.id = t.contact
     ORDER BY n.created_at, n.id`.execute(db);
  const opened: Delivery[] = [];
  for (const { created_at, lead, twinned, committee_name, ...row } of rows) {
    const delivery: Delivery = {
      ...row,
      settings: null,
      digest: row.digest?.toISOString() ?? null,
      createdAt: created_at.toISOString(),
      names: { lead, twinned, committee: committee_name },
    };
    try {
      opened.push({
        ...delivery,
        address: key.open(row.contact, 'address', row.address),
        secrets: row.secrets.map((secret) => key.open(row.contact, 'secret', secret)),
        settings: row.channel === 'email' ? key.settingsOf(row.contact) : null,
      });
    } catch (error) {
      // One that does not open keeps nobody else waiting, and is not given up: its key may come back.
      const why = error instanceof Error ? error.message : String(error);
      const againInMs = UNOPENED_AGAIN_MS;
      await settle(db, delivery, { state: 'waiting', againInMs, why, tried: false });
    }
  }
  return opened;
}

/** Records how an attempt ended. One whose lease another process has taken over changes nothing. */
export async function settle(db: Db, delivery: Delivery, result: Settlement): Promise<void> {
  const { notice, contact, attempt } = delivery;
  const state = result.state === 'paused' ? 'waiting' : result.state;
  const why = result.state === 'sent' ? null : result.why.slice(0, 500);
  const againInMs = result.state === 'waiting' ? result.againInMs : 0;
  const failed = result.state === 'sent' || (result.state === 'waiting' && !result.tried) ? 0 : 1;
  const { numAffectedRows } = await sql`
    UPDATE engine.delivery SET state = ${state}, why = ${why}, leased_until = NULL,
           failures = failures + ${failed},
           due_at = clock_timestamp() + make_interval(secs => ${againInMs / 1000}),
           sent_at = CASE WHEN ${state} = 'sent' THEN clock_timestamp() END
     WHERE notice = ${notice} AND contact = ${contact} AND attempts = ${attempt}
       AND state = 'waiting'`.execute(db);
  if (numAffectedRows !== 1n) return;
  if (result.state === 'paused') {
    await sql`
      UPDATE engine.contact SET state = 'paused', why = ${why}
       WHERE id = ${contact} AND state = 'active'`.execute(db);
  }
  if (result.state === 'failed') {
    await sql`UPDATE engine.contact SET state = 'disabled', why = ${why} WHERE id = ${contact}`.execute(
      db,
    );
    await sql`
      UPDATE engine.delivery SET state = 'failed', why = ${why}, leased_until = NULL
       WHERE contact = ${contact} AND state = 'waiting'`.execute(db);
  }
}

/** Sends once more, under the same ids, what a contact was sent or refused since an instant; answers how many. */
export async function replayTo(db: Db, contact: string, since: string): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE engine.delivery d SET state = 'waiting', failures = 0, due_at = clock_timestamp(),
           again_at = clock_timestamp(), leased_until = NULL, sent_at = NULL, why = NULL
      FROM engine.notice n
     WHERE n.id = d.notice AND d.contact = ${contact} AND n.created_at >= ${since}::timestamptz
       AND d.state IN ('sent', 'failed')`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/**
 * Deliveries that lie (I12): due longer ago than `olderThanMs` and not attempted, or owed for so long while no attempt
 * reached their receiver, as when the key of the contacts is another, or each process that takes them dies.
 */
export const lyingDeliveries = (olderThanMs: number): RawBuilder<number> => sql<number>`
  (SELECT count(*)::int FROM engine.delivery d JOIN engine.contact c ON c.id = d.contact
     JOIN engine.notice n ON n.id = d.notice
    WHERE d.state = 'waiting' AND c.state = 'active'
      AND least(greatest(d.due_at, d.leased_until),
                CASE WHEN d.failures = 0 THEN coalesce(d.again_at, d.digest, n.created_at) END)
          < clock_timestamp() - make_interval(secs => ${olderThanMs / 1000}))`;

/** A receiver that has failed for longer than all the waits of the schedule is somebody's business. */
const TRIED_FOR = '4 days';

/**
 * Deliveries of which somebody must hear: what a receiver that is gone was owed, what waits for one that the product has
 * paused, and e-mail that is tried in vain for days. A contact that its operator has paused is known to them.
 */
export const givenUpDeliveries: RawBuilder<number> = sql<number>`
  (SELECT count(*)::int FROM engine.delivery d JOIN engine.contact c ON c.id = d.contact
     JOIN engine.notice n ON n.id = d.notice
    WHERE (d.state = 'failed' AND (c.state <> 'paused' OR c.why IS NOT NULL))
       OR (d.state = 'waiting' AND c.state = 'paused' AND c.why IS NOT NULL)
       OR (d.state = 'waiting' AND c.state = 'active' AND d.failures > 0
           AND coalesce(d.again_at, d.digest, n.created_at) < clock_timestamp() - ${sql.lit(TRIED_FOR)}::interval))`;

/** How many deliveries lie for longer than `olderThanMs`, and how many were given up. */
export async function troubledDeliveries(
  db: Db,
  olderThanMs: number,
): Promise<{ readonly lying: number; readonly givenUp: number }> {
  const { rows } = await sql<{ lying: number; givenUp: number }>`
    SELECT ${lyingDeliveries(olderThanMs)} AS lying, ${givenUpDeliveries} AS "givenUp"`.execute(db);
  return rows[0] ?? { lying: 0, givenUp: 0 };
}
