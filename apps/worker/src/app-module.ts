import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { CommandSender } from '@twinning/conductor';
import {
  ContactKey,
  Executor,
  openDatabase,
  ParticipationService,
  Presence,
  RegistryReactions,
  RowKeys,
  sealRowsWith,
  SessionStore,
  storedClock,
  StoreReturn,
  type Clock,
  type Db,
} from '@twinning/engine';
import { ContinuityWatch, EventLog, FilePersonKeys, memoryIn } from '@twinning/event-log';
import { join } from 'node:path';
import { AgreementService } from './agreement-service.js';
import type { WorkerConfig } from './config.js';
import { EvidenceService } from './evidence-service.js';
import { BUNDLE_PATH } from './bundle.js';
import { HistoryArchive } from './history-archive.js';
import { HistoryComparison } from './history-comparison.js';
import { Dispatcher } from './outward/dispatcher.js';
import { Mailer } from './outward/mail.js';
import { callWebhook } from './outward/webhook.js';
import { OutsideSweep } from './outside-sweep.js';
import { SessionSweep } from './session-sweep.js';
import { Sweep } from './sweep.js';
import { TimestampKeeper } from './timestamp-keeper.js';
import { WorkflowKeeper } from './workflow-keeper.js';

const CLOCK_CONNECTIONS = 3;

/** What the services stand on; closed by the one who opened it. */
export class Resources {
  constructor(
    readonly db: Db,
    readonly clock: Clock,
    readonly log: EventLog,
    readonly sender: CommandSender,
    /** Nothing is decided on a log that was put back and not continued. */
    readonly continuity: ContinuityWatch,
    /** Connections of their own for the deadlines: commands that wait take none of these. */
    readonly clocks: Db = db,
    /** One connection, by which it is seen that this worker is there. */
    private readonly own: Db = db,
    readonly presence = new Presence(own),
  ) {}

  static open(config: WorkerConfig): Resources {
    sealRowsWith(RowKeys.in(config.dataFolder));
    const db = openDatabase({ url: config.databaseUrl });
    const log = new EventLog(new FilePersonKeys(join(config.dataFolder, 'person-keys')));
    const sender = CommandSender.lazy(config.temporal);
    const continuity = new ContinuityWatch(db, memoryIn(config.dataFolder));
    const clocks = openDatabase({ url: config.databaseUrl, poolSize: CLOCK_CONNECTIONS });
    const own = openDatabase({ url: config.databaseUrl, poolSize: 1 });
    return new Resources(db, storedClock(), log, sender, continuity, clocks, own);
  }

  async close(): Promise<void> {
    this.continuity.unfollow();
    await this.sender.close();
    await this.db.destroy();
    if (this.clocks !== this.db) await this.clocks.destroy();
    if (this.own !== this.db) await this.own.destroy();
  }
}

@Module({})
export class AppModule {
  static with(config: WorkerConfig, resources: Resources): DynamicModule {
    return {
      module: AppModule,
      providers: [
        { provide: Resources, useValue: resources },
        {
          provide: Executor,
          useFactory: ({ db, ...parts }: Resources) => executorOn(db, parts),
          inject: [Resources],
        },
        {
          provide: StoreReturn,
          useFactory: ({ db }: Resources) => StoreReturn.of(db),
          inject: [Resources],
        },
        {
          provide: EvidenceService,
          useFactory: ({ db }: Resources, executor: Executor) => new EvidenceService(db, executor),
          inject: [Resources, Executor],
        },
        {
          provide: AgreementService,
          useFactory: (
            executor: Executor,
            evidence: EvidenceService,
            back: StoreReturn,
            { clocks, ...parts }: Resources,
          ) => new AgreementService(executor, evidence, back, executorOn(clocks, parts)),
          inject: [Executor, EvidenceService, StoreReturn, Resources],
        },
        {
          provide: OutsideSweep,
          useFactory: ({ db, log, clock, continuity }: Resources, executor: Executor) =>
            new OutsideSweep(
              continuity,
              new ParticipationService(db, log, clock),
              new RegistryReactions(db, log, executor, clock),
              config.sweepMs,
            ),
          inject: [Resources, Executor],
        },
        {
          provide: Sweep,
          useFactory: ({ db, sender }: Resources) => new Sweep(db, sender, config.sweepMs),
          inject: [Resources],
        },
        {
          provide: Dispatcher,
          useFactory: ({ db }: Resources) =>
            dispatcherOf(db, ContactKey.in(config.dataFolder), config.outward),
          inject: [Resources],
        },
        {
          provide: SessionSweep,
          useFactory: ({ db }: Resources) => new SessionSweep(new SessionStore(db)),
          inject: [Resources],
        },
        {
          provide: HistoryArchive,
          useFactory: ({ db, sender }: Resources) =>
            new HistoryArchive(db, sender, config.compareMs),
          inject: [Resources],
        },
        {
          provide: TimestampKeeper,
          useFactory: ({ db }: Resources) =>
            new TimestampKeeper(db, config.stamps.authority, config.stamps.everyMs),
          inject: [Resources],
        },
        {
          provide: HistoryComparison,
          useFactory: (parts: Resources) =>
            new HistoryComparison(
              { ...parts, bundle: { codePath: BUNDLE_PATH } },
              config.historiesMs,
            ),
          inject: [Resources],
        },
        {
          provide: WorkflowKeeper,
          useFactory: ({ db, log, sender, clock }: Resources) =>
            new WorkflowKeeper(db, log, sender, config.compareMs, clock),
          inject: [Resources],
        },
      ],
    };
  }
}

const lost = new Logger('record');

const executorOn = (
  db: Db,
  { log, clock, continuity }: Pick<Resources, 'log' | 'clock' | 'continuity'>,
): Executor =>
  new Executor(
    db,
    log,
    clock,
    () => {
      continuity.demand();
    },
    ({ agreement, known, version }) => {
      lost.error(
        `WORKFLOW_AHEAD ${agreement}: its workflow knows version ${String(known)}, the log has ${String(version)}: ` +
          'the record was put back, and what is decided next takes the place of what is lost',
      );
    },
  );

/**
 * A message of e-mail may take twice the time of a call, and the lease outlasts it. What a process that died held is free again
 * before it counts as left lying (a minute).
 */
const LEASE_IN_ATTEMPTS = 3;

function dispatcherOf(db: Db, key: ContactKey, config: WorkerConfig['outward']): Dispatcher {
  const { publicUrl, attemptMs: timeoutMs, retries, everyMs } = config;
  const mailer = new Mailer({
    smtpUrl: config.smtpUrl,
    folder: config.mailFolder,
    from: config.mailFrom,
    publicUrl,
    timeoutMs,
  });
  const webhook = { allowed: config.allowedNetworks, timeoutMs, publicUrl };
  return new Dispatcher(
    db,
    key,
    {
      email: (delivery) => mailer.send(delivery),
      digest: (deliveries) => mailer.sendDigest(deliveries),
      webhook: (delivery) => callWebhook(delivery, webhook),
    },
    { everyMs, leaseMs: timeoutMs * LEASE_IN_ATTEMPTS, retries, chance: Math.random },
  );
}
