import { PARTNERS_READ_IN } from '@twinning/domain';
import { covers, given, isAll, listed, number } from './reader-settings.js';

/**
 * Row-level security of the schema `read` (FORCE: the owner is not exempt). The application's role decides and projects
 * and sees every row; `twinning_reader`, which nobody can log in as, only reads, and only what the settings of its
 * transaction let it see. Without the settings it sees nothing.
 *
 * Settings of a transaction: `twinning.actor` (who reads), `twinning.person` (the same, as long as agreements may name
 * them), `twinning.member` (0: none), and four lists of committees, `*` for all:
 * `twinning.desk`, `twinning.above`, `twinning.party`, `twinning.invited` (the domain's `Visibility`). Where appeals are
 * read, `twinning.appeals` and `twinning.appellant` too: they open `read.appealable`, and no row of another table. What is
 * seen of the record beside agreements is in `twinning.audit` and `twinning.staff` (`RecordVisibility`), and in
 * `twinning.own`, `twinning.participation` and `twinning.partner` (`ParticipationVisibility`).
 */
const TABLES = ['stream_state', 'agreement', 'duty', 'deadline', 'claim', 'escalation'] as const;
const OF_AGREEMENT = TABLES.filter((table) => table !== 'agreement');
const WALLED = [...TABLES, 'appealable', 'participation'];

const person = given('person');
const member = number('member');

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
  `GRANT USAGE ON SCHEMA read TO twinning_reader`,
  ...WALLED.flatMap((table) => [
    `GRANT SELECT ON read.${table} TO twinning_reader`,
    `ALTER TABLE read.${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE read.${table} FORCE ROW LEVEL SECURITY`,
    ...policy(table, 'application', 'TO twinning_app USING (true) WITH CHECK (true)'),
  ]),
  ...policy(
    'agreement',
    'reader',
    `FOR SELECT TO twinning_reader USING (
       ${covers('desk')}
       OR parents && ${listed('above')}
       OR (${covers('party')} AND (lead = ${member} OR twinned = ${member}))
       OR (${covers('invited')} AND ${member} = ANY (invited))
       OR ${person} = ANY (people))`,
  ),
  ...policy(
    'appealable',
    'reader',
    `FOR SELECT TO twinning_reader USING (
       (is_open AND committee = ANY (${listed('appeals')}))
       OR (${covers('appellant')} AND ${member} = ANY (appellants)))`,
  ),
  // A partner is one of an agreement that the reader sees: the inner query is filtered by the agreement's own policy.
  ...policy(
    'participation',
    'reader',
    `FOR SELECT TO twinning_reader USING (
       (${isAll('own')} AND member = ${member})
       OR ${covers('participation')}
       OR (${covers('partner')} AND EXISTS (
         SELECT FROM read.agreement a
          WHERE a.committee = participation.committee
            AND a.status IN (${PARTNERS_READ_IN.map((status) => `'${status}'`).join(', ')})
            AND ((a.lead = ${member} AND a.twinned = participation.member)
              OR (a.twinned = ${member} AND a.lead = participation.member)))))`,
  ),
  `DROP FUNCTION IF EXISTS read.covers(text, integer)`,
  // What belongs to an agreement is seen by who sees the agreement: the inner query is filtered by the policy above. A
  // desk of all committees sees every agreement; it need not look them up.
  ...OF_AGREEMENT.flatMap((table) =>
    policy(
      table,
      'reader',
      `FOR SELECT TO twinning_reader USING (
         ${isAll('desk')}
         OR EXISTS (SELECT FROM read.agreement a WHERE a.agreement = ${table}.agreement))`,
    ),
  ),
];
