import { rebuildReadModel, reconcile } from '@twinning/engine';
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { findingIn } from '../messages/findings.js';
import { reliabilityMessages } from '../messages/reliability.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';

/** `twinning reconcile` and `twinning rebuild`. Exit code 1 when something is left that needs a person. */
export function registerReconcile(program: Command, tools: Tools): void {
  const words = reliabilityMessages[tools.language];
  program
    .command('reconcile')
    .description(words.reconcile)
    .option('--dry-run', words.dryRun, false)
    .action((options: { dryRun: boolean }) => runReconcile(tools, options.dryRun));
  program
    .command('rebuild')
    .description(words.rebuild)
    .action(() => runRebuild(tools));
}

async function runReconcile(tools: Tools, dryRun: boolean): Promise<void> {
  const words = reliabilityMessages[tools.language];
  const output = tools.output();
  await withRecord(tools, async ({ db, log, sender }) => {
    const onProgress = output.progress(words.checking);
    const findings = await reconcile({ db, log, conductor: sender, dryRun, onProgress });
    output.result({ dryRun, findings }, () =>
      findings.length === 0
        ? words.nothingFound
        : findings
            .map(
              (f) =>
                `${f.mended ? '✓' : '✗'} ${words.findings[f.kind]}: ${f.subject}: ${findingIn(tools.language, f.what)} (${f.mended ? words.mended : words.notMended})`,
            )
            .join('\n'),
    );
    if (findings.some((f) => !f.mended)) tools.exitCode = EXIT.failed;
  });
}

async function runRebuild(tools: Tools): Promise<void> {
  const words = reliabilityMessages[tools.language];
  const output = tools.output();
  await withRecord(tools, async ({ db, log }) => {
    const { agreements, differed, stopped } = await rebuildReadModel(
      db,
      log,
      output.progress(words.rebuilding),
    );
    const told = {
      agreements,
      differed: Object.fromEntries(differed),
      stopped: Object.fromEntries(stopped),
    };
    output.result(told, () =>
      [
        words.rebuilt(agreements, differed.size),
        ...[...differed].map(([agreement, tables]) => `  ${agreement}: ${tables.join(', ')}`),
        ...[...stopped].map(([stream, why]) => `✗ ${words.stayed(stream, why)}`),
      ].join('\n'),
    );
    if (stopped.size > 0) tools.exitCode = EXIT.failed;
  });
}
