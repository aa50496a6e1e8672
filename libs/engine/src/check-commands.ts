import { sql } from 'kysely';
import type { StoredOutcome } from './commands.js';
import { PATIENCE_MS, type Violation } from './check.js';
import type { Trx } from './database.js';
import type { FoldedLog, Trace } from './fold-log.js';

interface CommandRow {
  readonly id: string;
  readonly agreement: string;
  readonly outcome: StoredOutcome | null;
  /** It came too late for its version and waits for nothing. */
  readonly late: boolean;
  readonly age_ms: number;
}

const PAGE = 2_000;

/**
 * I1: what was decided stands in the log once, and nothing else of it does. I2: what was not decided has left nothing.
 * I12: nothing waits for an outcome, and no session sits in an open transaction.
 */
export async function checkCommands(
  trx: Trx,
  folded: FoldedLog,
): Promise<{ readonly commands: number; readonly violations: readonly Violation[] }> {
  const violations: Violation[] = [];
  const unclaimed = new Set(folded.traces.keys());
  let commands = 0;
  for (let after = ''; ; ) {
    const { rows } = await sql<CommandRow>`
      SELECT id, agreement, outcome, conflict IS NOT NULL AS late,
             extract(epoch FROM clock_timestamp() - received_at)::float8 * 1000 AS age_ms
        FROM engine.command WHERE id::text > ${after} ORDER BY id::text LIMIT ${PAGE}`.execute(trx);
    for (const row of rows) {
      unclaimed.delete(row.id);
      violations.push(...faultsOf(row, folded.traces.get(row.id) ?? []));
    }
    commands += rows.length;
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const { id, outcome } of await decidedInTheRequest(trx)) {
    unclaimed.delete(id);
    const found = (folded.traces.get(id) ?? []).map((t) => t.index);
    if (promisedBy(outcome).join() === found.join()) continue;
    violations.push({
      invariant: 'I1',
      subject: `command ${id}`,
      what: `promises events [${promisedBy(outcome).join()}] and has left [${found.join()}]`,
    });
  }
  for (const id of unclaimed) {
    violations.push({
      invariant: 'I1',
      subject: `command ${id}`,
      what: 'stands in the log and was never stored',
    });
  }
  return { commands, violations: [...violations, ...(await idleSessions(trx))] };
}

/** Commands that no workflow carries out: those on participation and on people. */
async function decidedInTheRequest(
  trx: Trx,
): Promise<readonly { id: string; outcome: StoredOutcome }[]> {
  const { rows } = await sql<{ id: string; outcome: StoredOutcome }>`
    SELECT id, outcome FROM engine.participation_command
    UNION ALL SELECT id, outcome FROM engine.people_command`.execute(trx);
  return rows;
}

const promisedBy = (outcome: StoredOutcome): readonly number[] => {
  if (outcome.accepted) return outcome.events.map((e) => e.index);
  return outcome.index === null ? [] : [outcome.index];
};

function faultsOf({ id, agreement, outcome, late, age_ms }: CommandRow, traces: readonly Trace[]) {
  const fault = (invariant: 'I1' | 'I2' | 'I12', what: string): Violation => ({
    invariant,
    subject: `command ${id} of ${agreement}`,
    what,
  });
  if (outcome === null) {
    return [
      ...(traces.length > 0 ? [fault('I2', 'has left events and has no outcome')] : []),
      ...(!late && age_ms > PATIENCE_MS
        ? [fault('I12', `waits for its outcome since ${String(Math.round(age_ms / 1000))} s`)]
        : []),
    ];
  }
  const promised = promisedBy(outcome);
  const stream = `${outcome.accepted ? 'agreement' : 'refusals'}/${agreement}`;
  const found = traces.map((t) => t.index);
  return [
    ...(promised.join() === found.join()
      ? []
      : [fault('I1', `promises events [${promised.join()}] and has left [${found.join()}]`)]),
    ...(traces.some((t) => t.stream !== stream && /^(agreement|refusals)\//.test(t.stream))
      ? [fault('I1', `has left an event outside ${stream}`)]
      : []),
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
