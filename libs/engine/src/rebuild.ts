import { clearReadModel, projectAgreement } from '@twinning/read-model';
import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import {
  differences,
  NOT_IN_THE_LOG,
  strangers,
  type Shown,
  type ShownClaims,
} from './check-read-model.js';
import { asRead, type Db, type Trx } from './database.js';
import { foldAgreements, type FoldedAgreement } from './fold-log.js';
import { rebuildParticipations } from './fold-participations.js';
import { rebuildPeople } from './fold-people.js';

export interface Rebuilt {
  readonly agreements: number;
  /** Agreements whose rows were other ones before, with the tables in which they were. */
  readonly differed: ReadonlyMap<string, readonly string[]>;
}

/**
 * Builds the read model of all agreements anew from the log, in one transaction under the head lock: readers see the
 * old rows or the new ones, commands wait. Throws, and changes nothing, when an agreement cannot be folded. `onProgress`
 * tells of events.
 */
export async function rebuildReadModel(
  db: Db,
  log: EventLog,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Rebuilt> {
  return db.transaction().execute(async (trx) => {
    await log.lockHead(trx);
    const differed = new Map<string, readonly string[]>();
    for (const stranger of await strangers(trx)) {
      differed.set(stranger, NOT_IN_THE_LOG);
      await clearReadModel(asRead(trx), [stranger]);
    }
    const claims = await takeClaims(trx);
    await rebuildPeople(trx, log);
    await rebuildParticipations(trx, log);
    let agreements = 0;
    for await (const folded of foldAgreements(trx, log, {}, onProgress)) {
      for (const [agreement, parts] of await differences(trx, folded, claims)) {
        differed.set(agreement, parts);
      }
      await clearReadModel(
        asRead(trx),
        folded.map(({ state }) => state.id),
      );
      for (const one of folded) {
        if (one.stoppedAt !== null) {
          throw new Error(`${one.state.id} cannot be folded: ${one.stoppedAt}`);
        }
        await projectFolded(trx, one);
      }
      agreements += folded.length;
    }
    return { agreements, differed };
  });
}

// A claim is held by one agreement: an old row of another would keep the rightful holder's out.
async function takeClaims(trx: Trx): Promise<ShownClaims> {
  const { rows } = await sql<Pick<Shown, 'agreement' | 'claims'>>`
    WITH taken AS (DELETE FROM read.claim RETURNING *)
    SELECT agreement::text AS agreement, jsonb_agg(to_jsonb(taken) - 'agreement') AS claims
      FROM taken GROUP BY agreement`.execute(trx);
  return new Map(rows.map(({ agreement, claims }) => [agreement, claims]));
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
