import { sql, type Kysely } from 'kysely';
import { memberActivityStatements } from './member-facts.js';

/** How the statements of a migration are carried out; `turn` is the key of an advisory lock that is taken first. */
type CarryOut = (
  admin: Kysely<unknown>,
  statements: readonly string[],
  turn: number,
) => Promise<void>;

/** In one transaction: for a database that nobody else is at. */
const alone: CarryOut = async (admin, statements) => {
  await admin.transaction().execute(async (trx) => {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  });
};

/**
 * Creates the schema `registry` or brings it up to date: forward-only, idempotent, run by an administrator after the
 * log's migration (which makes the role `twinning_app`).
 */
export async function migrateRegistry(
  admin: Kysely<unknown>,
  carryOut: CarryOut = alone,
): Promise<void> {
  await carryOut(admin, statements, 727275);
}

const validity = `valid_from date NOT NULL, valid_to date, CHECK (valid_from < valid_to)`;

const statements = [
  `CREATE SCHEMA IF NOT EXISTS registry`,
  `CREATE TABLE IF NOT EXISTS registry.snapshot (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     date date NOT NULL,
     kind text NOT NULL CHECK (kind IN ('COMMITTEES', 'MEMBERS')),
     complete boolean NOT NULL,
     imported_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  `CREATE TABLE IF NOT EXISTS registry.member (
     id integer PRIMARY KEY CHECK (id > 0),
     acronym text NOT NULL,
     country text,
     search text NOT NULL,
     stated_p_memberships integer,
     stated_secretariats integer)`,
  `CREATE TABLE IF NOT EXISTS registry.member_name (
     member integer NOT NULL REFERENCES registry.member,
     acronym text NOT NULL,
     ${validity},
     PRIMARY KEY (member, valid_from))`,
  `CREATE TABLE IF NOT EXISTS registry.member_standing (
     member integer NOT NULL REFERENCES registry.member,
     country text,
     alpha2 text,
     category text NOT NULL CHECK (category IN ('FULL', 'CORRESPONDENT', 'SUBSCRIBER', 'UNKNOWN')),
     new_rights boolean NOT NULL,
     active boolean NOT NULL,
     justification text,
     ${validity},
     PRIMARY KEY (member, valid_from))`,
  `CREATE TABLE IF NOT EXISTS registry.committee (
     id integer PRIMARY KEY CHECK (id > 0),
     created_on date,
     confirmed_on date NOT NULL,
     complete boolean NOT NULL,
     search text NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS registry.committee_fact (
     committee integer NOT NULL REFERENCES registry.committee,
     reference text NOT NULL,
     status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'STANDBY', 'DISSOLVED')),
     parent integer,
     secretariat integer,
     joint boolean NOT NULL,
     title_en text NOT NULL,
     title_fr text,
     ${validity},
     PRIMARY KEY (committee, valid_from))`,
  `CREATE INDEX IF NOT EXISTS committee_fact_secretariat ON registry.committee_fact (secretariat)`,
  // No foreign keys here: an import writes some 30,000 rows, their committees and members in the same transaction.
  `CREATE TABLE IF NOT EXISTS registry.membership (
     committee integer NOT NULL,
     member integer NOT NULL,
     status text NOT NULL CHECK (status IN ('P', 'O')),
     ${validity},
     PRIMARY KEY (committee, member, valid_from))`,
  `CREATE INDEX IF NOT EXISTS membership_member ON registry.membership (member)`,
  ...memberActivityStatements,
  `GRANT USAGE ON SCHEMA registry TO twinning_app`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA registry TO twinning_app`,
];
