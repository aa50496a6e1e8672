import { connectTo, registerSearchAttributes } from '@twinning/conductor';
import {
  foldingBuild,
  migrateAll,
  openDatabase,
  rebuildForBuild,
  recordRegistryChanges,
  setClock,
  type Db,
} from '@twinning/engine';
import { EventLog, initGenesis, NotContinued } from '@twinning/event-log';
import { instant } from '@twinning/domain';
import { loadReferenceSet } from '@twinning/registry';
import type { Command } from 'commander';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EXIT, Failure } from '../failure.js';
import { reliabilityMessages } from '../messages/reliability.js';
import { numberFrom } from '../number-option.js';
import type { Tools } from '../tools.js';
import { demandContinued, withLog } from './surroundings.js';

/** From when on a demonstration with a past takes the reference facts for true. */
const DEMONSTRATION_SINCE = '2019-01-01';

interface RecordOptions {
  readonly demonstration: boolean;
  readonly origin: string;
  readonly rate: number;
}

/** What operators run: schemas and genesis, Temporal's attributes. */
export function registerOperate(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  program
    .command('migrate')
    .description(commands.migrate)
    .option('--demonstration', options.demonstration, false)
    .option('--origin <name>', options.origin, 'twinning.local/record')
    .option('--rate <n>', options.rate, numberFrom(1), 1)
    .action((record: RecordOptions) => migrate(tools, record));
  program
    .command('prepare')
    .description(commands.prepare)
    .action(() => prepare(tools));
}

async function migrate(tools: Tools, options: RecordOptions): Promise<void> {
  const { answers, kinds } = tools.messages;
  const words = reliabilityMessages[tools.language];
  const context = tools.context();
  const pool = new pg.Pool({ connectionString: await context.adminUrl(), max: 2 });
  const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const db = openDatabase({ url: await context.databaseUrl(), poolSize: 2 });
  try {
    await migrateAll(admin);
    const wanted = options.demonstration ? 'demonstration' : 'production';
    const genesis = await initGenesis(db, new EventLog(null), {
      kind: wanted,
      origin: options.origin,
      clockRate: options.rate,
    });
    if (genesis.kind !== wanted) {
      throw new Failure(
        (m) => m.failures.otherRecord(m.kinds[genesis.kind]),
        (m) => m.failures.useAnother,
        EXIT.refused,
        { code: 'OTHER_RECORD' },
      );
    }
    if (genesis.clockRate !== options.rate) {
      throw new Failure(
        (m) => m.failures.otherRate(String(genesis.clockRate)),
        (m) => m.failures.rateFixed,
        EXIT.refused,
        { code: 'OTHER_RATE' },
      );
    }
    if (options.rate !== 1) {
      const known = await db.selectFrom('engine.clock').select('rate').executeTakeFirst();
      if (known === undefined)
        await setClock(admin, instant(new Date().toISOString()), options.rate);
    }
    if (options.demonstration && (await isContinued(tools, db))) {
      await loadReferenceSet(db, {
        asOf: DEMONSTRATION_SINCE,
        record: (trx, changes) => recordRegistryChanges(trx, changes),
      });
    }
    const rebuilt = await withLog(tools, ({ db: patient, log }) =>
      rebuildForBuild(patient, log, foldingBuild(), tools.output().progress(words.rebuilding)),
    );
    tools.output().result(genesis, () =>
      [
        answers.schemas(kinds[genesis.kind]),
        // A record without agreements has nothing to tell.
        ...(rebuilt === null || rebuilt.agreements === 0
          ? []
          : [words.rebuilt(rebuilt.agreements, rebuilt.differed.size)]),
        ...[...(rebuilt?.stopped ?? [])].map(([stream, why]) => `✗ ${words.stayed(stream, why)}`),
      ].join('\n'),
    );
  } finally {
    await db.destroy();
    await admin.destroy();
  }
}

/** A record that was put back is migrated and read; what would append to it waits until it is continued. */
const isContinued = (tools: Tools, db: Db): Promise<boolean> =>
  demandContinued(tools, { db, log: new EventLog(null) }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotContinued) return false;
      throw error;
    },
  );

/** Registers what Temporal must know before a worker starts. */
async function prepare(tools: Tools): Promise<void> {
  const temporal = await tools.context().temporal();
  const { address, namespace } = temporal;
  const connection = await connectTo(temporal);
  try {
    await registerSearchAttributes(connection, namespace);
    tools.output().result({ address, namespace }, () => tools.messages.answers.prepared);
  } finally {
    await connection.close();
  }
}
