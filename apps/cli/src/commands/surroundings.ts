import { CommandSender } from '@twinning/conductor';
import { ContactKey, openDatabase, RowKeys, sealRowsWith, type Db } from '@twinning/engine';
import {
  demandContinuity,
  demandNothingLost,
  EventLog,
  existingSignerIn,
  FilePersonKeys,
  memoryIn,
  type Genesis,
} from '@twinning/event-log';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tools } from '../tools.js';

/** The workflow code of the release that this command line belongs to. */
export const WORKFLOW_BUNDLE = fileURLToPath(
  new URL('../../../worker/dist/workflow-bundle.cjs', import.meta.url),
);

/** The record as an operator's command works on it; closed when the command has ended. */
export interface OpenedLog {
  readonly db: Db;
  readonly keys: FilePersonKeys;
  readonly contactKey: ContactKey;
  readonly log: EventLog;
}

/** The same, and the way to the workflows. */
export interface Opened extends OpenedLog {
  readonly sender: CommandSender;
}

/** Opens database and log for one command. */
export async function withLog<T>(tools: Tools, work: (on: OpenedLog) => Promise<T>): Promise<T> {
  const context = tools.context();
  sealRowsWith(RowKeys.in(context.dataFolder));
  const keys = new FilePersonKeys(join(context.dataFolder, 'person-keys'));
  // The whole record is read in one statement after the other, and folded between two of them: more time than a command
  // is given.
  const db = openDatabase({
    url: await context.databaseUrl(),
    poolSize: 4,
    statementTimeout: 120_000,
    thinkTimeout: 30_000,
  });
  try {
    return await work({
      ...{ db, keys, log: new EventLog(keys) },
      contactKey: ContactKey.in(context.dataFolder),
    });
  } finally {
    await db.destroy();
  }
}

/**
 * Asked before a command appends to the record or signs for it: throws `NotContinued` when the record was put back from a
 * backup and not continued, or when the key of this folder, where it has one, is not the one that signs now.
 */
export async function demandContinued(tools: Tools, { db, log }: Appending): Promise<Genesis> {
  const { dataFolder } = tools.context();
  const [first] = await log.readAll(db, 0, 1);
  const genesis = first?.payload as unknown as Genesis;
  await demandNothingLost(db, genesis.origin, memoryIn(dataFolder));
  const signer = await existingSignerIn(dataFolder, genesis.origin);
  if (signer?.memory !== undefined) await demandContinuity(db, signer, signer.memory);
  return genesis;
}

type Appending = Pick<OpenedLog, 'db' | 'log'>;

/** The same with the way to Temporal, which is reached on first use. */
export async function withRecord<T>(tools: Tools, work: (on: Opened) => Promise<T>): Promise<T> {
  const temporal = await tools.context().temporal();
  return withLog(tools, async (on) => {
    const sender = CommandSender.lazy(temporal);
    try {
      return await work({ ...on, sender });
    } finally {
      await sender.close();
    }
  });
}
