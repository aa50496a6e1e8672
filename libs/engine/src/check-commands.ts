import { areNumbersExact } from '@twinning/event-log';
import { sql } from 'kysely';
import { PATIENCE_MS, type Violation } from './check.js';
import { answerFaults, requestFaults, type TracedRow } from './check-outcomes.js';
import { unsealedCommands } from './command-seal.js';
import type { StoredOutcome } from './commands.js';
import type { Trx } from './database.js';

const PAGE = 2_000;

/** An instant as outcomes and leaves write it, RFC 3339; null of one that is none (`infinity`). */
const written = (column: 'occurred_at' | 'occurred_on') =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The text of what was asked and answered where it has a number that may say more than a double: a fraction, or many digits.
 * Whoever parses it drops what a double cannot hold, and hashes and compares the rest.
 */
const digitsOf = (...columns: readonly ('payload' | 'principal' | 'outcome')[]) => {
  const text = sql`concat_ws(' ', ${sql.join(columns.map((c) => sql`${sql.ref(c)}::text`))})`;
  return sql`CASE WHEN ${text} ~ '[.][0-9]|[0-9]{16}' THEN ${text} END`;
};

/**
 * I1: what was decided stands in the log once, and nothing else of it does. I2: what was not decided has left nothing.
 * I12: nothing waits for an outcome, and no session sits in an open transaction.
 */
export async function checkCommands(
  trx: Trx,
): Promise<{ readonly commands: number; readonly violations: readonly Violation[] }> {
  const violations: Violation[] = [];
  let commands = 0;
  // PostgreSQL brings commands and events together, on its disk where they do not fit its memory.
  await sql`
    DECLARE traced NO SCROLL CURSOR FOR
    SELECT coalesce(c.id, t.command_id) AS id, c.agreement, c.outcome, c.late, c.age_ms, c.in_request,
           c.id IS NOT NULL AS stored, c.type, c.person, c.asked, c.hash, c.digits, coalesce(t.traces, '[]'::jsonb) AS traces
      FROM (SELECT id::text AS id, agreement::text AS agreement, outcome, conflict IS NOT NULL AS late,
                   extract(epoch FROM clock_timestamp() - received_at)::float8 * 1000 AS age_ms,
                   false AS in_request, type, principal->>'person' AS person, request_hash AS hash,
                   jsonb_build_object('payload', payload, 'occurredOn', ${written('occurred_on')}) AS asked,
                   ${digitsOf('payload', 'principal', 'outcome')} AS digits
              FROM engine.command
            UNION ALL SELECT id::text, '', outcome, false, 0, true, type, principal->>'person', request_hash,
                   jsonb_build_object('member', member, 'committee', committee, 'payload', payload),
                   ${digitsOf('payload', 'principal', 'outcome')}
              FROM engine.participation_command
            UNION ALL SELECT id::text, '', outcome, false, 0, true, type, person, request_hash, NULL,
                   ${digitsOf('outcome')}
              FROM engine.people_command) c
      FULL JOIN (SELECT command_id,
                        jsonb_agg(jsonb_build_object('index', index, 'type', type, 'stream', stream,
                                                     'version', version, 'at', ${written('occurred_at')},
                                                     'person', actor->>'person', 'request', payload->'$request',
                                                     'refusal', CASE type WHEN 'CommandRefused' THEN payload - '$read' END)
                                  ORDER BY index) AS traces
                   FROM log.event WHERE command_id IS NOT NULL GROUP BY command_id) t
             ON t.command_id = c.id`.execute(trx);
  for (;;) {
    const { rows } = await sql<TracedRow>`FETCH ${sql.lit(PAGE)} FROM traced`.execute(trx);
    for (const row of rows) violations.push(...faultsOf(row));
    commands += rows.filter((row) => row.stored && !row.in_request).length;
    if (rows.length < PAGE) break;
  }
  await sql`CLOSE traced`.execute(trx);
  const unsealed = (await unsealedCommands(trx)).map(({ id, agreement }) => ({
    invariant: 'I12' as const,
    subject: `command ${id} of ${agreement}`,
    what: 'bears no seal of this service, and is not carried out',
  }));
  return { commands, violations: [...violations, ...unsealed, ...(await idleSessions(trx))] };
}

const promisedBy = (outcome: StoredOutcome): readonly number[] => {
  if (outcome.accepted) return outcome.events.map((e) => e.index);
  return outcome.index === null ? [] : [outcome.index];
};

function faultsOf(row: TracedRow): readonly Violation[] {
  const { id, agreement, outcome, late, age_ms, traces } = row;
  const subject = row.stored && !row.in_request ? `command ${id} of ${agreement}` : `command ${id}`;
  const fault = (invariant: 'I1' | 'I2' | 'I12', what: string): Violation => ({
    invariant,
    subject,
    what,
  });
  if (!row.stored) return [fault('I1', 'stands in the log and was never stored')];
  const digits =
    row.digits === null || areNumbersExact(row.digits)
      ? []
      : [fault('I1', 'its row has a number with other digits than anybody asked or answered')];
  if (outcome === null) {
    return [
      ...digits,
      ...(traces.length > 0 ? [fault('I2', 'has left events and has no outcome')] : []),
      ...(!late && age_ms > PATIENCE_MS
        ? [fault('I12', `waits for its outcome since ${String(Math.round(age_ms / 1000))} s`)]
        : []),
    ];
  }
  const promised = promisedBy(outcome);
  const found = traces.map((t) => t.index);
  const stream = `${outcome.accepted ? 'agreement' : 'refusals'}/${agreement}`;
  return [
    ...digits,
    ...(promised.join() === found.join()
      ? []
      : [fault('I1', `promises events [${promised.join()}] and has left [${found.join()}]`)]),
    ...(!row.in_request &&
    traces.some((t) => t.stream !== stream && /^(agreement|refusals)\//.test(t.stream))
      ? [fault('I1', `has left an event outside ${stream}`)]
      : []),
    ...[...requestFaults(row), ...answerFaults(outcome, row)].map((what) => fault('I1', what)),
  ];
}

async function idleSessions(trx: Trx): Promise<readonly Violation[]> {
  const { rows } = await sql<{ pid: number; idle_s: number }>`
    SELECT pid, extract(epoch FROM clock_timestamp() - state_change)::int AS idle_s
      FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'
       AND state_change < clock_timestamp() - interval '10 seconds'`.execute(trx);
  return rows.map(({ pid, idle_s }) => ({
    invariant: 'I12',
    subject: `session ${String(pid)}`,
    what: `has sat in an open transaction for ${String(idle_s)} s`,
  }));
}
