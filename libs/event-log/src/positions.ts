import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** Where an event stands: its index in the record, its stream, and its version there. No content. */
export interface Position {
  readonly index: number;
  readonly stream: string;
  readonly version: number;
}

/** Up to `limit` positions from an index on, in commit order: what a reader needs to know that something happened. */
export async function positionsFrom(
  db: Connection,
  fromIndex: number,
  limit: number,
): Promise<readonly Position[]> {
  const { rows } = await sql<{ index: string | number; stream: string; version: number }>`
    SELECT index, stream, version FROM log.event
     WHERE index >= ${fromIndex} ORDER BY index LIMIT ${limit}`.execute(db);
  return rows.map(({ index, stream, version }) => ({ index: Number(index), stream, version }));
}
