import { emptyAgreement, evolve, type Agreement } from '@twinning/domain';
import {
  agreementStream,
  namesOfPersons,
  refusalStream,
  sideEvents,
  toStreamEvent,
  type Db,
} from '@twinning/engine';
import type { EventLog, JsonObject, Json, RecordedEvent, Source } from '@twinning/event-log';
import type { CaseCommand, CaseOutcome } from './format.js';
import type { Names } from './names.js';

/** Everything recorded of one agreement: what happened, what was refused, what was asked. In order. */
export interface Case {
  readonly agreement: string;
  readonly events: readonly RecordedEvent[];
  readonly refusals: readonly RecordedEvent[];
  readonly commands: readonly CaseCommand[];
  /** Names of the persons who acted, as far as they are kept: opened when the case is read, and no part of its proof. */
  readonly people?: ReadonlyMap<string, string>;
  /** What bodies and committees are called, where the events do not show what the decisions read; no part of the proof. */
  readonly called?: Names;
}

/** The case as the record has it; empty when there is no such agreement, or `reader` does not see it. */
export async function loadCase(
  db: Db,
  log: EventLog,
  agreement: string,
  reader: Source = db,
): Promise<Case> {
  const events = await log.readStream(reader, agreementStream(agreement));
  const refusals = sideEvents(await log.readStream(reader, refusalStream(agreement)));
  const acted = [...events, ...refusals].map((e) => e.actor.person);
  return {
    agreement,
    events,
    refusals,
    commands: await loadCommands(db, agreement),
    people: await namesOfPersons(db, log, acted),
  };
}

/** The commands to an agreement as they were asked and answered, oldest first. */
export async function loadCommands(db: Db, agreement: string): Promise<readonly CaseCommand[]> {
  const rows = await db
    .selectFrom('engine.command')
    .selectAll()
    .where('agreement', '=', agreement)
    .where('conflict', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    payload: row.payload as Json,
    principal: row.principal as JsonObject & { person: string },
    expectedVersion: row.expected_version,
    occurredOn: row.occurred_on?.toISOString() ?? null,
    correlation: row.correlation,
    receivedAt: row.received_at.toISOString(),
    requestHash: row.request_hash,
    outcome: row.outcome as CaseOutcome | null,
  }));
}

/** What the engine wrote beside the payload: what the decision read, and the hash of what was asked. Nothing is folded of them. */
const BESIDE: readonly string[] = ['$read', '$request'];

/** False when fields are withheld: then the events can be read, but not folded. */
export const isWhole = ({ events }: Pick<Case, 'events'>): boolean =>
  !events.some((e) =>
    Object.entries(e.payload).some(([f, value]) => value === WITHHELD && !BESIDE.includes(f)),
  );

/** What stands in place of a withheld value. */
export const WITHHELD: JsonObject = { $withheld: true };

/** The agreement after each of its events; the first is the state before any. */
export function statesOf({
  agreement,
  events,
}: Pick<Case, 'agreement' | 'events'>): readonly Agreement[] {
  const states = [emptyAgreement(agreement)];
  for (const event of events) {
    states.push(evolve(states.at(-1) as Agreement, toStreamEvent(event)));
  }
  return states;
}
