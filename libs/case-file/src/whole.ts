import { agreementStream, type Db } from '@twinning/engine';
import { sql } from 'kysely';

/** What of the record is not there, or is not what the read model was made of. */
export interface Difference {
  /** `log`, by index from 0, or the stream of an agreement, by version from 1. */
  readonly of: string;
  readonly expected: number;
  readonly found: number;
  /** Index or version of the first event that is missing, or that is too many. */
  readonly first: number;
}

/** Events were taken out of the record: nothing is sealed that would look whole. */
export class RecordIncomplete extends Error {
  constructor(readonly difference: Difference) {
    const { of, expected, found, first } = difference;
    super(
      `${of}: ${String(expected)} events are expected and ${String(found)} found; the first difference is at ${String(first)}.`,
    );
  }
}

/**
 * Throws `RecordIncomplete` unless an event stands at every index below `size`, and the agreement has as many as its row
 * in the read model has versions: rows alone do not show that one is gone from their end.
 */
export async function demandWhole(db: Db, agreement: string, size: number): Promise<void> {
  const stream = agreementStream(agreement);
  // One statement: a command in between changes both sides or neither.
  const { rows } = await sql<{ count: string | number; version: number; versions: number[] }>`
    SELECT (SELECT count(*) FROM log.event WHERE index < ${size}) AS count,
           coalesce((SELECT version FROM read.agreement WHERE agreement::text = ${agreement}), 0) AS version,
           ARRAY(SELECT version FROM log.event WHERE stream = ${stream} ORDER BY version) AS versions`.execute(
    db,
  );
  const { count = 0, version = 0, versions = [] } = rows[0] ?? {};
  if (Number(count) !== size) {
    throw new RecordIncomplete({
      ...{ of: 'log', expected: size, found: Number(count) },
      first: await firstMissing(db, size),
    });
  }
  const gap = versions.findIndex((v, i) => v !== i + 1);
  if (gap >= 0 || versions.length !== version) {
    const first = (gap >= 0 ? gap : Math.min(versions.length, version)) + 1;
    throw new RecordIncomplete({ of: stream, expected: version, found: versions.length, first });
  }
}

async function firstMissing(db: Db, size: number): Promise<number> {
  const { rows } = await sql<{ first: string | number }>`
    SELECT min(place) AS first FROM (
      SELECT 0 AS place UNION ALL SELECT index + 1 FROM log.event WHERE index + 1 < ${size}) p
     WHERE NOT EXISTS (SELECT FROM log.event e WHERE e.index = p.place)`.execute(db);
  return Number(rows[0]?.first ?? size);
}
