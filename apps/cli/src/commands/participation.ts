import {
  describeBadLine,
  importParticipation,
  openDatabase,
  ParticipationService,
  storedClock,
  tellAgreements,
} from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { EXIT, Failure } from '../failure.js';
import { participationMessages } from '../messages/participation.js';
import type { Tools } from '../tools.js';

export function registerParticipation(program: Command, tools: Tools): void {
  const words = participationMessages[tools.language];
  program
    .command('participation')
    .description(words.group)
    .command('import')
    .description(words.describeImport)
    .argument('<source>', words.source)
    .option('--skip-bad', words.skipBad, false)
    .addHelpText('after', words.columns)
    .action((source: string, { skipBad }: { skipBad: boolean }) =>
      importFacts(tools, source, skipBad),
    );
}

/** Takes facts of participation in, whole or not at all, and tells the agreements what follows. */
async function importFacts(tools: Tools, source: string, skipBad: boolean): Promise<void> {
  const words = participationMessages[tools.language];
  const output = tools.output();
  const text = await readFile(source, 'utf8').catch(() => {
    throw new Failure(words.unreadable(source), words.nameAnother, EXIT.failed, {
      code: 'SOURCE_UNREADABLE',
    });
  });
  const db = openDatabase({
    url: await tools.context().databaseUrl(),
    poolSize: 3,
    statementTimeout: 300_000,
  });
  try {
    const log = new EventLog(null);
    const service = new ParticipationService(db, log, storedClock());
    const result = await importParticipation(db, service, text, {
      skipBad,
      onProgress: output.progress(words.importing),
    });
    const bad = result.kind === 'REFUSED' ? result.badLines : result.skipped;
    const lines = bad.map((line) => describeBadLine(line, tools.language));
    if (result.kind === 'REFUSED') {
      const help = skipBad ? words.correct : words.help;
      throw new Failure([words.refused, ...lines].join('\n'), help, EXIT.refused, {
        code: result.code,
        badLines: result.badLines,
      });
    }
    // What the agreements are not told here, the worker's sweep tells them.
    await tellAgreements(db, log).catch(() => undefined);
    for (const line of lines) output.say(words.leftOut(line));
    output.result(result, () => words.taken(String(result.lines), String(result.changed)));
  } finally {
    await db.destroy();
  }
}
