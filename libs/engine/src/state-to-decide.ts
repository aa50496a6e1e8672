import { emptyAgreement, type Agreement } from '@twinning/domain';
import type { EventLog } from '@twinning/event-log';
import { foldedBy } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Trx } from './database.js';
import { foldHistory, historyOf } from './history.js';
import type { Opened } from './opening.js';

/** A state on which something may be decided. */
export interface Decidable {
  readonly state: Agreement;
  /** What the rows of the read model show; nothing when another build wrote them: all are written again then. */
  readonly shown: Agreement;
}

/**
 * The state of a command's agreement. One that another build has folded is folded again from the log: it may lack what
 * this build knows, or stand on an event that this build cannot read (`NewerEvent`).
 */
export async function stateOfCommand(trx: Trx, log: EventLog, row: Opened): Promise<Decidable> {
  const state = row.state ?? emptyAgreement(row.agreement);
  return row.stale ? refolded(trx, log, row.agreement) : { state, shown: state };
}

/** The same for an agreement that is looked at; null when nothing has happened yet. */
export async function stateToLookAt(
  trx: Trx,
  log: EventLog,
  agreement: string,
): Promise<Decidable | null> {
  const { rows } = await sql<{ state: Agreement; build: string | null }>`
    SELECT state, build FROM read.stream_state WHERE agreement = ${agreement}::uuid`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const mine = foldedBy();
  return mine !== null && row.build !== mine
    ? refolded(trx, log, agreement)
    : { state: row.state, shown: row.state };
}

async function refolded(trx: Trx, log: EventLog, agreement: string): Promise<Decidable> {
  const state = foldHistory(agreement, await historyOf(trx, log, agreement));
  return { state, shown: emptyAgreement(agreement) };
}
