import { sql, type Kysely } from 'kysely';

/**
 * Creates the schema `read` or brings it up to date. Forward-only and idempotent; run by the owner of the read model.
 * The application role reads and writes it: it holds nothing that the log does not.
 */
export async function migrateReadModel(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  });
}

const statements = [
  `CREATE SCHEMA IF NOT EXISTS read`,
  `CREATE TABLE IF NOT EXISTS read.stream_state (
     agreement uuid PRIMARY KEY,
     version integer NOT NULL,
     state jsonb NOT NULL)`,
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
  `CREATE INDEX IF NOT EXISTS duty_member ON read.duty (member, due)`,
  `CREATE INDEX IF NOT EXISTS duty_desk ON read.duty (desk, due)`,
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
  `GRANT USAGE ON SCHEMA read TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read TO twinning_app`,
  `GRANT USAGE ON ALL SEQUENCES IN SCHEMA read TO twinning_app`,
];
