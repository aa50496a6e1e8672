/**
 * Row-level security of the schema `read` (FORCE: the owner is not exempt). The application's role decides and projects
 * and sees every row; `twinning_reader`, which nobody can log in as, only reads, and only what the settings of its
 * transaction let it see. Without the settings it sees nothing.
 *
 * Settings of a transaction: `twinning.person`, `twinning.member` (0: none), and four lists of committees, `*` for all:
 * `twinning.desk`, `twinning.above`, `twinning.party`, `twinning.invited` (the domain's `Visibility`).
 */
const TABLES = ['stream_state', 'agreement', 'duty', 'deadline', 'claim', 'escalation'] as const;
const OF_AGREEMENT = TABLES.filter((table) => table !== 'agreement');

// A sub-select is evaluated once per query, a bare call once per row.
const setting = (name: string): string =>
  `(SELECT nullif(current_setting('twinning.${name}', true), ''))`;
const member = `(SELECT nullif(current_setting('twinning.member', true), '')::integer)`;

const policy = (table: string, name: string, what: string): readonly string[] => [
  `DROP POLICY IF EXISTS ${name} ON read.${table}`,
  `CREATE POLICY ${name} ON read.${table} ${what}`,
];

/** Run at the end of `migrateReadModel`. */
export const rowSecurity: readonly string[] = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'twinning_reader') THEN
       CREATE ROLE twinning_reader NOLOGIN;
     END IF;
   END $$`,
  `GRANT twinning_reader TO twinning_app`,
  `CREATE OR REPLACE FUNCTION read.covers(committees text, committee integer) RETURNS boolean
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN committees = '*' THEN true ELSE committee = ANY (committees::integer[]) END
   $$`,
  `GRANT USAGE ON SCHEMA read TO twinning_reader`,
  `GRANT EXECUTE ON FUNCTION read.covers TO twinning_reader`,
  ...TABLES.flatMap((table) => [
    `GRANT SELECT ON read.${table} TO twinning_reader`,
    `ALTER TABLE read.${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE read.${table} FORCE ROW LEVEL SECURITY`,
    ...policy(table, 'application', 'TO twinning_app USING (true) WITH CHECK (true)'),
  ]),
  ...policy(
    'agreement',
    'reader',
    `FOR SELECT TO twinning_reader USING (
       read.covers(${setting('desk')}, committee)
       OR parents && ${setting('above')}::integer[]
       OR (read.covers(${setting('party')}, committee) AND (lead = ${member} OR twinned = ${member}))
       OR (read.covers(${setting('invited')}, committee) AND ${member} = ANY (invited))
       OR ${setting('person')} = ANY (people))`,
  ),
  // What belongs to an agreement is seen by who sees the agreement: the inner query is filtered by the policy above.
  ...OF_AGREEMENT.flatMap((table) =>
    policy(
      table,
      'reader',
      `FOR SELECT TO twinning_reader USING (
         EXISTS (SELECT FROM read.agreement a WHERE a.agreement = ${table}.agreement))`,
    ),
  ),
];
