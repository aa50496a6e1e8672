import { beforeAll, describe, expect, it } from '@jest/globals';
import proto from '@temporalio/proto';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { History } = proto.temporal.api.history.v1;
const HISTORIES = fileURLToPath(new URL('../../../test/histories', import.meta.url));
const WORKFLOWS = fileURLToPath(new URL('../../../workflows/src', import.meta.url));

const bundle = (workflowsPath: string) =>
  bundleWorkflowCode({
    workflowsPath,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@twinning/source', '...'] },
    }),
  });

interface Recorded {
  readonly workflowId: string;
  readonly history: proto.temporal.api.history.v1.IHistory;
}

/** Every history that any release has recorded (`test/histories/<release>/<name>.json`). */
async function recorded(): Promise<readonly Recorded[]> {
  const files = await readdir(HISTORIES, { recursive: true });
  return Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map(async (file) => ({
        workflowId: file,
        history: History.fromObject(
          JSON.parse(await readFile(join(HISTORIES, file), 'utf8')) as Record<string, unknown>,
        ),
      })),
  );
}

/** What becomes of each history under this code: null, or why it does not replay. */
async function replayed(
  workflowBundle: WorkflowBundleWithSourceMap,
  histories: readonly Recorded[],
): Promise<Readonly<Record<string, string | null>>> {
  const results: Record<string, string | null> = {};
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle },
    histories,
  )) {
    results[workflowId] = error === undefined ? null : String(error);
  }
  return results;
}

interface Change {
  readonly what: string;
  /** In the bundle's code, where imported names bear a prefix. */
  readonly from: RegExp;
  readonly to: string;
  /** Some history of this name must not replay. */
  readonly breaks: RegExp;
}

/** Eleven ways to deploy workflow code that no running workflow survives: steps added, removed, put in another order. */
const CHANGES: readonly Change[] = [
  {
    what: 'a second look after the first',
    from: /take\(await ended\(looking\.look\(input\.agreement, known\(\)\)\)\);/,
    to: '$& await looking.look(input.agreement);',
    breaks: /agreement-lapsed/,
  },
  {
    what: 'no look at the start',
    from: /take\(await ended\(looking\.look\(input\.agreement, known\(\)\)\)\);/,
    to: "take({ version: 0, wakeInMs: 60000, status: '', phase: '', type: '', lead: null, twinned: null, committee: null, next: null, children: [], outcome: null });",
    breaks: /agreement-lapsed/,
  },
  {
    what: 'a look before each command',
    from: /const heard = await ended\(\S+agreementPath\.execute\(commandId, known\(\)\)\);/,
    to: 'await lookNow(); $&',
    breaks: /agreement-running/,
  },
  {
    what: 'the answer to a command before it is carried out',
    from: /const heard = await ended\(\S+agreementPath\.execute\(commandId, known\(\)\)\);/,
    to: "return { outcome: 'ACCEPTED', version: 0 };",
    breaks: /agreement-running/,
  },
  {
    what: 'commands by activities of the server instead of local ones',
    from: /const agreementPath = (\S+)proxyLocalActivities\)/,
    to: 'const agreementPath = $1proxyActivities)',
    breaks: /agreement-running/,
  },
  {
    what: 'no timer for the next deadline',
    from: /(condition\)\(\(\)\s?=>\s?idle\(\) && over\(\)), Math\.max\(1, until - Date\.now\(\)\)\)/,
    to: '$1)',
    breaks: /agreement-lapsed/,
  },
  {
    what: 'a timer armed anew at every look',
    from: /if \(at === null \|\| lookWanted\) \{/,
    to: '$& await new Promise((resolve) => setTimeout(resolve, 1000));',
    breaks: /agreement-lapsed/,
  },
  {
    what: 'commands that do not let a look go first',
    from: /looksGoFirst \? carryOutWhenCalm : carryOut\b/,
    to: 'carryOut',
    breaks: /agreement-extended/,
  },
  {
    what: 'no search attributes',
    from: /if \(!changed\) return;/,
    to: 'return;',
    breaks: /agreement-/,
  },
  {
    what: 'no process beside the agreement for an open ballot',
    from: /if \(!isAmong\(known, child\)\)/,
    to: "if (!isAmong(known, child) && child.kind !== 'ballot')",
    breaks: /agreement-balloted/,
  },
  {
    what: 'a wait before the evidence is gathered',
    from: /let heard = await ended\(first\(\)\);/,
    to: 'await new Promise((resolve) => setTimeout(resolve, 1000)); $&',
    breaks: /statusChangeEvaluation-completed/,
  },
  {
    what: 'an evaluation that looks before it waits',
    from: /(await \S+condition\)\([^;]+;)\s+(?:\/\/[^\n]*\s+)?woken = false;\s+(heard = await [^;]+;)/,
    to: '$2 $1',
    breaks: /statusChangeEvaluation-completed/,
  },
];

describe('the recorded histories of every release', () => {
  let histories: readonly Recorded[];
  let bundled: WorkflowBundleWithSourceMap;

  beforeAll(async () => {
    [histories, bundled] = await Promise.all([recorded(), bundle(join(WORKFLOWS, 'index.ts'))]);
  }, 120_000);

  it('hold a lapse by the clock, an evaluation and a ballot beside the agreement, and a run that was continued', () => {
    const names = histories.map((h) => h.workflowId).join('\n');
    expect(names).toMatch(/agreement-lapsed/);
    expect(names).toMatch(/statusChangeEvaluation-completed/);
    expect(names).toMatch(/tmbBallot-completed/);
    expect(names).toMatch(/agreement-balloted/);
    expect(names).toMatch(/agreement-continued-as-new/);
    expect(names).toMatch(/agreement-running/);
  });

  it('replay under the workflows of today', async () => {
    const results = await replayed(bundled, histories);
    expect(results).toEqual(Object.fromEntries(histories.map((h) => [h.workflowId, null])));
  }, 120_000);

  it.each(CHANGES)(
    'do not replay under a change without a patch: $what',
    async ({ from, to, breaks }) => {
      // One place only: a change of a library's code would prove nothing.
      expect(bundled.code.match(new RegExp(from, 'g'))).toHaveLength(1);
      const changed = { ...bundled, code: bundled.code.replace(from, to) };
      const results = await replayed(changed, histories);
      const broken = Object.keys(results).filter((name) => results[name] !== null);
      expect(broken.some((name) => breaks.test(name))).toBe(true);
    },
    120_000,
  );
});
