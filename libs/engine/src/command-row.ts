import { instant, type Instant, type Principal } from '@twinning/domain';
import type { Selectable } from 'kysely';
import type { CommandTable } from './database.js';

/** A stored command as it is decided. */
export interface CommandRow {
  readonly id: string;
  readonly agreement: string;
  readonly type: string;
  readonly payload: unknown;
  readonly principal: Principal;
  readonly expectedVersion: number | null;
  readonly occurredOn: Instant | null;
  readonly correlation: string;
}

export const commandIn = (row: Selectable<CommandTable>): CommandRow => ({
  id: row.id,
  agreement: row.agreement,
  type: row.type,
  payload: row.payload,
  principal: row.principal as Principal,
  expectedVersion: row.expected_version,
  occurredOn: row.occurred_on === null ? null : instant(row.occurred_on.toISOString()),
  correlation: row.correlation,
});
