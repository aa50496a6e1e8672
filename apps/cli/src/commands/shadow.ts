import { shadowAll, type Shadow } from '@twinning/case-file';
import { silenceReplays, temporalsHistory, type CommandSender } from '@twinning/conductor';
import { inParallel, type OpenChild } from '@twinning/engine';
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
    const { shadows, open, aside } = await shadowAll(db, log, output.progress(words.deciding));
    const running = runningOf(open, shadows);
    const replayed = withoutTemporal ? [] : await replayRunning(sender, running, bundle);
    const broken = replayed.filter((r) => r.why !== null);
    const changed = shadows.filter(isChanged);
    const others = [
      ...[...aside.unreadable].map(([stream, why]) => `✗ ${stream}: ${words.unreadable(why)}`),
      ...aside.different.map((stream) => `✗ ${stream}: ${words.otherwise}`),
    ];
    const told = {
      agreements: shadows.length,
      ...{ changed, replayed, broken },
      unreadable: Object.fromEntries(aside.unreadable),
      different: aside.different,
    };
    output.result(told, () => {
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
        ...others,
        ...(changed.length + broken.length + others.length === 0 ? [words.allSame] : []),
      ].join('\n');
    });
    if (changed.length + broken.length + others.length > 0) tools.exitCode = EXIT.failed;
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

interface Running {
  readonly agreement: string;
  /** A process beside the agreement's workflow: an evaluation or a ballot. */
  readonly child?: OpenChild;
}

const runningOf = (open: readonly string[], shadows: readonly Shadow[]): readonly Running[] => [
  ...open.map((agreement) => ({ agreement })),
  ...shadows.flatMap(({ agreement, children }) => children.map((child) => ({ agreement, child }))),
];

/** Replays the histories of the running workflows; one that has ended meanwhile is left out. */
async function replayRunning(
  sender: CommandSender,
  running: readonly Running[],
  codePath: string,
): Promise<readonly Replayed[]> {
  await silenceReplays();
  const history = temporalsHistory(sender, { codePath });
  const replayed: Replayed[] = [];
  for (let done = 0; done < running.length; done += BATCH) {
    const runs: { run: string; json: string }[] = [];
    await inParallel(running.slice(done, done + BATCH), WIDTH, async ({ agreement, child }) => {
      const last = await history.lastRun(agreement, child);
      const run = child === undefined ? agreement : `${agreement} ${child.kind} ${child.id}`;
      if (last !== null) runs.push({ run, json: last.json });
    });
    const results = await history.replay(runs);
    replayed.push(...[...results].map(([agreement, why]) => ({ agreement, why })));
  }
  return replayed;
}
