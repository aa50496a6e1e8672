import type { Agreement, Standing } from '@twinning/domain';
import type { Head } from '@twinning/event-log';
import { foldedBy } from '@twinning/read-model';
import type { MemberActivity } from '@twinning/registry';
import { sql, type Selectable } from 'kysely';
import type { ClockReading } from './clock.js';
import type { CommandTable, Trx } from './database.js';

/** What a transaction that decides a command finds when it has got the log's head lock. */
export interface Opened extends Selectable<CommandTable>, ClockReading {
  readonly head: Head;
  /** The agreement's state; null when nothing has happened yet. */
  readonly state: Agreement | null;
  /** What is recorded of the caller. */
  readonly standing: Standing;
  /** When the caller's body was active; null when the registry does not know it. */
  readonly activity: MemberActivity | null;
  /** The state was folded by another build: the log is to be believed instead. */
  readonly stale: boolean;
}

/**
 * Takes the log's head lock and reads what every decision needs, in one round trip: whoever holds the lock keeps all
 * others waiting. The function is volatile and takes the lock first, so that it reads what was committed meanwhile.
 */
export async function openCommand(trx: Trx, commandId: string): Promise<Opened> {
  const { rows } = await sql<Omit<Opened, 'head'> & { locked_ms: number }>`
    SELECT * FROM engine.opened_sealed(${commandId}::uuid, ${foldedBy()}::text)`.execute(trx);
  const row = rows[0];
  if (row === undefined) throw new Error(`No stored command ${commandId}.`);
  return { ...row, head: { lockedAtMs: row.locked_ms } };
}

export const openingStatements: readonly string[] = [
  // A changed result cannot replace the function: the processes that still run would read it with the old one.
  `CREATE OR REPLACE FUNCTION engine.opened(command uuid) RETURNS TABLE (
     locked_ms double precision, id uuid, body integer, key text, request_hash text, agreement uuid, type text,
     payload jsonb, principal jsonb, expected_version integer, occurred_on timestamptz, correlation text,
     received_at timestamptz, outcome jsonb, conflict jsonb, decided_at timestamptz, told_at timestamptz,
     state jsonb, standing jsonb, activity jsonb,
     origin_real timestamptz, origin_simulated timestamptz, rate double precision)
   LANGUAGE plpgsql VOLATILE AS $$
   DECLARE
     ms double precision;
   BEGIN
     SELECT h.now_ms INTO ms FROM log.lock_head() h;
     RETURN QUERY
       SELECT ms, c.id, c.body, c.key, c.request_hash, c.agreement, c.type, c.payload, c.principal, c.expected_version,
              c.occurred_on, c.correlation, c.received_at, c.outcome, c.conflict, c.decided_at, c.told_at,
              s.state, read.standing(c.principal->>'person'),
              registry.member_activity((c.principal->>'member')::integer),
              k.origin_real, k.origin_simulated, k.rate
         FROM engine.command c
         LEFT JOIN read.stream_state s ON s.agreement = c.agreement
         LEFT JOIN engine.clock k ON true
        WHERE c.id = opened.command;
   END $$`,
  `GRANT EXECUTE ON FUNCTION engine.opened TO twinning_app`,
  // The lock comes first, in a statement of its own: what follows reads what was committed until then. Without a build
  // every state is believed.
  `CREATE OR REPLACE FUNCTION engine.opened_as(command uuid, build text) RETURNS TABLE (
     locked_ms double precision, id uuid, body integer, key text, request_hash text, agreement uuid, type text,
     payload jsonb, principal jsonb, expected_version integer, occurred_on timestamptz, correlation text,
     received_at timestamptz, outcome jsonb, conflict jsonb, decided_at timestamptz, told_at timestamptz,
     state jsonb, standing jsonb, activity jsonb,
     origin_real timestamptz, origin_simulated timestamptz, rate double precision, stale boolean)
   LANGUAGE plpgsql VOLATILE AS $$
   BEGIN
     PERFORM FROM log.lock_head();
     RETURN QUERY
       SELECT o.*, opened_as.build IS NOT NULL
                   AND EXISTS (SELECT FROM read.stream_state s
                                WHERE s.agreement = o.agreement AND s.build IS DISTINCT FROM opened_as.build)
         FROM engine.opened(opened_as.command) o;
   END $$`,
  `GRANT EXECUTE ON FUNCTION engine.opened_as TO twinning_app`,
  // The same with the seal of the command.
  `CREATE OR REPLACE FUNCTION engine.opened_sealed(command uuid, build text) RETURNS TABLE (
     locked_ms double precision, id uuid, body integer, key text, request_hash text, agreement uuid, type text,
     payload jsonb, principal jsonb, expected_version integer, occurred_on timestamptz, correlation text,
     received_at timestamptz, outcome jsonb, conflict jsonb, decided_at timestamptz, told_at timestamptz,
     state jsonb, standing jsonb, activity jsonb,
     origin_real timestamptz, origin_simulated timestamptz, rate double precision, stale boolean, mac bytea)
   LANGUAGE plpgsql VOLATILE AS $$
   BEGIN
     PERFORM FROM log.lock_head();
     RETURN QUERY
       SELECT o.*, c.mac
         FROM engine.opened_as(opened_sealed.command, opened_sealed.build) o JOIN engine.command c ON c.id = o.id;
   END $$`,
  `GRANT EXECUTE ON FUNCTION engine.opened_sealed TO twinning_app`,
];
