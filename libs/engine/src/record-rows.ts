import { readerSettings } from '@twinning/read-model';

/**
 * Row-level security of the record and of the files for `twinning_reader`: whoever sees an agreement sees its events, what
 * was refused there, its papers and its files; the streams beside agreements as the domain's `RecordVisibility` and `ParticipationVisibility` say; and
 * everybody the entries that are their own. What is in no stream named here (the registry, names of persons, the log's own
 * entries) is read by the application's role alone.
 */
const { covers, given, isAll, number } = readerSettings;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

// A CASE, because the text is an id only where the pattern fits: AND may look at either side first.
const AGREEMENT = `CASE WHEN stream ~ '^(agreement|papers|refusals)/${UUID}$' THEN split_part(stream, '/', 2)::uuid END`;
const PARTICIPATION = `CASE WHEN stream ~ '^participation/[0-9]{1,9}/[0-9]{1,9}$'
         THEN (${isAll('own')} AND split_part(stream, '/', 2)::integer = ${number('member')})
           OR ${covers('participation', `split_part(stream, '/', 3)::integer`)} END`;
const seesAgreement = (id: string): string =>
  `EXISTS (SELECT FROM read.agreement a WHERE a.agreement = ${id})`;

const EVENTS = `
  CASE WHEN ${isAll('desk')} THEN stream ~ '^(agreement|papers|refusals)/${UUID}$' ELSE ${seesAgreement(AGREEMENT)} END
  OR ${PARTICIPATION}
  OR (starts_with(stream, 'people/')
      AND (${isAll('staff')} OR stream = 'people/' || ${given('staff')}
           OR EXISTS (SELECT FROM read.person p WHERE stream = 'people/' || p.body::text
                        AND p.person = ${given('actor')} AND p.state <> 'ENDED')))
  OR (${isAll('audit')} AND (starts_with(stream, 'access/') OR starts_with(stream, 'refusals/')))
  OR actor->>'person' = ${given('actor')}`;

const once = (table: string, name: string, what: string): string => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = '${table}'::regclass AND polname = '${name}') THEN
      CREATE POLICY ${name} ON ${table} ${what};
    END IF;
  END $$`;

const FILES: Readonly<Record<string, string | null>> = {
  'filing.paper': seesAgreement('paper.agreement'),
  'filing.attachment': `${seesAgreement('attachment.agreement')} OR person = ${given('actor')}`,
  // What nobody reads as themselves: hashes of what is gone, and calendars, which are found by their secret.
  'filing.erased_file': null,
  'filing.feed': null,
  'filing.feed_entry': null,
};

/** Run by `migrateAll` after everything else; each policy is made once: another rule is another policy. */
export const recordRowStatements: readonly string[] = [
  `SELECT pg_advisory_xact_lock(727274)`,
  // The policy is the owner's to make, who must know the names in it; nobody else becomes this role.
  `GRANT USAGE ON SCHEMA read TO twinning_log_owner`,
  `GRANT twinning_log_owner TO CURRENT_USER`,
  `SET LOCAL ROLE twinning_log_owner`,
  `GRANT USAGE ON SCHEMA log TO twinning_reader`,
  `GRANT SELECT ON log.event TO twinning_reader`,
  once('log.event', 'reader', `FOR SELECT TO twinning_reader USING (${EVENTS})`),
  `RESET ROLE`,
  `REVOKE twinning_log_owner FROM CURRENT_USER`,
];

/** In a transaction of its own: it waits for those who read files, the one above for those who append. */
export const fileRowStatements: readonly string[] = [
  `GRANT USAGE ON SCHEMA filing TO twinning_reader`,
  ...Object.entries(FILES).flatMap(([table, seen]) => [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    once(table, 'application', 'TO twinning_app USING (true) WITH CHECK (true)'),
    ...(seen === null
      ? []
      : [
          `GRANT SELECT ON ${table} TO twinning_reader`,
          once(table, 'reader', `FOR SELECT TO twinning_reader USING (${seen})`),
        ]),
  ]),
];
