import type { Agreement, Instant } from '@twinning/domain';
import { appending, type PreparedCommit } from '@twinning/event-log';
import { demandUntaken, projecting } from '@twinning/read-model';
import { sql, type RawBuilder } from 'kysely';
import type { StoredOutcome } from './commands.js';
import type { Trx } from './database.js';
import { enqueuing } from './outbox/enqueue.js';
import type { Notice } from './outbox/notices.js';

type Accepted = Extract<StoredOutcome, { accepted: true }>;

/** The outcome before its events have their indexes: they get them when they are appended. */
export type DecidedOutcome =
  | Exclude<StoredOutcome, { accepted: true }>
  | (Omit<Accepted, 'events'> & { readonly events: readonly { readonly type: string }[] });

/** All that a decided command leaves in its transaction. */
export interface Decided {
  readonly command: string;
  readonly outcome: DecidedOutcome;
  readonly events: PreparedCommit | null;
  /** What the read model showed before and shows from now on; null when nothing has changed. */
  readonly shown: {
    readonly before: Agreement;
    readonly after: Agreement;
    readonly at: Instant;
  } | null;
  readonly notices: readonly Notice[];
}

/** Appends, projects, writes the messages and the outcome, in one round trip: the log's lock is held until then. */
export async function closeCommand(trx: Trx, decided: Decided): Promise<void> {
  const { command, outcome, events, shown, notices } = decided;
  const none = sql<null>`NULL`;
  const first: RawBuilder<number | null> = events?.call ?? sql<null>`NULL::bigint`;
  const statement = sql<{ taken: string | null }>`
    SELECT engine.decided(${command}::uuid, ${JSON.stringify(outcome)}::jsonb, ${outcome.decidedAt}::timestamptz, ${first}),
           ${shown === null ? none : projecting(shown.after, shown.at, shown.before)} AS taken,
           ${notices.length === 0 ? none : enqueuing(notices)}`;
  const run = async () => (await statement.execute(trx)).rows[0]?.taken ?? null;
  const taken = await (events === null ? run() : appending(events, run));
  if (shown !== null) demandUntaken(shown.after, taken);
}

export const closingStatements: readonly string[] = [
  `CREATE OR REPLACE FUNCTION engine.decided(command uuid, outcome jsonb, at timestamptz, first bigint) RETURNS void
   LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE engine.command c SET decided_at = at, outcome = CASE WHEN first IS NULL THEN decided.outcome ELSE
         decided.outcome || jsonb_build_object('events',
           (SELECT jsonb_agg(e || jsonb_build_object('index', first + n - 1) ORDER BY n)
              FROM jsonb_array_elements(decided.outcome->'events') WITH ORDINALITY AS x(e, n))) END
      WHERE c.id = command;
   END $$`,
  `GRANT EXECUTE ON FUNCTION engine.decided TO twinning_app`,
];
