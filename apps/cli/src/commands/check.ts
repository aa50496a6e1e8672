import { check, storedClock } from '@twinning/engine';
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { findingIn } from '../messages/findings.js';
import { reliabilityMessages } from '../messages/reliability.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';

/** `twinning check`: the invariants that hold whatever dies; exit code 1 and one line per violation. */
export function registerCheck(program: Command, tools: Tools): void {
  const words = reliabilityMessages[tools.language];
  program
    .command('check')
    .description(words.check)
    .option('--without-temporal', words.withoutTemporal, false)
    .action((options: { withoutTemporal: boolean }) => runCheck(tools, options.withoutTemporal));
}

async function runCheck(tools: Tools, withoutTemporal: boolean): Promise<void> {
  const words = reliabilityMessages[tools.language];
  const output = tools.output();
  await withRecord(tools, async ({ db, keys, log, sender }) => {
    const report = await check({
      db,
      log,
      keys,
      clock: storedClock(),
      conductor: withoutTemporal ? null : sender,
      onProgress: output.progress(words.checking),
    });
    const { events, agreements, open, commands, violations } = report;
    output.result(report, () =>
      [
        words.checked(events, agreements, open, commands),
        ...violations.map(
          (v) =>
            `✗ ${v.invariant} (${words.invariants[v.invariant]}) ${v.subject}: ${findingIn(tools.language, v.what)}`,
        ),
        ...(violations.length === 0 ? [words.nothingWrong] : []),
      ].join('\n'),
    );
    if (violations.length > 0) tools.exitCode = EXIT.failed;
  });
}
