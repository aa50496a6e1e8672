import {
  changeKey,
  claimedCheckpoint,
  continueAs,
  demandNothingLost,
  keyChanges,
  keysOfLog,
  logSize,
  memoryIn,
  nextSignerIn,
  signerIn,
  verifierText,
  type Genesis,
} from '@twinning/event-log';
import { auditSample, NotDrawn } from '@twinning/case-file';
import type { Command } from 'commander';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EXIT, Failure } from '../failure.js';
import { recordKeepingMessages } from '../messages/record-keeping.js';
import { numberFrom } from '../number-option.js';
import type { Tools } from '../tools.js';
import { registerCosigned } from './cosigned.js';
import { withRecord, type Opened } from './surroundings.js';
import { registerTimestamps } from './timestamps.js';
import { heldIn, verifiersOf } from './verify-record.js';
import { fileAt, keysFrom } from './verify.js';

interface ContinueOptions {
  readonly origin: string;
  readonly checkpoint: string;
  readonly key?: string;
}

interface SampleOptions {
  readonly checkpoint: string;
  readonly count: number;
  readonly key: readonly string[];
}

/** `twinning record`: what the operator does to the record itself. */
export function registerRecordKeeping(program: Command, tools: Tools): void {
  const words = recordKeepingMessages[tools.language];
  const group = program.command('record').description(words.group);
  group
    .command('rotate-key')
    .description(words.rotate)
    .action(() => rotateKey(tools));
  group
    .command('continue')
    .description(words.goOn)
    .requiredOption('--origin <name>', words.origin)
    .requiredOption('--checkpoint <file>', words.abandoned)
    .option('--key <key>', words.key)
    .action((options: ContinueOptions) => goOn(tools, options));
  group
    .command('sample')
    .description(words.sample)
    .requiredOption('--checkpoint <file>', words.seed)
    .option('--count <n>', words.count, numberFrom(1), 10)
    .option('--key <key>', words.sampleKey, (key: string, all: string[]) => [...all, key], [])
    .action((options: SampleOptions) => sample(tools, options));
  registerTimestamps(group, tools);
  registerCosigned(group, tools);
}

export async function genesisOf({ db, log }: Pick<Opened, 'db' | 'log'>): Promise<Genesis> {
  const [first] = await log.readAll(db, 0, 1);
  return first?.payload as unknown as Genesis;
}

async function rotateKey(tools: Tools): Promise<void> {
  const words = recordKeepingMessages[tools.language];
  const { dataFolder } = tools.context();
  await withRecord(tools, async (on) => {
    const { origin } = await genesisOf(on);
    // Not whether the key of the folder signs now: a change that a crash cut short goes on here.
    await demandNothingLost(on.db, origin, memoryIn(dataFolder));
    const previous = await signerIn(dataFolder, origin);
    const { next, adopt } = await nextSignerIn(dataFolder, origin);
    const key = verifierText(next);
    const done = (await keyChanges(on.db)).at(-1)?.key === key;
    if (!done) {
      const at = new Date().toISOString();
      await on.db.transaction().execute((trx) => changeKey(trx, on.log, { previous, next, at }));
    }
    // The log names the new key before the old one goes: a crash in between is mended by calling again.
    await adopt();
    const index = (await logSize(on.db)) - 1;
    tools
      .output()
      .result({ key, previous: verifierText(previous), index }, () =>
        [words.rotated(key, index), words.follows].join('\n'),
      );
  });
}

async function goOn(tools: Tools, options: ContinueOptions): Promise<void> {
  const words = recordKeepingMessages[tools.language];
  const context = tools.context();
  const abandoned = (await fileAt(tools, options.checkpoint)).toString('utf8');
  const pool = new pg.Pool({ connectionString: await context.adminUrl(), max: 1 });
  const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { origin } = claimedCheckpoint(abandoned);
    const trusted =
      options.key === undefined
        ? [await signerIn(context.dataFolder, origin)]
        : keysFrom(tools, [options.key]);
    const verifiers = await keysOfLog(admin, trusted);
    const successor = await continueAs(admin, { origin: options.origin, abandoned, verifiers });
    const { restoredSize, size } = successor.continues;
    tools
      .output()
      .result(successor, () =>
        words.continued(successor.origin, restoredSize, Math.max(0, size - restoredSize)),
      );
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(words.notContinued((error as Error).message), null, EXIT.refused);
  } finally {
    await admin.destroy();
  }
}

async function sample(tools: Tools, { checkpoint, count, key }: SampleOptions): Promise<void> {
  const words = recordKeepingMessages[tools.language];
  const { note } = await heldIn(tools, checkpoint);
  await withRecord(tools, async (on) => {
    const keys = await verifiersOf(tools, on, key);
    const { origin } = await genesisOf(on);
    const drawn = await auditSample(on.db, { checkpoint: note, origin, keys }, count).catch(
      (error: unknown) => {
        if (!(error instanceof NotDrawn)) throw error;
        throw new Failure(words.notDrawn[error.why], null, EXIT.refused);
      },
    );
    const { agreements, of, size, list } = drawn;
    tools
      .output()
      .result(drawn, () =>
        [words.sampled(agreements.length, of, size), ...agreements, words.drawnFrom(list)].join(
          '\n',
        ),
      );
  });
}
