import { beforeAll, describe, expect, it } from '@jest/globals';
import proto from '@temporalio/proto';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

describe('the recorded histories of every release', () => {
  let histories: readonly Recorded[];

  beforeAll(async () => {
    histories = await recorded();
  });

  it('hold a lapse by the clock, an evaluation and a ballot beside the agreement, and a run that was continued', () => {
    const names = histories.map((h) => h.workflowId).join('\n');
    expect(names).toMatch(/agreement-lapsed/);
    expect(names).toMatch(/statusChangeEvaluation-completed/);
    expect(names).toMatch(/tmbBallot-completed/);
    expect(names).toMatch(/agreement-continued-as-new/);
    expect(names).toMatch(/agreement-running/);
  });

  it('replay under the workflows of today', async () => {
    const results = await replayed(await bundle(join(WORKFLOWS, 'index.ts')), histories);
    expect(results).toEqual(Object.fromEntries(histories.map((h) => [h.workflowId, null])));
  }, 120_000);

  it.each([
    [
      'a step before the first look',
      'agreement.ts',
      'for (;;) {',
      'await condition(() => false, 1000);\n  for (;;) {',
      /agreement-lapsed/,
    ],
    [
      'no look when the evidence is gathered',
      'watch.ts',
      'heard = await clockPath.look(agreement);',
      'heard = await clockPath.gatherEvidence(agreement, child.id);',
      /statusChangeEvaluation-completed/,
    ],
    [
      'no search attributes',
      'visibility.ts',
      'if (!changed) return;',
      'if (changed) return;',
      /agreement-/,
    ],
  ])(
    'do not replay under a change without a patch: %s',
    async (_, file, from, to, expected) => {
      const folder = await mkdtemp(join(WORKFLOWS, '../.incompatible-'));
      try {
        for (const name of await readdir(WORKFLOWS)) {
          if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
          const text = await readFile(join(WORKFLOWS, name), 'utf8');
          if (name === file) expect(text).toContain(from);
          await writeFile(join(folder, name), name === file ? text.replace(from, to) : text);
        }
        const results = await replayed(await bundle(join(folder, 'index.ts')), histories);
        const broken = Object.keys(results).filter((name) => results[name] !== null);
        expect(broken.some((name) => expected.test(name))).toBe(true);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    120_000,
  );
});
