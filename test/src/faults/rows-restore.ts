import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pause } from './random.js';
import { COMMITTEE } from '../support/request.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

/** Statements of the administrator, each by itself: settings of the server are no part of a transaction. */
async function asAdmin({ servers }: Scene, ...statements: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: servers.adminUrl });
  await client.connect();
  try {
    let last = '';
    for (const text of statements) {
      const { rows } = await client.query<Record<string, string>>(text);
      last = Object.values(rows[0] ?? {})[0] ?? '';
    }
    return last;
  } finally {
    await client.end();
  }
}

/** The log is archived from now on; the setting needs a restart, which the clients live through. */
async function archive(scene: Scene, wal: string): Promise<void> {
  const command = `test ! -f ${wal}/%f && cp %p ${wal}/%f`;
  await asAdmin(
    scene,
    `ALTER SYSTEM SET archive_mode = on`,
    `ALTER SYSTEM SET archive_command = '${command}'`,
  );
  await scene.servers.stopDatabase('orderly');
  await scene.servers.startDatabase();
  await scene.product.ready();
}

/** What was restored is read and not decided on, until it goes on under another name; then worker and API do by themselves. */
async function goOn({ product }: Scene, verifies: () => Promise<string>): Promise<void> {
  const isHeld = async (): Promise<boolean> => {
    const answer = await fetch(`${product.url}/health/ready`).catch(() => null);
    return answer !== null && (await answer.text()).includes('RECORD_NOT_CONTINUED');
  };
  for (let left = 300; left > 0 && !(await isHeld()); left -= 1) await pause(100);
  demand(await isHeld(), 'F32: a forked record is taken for sound');
  const draft = await product.act('asi.rep', null, 'start-draft', DRAFT);
  demand(draft.status === 503, `F32: decided on a forked record: ${String(draft.status)}`);
  await verifies();
  const lost = join(product.environment.TWINNING_DATA ?? '', 'last-checkpoint');
  const name = `continued/${String(Date.now())}`;
  await product.cli('record', 'continue', '--origin', name, '--checkpoint', lost);
}

/** What was restored says that its log is kept nowhere, until that is mended as the documentation says. */
async function archiveAgain(scene: Scene): Promise<void> {
  const { servers, product } = scene;
  const said = async () => (await fetch(`${product.url}/health/ready`)).text();
  demand((await said()).includes('NOT_ARCHIVED'), 'F32: nothing says that no log is archived');
  await asAdmin(scene, `ALTER SYSTEM SET archive_mode = on`);
  await servers.stopDatabase('orderly');
  await servers.startDatabase();
  await product.ready();
  demand(!(await said()).includes('NOT_ARCHIVED'), 'F32: the log is archived, and said not to be');
}

/**
 * Base backup under load, work goes on, the machine is lost, and the record is restored: to a moment (what was
 * acknowledged until then is there, what came later is not) or to the end of the archive (nothing is lost).
 */
async function restore(scene: Scene, to: 'a moment' | 'the end'): Promise<void> {
  const { servers, product, ledger } = scene;
  const folder = await mkdtemp(join(tmpdir(), 'twinning-backup-'));
  const wal = join(folder, 'wal');
  const verifies = () =>
    product.cli('verify', '--checkpoint', join(folder, 'base', 'checkpoint.txt'));
  await chmod(folder, 0o755);
  await mkdir(wal);
  await chmod(wal, 0o777);
  try {
    await archive(scene, wal);
    await scene.wait(1_000, 2_000);
    await product.cli('backup', join(folder, 'base'));
    await scene.wait(1_500, 3_000);
    // Both sides of the moment are quiet for a while: an acknowledgement comes a little after its commit.
    await product.kill('api');
    const size = Number(await asAdmin(scene, `SELECT count(*) FROM log.event`));
    await pause(100);
    const until = await asAdmin(scene, `SELECT to_json(clock_timestamp()) #>> '{}'`);
    const keptAt = Date.now();
    if (to === 'a moment') {
      await pause(300);
      product.run('api');
      await product.ready();
      await scene.wait(2_000, 3_000);
      // Somebody holds a proof of what is to be lost.
      const proved = await fetch(`${product.url}/v1/record/checkpoint`);
      demand(proved.status === 200, `F32: no checkpoint (${String(proved.status)})`);
      await product.kill('api');
    }
    await scene.away(async () => {
      await product.kill('worker');
      await asAdmin(scene, `SELECT pg_switch_wal()`);
      await servers.stopDatabase('orderly');
      await rm(servers.cluster, { recursive: true });
      const began = Date.now();
      const only = to === 'a moment' ? ['--until', until] : [];
      await product.cli(
        'restore',
        join(folder, 'base'),
        '--to',
        servers.cluster,
        '--wal',
        wal,
        ...only,
      );
      await servers.startDatabase();
      const tookMs = Date.now() - began;
      demand(tookMs < 300_000, `F32: the restore took ${String(tookMs)} ms`);
      const restored = Number(await asAdmin(scene, `SELECT count(*) FROM log.event`));
      demand(
        restored >= size,
        `F32: ${String(size)} events stood at the moment, ${String(restored)} are back`,
      );
      if (to === 'a moment') ledger.forgetSince(keptAt);
      product.run('api');
      product.run('worker');
      if (to === 'a moment') await goOn(scene, verifies);
      await product.ready();
      if (to === 'the end') await verifies();
      await archiveAgain(scene);
    });
    await pause(3_000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const restoreRows: readonly Row[] = [
  {
    id: 'F32',
    title: 'base backup under load, cluster lost, restored to a moment from the archived log',
    inject: (scene) => restore(scene, 'a moment'),
    spoils: true,
  },
  {
    id: 'F32b',
    title: 'base backup under load, cluster lost, restored to the end of the archived log',
    inject: (scene) => restore(scene, 'the end'),
    spoils: true,
  },
];
