import { sql, type Kysely } from 'kysely';
import type { JsonObject } from './canonical.js';
import { openCheckpoint } from './checkpoint.js';
import { demandKeyName, LOG_STREAM, namesGivenUp, type Genesis } from './genesis.js';
import { storeFields } from './fields.js';
import type { Verifier } from './keys.js';
import { leafBytes, type Envelope } from './leaf.js';
import type { Connection } from './connection.js';
import { logSize } from './log.js';
import { placeOf } from './prepare-event.js';
import { leafHash, nodeHash, type Hash } from './merkle.js';
import { nodesOf } from './nodes.js';
import { rootOf } from './proofs.js';
import { toEnvelope, type EventRow } from './rows.js';

/** The checkpoint that a restored log gives up, and what was left of it, as the first leaf of its successor names them. */
export interface Abandoned {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The signed note itself. */
  readonly checkpoint: string;
  readonly restoredSize: number;
  readonly restoredRoot: string;
  /** Of a record that had gone on from a restored backup before: what it had given up then. */
  readonly continues?: Abandoned;
}

/**
 * Makes a log that was put back from a backup the beginning of another record: its first leaf is replaced by one that
 * bears the new name and the checkpoint that is given up, every other leaf stays as it is. Witnesses of the old name see
 * that it ended; nobody is shown one name with two histories. Run by a superuser, while nothing else writes.
 */
export async function continueAs(
  admin: Kysely<unknown>,
  {
    origin,
    abandoned,
    verifiers,
  }: { origin: string; abandoned: string; verifiers: readonly Verifier[] },
): Promise<Genesis & { readonly continues: Abandoned }> {
  return admin.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    await sql`SELECT size FROM log.head FOR UPDATE`.execute(trx);
    const given = openCheckpoint(abandoned, verifiers);
    const { rows } = await sql<EventRow>`SELECT * FROM log.event WHERE index = 0`.execute(trx);
    const [first] = rows;
    if (first === undefined) throw new Error('The record is empty.');
    const genesis = first.payload as unknown as Genesis;
    const size = await logSize(trx);
    const root = await rootOf(trx, size);
    if (given.origin !== genesis.origin)
      throw new Error(`The checkpoint is that of ${given.origin}.`);
    demandKeyName(origin);
    if ([genesis.origin, ...namesGivenUp(genesis)].includes(origin))
      throw new Error('The successor needs a name of its own, that the record never bore.');
    if (given.size <= size && (await rootOf(trx, given.size)).equals(given.root)) {
      throw new Error('Nothing is lost: the log contains what the checkpoint says.');
    }
    const continues: Abandoned = {
      origin: given.origin,
      size: given.size,
      root: given.root.toString('base64'),
      checkpoint: abandoned,
      restoredSize: size,
      restoredRoot: root.toString('base64'),
      ...(genesis.continues && { continues: genesis.continues }),
    };
    const successor = { ...genesis, origin, continues };
    await replaceFirst(trx, toEnvelope(first), successor, size);
    await giveUpCheckpoints(trx, genesis.origin);
    return successor;
  });
}

/** No checkpoint of the old name is one of the new; what a time stamp was given for is kept with it, under the old name. */
async function giveUpCheckpoints(trx: Connection, origin: string): Promise<void> {
  await sql`
    INSERT INTO log.former_timestamp (origin, size, note, reply, kept_at)
    SELECT ${origin}, t.size, c.note, t.reply, t.kept_at
      FROM log.timestamp t JOIN log.checkpoint c ON c.size = t.size`.execute(trx);
  await sql`DELETE FROM log.timestamp`.execute(trx);
  await sql`DELETE FROM log.checkpoint`.execute(trx);
}

async function replaceFirst(
  trx: Connection,
  before: Envelope,
  successor: Genesis & { readonly continues: Abandoned },
  size: number,
): Promise<void> {
  const payload = { ...successor } as unknown as JsonObject;
  const fields = await storeFields(payload, {}, placeOf(LOG_STREAM, 1), null);
  const leaf = leafBytes(before, fields.commitments);
  let hash: Hash = leafHash(leaf);
  await sql`UPDATE log.event
     SET leaf = ${leaf}, leaf_hash = ${hash}, payload = ${JSON.stringify(fields.payload)}::jsonb,
         salts = ${JSON.stringify(fields.salts)}::jsonb WHERE index = 0`.execute(trx);
  // Only the nodes on the left edge stand above the first leaf.
  const nodes = nodesOf(trx);
  for (let level = 0; size >= 2 ** level; level += 1) {
    if (level > 0) hash = nodeHash(hash, await nodes(level - 1, 1));
    await sql`UPDATE log.node SET hash = ${hash} WHERE level = ${level} AND index = 0`.execute(trx);
  }
  await sql`UPDATE log.head SET frontier = ${await edgeOf(trx, size)}::bytea[]`.execute(trx);
}

/** The right edge of a tree of this size, from its nodes. */
async function edgeOf(trx: Connection, size: number): Promise<(Hash | null)[]> {
  const nodes = nodesOf(trx);
  const edge: (Hash | null)[] = [];
  for (let level = 0; size >= 2 ** level; level += 1) {
    const count = Math.floor(size / 2 ** level);
    edge.push(count % 2 === 1 ? await nodes(level, count - 1) : null);
  }
  return edge;
}
