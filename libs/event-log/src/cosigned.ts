import { sql } from 'kysely';
import { claimedCheckpoint } from './checkpoint.js';
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
import { readNote, signatureLine, signNote } from './note.js';
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

/** The cosignature lines of one witness: what others say in the same note is not looked at here. */
function linesOf(note: string, witness: Verifier): readonly string[] {
  const id = keyId(witness, SIGNATURE_TYPE.cosignature);
  return readNote(note)
    .signatures.filter((s) => s.name === witness.name && s.keyId.equals(id))
    .map((s) => signatureLine(s.name, s.keyId, s.signature));
}

/**
 * The newest checkpoint that each witness has cosigned, up to a size of the log, each signed with the log's present key:
 * a cosignature is over the text, and whoever knows this key need not know earlier ones.
 */
export async function newestCosigned(
  db: Connection,
  signer: Signer,
  size: number,
): Promise<readonly CosignedCheckpoint[]> {
  const { rows } = await sql<{ size: string | number; key: string; note: string }>`
    SELECT DISTINCT ON (key) size, key, note FROM log.cosignature
     WHERE origin = ${signer.name} AND size <= ${size} ORDER BY key, size DESC`.execute(db);
  const bySize = new Map<number, typeof rows>();
  for (const row of rows)
    bySize.set(
      Number(row.size),
      rows.filter((r) => r.size === row.size),
    );
  return Promise.all(
    [...bySize]
      .sort(([a], [b]) => b - a)
      .map(async ([at, kept]) => {
        const { text } = readNote(kept[0]?.note ?? '');
        const lines = kept.flatMap(({ note, key }) => linesOf(note, readVerifier(key)));
        const proof = at === 0 || at === size ? [] : await consistencyBetween(db, at, size);
        return { note: signNote(text, signer) + lines.join(''), proof };
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
