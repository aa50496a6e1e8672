import { connectTo, registerSearchAttributes } from '@twinning/conductor';
import { recoverWorkflows } from '@twinning/engine';
import type { Command } from 'commander';
import { reliabilityMessages } from '../messages/reliability.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';

/** `twinning recover`: after Temporal was lost or restored. Idempotent; interrupted, it is run again. */
export function registerRecover(program: Command, tools: Tools): void {
  program
    .command('recover')
    .description(reliabilityMessages[tools.language].recover)
    .action(() => recover(tools));
}

async function recover(tools: Tools): Promise<void> {
  const words = reliabilityMessages[tools.language];
  const output = tools.output();
  const temporal = await tools.context().temporal();
  const { namespace } = temporal;
  // A Temporal that has lost everything has lost these too, and without them a workflow hangs.
  const connection = await connectTo(temporal);
  try {
    await registerSearchAttributes(connection, namespace);
  } finally {
    await connection.close();
  }
  await withRecord(tools, async ({ db, log, sender }) => {
    const result = await recoverWorkflows({
      db,
      log,
      conductor: sender,
      waitForAnswer: await sender.hasWorker(),
      onProgress: output.progress(words.recovering),
    });
    const { open, mended, started, unanswered, overdue, latestMs } = result;
    output.result(result, () =>
      [
        words.recovered(open, started),
        ...(mended > 0 ? [words.readModelMended(mended)] : []),
        ...(overdue > 0 ? [words.overdue(overdue, lateness(latestMs))] : []),
        ...(unanswered.length > 0 ? [words.unanswered(unanswered.length)] : []),
      ].join('\n'),
    );
  });
}

/** `3 d 4 h`, `12 min`, `8 s`; a clock that runs ahead of the database's own is not late. */
export function lateness(ms: number): string {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 60) return `${String(s)} s`;
  if (s < 3_600) return `${String(Math.floor(s / 60))} min`;
  const hours = Math.floor(s / 3_600);
  return hours < 48
    ? `${String(hours)} h`
    : `${String(Math.floor(hours / 24))} d ${String(hours % 24)} h`;
}
