import pg from 'pg';
import { mayMount, type SmallDisk } from '../support/small-disk.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

/** A segment of the log of PostgreSQL (16 MB) and a little more. */
const SPARE_MB = 40;
const SEGMENTS = 4;

/** What a command is answered while something has no room: carried out, kept for later, or cleanly refused. */
const CLEAN = [201, 202, 503];

async function answerNow({ product }: Scene): Promise<number> {
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
  return (await product.act('asi.rep', null, 'start-draft', draft)).status;
}

/** Has PostgreSQL ask for segments of its log until it finds no room for one; it may end over that. */
async function askForSegments({ servers }: Scene): Promise<boolean> {
  const client = new pg.Client({ connectionString: servers.adminUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let n = 0; n < SEGMENTS; n += 1) {
      await client.query(`SELECT pg_logical_emit_message(false, 'full', 'disk'), pg_switch_wal()`);
    }
    return false;
  } catch {
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Full while the clients are at work; then room is made, and what has ended is started as a service manager would. */
async function fullFor(scene: Scene, disk: SmallDisk, work: () => Promise<void>): Promise<void> {
  await scene.away(async () => {
    disk.fill();
    try {
      await work();
    } finally {
      disk.free();
      scene.mark();
      await scene.servers.startWhatEnded();
    }
    await scene.product.ready();
  });
}

async function fullDisks(scene: Scene): Promise<void> {
  const { servers, product, random } = scene;
  await servers.stopDatabase('orderly');
  const data = await servers.ontoSmallDisk('database', SPARE_MB);
  await servers.startDatabase();
  await servers.stopTemporal('orderly');
  const held = await servers.ontoSmallDisk('temporal', SPARE_MB);
  await servers.startTemporal();
  await product.ready();
  await scene.wait(500, 1_500);

  await fullFor(scene, data, async () => {
    await pause(random.between(2_000, 4_000));
    const status = await answerNow(scene);
    demand(CLEAN.includes(status), `F18: with the data's disk full: ${String(status)}`);
  });
  await scene.wait(500, 1_500);
  await fullFor(scene, data, async () => {
    demand(await askForSegments(scene), 'F18: the log of PostgreSQL found room on a full disk');
    await pause(random.between(1_000, 3_000));
    const status = await answerNow(scene);
    demand(CLEAN.includes(status), `F18: with no room for the log: ${String(status)}`);
  });
  await scene.wait(500, 1_500);
  await fullFor(scene, held, async () => {
    await pause(random.between(2_000, 4_000));
    const status = await answerNow(scene);
    demand(CLEAN.includes(status), `F18: with Temporal's disk full: ${String(status)}`);
    const read = await product.get('auditor', '/v1/agreements?limit=1');
    demand(read.status === 200, `F18: with Temporal's disk full a read: ${String(read.status)}`);
  });
}

export const fullDiskRows: readonly Row[] = [
  {
    id: 'F18',
    title: 'full disk: data, log of PostgreSQL, then Temporal; room is made, and all goes on',
    ...(mayMount
      ? { inject: fullDisks, spoils: true }
      : { skipped: 'needs a file system of its own, which only root may mount' }),
  },
];
