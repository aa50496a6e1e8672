import type { Db } from '@twinning/engine';
import {
  demandContinuity,
  NotContinued,
  signerIn,
  type EventLog,
  type Genesis,
  type Signer,
} from '@twinning/event-log';
import { Logger } from '@nestjs/common';

/** The signer of the record's checkpoints, under the name that the first leaf gives. */
export async function logSigner(db: Db, log: EventLog, dataFolder: string): Promise<Signer> {
  const [genesis] = await log.readAll(db, 0, 1);
  const { origin } = (genesis?.payload ?? { origin: 'twinning' }) as unknown as Genesis;
  const signer = await signerIn(dataFolder, origin);
  // The service goes on without signing: commands are decided, and the operator reads why there is no proof.
  if (signer.memory !== undefined) {
    await demandContinuity(db, signer, signer.memory).catch((error: unknown) => {
      if (!(error instanceof NotContinued)) throw error;
      new Logger('record').error(error.message);
    });
  }
  return signer;
}
