import { createHash } from 'node:crypto';
import {
  claimedCheckpoint,
  logSize,
  openCheckpoint,
  rootOf,
  type Checkpoint,
  type Connection,
  type Verifier,
} from '@twinning/event-log';
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

/** Why a checkpoint draws nothing: what anybody can write would let them choose the sample. */
export const NOT_DRAWN = ['SIGNATURE', 'OTHER_RECORD', 'OTHER_HISTORY'] as const;
export class NotDrawn extends Error {
  constructor(readonly why: (typeof NOT_DRAWN)[number]) {
    super(`This checkpoint draws no sample: ${why}.`);
  }
}

/** A sample of the agreements that the record of a checkpoint contains. */
export interface AuditSample {
  /** Size of the checkpoint, and how many agreements there were of which to draw. */
  readonly size: number;
  readonly of: number;
  /** SHA-256 (hexadecimal) of their ids, in the order of their bytes, each with a line feed behind it. */
  readonly list: string;
  readonly agreements: readonly string[];
}

/** Draws by a checkpoint that the record itself has signed and continues. Throws `NotDrawn`. */
export async function auditSample(
  db: Connection,
  { checkpoint, origin, keys }: SampledBy,
  count: number,
): Promise<AuditSample> {
  const { size, root } = opened(checkpoint, keys);
  if (claimedCheckpoint(checkpoint).origin !== origin) throw new NotDrawn('OTHER_RECORD');
  const isOurs = size <= (await logSize(db)) && (await rootOf(db, size)).equals(root);
  if (!isOurs) throw new NotDrawn('OTHER_HISTORY');
  const { rows } = await sql<{ id: string }>`
    SELECT substr(stream, 11) AS id FROM log.event
     WHERE starts_with(stream, 'agreement/') AND version = 1 AND index < ${size}`.execute(db);
  const ids = rows.map((row) => row.id).sort();
  const list = createHash('sha256');
  for (const id of ids) list.update(`${id}\n`);
  return {
    ...{ size, of: ids.length, list: list.digest('hex') },
    agreements: sampleOf(root, ids, count),
  };
}

interface SampledBy {
  /** The note. */
  readonly checkpoint: string;
  /** Name of the record, and the keys that it has signed with. */
  readonly origin: string;
  readonly keys: readonly Verifier[];
}

function opened(note: string, keys: readonly Verifier[]): Checkpoint {
  try {
    return openCheckpoint(note, keys);
  } catch {
    throw new NotDrawn('SIGNATURE');
  }
}
