import type { Command } from 'commander';
import { join, resolve } from 'node:path';
import { layOut } from '../backup/restore.js';
import { NoBackup, takeBackup } from '../backup/take.js';
import { EXIT, Failure } from '../failure.js';
import { backupMessages } from '../messages/backup.js';
import type { Tools } from '../tools.js';
import { genesisOf } from './record-keeping.js';
import { withRecord } from './surroundings.js';

interface RestoreFrom {
  readonly to?: string;
  readonly wal?: string;
  readonly until?: string;
}

/** `twinning backup` and `twinning restore`: base backup and point in time (docs/reliability.md). */
export function registerBackup(program: Command, tools: Tools): void {
  const words = backupMessages[tools.language];
  program
    .command('backup')
    .description(words.backup)
    .argument('<folder>', words.folder)
    .action((folder: string) => backUp(tools, resolve(folder)));
  program
    .command('restore')
    .description(words.restore)
    .argument('<folder>', words.from)
    .option('--to <folder>', words.to)
    .option('--wal <folder>', words.wal)
    .option('--until <time>', words.until)
    .action((folder: string, options: RestoreFrom) => restore(tools, resolve(folder), options));
}

async function backUp(tools: Tools, folder: string): Promise<void> {
  const words = backupMessages[tools.language];
  const context = tools.context();
  const { origin } = await withRecord(tools, genesisOf);
  try {
    const { dataFolder } = context;
    const backup = await takeBackup(await context.adminUrl(), folder, { origin, dataFolder });
    tools.output().result({ folder, ...backup }, () => words.done(folder, backup.size));
  } catch (error) {
    if (!(error instanceof NoBackup)) throw error;
    throw new Failure(words.notDone(error.message), words.whereItRuns);
  }
}

async function restore(tools: Tools, folder: string, options: RestoreFrom): Promise<void> {
  const words = backupMessages[tools.language];
  const cluster = resolve(options.to ?? join(tools.context().dataFolder, 'postgres'));
  const { wal, until } = options;
  if (until !== undefined && Number.isNaN(Date.parse(until))) {
    throw new Failure(words.noTime(until), null, EXIT.usage);
  }
  // Without the archived log there is nothing to stop in: the moment would be passed over in silence.
  if (until !== undefined && wal === undefined) {
    throw new Failure(words.noLog, null, EXIT.usage);
  }
  const laid = await layOut(folder, cluster, {
    wal: wal === undefined ? null : resolve(wal),
    until: until === undefined ? null : new Date(until).toISOString(),
  });
  if (laid === false) throw new Failure(words.there(cluster), words.moveAway, EXIT.refused);
  tools
    .output()
    .result({ cluster, ...laid }, () =>
      [
        words.laidOut(cluster, laid.size),
        words.next(join(folder, 'checkpoint.txt')),
        words.archiveAgain,
      ].join('\n'),
    );
}
