import { CommandSender, registerSearchAttributes } from '@twinning/conductor';
import {
  migrateAll,
  openAgreements,
  openDatabase,
  recordRegistryChange,
  setClock,
} from '@twinning/engine';
import { EventLog, initGenesis, verifyLog } from '@twinning/event-log';
import { instant } from '@twinning/domain';
import { loadReferenceSet } from '@twinning/registry';
import { Connection } from '@temporalio/client';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Context } from '../context.js';
import { EXIT, Failure } from '../failure.js';
import type { Output } from '../output.js';

/** From when on a demonstration with a past takes the reference facts for true. */
const DEMONSTRATION_SINCE = '2019-01-01';

/** What operators run: schemas, genesis, the check of the whole record, recovery. */
export async function migrate(
  context: Context,
  output: Output,
  options: { demonstration: boolean; origin: string; rate: number },
): Promise<void> {
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
        `This record is a ${genesis.kind} record.`,
        'Use another data folder or another database; what a record is never changes.',
      );
    }
    if (genesis.clockRate !== options.rate) {
      throw new Failure(
        `This record's clock runs at rate ${String(genesis.clockRate)}.`,
        'The rate is fixed with the data: start with the same --rate, or with --fresh.',
      );
    }
    if (options.rate !== 1) {
      const known = await db.selectFrom('engine.clock').select('rate').executeTakeFirst();
      if (known === undefined)
        await setClock(admin, instant(new Date().toISOString()), options.rate);
    }
    if (options.demonstration) {
      const log = new EventLog(null);
      await loadReferenceSet(db, {
        asOf: DEMONSTRATION_SINCE,
        record: (trx, change) => recordRegistryChange(trx, log, change),
      });
    }
    output.result(genesis, () => `The schemas are up to date; this is a ${genesis.kind} record.`);
  } finally {
    await db.destroy();
    await admin.destroy();
  }
}

/** Registers what Temporal must know before a worker starts. */
export async function prepare(context: Context, output: Output): Promise<void> {
  const { address, namespace } = await context.temporal();
  const connection = await Connection.connect({ address, connectTimeout: '10 seconds' });
  try {
    await registerSearchAttributes(connection, namespace);
    output.result({ address, namespace }, () => 'Temporal knows the search attributes.');
  } finally {
    await connection.close();
  }
}

/** Checks every byte of the record: content, order, tree. Exit code 1 when anything does not hold. */
export async function verify(context: Context, output: Output): Promise<void> {
  const db = openDatabase({ url: await context.databaseUrl(), poolSize: 2 });
  try {
    const result = await verifyLog(db, null, output.progress('Verifying'));
    output.result(result, () =>
      [
        `${String(result.size)} events, root ${result.root}`,
        ...result.faults.map((f) => `✗ event ${String(f.index ?? '–')}: ${f.what}`),
        ...(result.faults.length === 0
          ? ['✓ nothing altered, removed, reordered or left out']
          : []),
      ].join('\n'),
    );
    if (result.faults.length > 0) process.exitCode = EXIT.failed;
  } finally {
    await db.destroy();
  }
}

/** Has every open agreement's workflow look at the record; starts those that do not run. Idempotent. */
export async function recover(context: Context, output: Output): Promise<void> {
  const db = openDatabase({ url: await context.databaseUrl(), poolSize: 2 });
  const sender = await CommandSender.connect(await context.temporal());
  try {
    const open = await openAgreements(db);
    const progress = output.progress('Recovering');
    let started = 0;
    for (const [done, agreement] of open.entries()) {
      if (!(await sender.isRunning(agreement))) started += 1;
      await sender.look(agreement);
      progress(done + 1, open.length);
    }
    output.result(
      { open: open.length, started },
      () => `${String(open.length)} open agreements, ${String(started)} workflows started anew.`,
    );
  } finally {
    await sender.close();
    await db.destroy();
  }
}
