import { CommandSender } from '@twinning/conductor';
import { openDatabase, storedClock, type Clock, type Db } from '@twinning/engine';
import { EventLog, FilePersonKeys, type Signer } from '@twinning/event-log';
import { join } from 'node:path';
import type { ApiConfig } from './config.js';
import { logSigner } from './record/signer.js';

/** What the API stands on; closed by the one who opened it. Reading goes on while Temporal is away. */
export class Resources {
  constructor(
    readonly db: Db,
    readonly clock: Clock,
    readonly log: EventLog,
    readonly sender: CommandSender,
    readonly signer: Signer,
  ) {}

  static async open(config: ApiConfig): Promise<Resources> {
    const db = openDatabase({ url: config.databaseUrl });
    const log = new EventLog(new FilePersonKeys(join(config.dataFolder, 'person-keys')));
    const signer = await logSigner(db, log, config.dataFolder);
    return new Resources(db, storedClock(), log, CommandSender.lazy(config.temporal), signer);
  }

  async close(): Promise<void> {
    await this.sender.close();
    await this.db.destroy();
  }
}
