import { compareAll, recordComparison } from '@twinning/case-file';
import { silenceReplays, temporalsHistory } from '@twinning/conductor';
import { storedClock } from '@twinning/engine';
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { historiesMessages } from '../messages/histories.js';
import { shadowMessages } from '../messages/shadow.js';
import type { Tools } from '../tools.js';
import { demandContinued, WORKFLOW_BUNDLE, withRecord } from './surroundings.js';

interface HistoriesOptions {
  readonly bundle: string;
  readonly record: boolean;
}

/** `twinning histories`: the two-history replay, on demand. */
export function registerHistories(program: Command, tools: Tools): void {
  const words = historiesMessages[tools.language];
  program
    .command('histories')
    .description(words.histories)
    .argument('[agreement]', words.agreement)
    .option('--record', words.record, false)
    .option('--bundle <file>', shadowMessages[tools.language].bundle, WORKFLOW_BUNDLE)
    .action((agreement: string | undefined, options: HistoriesOptions) =>
      compare(tools, agreement, options),
    );
}

async function compare(
  tools: Tools,
  agreement: string | undefined,
  { bundle, record }: HistoriesOptions,
): Promise<void> {
  const words = historiesMessages[tools.language];
  const output = tools.output();
  await silenceReplays();
  await withRecord(tools, async ({ db, log, sender }) => {
    if (record) await demandContinued(tools, { db, log });
    const found = await compareAll(
      db,
      log,
      temporalsHistory(sender, { codePath: bundle }),
      agreement === undefined ? null : [agreement],
      output.progress(words.comparing),
    );
    if (record) await recordComparison(db, log, storedClock(), found);
    output.result(found, () =>
      [
        words.summary(found),
        ...found.differences.map(
          (d) => `✗ ${d.agreement}${d.run === null ? '' : ` (${d.run})`}: ${words.difference(d)}`,
        ),
        ...(found.differences.length === 0 ? [words.agree] : []),
      ].join('\n'),
    );
    if (found.differences.length > 0) tools.exitCode = EXIT.failed;
  });
}
