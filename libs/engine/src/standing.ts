import { FINAL } from '@twinning/domain';
import { sql } from 'kysely';
import { unsealedCommands } from './command-seal.js';
import type { Db } from './database.js';
import { givenUpDeliveries, lyingDeliveries } from './outbox/deliveries.js';

/** How long anything may wait before it counts as forgotten, in seconds. */
const PATIENCE_S = 60;

/** Milliseconds after which a command that nobody has sealed is told of. */
const UNSEALED_MS = 5_000;

/** Seconds after which a transaction that has written, anywhere in the cluster, is long: it is told within ten. */
const LONG_TRANSACTION_S = 8;

/** Days without an entry after which an entry of the past (lifecycle.md D22) counts as begun and left. */
export const CATCH_UP_LEFT_DAYS = 14;

/** Why a product that answers is not well, in codes; the numbers say how many. */
export type Reason =
  | 'COMMANDS_WAIT'
  | 'COMMANDS_UNSEALED'
  | 'DEADLINES_PASSED_UNSEEN'
  | 'MESSAGES_WAIT'
  | 'MESSAGES_GIVEN_UP'
  | 'SILENT_AGREEMENTS'
  | 'CATCH_UP_LEFT'
  | 'FACTS_UNTOLD'
  | 'AGREEMENTS_PARKED'
  | 'LONG_TRANSACTIONS'
  | 'READ_ONLY'
  | 'NOT_ARCHIVED'
  | 'CLOCK_BEHIND'
  | 'RECORD_NOT_CONTINUED';

export interface Ailment {
  readonly reason: Reason;
  readonly count: number;
}

/**
 * What is stuck, by the read model and the queues alone (a few indexed counts): commands without an outcome or seal, deadlines
 * that passed unseen, messages that lie or were given up, agreements with neither task nor timer, entries of the
 * past begun and left, facts of the outside that could not be told, agreements that the build at work cannot read, transactions left open, a database that takes no writes
 * or keeps its log to itself though it has a command to archive it, a clock that is behind the last event (time then
 * stands still until it has caught up). `twinning check`
 * looks closer.
 */
export async function ailments(db: Db): Promise<readonly Ailment[]> {
  const { rows } = await sql<
    Record<Lowercase<Exclude<Reason, 'RECORD_NOT_CONTINUED' | 'COMMANDS_UNSEALED'>>, number>
  >`
    SELECT
      (SELECT count(*)::int FROM engine.command
        WHERE outcome IS NULL AND told_at IS NULL
          AND received_at < clock_timestamp() - make_interval(secs => ${PATIENCE_S})) AS commands_wait,
      -- A demonstration's clock is moved on by hand: what it passes over is not late.
      (SELECT count(*)::int FROM read.agreement
        WHERE NOT EXISTS (SELECT FROM engine.clock)
          AND next_deadline < clock_timestamp() - make_interval(secs => ${PATIENCE_S})
          -- While the past is entered time is that of the entries.
          AND NOT EXISTS (SELECT FROM read.stream_state s WHERE s.agreement = read.agreement.agreement
                            AND s.state #>> '{catchUp,open}' = 'true'))
      -- No workflow waits for those of a participation: the sweep looks for them.
      + (SELECT count(*)::int FROM read.participation
          WHERE NOT EXISTS (SELECT FROM engine.clock)
            AND next_deadline < clock_timestamp() - make_interval(secs => ${PATIENCE_S})) AS deadlines_passed_unseen,
      ${lyingDeliveries(PATIENCE_S * 1_000)} AS messages_wait,
      ${givenUpDeliveries} AS messages_given_up,
      (SELECT count(*)::int FROM read.agreement a
        WHERE a.next_deadline IS NULL AND a.status <> ALL(${[...FINAL]}::text[])
          AND NOT EXISTS (SELECT FROM read.duty d WHERE d.agreement = a.agreement)
          AND NOT EXISTS (SELECT FROM read.stream_state s WHERE s.agreement = a.agreement
                            AND (s.state #>> '{catchUp,open}' = 'true' OR s.state->>'stage' = 'NONE'))) AS silent_agreements,
      -- What was recorded since happened before: the first condition spares most states from being read.
      (SELECT count(*)::int FROM read.agreement a JOIN read.stream_state s ON s.agreement = a.agreement
         JOIN log.event e ON e.stream = 'agreement/' || a.agreement::text AND e.version = s.version
        WHERE a.updated_at < clock_timestamp() - make_interval(days => ${CATCH_UP_LEFT_DAYS})
          AND e.recorded_at < clock_timestamp() - make_interval(days => ${CATCH_UP_LEFT_DAYS})
          AND s.state #>> '{catchUp,open}' = 'true') AS catch_up_left,
      (SELECT count(*)::int FROM engine.reaction_owed
        WHERE since < clock_timestamp() - make_interval(secs => ${PATIENCE_S})) AS facts_untold,
      (SELECT count(*)::int FROM engine.parked) AS agreements_parked,
      greatest((SELECT count(*)::int FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
          AND xact_start < clock_timestamp() - interval '10 seconds' AND state LIKE 'idle in%'),
        -- Of other databases and roles nothing is told, but the oldest transaction that has written and still runs is older
        -- than the one that wrote an event long ago.
        (SELECT count(*)::int
           FROM (SELECT e.xmin FROM log.event e
                  WHERE e.recorded_at < clock_timestamp() - make_interval(secs => ${LONG_TRANSACTION_S})
                  ORDER BY e.index DESC LIMIT 1) last
          WHERE age(last.xmin) < age(pg_snapshot_xmin(pg_current_snapshot())::xid))) AS long_transactions,
      CASE WHEN current_setting('default_transaction_read_only') = 'on' OR pg_is_in_recovery() THEN 1 ELSE 0 END
        AS read_only,
      -- As after a restore. While it is off the setting reads "(disabled)": what it will be again is the value it resets to.
      (SELECT count(*)::int FROM pg_settings
        WHERE name IN ('archive_command', 'archive_library') AND coalesce(reset_val, '') <> ''
          AND current_setting('archive_mode') = 'off') AS not_archived,
      (SELECT count(*)::int FROM log.head h JOIN log.event e ON e.index = h.size - 1
        WHERE e.recorded_at > clock_timestamp() + interval '2 seconds') AS clock_behind`.execute(
    db,
  );
  const unsealed = await unsealedCommands(db, UNSEALED_MS);
  const late = Date.now() - PATIENCE_S * 1_000;
  // What is named for its missing seal does not also wait.
  const named = unsealed.filter(({ receivedAt }) => Date.parse(receivedAt) < late).length;
  const { commands_wait = 0, ...others } = rows[0] ?? {};
  return Object.entries({
    commands_wait: commands_wait - named,
    commands_unsealed: unsealed.length,
    ...others,
  })
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason: reason.toUpperCase() as Reason, count }));
}
