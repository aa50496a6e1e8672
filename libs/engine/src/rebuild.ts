import { clearReadModel, projectAgreement } from '@twinning/read-model';
import type { EventLog } from '@twinning/event-log';
import { differences } from './check-read-model.js';
import { asRead, type Db, type Trx } from './database.js';
import { foldLog, type FoldedAgreement } from './fold-log.js';
import { rebuildParticipations } from './fold-participations.js';
import { rebuildPeople } from './fold-people.js';

export interface Rebuilt {
  readonly agreements: number;
  /** Agreements whose rows were other ones before, with the tables in which they were. */
  readonly differed: ReadonlyMap<string, readonly string[]>;
}

/**
 * Builds the read model of all agreements anew from the log, in one transaction under the head lock: readers see the
 * old rows or the new ones, commands wait. Throws, and changes nothing, when an agreement cannot be folded.
 */
export async function rebuildReadModel(
  db: Db,
  log: EventLog,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Rebuilt> {
  return db.transaction().execute(async (trx) => {
    await log.lockHead(trx);
    const folded = await foldLog(trx, log);
    const differed = await differences(trx, folded);
    await clearReadModel(asRead(trx));
    await rebuildPeople(trx, log);
    await rebuildParticipations(trx, log);
    let done = 0;
    for (const [agreement, one] of folded.agreements) {
      if (one.stoppedAt !== null)
        throw new Error(`${agreement} cannot be folded: ${one.stoppedAt}`);
      await projectFolded(trx, one);
      done += 1;
      onProgress(done, folded.agreements.size);
    }
    return { agreements: folded.agreements.size, differed };
  });
}

/** Writes the rows of one agreement as its whole history gives them. */
export async function projectFolded(trx: Trx, one: FoldedAgreement): Promise<void> {
  const { state, firstAt, lastAt } = one;
  await trx.deleteFrom('read.agreement').where('agreement', '=', state.id).execute();
  await projectAgreement(asRead(trx), state, firstAt);
  await trx
    .updateTable('read.agreement')
    .set({ updated_at: lastAt })
    .where('agreement', '=', state.id)
    .execute();
}
