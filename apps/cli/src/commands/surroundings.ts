import { CommandSender } from '@twinning/conductor';
import { openDatabase, type Db } from '@twinning/engine';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tools } from '../tools.js';

/** The workflow code of the release that this command line belongs to. */
export const WORKFLOW_BUNDLE = fileURLToPath(
  new URL('../../../worker/dist/workflow-bundle.cjs', import.meta.url),
);

/** What an operator's command works on; closed when it has ended. */
export interface Opened {
  readonly db: Db;
  readonly keys: FilePersonKeys;
  readonly log: EventLog;
  readonly sender: CommandSender;
}

/** Opens database, log and the way to Temporal for one command. Temporal is reached on first use. */
export async function withRecord<T>(tools: Tools, work: (on: Opened) => Promise<T>): Promise<T> {
  const context = tools.context();
  const keys = new FilePersonKeys(join(context.dataFolder, 'person-keys'));
  // The whole record is read in one statement after the other, and folded between two of them: more time than a command
  // is given.
  const db = openDatabase({
    url: await context.databaseUrl(),
    poolSize: 4,
    statementTimeout: 120_000,
    thinkTimeout: 30_000,
  });
  const sender = CommandSender.lazy(await context.temporal());
  try {
    return await work({ db, keys, log: new EventLog(keys), sender });
  } finally {
    await sender.close();
    await db.destroy();
  }
}
