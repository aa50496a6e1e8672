import { addDays, endOf, fromMs, startOf, toMs, type Day, type Instant } from '@twinning/domain';
import { setClock, storedClock } from '@twinning/engine';
import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { layDeadline } from './deadlines.js';
import { pause } from './random.js';
import { dayLeft, RATE, runAt } from './record-clock.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((m) => `/usr/lib/${m}/faketime`);
const FOLDER = FOLDERS.find((folder) => existsSync(`${folder}/libfaketime.so.1`));

/** Surroundings in which a process sees another time of day; how much time passes it sees as everybody does. */
const seeing = (skew: string, library: string): NodeJS.ProcessEnv => ({
  LD_PRELOAD: `${FOLDER ?? ''}/${library}`,
  FAKETIME: skew,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

const SKEWS = ['+5m', '-5m', '+1d', '-1d'] as const;

/** What a skewed API may say: its outcome, or that the token has expired, and that too many such came from here. */
const SANE: readonly number[] = [201, 202, 401, 429, 503];

async function skewedProcesses(scene: Scene): Promise<void> {
  const { product } = scene;
  try {
    await skewed(scene);
  } finally {
    for (const app of ['worker', 'api'] as const) {
      await product.kill(app, 'SIGTERM');
      product.run(app);
    }
  }
  await product.ready();
}

async function skewed(scene: Scene): Promise<void> {
  const { product } = scene;
  for (const skew of SKEWS) {
    await product.kill('worker', 'SIGTERM');
    product.run('worker', seeing(skew, 'libfaketimeMT.so.1'));
    await product.kill('api', 'SIGTERM');
    product.run('api', seeing(skew, 'libfaketimeMT.so.1'));
    await product.ready();
    const { status, headers } = await product.act('asi.rep', null, 'start-draft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
    demand(SANE.includes(status), `F12b: at ${skew} a draft was answered ${String(status)}`);
    const off = Math.abs(Date.parse(headers.get('date') ?? '') - Date.now());
    demand(off > 200_000, `F12b: the API’s clock was not skewed by ${skew}`);
    await scene.wait(500, 1_500);
  }
}

/** How far the clock of PostgreSQL is from this machine's, in milliseconds. */
async function databaseIsOff({ product }: Scene): Promise<number> {
  const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(product.admin);
  return (rows[0]?.now.getTime() ?? NaN) - Date.now();
}

/** A deadline that PostgreSQL's clock makes due fires once, and none again when that clock is right; none is recorded backwards. */
async function skewedDatabase(scene: Scene): Promise<void> {
  const { product, servers } = scene;
  scene.recordedByAFalseClock = true;
  // A day of the database is then a day of the record: deadlines fall due by its jumps.
  await runAt(product, 1);
  const { today } = await dayLeft(product);
  const laid = await layDeadline(scene, scene.client(86));
  demand(laid !== null, 'F12c: no deadline could be laid');
  const fired = () => demandFired(scene, 'F12c', String(laid), endOf(today));
  for (const skew of [...SKEWS, null]) {
    await servers.stopDatabase('orderly');
    await servers.startDatabase(skew === null ? {} : seeing(skew, 'libfaketime.so.1'));
    await product.ready();
    const off = Math.abs(await databaseIsOff(scene));
    demand(
      skew === null ? off < 60_000 : off > 200_000,
      `F12c: ${String(skew)}, ${String(off)} ms off`,
    );
    await product.sender.look(String(laid));
    if (skew === '+1d') await fired();
    await scene.wait(1_500, 2_500);
  }
  await fired();
  const { rows } = await sql`
    SELECT 1 FROM log.event a JOIN log.event b ON b.index = a.index + 1
     WHERE b.recorded_at < a.recorded_at LIMIT 1`.execute(product.admin);
  demand(rows.length === 0, 'F12c: the record’s own time ran back');
  await runAt(product, RATE);
}

const MINUTE_MS = 60_000;

/** Moves the clock of the record by so much against its present reading; it goes on as any clock. */
async function jump({ product }: Scene, ms: number): Promise<void> {
  const now = toMs(await storedClock().now(product.db));
  await setClock(product.admin, fromMs(now + ms), 1);
}

/** What a day's jump makes due has fired, once, and stays so when the clock jumps back over it. */
async function jumpingRecord(scene: Scene): Promise<void> {
  const { product } = scene;
  await runAt(product, 1);
  const { today } = await dayLeft(product);
  const laid = await layDeadline(scene, scene.client(86));
  demand(laid !== null, 'F12: no deadline could be laid');
  const fired = () => demandFired(scene, 'F12', String(laid), endOf(today));
  for (const minutes of [5, -5, 1_440, -1_440]) {
    await jump(scene, minutes * MINUTE_MS);
    await product.sender.look(String(laid));
    if (minutes === 1_440) await fired();
    await scene.wait(800, 1_500);
  }
  await fired();
  await runAt(product, RATE);
  scene.mark();
}

/** Hours of Zurich pass in a second or two: a day with a change is over soon, and has 23 or 25 of them. */
const CHANGE_RATE = 3_600 / 2;
const ZONES = ['America/New_York', 'Pacific/Apia', 'Europe/Zurich'] as const;
const HOUR_MS = 3_600_000;

/** The next Sundays on which the clocks of Zurich change: their days are not 24 hours long. */
function changesAfter(day: Day): readonly Day[] {
  const length = (d: Day) => toMs(endOf(d)) - toMs(startOf(d));
  const found: Day[] = [];
  for (let d = addDays(day, 1); found.length < 2; d = addDays(d, 1)) {
    if (length(d) !== 24 * HOUR_MS) found.push(d);
  }
  return found;
}

/** Deadlines at the end of the days on which the clocks change, while API and worker live in other zones. */
async function summerTime(scene: Scene): Promise<void> {
  const { product, random } = scene;
  const { today } = await dayLeft(product);
  const client = scene.client(86);
  for (const changes of changesAfter(today)) {
    const TZ = random.pick(ZONES);
    for (const app of ['worker', 'api'] as const) {
      await product.kill(app, 'SIGTERM');
      product.run(app, { TZ });
    }
    await product.ready();
    await setClock(product.admin, fromMs(toMs(startOf(changes)) + HOUR_MS / 2), 1);
    const laid = await layDeadline(scene, client);
    demand(laid !== null, 'F12d: no deadline could be laid on the day of the change');
    // An hour before the hour that is left out or comes twice, the end of the day, and what comes after it.
    await setClock(product.admin, fromMs(toMs(endOf(changes)) - HOUR_MS), CHANGE_RATE);
    await product.sender.look(String(laid));
    await demandFired(scene, 'F12d', String(laid), endOf(changes));
  }
  for (const app of ['worker', 'api'] as const) {
    await product.kill(app, 'SIGTERM');
    product.run(app);
  }
  await runAt(product, RATE);
  scene.mark();
}

const FIRED_MS = 60_000;

/** The invitation has expired, once, at the end of its day in Zurich. */
async function demandFired(
  { product }: Scene,
  row: string,
  agreement: string,
  due: Instant,
): Promise<void> {
  for (const end = Date.now() + FIRED_MS; ; await pause(200)) {
    const { rows } = await sql<{ due: Date }>`
      SELECT occurred_at AS due FROM log.event
       WHERE stream = ${`agreement/${agreement}`} AND type = 'InvitationExpired'`.execute(
      product.admin,
    );
    const found = rows.map((row) => row.due.toISOString());
    demand(found.length < 2, `${row}: the invitation expired ${String(found.length)} times`);
    if (found.length === 1) {
      const [at] = found;
      return demand(at === fromMs(toMs(due)), `${row}: due at ${due}, expired at ${String(at)}`);
    }
    demand(Date.now() < end, `${row}: the invitation has not expired`);
  }
}

const unseen =
  FOLDER === undefined ? { skipped: 'needs libfaketime (apt-get install faketime)' } : {};

export const clockRows: readonly Row[] = [
  {
    id: 'F12',
    title: 'the clock of the record jumps: ± 5 min, + 1 day, back again',
    inject: jumpingRecord,
    spoils: true,
  },
  {
    id: 'F12d',
    title:
      'both changes of summer time in Zurich, API and worker in zones of their own: deadlines of these days',
    inject: summerTime,
    spoils: true,
  },
  {
    id: 'F12b',
    title: 'clocks of API and worker off by ± 5 min and ± 1 day (faketime)',
    inject: skewedProcesses,
    ...unseen,
  },
  {
    id: 'F12c',
    title: 'clock of PostgreSQL off by ± 5 min and ± 1 day, and right again (faketime)',
    inject: skewedDatabase,
    spoils: true,
    ...unseen,
  },
];
