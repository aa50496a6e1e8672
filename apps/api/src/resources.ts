import { CommandSender } from '@twinning/conductor';
import type { Principal } from '@twinning/domain';
import {
  openDatabase,
  RowKeys,
  sealRowsWith,
  storedClock,
  type Clock,
  type Db,
} from '@twinning/engine';
import {
  ContinuityWatch,
  EventLog,
  existingSignerIn,
  FilePersonKeys,
  memoryIn,
  verifierText,
  type Reading,
  type Signer,
} from '@twinning/event-log';
import { readingAs } from '@twinning/read-model';
import { join } from 'node:path';
import type { ApiConfig } from './config.js';
import { isStoreAway } from './problems/filter.js';
import { Problem } from './problems/problem.js';
import { CheckpointKeeper } from './record/checkpoint-keeper.js';
import { logSigner } from './record/signer.js';

/** What the API stands on; closed by the one who opened it. Reading goes on while Temporal is away. */
export class Resources {
  constructor(
    readonly db: Db,
    readonly clock: Clock,
    readonly log: EventLog,
    readonly sender: CommandSender,
    private signing: Signer,
    /** Nothing is decided on a log that was put back and not continued. */
    readonly continuity: ContinuityWatch,
    /** Connections of its own for whoever asks how the service is: commands that wait take none of these. */
    readonly health: Db = db,
  ) {
    // Whatever a request is and whatever it writes on its way: a second history begins here at the latest.
    log.appendOnlyWhile(() => {
      if (continuity.fault !== null) throw new Problem('RECORD_NOT_CONTINUED');
    });
  }

  /** Started by `open` alone. */
  private readonly checkpoints = new CheckpointKeeper(() => this);

  /** Signs the record's checkpoints; another one from the moment the key was changed. */
  get signer(): Signer {
    return this.signing;
  }

  /** Where somebody reads the record and the files: PostgreSQL hands out no row that they may not see. */
  as(caller: Principal): Reading {
    return (work) => readingAs(this.db, caller, work);
  }

  /** Goes on trying while PostgreSQL is away; `onAway` hears of each failed attempt. */
  static async open(
    config: ApiConfig,
    onAway: (error: unknown, nextInMs: number) => void = () => undefined,
  ): Promise<Resources> {
    sealRowsWith(RowKeys.in(config.dataFolder));
    const db = openDatabase({ url: config.databaseUrl });
    const log = new EventLog(new FilePersonKeys(join(config.dataFolder, 'person-keys')));
    const signer = await whenThere(() => logSigner(db, log, config.dataFolder), onAway);
    const continuity = new ContinuityWatch(db, memoryIn(config.dataFolder));
    await whenThere(() => continuity.look(), onAway);
    const resources = new Resources(
      db,
      storedClock(),
      log,
      CommandSender.lazy(config.temporal),
      signer,
      continuity,
      openDatabase({ url: config.databaseUrl, poolSize: HEALTH_CONNECTIONS }),
    );
    resources.followKey(config.dataFolder);
    resources.checkpoints.start();
    return resources;
  }

  /** Looks every so often whether key or name of the record are others, and signs with these from then on. */
  followKey(dataFolder: string, everyMs?: number): void {
    const look = async (): Promise<void> => {
      const now = await existingSignerIn(dataFolder, this.signing.name);
      const renamed = this.continuity.origin !== this.signing.name;
      if (renamed || (now !== null && verifierText(now) !== verifierText(this.signing))) {
        this.signing = await logSigner(this.db, this.log, dataFolder);
      }
    };
    this.continuity.follow(look, everyMs);
  }

  unfollow(): void {
    this.continuity.unfollow();
  }

  async close(): Promise<void> {
    this.unfollow();
    await this.checkpoints.stop();
    await this.sender.close();
    await this.db.destroy();
    if (this.health !== this.db) await this.health.destroy();
  }
}

/** Size of the log, what is stuck, and a row to write, side by side. */
const HEALTH_CONNECTIONS = 3;

async function whenThere<T>(
  open: () => Promise<T>,
  onAway: (error: unknown, nextInMs: number) => void,
): Promise<T> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 2_000)) {
    try {
      return await open();
    } catch (error) {
      if (!isStoreAway(error)) throw error;
      onAway(error, wait);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
