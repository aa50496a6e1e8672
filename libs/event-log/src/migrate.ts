import type { Kysely } from 'kysely';
import { carryOut } from './carry-out.js';
import { appendFunctions } from './migrate-append.js';
import { rowSecurity } from './row-security.js';

/**
 * Creates the schema `log` or brings it up to date: forward-only, idempotent, run by an administrator. The tables belong
 * to a role that nobody can log in as and that has no members; the application's role reads and calls two functions.
 */
export async function migrateLog(admin: Kysely<unknown>): Promise<void> {
  await carryOut(admin, statements, 727274);
}

const refuseChange = (table: string): readonly string[] => [
  `CREATE OR REPLACE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON log.${table}
     FOR EACH ROW EXECUTE FUNCTION log.refuse_change()`,
  `CREATE OR REPLACE TRIGGER keep_table BEFORE TRUNCATE ON log.${table}
     FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()`,
];

const statements = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'twinning_log_owner') THEN
       CREATE ROLE twinning_log_owner NOLOGIN;
     END IF;
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'twinning_app') THEN
       CREATE ROLE twinning_app NOLOGIN;
     END IF;
   END $$`,
  `GRANT twinning_log_owner TO CURRENT_USER`,
  `CREATE SCHEMA IF NOT EXISTS log`,
  `ALTER SCHEMA log OWNER TO twinning_log_owner`,
  `SET LOCAL ROLE twinning_log_owner`,
  // Appends take the head and then the events; what changes both tables beside them takes them in the same order.
  `DO $$ BEGIN
     IF to_regclass('log.head') IS NOT NULL THEN PERFORM FROM log.head FOR UPDATE; END IF;
   END $$`,
  `CREATE TABLE IF NOT EXISTS log.head (
     id integer PRIMARY KEY CHECK (id = 1),
     size bigint NOT NULL,
     -- Hash of the complete subtree of each level that awaits its right sibling; NULL where there is none.
     frontier bytea[] NOT NULL)`,
  `INSERT INTO log.head VALUES (1, 0, '{}') ON CONFLICT DO NOTHING`,
  `CREATE TABLE IF NOT EXISTS log.event (
     index bigint PRIMARY KEY,
     stream text NOT NULL,
     version integer NOT NULL,
     type text NOT NULL,
     schema_version integer NOT NULL,
     occurred_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL,
     actor jsonb NOT NULL,
     on_behalf_of jsonb NOT NULL,
     command_id text,
     causation_id text,
     correlation_id text,
     ruleset text,
     nonce text NOT NULL,
     leaf bytea NOT NULL,
     leaf_hash bytea NOT NULL,
     payload jsonb NOT NULL,
     salts jsonb NOT NULL,
     sealed jsonb NOT NULL,
     UNIQUE (stream, version))`,
  `CREATE TABLE IF NOT EXISTS log.node (
     level integer NOT NULL,
     index bigint NOT NULL,
     hash bytea NOT NULL,
     PRIMARY KEY (level, index))`,
  `CREATE TABLE IF NOT EXISTS log.checkpoint (
     size bigint PRIMARY KEY,
     note text NOT NULL,
     signed_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  // Answers of a time stamp authority (RFC 3161, DER) to the bytes of a checkpoint's note.
  `CREATE TABLE IF NOT EXISTS log.timestamp (
     size bigint PRIMARY KEY REFERENCES log.checkpoint,
     reply bytea NOT NULL,
     kept_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  // Time stamps of checkpoints that were given up with the name they bear, each with the note that was stamped.
  `CREATE TABLE IF NOT EXISTS log.former_timestamp (
     origin text NOT NULL,
     size bigint NOT NULL,
     note text NOT NULL,
     reply bytea NOT NULL,
     kept_at timestamptz NOT NULL,
     PRIMARY KEY (origin, size))`,
  // Checkpoints with a witness's cosignature, as witnesses handed them over: kept under the name that they bear.
  `CREATE TABLE IF NOT EXISTS log.cosignature (
     origin text NOT NULL,
     size bigint NOT NULL,
     key text NOT NULL,
     note text NOT NULL,
     kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (key, origin, size))`,
  `CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'log.%: events are never changed or removed', TG_TABLE_NAME;
   END $$`,
  ...refuseChange('event'),
  ...refuseChange('node'),
  ...refuseChange('checkpoint'),
  ...refuseChange('timestamp'),
  ...refuseChange('former_timestamp'),
  ...refuseChange('cosignature'),
  `CREATE OR REPLACE FUNCTION log.keep_head() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'UPDATE' OR NEW.size <= OLD.size THEN
       RAISE EXCEPTION 'log.head: the log only grows';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE OR REPLACE TRIGGER keep_head BEFORE UPDATE OR DELETE ON log.head
     FOR EACH ROW EXECUTE FUNCTION log.keep_head()`,
  `CREATE OR REPLACE TRIGGER keep_head_table BEFORE TRUNCATE ON log.head
     FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()`,
  // The one lock of the log: index order is commit order. Held until the transaction ends.
  // The clock is read under the lock and never before the last event's: a server's clock that is set back, or another
  // server's, does not turn time around. Two statements: the second must see what was committed during the wait.
  `CREATE OR REPLACE FUNCTION log.lock_head() RETURNS TABLE (size bigint, now_ms double precision)
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     last timestamptz;
   BEGIN
     SELECT h.size INTO lock_head.size FROM log.head h WHERE h.id = 1 FOR UPDATE;
     SELECT e.recorded_at INTO last FROM log.event e WHERE e.index = lock_head.size - 1;
     now_ms := floor(extract(epoch FROM greatest(clock_timestamp(), last)) * 1000);
     RETURN NEXT;
   END $$`,
  ...appendFunctions,
  ...rowSecurity,
  `REVOKE ALL ON FUNCTION log.lock_head() FROM PUBLIC`,
  `REVOKE ALL ON FUNCTION log.grow(bigint, bytea[], bytea[]) FROM PUBLIC`,
  `REVOKE ALL ON FUNCTION log.append(jsonb, bytea[]) FROM PUBLIC`,
  `REVOKE ALL ON FUNCTION log.append_next(jsonb, bytea, integer[], integer[]) FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA log TO twinning_app`,
  `GRANT SELECT ON log.head, log.event, log.node, log.checkpoint, log.timestamp,
     log.former_timestamp, log.cosignature TO twinning_app`,
  `GRANT INSERT ON log.checkpoint, log.timestamp, log.cosignature TO twinning_app`,
  `GRANT EXECUTE ON FUNCTION log.lock_head() TO twinning_app`,
  `GRANT EXECUTE ON FUNCTION log.append(jsonb, bytea[]) TO twinning_app`,
  `GRANT EXECUTE ON FUNCTION log.append_next(jsonb, bytea, integer[], integer[]) TO twinning_app`,
  `RESET ROLE`,
  `REVOKE twinning_log_owner FROM CURRENT_USER`,
];
