import { shadowAll, type Shadow } from '@twinning/case-file';
import { silenceReplays, temporalsHistory, type CommandSender } from '@twinning/conductor';
import { inParallel } from '@twinning/engine';
import type { Command } from 'commander';
import { EXIT } from '../failure.js';
import { shadowMessages } from '../messages/shadow.js';
import type { Tools } from '../tools.js';
import { WORKFLOW_BUNDLE, withRecord } from './surroundings.js';

interface ShadowOptions {
  readonly bundle: string;
  readonly withoutTemporal: boolean;
}

interface Replayed {
  readonly agreement: string;
  /** Null when the history replays. */
  readonly why: string | null;
}

/** `twinning shadow`: run with the new build against the running product before an upgrade; writes nothing. */
export function registerShadow(program: Command, tools: Tools): void {
  const words = shadowMessages[tools.language];
  program
    .command('shadow')
    .description(words.shadow)
    .option('--bundle <file>', words.bundle, WORKFLOW_BUNDLE)
    .option('--without-temporal', words.withoutTemporal, false)
    .action((options: ShadowOptions) => runShadow(tools, options));
}

async function runShadow(tools: Tools, { bundle, withoutTemporal }: ShadowOptions): Promise<void> {
  const words = shadowMessages[tools.language];
  const output = tools.output();
  await withRecord(tools, async ({ db, log, sender }) => {
    const { shadows, open } = await shadowAll(db, log, output.progress(words.deciding));
    const replayed = withoutTemporal ? [] : await replayRunning(sender, open, bundle);
    const broken = replayed.filter((r) => r.why !== null);
    const changed = shadows.filter(isChanged);
    output.result({ agreements: shadows.length, changed, replayed, broken }, () => {
      const sum = (of: (shadow: Shadow) => number) => shadows.reduce((n, s) => n + of(s), 0);
      return [
        words.summary(
          shadows.length,
          sum((s) => s.decisions),
          sum((s) => s.same),
          sum((s) => s.notRepeatable),
        ),
        words.deadlines(
          sum((s) => s.deadlines),
          sum((s) => s.moved.length),
        ),
        ...(withoutTemporal ? [] : [words.histories(replayed.length, broken.length)]),
        ...changed.flatMap((shadow) => inWords(tools, shadow)),
        ...broken.map((r) => `✗ ${r.agreement}: ${words.broken(r.why ?? '')}`),
        ...(changed.length + broken.length === 0 ? [words.allSame] : []),
      ].join('\n');
    });
    if (changed.length + broken.length > 0) tools.exitCode = EXIT.failed;
  });
}

const isChanged = ({ different, moved, unreadable }: Shadow): boolean =>
  different.length + moved.length > 0 || unreadable !== null;

function inWords(tools: Tools, { agreement, different, moved, unreadable }: Shadow) {
  const words = shadowMessages[tools.language];
  return [
    ...(unreadable === null ? [] : [words.unreadable(unreadable)]),
    ...different.map((d) => words.different(d.type, d.version)),
    ...moved.map((m) => words.moved(m.key, m.then ?? words.none, m.now ?? words.none)),
  ].map((line) => `✗ ${agreement}: ${line}`);
}

const WIDTH = 8;
/** Histories that are held at a time. */
const BATCH = 100;

/** Replays the histories of the running workflows; one that has ended meanwhile is left out. */
async function replayRunning(
  sender: CommandSender,
  agreements: readonly string[],
  codePath: string,
): Promise<readonly Replayed[]> {
  await silenceReplays();
  const history = temporalsHistory(sender, { codePath });
  const replayed: Replayed[] = [];
  for (let done = 0; done < agreements.length; done += BATCH) {
    const runs: { run: string; json: string }[] = [];
    await inParallel(agreements.slice(done, done + BATCH), WIDTH, async (agreement) => {
      const last = await history.lastRun(agreement);
      if (last !== null) runs.push({ run: agreement, json: last.json });
    });
    const results = await history.replay(runs);
    replayed.push(...[...results].map(([agreement, why]) => ({ agreement, why })));
  }
  return replayed;
}
