/**
 * Contacts, notices and deliveries. A notice and its deliveries are written in the transaction of the events that cause
 * them; `outbox_start` says from which index of the log on that has been so.
 */
export const outboxStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.contact (
     id uuid PRIMARY KEY,
     kind text NOT NULL CHECK (kind IN ('email', 'webhook')),
     address text NOT NULL,
     member integer,
     desk text,
     committee integer,
     language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'fr')),
     secret text,
     previous_secret text,
     state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'disabled')),
     why text,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     CHECK ((member IS NULL) <> (desk IS NULL)),
     CHECK ((kind = 'webhook') = (secret IS NOT NULL)))`,
  `CREATE INDEX IF NOT EXISTS contact_member ON engine.contact (member)`,
  `CREATE INDEX IF NOT EXISTS contact_desk ON engine.contact (desk)`,
  `CREATE TABLE IF NOT EXISTS engine.notice (
     id uuid PRIMARY KEY,
     agreement uuid NOT NULL,
     version integer NOT NULL,
     kind text NOT NULL,
     members integer[] NOT NULL,
     desks text[] NOT NULL,
     committee integer,
     content jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  `CREATE INDEX IF NOT EXISTS notice_agreement ON engine.notice (agreement, version)`,
  // The key is the promise: one delivery for one notice and recipient.
  `CREATE TABLE IF NOT EXISTS engine.delivery (
     notice uuid NOT NULL REFERENCES engine.notice,
     contact uuid NOT NULL REFERENCES engine.contact,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
     attempts integer NOT NULL DEFAULT 0,
     due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     leased_until timestamptz,
     sent_at timestamptz,
     why text,
     PRIMARY KEY (notice, contact))`,
  // `attempts` proves whose the lease is; `failures` are the receiver's alone. `again_at`: asked for anew (replay, resume).
  `ALTER TABLE engine.delivery ADD COLUMN IF NOT EXISTS failures integer NOT NULL DEFAULT 0`,
  `ALTER TABLE engine.delivery ADD COLUMN IF NOT EXISTS again_at timestamptz`,
  // How often a contact hears of what can wait, and whether of what it need not do anything about; `settings_hash` is that
  // of the secret in the link by which its reader changes both.
  `ALTER TABLE engine.contact ADD COLUMN IF NOT EXISTS rhythm text NOT NULL DEFAULT 'instant'
     CHECK (rhythm IN ('instant', 'daily', 'weekly'))`,
  `ALTER TABLE engine.contact ADD COLUMN IF NOT EXISTS news boolean NOT NULL DEFAULT true`,
  `ALTER TABLE engine.contact ADD COLUMN IF NOT EXISTS settings_hash text`,
  `CREATE UNIQUE INDEX IF NOT EXISTS contact_settings ON engine.contact (settings_hash)`,
  // The summary that a message goes out with; null for one of its own.
  `ALTER TABLE engine.delivery ADD COLUMN IF NOT EXISTS digest timestamptz`,
  // `overtaken`: what it asks for had been done before it went out.
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'delivery_state_known') THEN
       ALTER TABLE engine.delivery DROP CONSTRAINT IF EXISTS delivery_state_check;
       ALTER TABLE engine.delivery ADD CONSTRAINT delivery_state_known
         CHECK (state IN ('waiting', 'sent', 'failed', 'overtaken'));
     END IF;
   END $$`,
  // Summaries go out at seven in the morning, those of a week on Mondays.
  `CREATE OR REPLACE FUNCTION engine.next_digest(rhythm text, at timestamptz) RETURNS timestamptz
   LANGUAGE sql STABLE AS $$
     SELECT (CASE rhythm
       WHEN 'daily' THEN date_trunc('day', morning) + interval '1 day'
       WHEN 'weekly' THEN date_trunc('week', morning) + interval '7 days' END
       + interval '7 hours') AT TIME ZONE 'Europe/Zurich'
       FROM (SELECT at AT TIME ZONE 'Europe/Zurich' - interval '7 hours' AS morning) AS shifted
   $$`,
  `GRANT EXECUTE ON FUNCTION engine.next_digest TO twinning_app`,
  `CREATE INDEX IF NOT EXISTS delivery_failed ON engine.delivery (contact) WHERE state = 'failed'`,
  `CREATE INDEX IF NOT EXISTS delivery_waiting ON engine.delivery (due_at) WHERE state = 'waiting'`,
  `CREATE INDEX IF NOT EXISTS delivery_contact ON engine.delivery (contact)`,
  `CREATE TABLE IF NOT EXISTS engine.outbox_start (
     id integer PRIMARY KEY CHECK (id = 1),
     index bigint NOT NULL)`,
  `INSERT INTO engine.outbox_start (id, index)
   SELECT 1, coalesce((SELECT size FROM log.head), 0) ON CONFLICT (id) DO NOTHING`,
  `GRANT SELECT, INSERT, UPDATE ON engine.contact, engine.delivery TO twinning_app`,
  `GRANT SELECT, INSERT ON engine.notice TO twinning_app`,
  `GRANT SELECT ON engine.outbox_start TO twinning_app`,
  `CREATE OR REPLACE FUNCTION engine.enqueue(notices jsonb) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     WITH n AS (
       SELECT * FROM jsonb_to_recordset(notices)
         AS n(id uuid, agreement uuid, version integer, kind text, members integer[], desks text[],
              committee integer, content jsonb)),
     fresh AS (
       INSERT INTO engine.notice (id, agreement, version, kind, members, desks, committee, content)
       SELECT id, agreement, version, kind, members, desks, committee, content FROM n
       ON CONFLICT (id) DO NOTHING RETURNING id)
     INSERT INTO engine.delivery (notice, contact, digest, due_at)
     -- A minute later: what another transaction writes for the same summary is committed by then.
     SELECT n.id, c.id, s.slot, coalesce(s.slot + interval '1 minute', clock_timestamp())
       FROM n JOIN fresh USING (id)
       JOIN engine.contact c ON c.state <> 'disabled'
        AND (c.kind = 'webhook') = (n.kind = 'change')
        AND (c.member = ANY (n.members) OR c.desk = ANY (n.desks)
             -- The members of the committee as they are today; the partners hear of their agreement anyway.
             OR ('COMMITTEE_MEMBERS' = ANY (n.desks)
                 AND c.member IS DISTINCT FROM (n.content->>'lead')::integer
                 AND c.member IS DISTINCT FROM (n.content->>'twinned')::integer
                 AND EXISTS (SELECT FROM registry.membership m
                              WHERE m.committee = n.committee AND m.member = c.member
                                AND m.valid_to IS NULL)))
        AND (c.committee IS NULL OR c.committee = n.committee)
        AND (c.news OR n.kind <> 'status')
       LEFT JOIN engine.clock k ON true
       CROSS JOIN LATERAL (SELECT engine.next_digest(c.rhythm, clock_timestamp()) AS slot) AS regular
       -- What is due before the day after the summary does not wait for it.
       CROSS JOIN LATERAL (SELECT CASE WHEN NOT EXISTS (
           SELECT FROM jsonb_array_elements(n.content->'owed') AS o
            WHERE (o->>'due')::timestamptz < regular.slot + interval '1 day'
              + coalesce(k.origin_simulated + (clock_timestamp() - k.origin_real) * k.rate - clock_timestamp(),
                         interval '0'))
         THEN regular.slot END AS slot) AS s;
   END $$`,
  `GRANT EXECUTE ON FUNCTION engine.enqueue TO twinning_app`,
];
