import { clearReadModel, projectAgreement } from '@twinning/read-model';
import { logSize, type EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { differences, NOT_IN_THE_LOG, strangers } from './check-read-model.js';
import { asRead, type Db, type Trx } from './database.js';
import { foldAgreements, foldStreams, type FoldedAgreement } from './fold-log.js';
import { Aside } from './fold-aside.js';
import { participationRows } from './fold-participations.js';
import { peopleRows } from './fold-people.js';
import { Staged } from './staged.js';

export interface Rebuilt {
  readonly agreements: number;
  /** Agreements whose rows were other ones before, with the tables in which they were. */
  readonly differed: ReadonlyMap<string, readonly string[]>;
  /** Streams of people and participations that this build cannot fold, with the event at which it stopped: their rows stay. */
  readonly stopped: ReadonlyMap<string, string>;
}

/** So many agreements may be folded while commands wait. */
const FEW = 50;
const ROUNDS = 10;

/**
 * Builds the read model of all agreements anew from the log beside the one that is shown, while commands go on; what they
 * change meanwhile is folded again, in rounds, until few are left. Then, in one transaction under the head lock, the new
 * rows take the place of those that differ: readers see the old rows or the new ones. Commands wait for that transaction
 * alone, which folds the last few changes and writes what differs. People and participations are folded beside it too.
 * Throws, and changes nothing, when an agreement cannot be folded. `onProgress` tells of events.
 */
export async function rebuildReadModel(
  db: Db,
  log: EventLog,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Rebuilt> {
  return db.connection().execute(async (connection: Db) => {
    const staged = await Staged.on(connection);
    try {
      const differed = new Map<string, readonly string[]>();
      const stage = async (folded: readonly FoldedAgreement[]) => {
        demandFolded(folded);
        const parts = await differences(connection, folded);
        parts.forEach((tables, agreement) => differed.set(agreement, tables));
        await staged.put(
          connection,
          folded.filter(({ state }) => parts.has(state.id)),
        );
      };
      let agreements = 0;
      let size = await logSize(connection);
      for await (const folded of foldAgreements(connection, log, {}, onProgress)) {
        await stage(folded);
        agreements += folded.length;
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        const now = await logSize(connection);
        const changed = await streamsSince(connection, size);
        if (changed.length <= FEW) break;
        for (let i = 0; i < changed.length; i += FEW) {
          await stage(await foldStreams(connection, log, changed.slice(i, i + FEW)));
        }
        size = now;
      }
      const asides = [
        await Aside.of(connection, log, peopleRows),
        await Aside.of(connection, log, participationRows),
      ];
      await connection.transaction().execute(async (trx) => {
        await log.lockHead(trx);
        const last = await foldStreams(trx, log, await streamsSince(trx, size));
        demandFolded(last);
        await staged.put(trx, last);
        for (const stranger of await strangers(trx)) {
          differed.set(stranger, NOT_IN_THE_LOG);
          await clearReadModel(asRead(trx), [stranger]);
        }
        for (const aside of asides) {
          await aside.goOn(trx);
          await aside.put(trx);
        }
        const taken = await staged.show(trx);
        if (taken !== null) throw new Error(`Claim ${taken} is held by two agreements.`);
      });
      const stopped = new Map(asides.flatMap((aside) => [...aside.stopped]));
      return { agreements, differed, stopped };
    } finally {
      await staged.drop();
    }
  });
}

function demandFolded(folded: readonly FoldedAgreement[]): void {
  const stopped = folded.find(({ stoppedAt }) => stoppedAt !== null);
  if (stopped === undefined) return;
  throw new Error(`${stopped.state.id} cannot be folded: ${stopped.stoppedAt ?? ''}`);
}

/** The agreements' streams that have grown since the log had so many events. */
async function streamsSince(db: Db, size: number): Promise<readonly string[]> {
  const { rows } = await sql<{ stream: string }>`
    SELECT DISTINCT stream FROM log.event WHERE index >= ${size} AND stream LIKE 'agreement/%'
     ORDER BY stream`.execute(db);
  return rows.map(({ stream }) => stream);
}

/** Writes the rows of one agreement as its whole history gives them. */
export async function projectFolded(
  trx: Trx,
  one: Pick<FoldedAgreement, 'state' | 'firstAt' | 'lastAt'>,
): Promise<void> {
  const { state, firstAt, lastAt } = one;
  await trx.deleteFrom('read.agreement').where('agreement', '=', state.id).execute();
  await projectAgreement(asRead(trx), state, firstAt);
  await trx
    .updateTable('read.agreement')
    .set({ updated_at: lastAt })
    .where('agreement', '=', state.id)
    .execute();
}
