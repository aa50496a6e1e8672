import type { Kysely } from 'kysely';
import { FEED_DAYS } from './feeds.js';

/**
 * Creates the schema `filing` or brings it up to date: forward-only, idempotent, after the log's migration. Files
 * themselves lie in the vault; here stands which agreement they belong to.
 */
export const migrateFiling = (
  admin: Kysely<unknown>,
  carryOut: (db: Kysely<unknown>, statements: readonly string[], turn: number) => Promise<void>,
): Promise<void> => carryOut(admin, statements, TURN);

/** Key of the advisory lock under which one process migrates; any number that nothing else uses. */
const TURN = 727_276;

const statements = [
  `CREATE SCHEMA IF NOT EXISTS filing`,
  // Papers that were handed out: index of the log's events PaperIssued, by the hash of the file.
  `CREATE TABLE IF NOT EXISTS filing.paper (
     sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
     agreement uuid NOT NULL,
     kind text NOT NULL,
     language text NOT NULL,
     version integer NOT NULL,
     text_hash text,
     log_index bigint NOT NULL,
     issued_at timestamptz NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS paper_agreement ON filing.paper (agreement, issued_at)`,
  `CREATE TABLE IF NOT EXISTS filing.attachment (
     agreement uuid NOT NULL,
     sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
     purpose text NOT NULL,
     type text NOT NULL,
     bytes integer NOT NULL CHECK (bytes > 0),
     person text NOT NULL,
     member integer,
     filed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (agreement, sha256))`,
  `ALTER TABLE filing.attachment ADD COLUMN IF NOT EXISTS on_behalf_of text`,
  // The same bytes may be filed by either partner and as different things: else whoever comes first would take them from
  // the other, who then could name them in no command.
  `DO $$ BEGIN
     IF EXISTS (SELECT FROM pg_constraint WHERE conname = 'attachment_pkey' AND conrelid = 'filing.attachment'::regclass) THEN
       ALTER TABLE filing.attachment DROP CONSTRAINT attachment_pkey;
     END IF;
   END $$`,
  `CREATE UNIQUE INDEX IF NOT EXISTS attachment_once
     ON filing.attachment (agreement, sha256, purpose, person, coalesce(member, 0))`,
  // Files that were destroyed with the person whom they told of: index of the log's event PersonErased that names them.
  `CREATE TABLE IF NOT EXISTS filing.erased_file (
     sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
     person text NOT NULL,
     log_index bigint NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS filing.feed (
     token_hash bytea PRIMARY KEY,
     person text NOT NULL UNIQUE,
     principal jsonb NOT NULL,
     language text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'filing.feed'::regclass AND attname = 'valid_until') THEN
       ALTER TABLE filing.feed ADD COLUMN valid_until timestamptz NOT NULL
         DEFAULT clock_timestamp() + interval '${String(FEED_DAYS)} days';
     END IF;
   END $$`,
  // Feeds of before have no seal and are over: one click makes a new address.
  `ALTER TABLE filing.feed ADD COLUMN IF NOT EXISTS mac bytea`,
  // What a feed said last of each entry, so that a change raises its SEQUENCE and a removal is told as CANCELLED.
  `CREATE TABLE IF NOT EXISTS filing.feed_entry (
     person text NOT NULL,
     uid text NOT NULL,
     sequence integer NOT NULL,
     entry jsonb NOT NULL,
     changed_at timestamptz NOT NULL,
     PRIMARY KEY (person, uid))`,
  `GRANT USAGE ON SCHEMA filing TO twinning_app`,
  `GRANT SELECT, INSERT ON filing.paper, filing.attachment, filing.erased_file TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON filing.feed, filing.feed_entry TO twinning_app`,
];
