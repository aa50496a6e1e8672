import { carryOut, migrateLog } from '@twinning/event-log';
import { migrateFiling } from '@twinning/filing';
import { migrateReadModel } from '@twinning/read-model';
import { migrateRegistry } from '@twinning/registry';
import type { Kysely } from 'kysely';
import { commandIdStatements } from './command-ids.js';
import { builtByStatements } from './built-by.js';
import { closingStatements } from './closing.js';
import { pause } from './conductor-port.js';
import { openingStatements } from './opening.js';
import { outboxStatements } from './outbox/migrate.js';
import { parkedStatements } from './parked.js';
import { participationStatements } from './participation-store.js';
import { peopleStatements } from './people-store.js';
import { fileRowStatements, recordRowStatements } from './record-rows.js';
import { reactionStatements } from './registry-reactions-store.js';
import { reminderStatements } from './reminders.js';
import { runHistoryStatements } from './run-histories.js';
import { unsuggestedStatements } from './unsuggested.js';
import { writeProbeStatements } from './write-probe.js';

/** Brings every schema up to date: forward-only, idempotent, run by an administrator before the product starts. */
export async function migrateAll(admin: Kysely<unknown>): Promise<void> {
  const steps = [
    () => migrateLog(admin),
    () => migrateRegistry(admin, carryOut),
    () => migrateReadModel(admin, carryOut),
    () => migrateFiling(admin, carryOut),
    () => carryOut(admin, statements),
    () => carryOut(admin, recordRowStatements),
    () => carryOut(admin, fileRowStatements),
  ];
  for (const step of steps) await besideOthers(step);
}

const DEADLOCK = '40P01';
const NOT_TO_BE_HAD = '55P03';
const PAUSE_MS = 1_000;
/** A report or a backup may read for as long as this. */
const GIVE_UP_MS = 600_000;

/**
 * Programs go on while a database is migrated: where one of them and a step wait for each other, or somebody reads a table
 * that a step has to change, the step is taken again after a pause in which those who waited behind it go on.
 */
async function besideOthers(step: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + GIVE_UP_MS; ; ) {
    try {
      await step();
      return;
    } catch (error) {
      const { code } = error as { code?: unknown };
      if ((code !== DEADLOCK && code !== NOT_TO_BE_HAD) || Date.now() > until) throw error;
      await pause(PAUSE_MS);
    }
  }
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS engine`,
  `CREATE TABLE IF NOT EXISTS engine.command (
     id uuid PRIMARY KEY,
     body integer NOT NULL,
     key text NOT NULL,
     request_hash text NOT NULL,
     agreement uuid NOT NULL,
     type text NOT NULL,
     payload jsonb NOT NULL,
     principal jsonb NOT NULL,
     expected_version integer,
     occurred_on timestamptz,
     correlation text NOT NULL,
     received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     outcome jsonb,
     decided_at timestamptz,
     told_at timestamptz,
     UNIQUE (body, key))`,
  `CREATE INDEX IF NOT EXISTS command_unfinished ON engine.command (received_at)
     WHERE told_at IS NULL`,
  `CREATE INDEX IF NOT EXISTS command_agreement ON engine.command (agreement, received_at)`,
  `CREATE INDEX IF NOT EXISTS command_done ON engine.command (body, decided_at DESC)`,
  `CREATE TABLE IF NOT EXISTS engine.clock (
     id integer PRIMARY KEY CHECK (id = 1),
     origin_real timestamptz NOT NULL,
     origin_simulated timestamptz NOT NULL,
     rate double precision NOT NULL CHECK (rate > 0))`,
  `ALTER TABLE engine.command ADD COLUMN IF NOT EXISTS conflict jsonb`,
  `ALTER TABLE engine.command ADD COLUMN IF NOT EXISTS mac bytea`,
  // What was asked is never changed, and an outcome is written once; what came too late may be asked anew.
  `CREATE OR REPLACE FUNCTION engine.keep_command() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF (OLD.id, OLD.body, OLD.key) IS DISTINCT FROM (NEW.id, NEW.body, NEW.key)
        OR (OLD.conflict IS NULL AND
        (OLD.request_hash, OLD.agreement, OLD.type, OLD.payload, OLD.principal,
         OLD.expected_version, OLD.occurred_on, OLD.correlation, OLD.received_at)
        IS DISTINCT FROM
        (NEW.request_hash, NEW.agreement, NEW.type, NEW.payload, NEW.principal,
         NEW.expected_version, NEW.occurred_on, NEW.correlation, NEW.received_at))
        OR (OLD.outcome IS NOT NULL AND OLD.outcome IS DISTINCT FROM NEW.outcome) THEN
       RAISE EXCEPTION 'engine.command: what was asked and decided is not changed';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE OR REPLACE TRIGGER keep_command BEFORE UPDATE ON engine.command
     FOR EACH ROW EXECUTE FUNCTION engine.keep_command()`,
  `CREATE TABLE IF NOT EXISTS engine.session (
     id_hash bytea PRIMARY KEY,
     person text NOT NULL,
     principal jsonb NOT NULL,
     sealed bytea,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     idle_until timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     step_up_until timestamptz)`,
  `ALTER TABLE engine.session ADD COLUMN IF NOT EXISTS device text`,
  `ALTER TABLE engine.session ADD COLUMN IF NOT EXISTS mac bytea`,
  `CREATE INDEX IF NOT EXISTS session_idle ON engine.session (idle_until)`,
  `CREATE INDEX IF NOT EXISTS session_expires ON engine.session (expires_at)`,
  `CREATE INDEX IF NOT EXISTS session_person ON engine.session (person)`,
  `GRANT USAGE ON SCHEMA engine TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE ON engine.command TO twinning_app`,
  `GRANT SELECT ON engine.clock TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON engine.session TO twinning_app`,
  // What was sent is read again by the body that sent it; the application's role stores and decides.
  `ALTER TABLE engine.command ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE engine.command FORCE ROW LEVEL SECURITY`,
  `DROP POLICY IF EXISTS application ON engine.command`,
  `CREATE POLICY application ON engine.command TO twinning_app USING (true) WITH CHECK (true)`,
  `DROP POLICY IF EXISTS reader ON engine.command`,
  `CREATE POLICY reader ON engine.command FOR SELECT TO twinning_reader
     USING (body = (SELECT nullif(current_setting('twinning.member', true), '')::integer))`,
  `GRANT USAGE ON SCHEMA engine TO twinning_reader`,
  `GRANT SELECT ON engine.command TO twinning_reader`,
  // Counters of the last minutes, shared by all processes: worth nothing after a crash, so not written ahead.
  `CREATE UNLOGGED TABLE IF NOT EXISTS engine.rate_limit (
     key varchar(255) PRIMARY KEY,
     points integer NOT NULL DEFAULT 0,
     expire bigint)`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON engine.rate_limit TO twinning_app`,
  ...participationStatements,
  ...peopleStatements,
  ...commandIdStatements,
  ...reactionStatements,
  ...parkedStatements,
  ...reminderStatements,
  ...unsuggestedStatements,
  ...builtByStatements,
  ...runHistoryStatements,
  ...outboxStatements,
  ...openingStatements,
  ...closingStatements,
  ...writeProbeStatements,
];
