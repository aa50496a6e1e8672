import { BUNDLE_PATH } from '@twinning/worker';
import { sql } from 'kysely';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowNextSchema } from './next-build/schema.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const preload = (file: string): string =>
  `--import=${new URL(`next-build/${file}`, import.meta.url).href}`;

/** A build that writes one event in a new version; see `next-build/schema.ts`. */
export const NEXT_SCHEMA: NodeJS.ProcessEnv = {
  NODE_OPTIONS: preload('schema.js'),
  TWINNING_NEXT_BUILD: 'schema',
};

const UNDECIDED_MS = 6_000;

async function versionOf({ product }: Scene, agreement: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT max(version)::int AS version FROM log.event
     WHERE stream = ${`agreement/${agreement}`}`.execute(product.admin);
  return rows[0]?.version ?? 0;
}

async function schemasOf({ product }: Scene, agreement: string): Promise<string> {
  const { rows } = await sql<{ schemas: string }>`
    SELECT string_agg(schema_version::text, ',' ORDER BY version) AS schemas FROM log.event
     WHERE stream = ${`agreement/${agreement}`} AND type = 'RequestEdited'`.execute(product.admin);
  return rows[0]?.schemas ?? '';
}

/**
 * An old and a new worker side by side, one agreement edited by each in turn: the new one reads what the old one wrote, and
 * the old one decides nothing on what it cannot read; the command waits for the new one.
 */
async function schemasSideBySide(scene: Scene): Promise<void> {
  const { product } = scene;
  knowNextSchema();
  const client = scene.client(99);
  const { body } = await client.draft();
  const agreement = String(body.agreement);
  const edit = (goals: string, saw: number) =>
    client.persist('asi.rep', agreement, 'edit-request', { goals }, saw);
  const demandDone = async (which: string, edited: ReturnType<typeof edit>) => {
    const { status } = await edited;
    demand(status === 200, `F25b: the edit ${which} was answered ${String(status)}`);
  };
  await demandDone('by the old worker', edit('Old.', 1));
  await scene.away(async () => {
    product.run('worker2', NEXT_SCHEMA);
    await scene.wait(1_000, 2_000);
    await product.kill('worker');
    await demandDone('by the new worker', edit('New.', 2));
    product.run('worker');
    await product.ready();
    await scene.wait(2_000, 3_000);
    await product.kill('worker2');
    const waiting = edit('Newer.', 3);
    await pause(UNDECIDED_MS);
    const version = await versionOf(scene, agreement);
    demand(version === 3, `F25b: the old worker has decided on what it cannot read`);
    product.run('worker2', NEXT_SCHEMA);
    for (const app of ['worker', 'api'] as const) {
      await product.kill(app, 'SIGTERM');
      product.run(app, NEXT_SCHEMA);
    }
    await product.ready();
    await demandDone('that waited', waiting);
  });
  const schemas = await schemasOf(scene, agreement);
  demand(schemas === '1,2,2', `F25b: the versions of the edits are ${schemas}`);
  await product.kill('worker2', 'SIGTERM');
}

/** Workflow code in which commands are looked at before they are carried out: no running workflow replays through it. */
async function otherWorkflows(folder: string): Promise<string> {
  const code = await readFile(BUNDLE_PATH, 'utf8');
  const other = code.replace(
    /const heard = await (\S+)commandPath\.execute\(commandId, known\(\)\);/,
    'await $1clockPath.look(input.agreement); $&',
  );
  demand(other !== code, 'F24: the workflow code has no such step');
  const file = join(folder, 'other-workflows.js');
  await writeFile(file, other);
  return file;
}

const AGREEMENTS = 3;
const NOTICED_MS = 60_000;
const AGAIN_MS = 180_000;

/** Code that does not replay is deployed while workflows run, is noticed, and is taken back: nothing wrong is recorded. */
async function badDeployment(scene: Scene): Promise<void> {
  const { product } = scene;
  const folder = await mkdtemp(join(tmpdir(), 'twinning-workflows-'));
  const clients = Array.from({ length: AGREEMENTS }, (_, n) => scene.client(90 + n));
  const editAll = (ids: readonly string[], saw: number) =>
    Promise.all(
      clients.map((client, n) => {
        const goals = { goals: `At ${String(saw)}.` };
        return client.persist('asi.rep', ids[n] ?? null, 'edit-request', goals, saw);
      }),
    );
  scene.mayNotReplay = true;
  try {
    const drafts = await Promise.all(clients.map((client) => client.draft()));
    const ids = drafts.map(({ body }) => String(body.agreement));
    await editAll(ids, 1);
    await scene.away(async () => {
      await product.kill('worker');
      product.run('worker', {
        NODE_OPTIONS: preload('workflows.js'),
        TWINNING_OTHER_WORKFLOWS: await otherWorkflows(folder),
      });
      const waiting = editAll(ids, 2);
      const noticed = async () => (await product.processes.logs()).includes('TMPRL1100');
      for (const end = Date.now() + NOTICED_MS; !(await noticed()); await pause(500)) {
        demand(Date.now() < end, 'F24: nobody says that the workflows do not replay');
      }
      await product.kill('worker');
      product.run('worker');
      const done = await waiting;
      demand(
        done.every((e) => e.status === 200),
        `F24: after the code was taken back: ${done.map((e) => String(e.status)).join()}`,
      );
      await untilAllGoOn(scene);
    });
    for (const id of ids) {
      const version = await versionOf(scene, id);
      demand(version === 3, `F24: ${id} has come to version ${String(version)} by two edits`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What was begun anew by the other code does not replay through this one either, and is begun anew once more. */
async function untilAllGoOn({ product }: Scene): Promise<void> {
  for (const end = Date.now() + AGAIN_MS; ; await pause(1_000)) {
    const running = await product.sender.running();
    const standings = await Promise.all(running.map((id) => product.sender.standing(id)));
    const failing = standings.filter((one) => one?.fails === true).length;
    if (failing === 0) return;
    demand(Date.now() < end, `F24: ${String(failing)} workflows do not replay`);
  }
}

export const buildRows: readonly Row[] = [
  {
    id: 'F24',
    title:
      'workflow code that does not replay is deployed, noticed and taken back: all goes on, nothing wrong is recorded',
    inject: badDeployment,
    spoils: true,
  },
  {
    id: 'F25b',
    title:
      'an old and a new build side by side, one event in two versions: neither loses what the other wrote',
    inject: schemasSideBySide,
    spoils: true,
  },
];
