import { createHash } from 'node:crypto';
import { claimedCheckpoint, type Connection } from '@twinning/event-log';
import { sql } from 'kysely';

/**
 * Which agreements an audit looks at: the `count` smallest of SHA-256(root of the checkpoint ‖ id), in that order.
 * Nobody can choose them, for nobody knows the root before the record is signed, and everybody who has the checkpoint
 * and the list of ids finds the same ones.
 */
export function sampleOf(
  root: Buffer,
  agreements: readonly string[],
  count: number,
): readonly string[] {
  const lot = (id: string) => createHash('sha256').update(root).update(id).digest('hex');
  return agreements
    .map((id) => ({ id, lot: lot(id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

/** A sample of the agreements that the record of a checkpoint contains, and how many there are of them in all. */
export async function auditSample(
  db: Connection,
  checkpoint: string,
  count: number,
): Promise<{ readonly size: number; readonly of: number; readonly agreements: readonly string[] }> {
  const { size, root } = claimedCheckpoint(checkpoint);
  const { rows } = await sql<{ id: string }>`
    SELECT substr(stream, 11) AS id FROM log.event
     WHERE starts_with(stream, 'agreement/') AND version = 1 AND index < ${size} ORDER BY 1`.execute(
    db,
  );
  const ids = rows.map((row) => row.id);
  return { size, of: ids.length, agreements: sampleOf(root, ids, count) };
}
