import type { Kysely } from 'kysely';
import { participationTable } from './participation.js';
import { peopleTables } from './people.js';
import { rowSecurity } from './row-security.js';

/**
 * Creates the schema `read` or brings it up to date. Forward-only and idempotent; run by the owner of the read model.
 * The application role reads and writes it: it holds nothing that the log does not.
 */
export async function migrateReadModel(
  db: Kysely<unknown>,
  carryOut: (db: Kysely<unknown>, statements: readonly string[]) => Promise<void>,
): Promise<void> {
  await carryOut(db, statements);
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS read`,
  `CREATE TABLE IF NOT EXISTS read.stream_state (
     agreement uuid PRIMARY KEY,
     version integer NOT NULL,
     state jsonb NOT NULL)`,
  // Who folded it: another build may know fields that this state lacks.
  `ALTER TABLE read.stream_state ADD COLUMN IF NOT EXISTS build text`,
  `CREATE TABLE IF NOT EXISTS read.agreement (
     agreement uuid PRIMARY KEY,
     version integer NOT NULL,
     status text NOT NULL,
     phase text NOT NULL,
     type text NOT NULL,
     lead integer,
     twinned integer,
     committee integer,
     working_group text,
     ruleset text NOT NULL,
     invited integer[] NOT NULL,
     start_day text,
     end_day text,
     next_deadline timestamptz,
     next_timer text,
     created_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL,
     ordinal bigserial)`,
  `ALTER TABLE read.agreement ADD COLUMN IF NOT EXISTS people text[] NOT NULL DEFAULT '{}'`,
  `ALTER TABLE read.agreement ADD COLUMN IF NOT EXISTS parents integer[] NOT NULL DEFAULT '{}'`,
  `CREATE INDEX IF NOT EXISTS agreement_updated ON read.agreement (updated_at DESC, ordinal DESC)`,
  `CREATE INDEX IF NOT EXISTS agreement_lead ON read.agreement (lead)`,
  `CREATE INDEX IF NOT EXISTS agreement_twinned ON read.agreement (twinned)`,
  `CREATE INDEX IF NOT EXISTS agreement_committee ON read.agreement (committee)`,
  `CREATE TABLE IF NOT EXISTS read.duty (
     agreement uuid NOT NULL,
     id text NOT NULL,
     desk text NOT NULL,
     member integer,
     committee integer,
     commands text[] NOT NULL,
     clause text NOT NULL,
     since timestamptz NOT NULL,
     due timestamptz,
     PRIMARY KEY (agreement, id))`,
  // In the order of the list, with all that is counted: an inbox and its counts read no row that they do not show.
  `CREATE INDEX IF NOT EXISTS duty_of_member ON read.duty (member, due, agreement, id) INCLUDE (since)`,
  `CREATE INDEX IF NOT EXISTS duty_of_desk ON read.duty (desk, due, agreement, id) INCLUDE (committee, since)`,
  `DROP INDEX IF EXISTS read.duty_member`,
  `DROP INDEX IF EXISTS read.duty_desk`,
  `CREATE TABLE IF NOT EXISTS read.deadline (
     agreement uuid NOT NULL,
     key text NOT NULL,
     timer text NOT NULL,
     step text NOT NULL,
     subject text NOT NULL,
     due timestamptz NOT NULL,
     last_day text,
     whose text NOT NULL,
     clause text NOT NULL,
     PRIMARY KEY (agreement, key))`,
  `CREATE INDEX IF NOT EXISTS deadline_due ON read.deadline (due)`,
  // The unique key is an assertion behind the decision under the head lock (lifecycle.md G6).
  `CREATE TABLE IF NOT EXISTS read.claim (
     key text PRIMARY KEY,
     agreement uuid NOT NULL,
     member integer,
     end_day text)`,
  `CREATE INDEX IF NOT EXISTS claim_agreement ON read.claim (agreement)`,
  `CREATE TABLE IF NOT EXISTS read.escalation (
     agreement uuid NOT NULL,
     id text NOT NULL,
     level text NOT NULL,
     trigger text NOT NULL,
     owner text NOT NULL,
     since timestamptz NOT NULL,
     PRIMARY KEY (agreement, id))`,
  `CREATE INDEX IF NOT EXISTS escalation_since ON read.escalation (since)`,
  // Agreements in which bodies that are no party appeal or may appeal (DIR 5.1.2).
  `CREATE TABLE IF NOT EXISTS read.appealable (
     agreement uuid PRIMARY KEY,
     committee integer NOT NULL,
     is_open boolean NOT NULL,
     appellants integer[] NOT NULL,
     decided_on text)`,
  `CREATE INDEX IF NOT EXISTS appealable_committee ON read.appealable (committee)`,
  // Everything of one agreement in one round trip; the rows come as JSON in the columns' own names, NULL for a table
  // whose rows have not changed.
  `CREATE OR REPLACE FUNCTION read.project(id uuid, at timestamptz, state jsonb, card jsonb, duties jsonb,
       deadlines jsonb, escalations jsonb, claims jsonb) RETURNS text
   LANGUAGE plpgsql AS $$
   DECLARE
     taken text;
   BEGIN
     INSERT INTO read.stream_state AS s (agreement, version, state, build)
     VALUES (id, (card->>'version')::integer, project.state, card->>'build')
     ON CONFLICT (agreement) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state, build = EXCLUDED.build;

     INSERT INTO read.agreement AS a (agreement, version, status, phase, type, lead, twinned, committee,
       working_group, ruleset, invited, people, parents, start_day, end_day, next_deadline, next_timer, created_at,
       updated_at)
     SELECT id, r.version, r.status, r.phase, r.type, r.lead, r.twinned, r.committee, r.working_group,
            r.ruleset, r.invited, r.people, coalesce(r.parents, '{}'), r.start_day, r.end_day, r.next_deadline,
            r.next_timer, at, at
       FROM jsonb_to_record(card) AS r(version integer, status text, phase text, type text, lead integer,
            twinned integer, committee integer, working_group text, ruleset text, invited integer[],
            people text[], parents integer[], start_day text, end_day text, next_deadline timestamptz, next_timer text)
     ON CONFLICT (agreement) DO UPDATE SET version = EXCLUDED.version, status = EXCLUDED.status,
       phase = EXCLUDED.phase, type = EXCLUDED.type, lead = EXCLUDED.lead, twinned = EXCLUDED.twinned,
       committee = EXCLUDED.committee, working_group = EXCLUDED.working_group, ruleset = EXCLUDED.ruleset,
       invited = EXCLUDED.invited, people = EXCLUDED.people, parents = EXCLUDED.parents,
       start_day = EXCLUDED.start_day, end_day = EXCLUDED.end_day,
       next_deadline = EXCLUDED.next_deadline, next_timer = EXCLUDED.next_timer, updated_at = EXCLUDED.updated_at;

     IF duties IS NOT NULL THEN
       DELETE FROM read.duty d WHERE d.agreement = project.id;
       INSERT INTO read.duty (agreement, id, desk, member, committee, commands, clause, since, due)
       SELECT project.id, r.id, r.desk, r.member, r.committee, r.commands, r.clause, r.since, r.due
         FROM jsonb_to_recordset(duties) AS r(id text, desk text, member integer, committee integer,
              commands text[], clause text, since timestamptz, due timestamptz);
     END IF;

     IF deadlines IS NOT NULL THEN
       DELETE FROM read.deadline d WHERE d.agreement = project.id;
       INSERT INTO read.deadline (agreement, key, timer, step, subject, due, last_day, whose, clause)
       SELECT project.id, r.key, r.timer, r.step, r.subject, r.due, r.last_day, r.whose, r.clause
         FROM jsonb_to_recordset(deadlines) AS r(key text, timer text, step text, subject text,
              due timestamptz, last_day text, whose text, clause text);
     END IF;

     IF escalations IS NOT NULL THEN
       DELETE FROM read.escalation e WHERE e.agreement = project.id;
       INSERT INTO read.escalation (agreement, id, level, trigger, owner, since)
       SELECT project.id, r.id, r.level, r.trigger, r.owner, r.since
         FROM jsonb_to_recordset(escalations) AS r(id text, level text, trigger text, owner text,
              since timestamptz);
     END IF;

     -- In the card, so that the programs of the release before go on calling this function: theirs has no such key.
     IF card ? 'appealable' THEN
       DELETE FROM read.appealable a WHERE a.agreement = project.id;
       INSERT INTO read.appealable (agreement, committee, is_open, appellants, decided_on)
       SELECT project.id, r.committee, r.is_open, r.appellants, r.decided_on
         FROM jsonb_to_recordset(card->'appealable') AS r(committee integer, is_open boolean, appellants integer[],
              decided_on text);
     END IF;

     IF claims IS NOT NULL THEN
       DELETE FROM read.claim c WHERE c.agreement = project.id
         AND NOT EXISTS (SELECT FROM jsonb_to_recordset(claims) AS r(key text) WHERE r.key = c.key);
       INSERT INTO read.claim AS c (key, agreement, member, end_day)
       SELECT r.key, project.id, r.member, r.end_day
         FROM jsonb_to_recordset(claims) AS r(key text, member integer, end_day text)
       ON CONFLICT (key) DO UPDATE SET member = EXCLUDED.member, end_day = EXCLUDED.end_day
         WHERE c.agreement = EXCLUDED.agreement;
       -- A claim that another agreement holds here is a fault of the decision: the caller must not commit.
       SELECT r.key INTO taken FROM jsonb_to_recordset(claims) AS r(key text)
         JOIN read.claim c ON c.key = r.key WHERE c.agreement <> project.id LIMIT 1;
     END IF;

     RETURN taken;
   END $$`,
  `GRANT EXECUTE ON FUNCTION read.project TO twinning_app`,
  ...participationTable,
  `GRANT USAGE ON SCHEMA read TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read TO twinning_app`,
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA read TO twinning_app`,
  ...rowSecurity,
  ...peopleTables,
];
