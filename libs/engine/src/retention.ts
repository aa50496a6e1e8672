import { statusOf } from '@twinning/domain';
import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Db } from './database.js';
import { isOpen } from './fold-log.js';
import { foldHistory, historyOf } from './history.js';

const AGREEMENT = 'agreement/';

/** Years for which the records of an agreement are kept after its end, as for business records (Swiss CO, art. 958f). */
export const RETENTION_YEARS = 10;

/** An agreement for which a person signed: its record is kept until then; null while it is not over. */
export interface Retained {
  readonly agreement: string;
  readonly status: string;
  readonly until: string | null;
}

/** The agreements that a person signed or was designated to sign, and how long each must be kept. */
export async function retentionOf(
  db: Db,
  log: EventLog,
  person: string,
): Promise<readonly Retained[]> {
  // From the log itself: whoever was replaced as signatory before the end signed all the same.
  const { rows } = await sql<{ agreement: string }>`
    SELECT DISTINCT substr(stream, ${AGREEMENT.length + 1}) AS agreement FROM log.event
     WHERE starts_with(stream, ${AGREEMENT})
       AND (type = 'AgreementSigned' AND actor->>'person' = ${person}
         OR type = 'SignatoryDesignated' AND payload->>'person' = ${person})
     ORDER BY agreement`.execute(db);
  const retained: Retained[] = [];
  for (const { agreement } of rows) {
    const events = await historyOf(db, log, agreement);
    const state = foldHistory(agreement, events);
    const last = events.at(-1);
    const over = !isOpen(state) && last !== undefined;
    retained.push({
      agreement,
      status: statusOf(state),
      until: over ? yearsAfter(last.occurredAt, RETENTION_YEARS) : null,
    });
  }
  return retained;
}

function yearsAfter(instant: string, years: number): string {
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}
