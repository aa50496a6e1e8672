/**
 * Row-level security of the events, forced on their owner too. The owner appends (`log.append`) and the application's role
 * reads every row; whoever reads for others gets a policy of their own where it is known what they may see. Whoever has
 * none sees nothing.
 *
 * Nothing is locked where all of it stands: a migration runs beside programs that append and read.
 */
export const rowSecurity: readonly string[] = [
  `DO $$ BEGIN
     IF EXISTS (SELECT FROM pg_class WHERE oid = 'log.event'::regclass
                 AND NOT (relrowsecurity AND relforcerowsecurity)) THEN
       ALTER TABLE log.event ENABLE ROW LEVEL SECURITY;
       ALTER TABLE log.event FORCE ROW LEVEL SECURITY;
     END IF;
     IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'log.event'::regclass AND polname = 'owner') THEN
       CREATE POLICY owner ON log.event TO twinning_log_owner USING (true) WITH CHECK (true);
     END IF;
     IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = 'log.event'::regclass AND polname = 'application') THEN
       CREATE POLICY application ON log.event FOR SELECT TO twinning_app USING (true);
     END IF;
   END $$`,
];
