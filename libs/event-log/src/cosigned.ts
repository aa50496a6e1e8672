import { sql } from 'kysely';
import {
  checkpointText,
  claimedCheckpoint,
  signCheckpoint,
  type Checkpoint,
} from './checkpoint.js';
import type { Connection } from './connection.js';
import { cosignatures } from './cosignature.js';
import {
  keyId,
  readVerifier,
  SIGNATURE_TYPE,
  verifierText,
  type Signer,
  type Verifier,
} from './keys.js';
import { logSize } from './log.js';
import { readNote, signatureLine } from './note.js';
import { consistencyBetween, rootOf } from './proofs.js';

/** A checkpoint with the cosignatures of witnesses, and the proof that the log of a later size continues it. */
export interface CosignedCheckpoint {
  readonly note: string;
  readonly proof: readonly Buffer[];
}

/**
 * Keeps a witness's cosignature of a checkpoint of this log; throws saying why it is none. The same one again changes
 * nothing. Answers the size.
 */
export async function keepCosigned(
  db: Connection,
  note: string,
  { origin, witness }: { readonly origin: string; readonly witness: Verifier },
): Promise<number> {
  const checkpoint = claimedCheckpoint(note);
  const { size } = checkpoint;
  if (checkpoint.origin !== origin) {
    throw new Error(`The checkpoint is that of ${checkpoint.origin}.`);
  }
  if (cosignatures(note, witness).length === 0) {
    throw new Error(`The checkpoint bears no cosignature of ${witness.name}.`);
  }
  const present = await logSize(db);
  if (size > present || !(await rootOf(db, size)).equals(checkpoint.root)) {
    throw new Error(
      `The log of ${String(present)} events is not the continuation of this checkpoint.`,
    );
  }
  const key = verifierText(witness, SIGNATURE_TYPE.cosignature);
  await sql`
    INSERT INTO log.cosignature (origin, size, key, note)
    VALUES (${origin}, ${size}, ${key}, ${note}) ON CONFLICT DO NOTHING`.execute(db);
  return size;
}

/** What one witness cosigned of this log: the checkpoint as the log's own tree has it, and the lines to be added to it. */
interface Cosignature {
  readonly checkpoint: Checkpoint;
  readonly lines: readonly string[];
}

/** What a kept note is worth: null when it is not this checkpoint, or bears no cosignature of this key that holds. */
function cosignatureOf(note: string, key: string, checkpoint: Checkpoint): Cosignature | null {
  try {
    const { text, signatures } = readNote(note);
    const witness = readVerifier(key);
    if (text !== checkpointText(checkpoint) || cosignatures(note, witness).length === 0)
      return null;
    const id = keyId(witness, SIGNATURE_TYPE.cosignature);
    // What others say in the same note is not looked at here.
    const lines = signatures
      .filter((s) => s.name === witness.name && s.keyId.equals(id))
      .map((s) => signatureLine(s.name, s.keyId, s.signature));
    return { checkpoint, lines };
  } catch {
    return null;
  }
}

/** The newest of what one witness cosigned that holds, up to a size of the log; null when nothing does. */
async function newestOf(
  db: Connection,
  origin: string,
  key: string,
  upTo: number,
): Promise<Cosignature | null> {
  for (let below = upTo + 1; ; ) {
    const { rows } = await sql<{ size: string | number; note: string }>`
      SELECT size, note FROM log.cosignature
       WHERE origin = ${origin} AND key = ${key} AND size >= 0 AND size < ${below}
       ORDER BY size DESC LIMIT 1`.execute(db);
    const [row] = rows;
    if (row === undefined) return null;
    const size = Number(row.size);
    const found = cosignatureOf(row.note, key, { origin, size, root: await rootOf(db, size) });
    if (found !== null) return found;
    below = size;
  }
}

/**
 * The newest checkpoint that each witness has cosigned, up to a size of the log, each signed with the log's present key:
 * a cosignature is over the text, and whoever knows this key need not know earlier ones. A row that is no such checkpoint
 * is passed over.
 */
export async function newestCosigned(
  db: Connection,
  signer: Signer,
  size: number,
): Promise<readonly CosignedCheckpoint[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT DISTINCT key FROM log.cosignature WHERE origin = ${signer.name} ORDER BY key`.execute(
    db,
  );
  const bySize = new Map<number, Cosignature>();
  for (const { key } of rows) {
    const newest = await newestOf(db, signer.name, key, size);
    if (newest === null) continue;
    const { checkpoint } = newest;
    const before = bySize.get(checkpoint.size)?.lines ?? [];
    bySize.set(checkpoint.size, { checkpoint, lines: [...before, ...newest.lines] });
  }
  return Promise.all(
    [...bySize]
      .sort(([a], [b]) => b - a)
      .map(async ([at, { checkpoint, lines }]) => {
        const proof = at === 0 || at === size ? [] : await consistencyBetween(db, at, size);
        // The application may write these rows: what is signed is computed, never what is stored.
        return { note: signCheckpoint(checkpoint, signer) + lines.join(''), proof };
      }),
  );
}

/** Every kept cosigned checkpoint of a witness under this name, the smallest first: what the log must still continue. */
export async function cosignedBy(
  db: Connection,
  origin: string,
  witness: Verifier,
): Promise<readonly string[]> {
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM log.cosignature
     WHERE origin = ${origin} AND key = ${verifierText(witness, SIGNATURE_TYPE.cosignature)}
     ORDER BY size`.execute(db);
  return rows.map((row) => row.note);
}
