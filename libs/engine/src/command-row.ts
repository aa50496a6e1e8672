import {
  instant,
  standingOf,
  type Day,
  type Instant,
  type Principal,
  type Standing,
} from '@twinning/domain';
import type { Selectable } from 'kysely';
import type { CommandTable } from './database.js';

/** A stored command as it is decided. */
export interface CommandRow {
  readonly id: string;
  readonly agreement: string;
  readonly type: string;
  readonly payload: unknown;
  /** Who the caller is when it is decided, not when it was asked: roles and delegations end. */
  readonly principal: Principal;
  /** The principal as it was stored with the command. */
  readonly asked: Principal;
  readonly expectedVersion: number | null;
  readonly occurredOn: Instant | null;
  readonly correlation: string;
  /** SHA-256 of what was asked, as the row keeps it: the leaf bears it too. */
  readonly requestHash: string;
}

export const commandIn = (
  row: Selectable<CommandTable>,
  standing: Standing,
  today: Day,
): CommandRow => ({
  id: row.id,
  agreement: row.agreement,
  type: row.type,
  payload: row.payload,
  principal: standingOf(row.principal as Principal, standing, today),
  asked: row.principal as Principal,
  expectedVersion: row.expected_version,
  occurredOn: row.occurred_on === null ? null : instant(row.occurred_on.toISOString()),
  correlation: row.correlation,
  requestHash: row.request_hash,
});
