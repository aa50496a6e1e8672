import { sql } from 'kysely';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const VICTIMS = 12;
const TRIES = 20;
const LAG_MS = 5_000;
const MARK = 'SPOILT';

/** Agreements that nobody touches, whose rows are wrong: a rebuild has all of them to write, or none. */
async function spoil(scene: Scene): Promise<readonly string[]> {
  const client = scene.client(98);
  const victims: string[] = [];
  for (let left = TRIES; victims.length < VICTIMS && left > 0; left -= 1) {
    const { status, body } = await client.draft();
    if (status === 201) victims.push(String(body.agreement));
  }
  await spoilAgain(scene, victims);
  return victims;
}

const spoilAgain = ({ product }: Scene, victims: readonly string[]) =>
  sql`UPDATE read.agreement SET phase = ${MARK} WHERE agreement = ANY(${[...victims]}::uuid[])`.execute(
    product.admin,
  );

async function spoilt({ product }: Scene, victims: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM read.agreement
     WHERE phase = ${MARK} AND agreement = ANY(${[...victims]}::uuid[])`.execute(product.admin);
  return rows[0]?.n ?? 0;
}

/** A rebuild is in the middle once the table of its next rows is there. */
async function isStaging({ product }: Scene): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM pg_class WHERE relname = 'staged' AND relpersistence = 't'`.execute(
    product.admin,
  );
  return (rows[0]?.n ?? 0) > 0;
}

const wholeOrNot = (left: number, victims: readonly string[]): boolean =>
  left === 0 || left === victims.length;

async function killedRebuilds(scene: Scene): Promise<void> {
  const { product, random } = scene;
  const victims = await spoil(scene);
  let killedInTheMiddle = 0;
  for (let n = 0; n < 3; n += 1) {
    await spoilAgain(scene, victims);
    let stagedAt = Infinity;
    const after = random.between(0, 200);
    const killed = await product.cliKilledWhen(async () => {
      if (stagedAt === Infinity && (await isStaging(scene))) stagedAt = Date.now();
      return Date.now() - stagedAt >= after;
    }, 'rebuild');
    if (killed) killedInTheMiddle += 1;
    const left = await spoilt(scene, victims);
    demand(wholeOrNot(left, victims), `F22: ${String(left)} rows of ${String(VICTIMS)} were left`);
  }
  demand(killedInTheMiddle > 0, 'F22: no rebuild was killed in the middle');
  await spoilAgain(scene, victims);
  const both = await Promise.allSettled([product.cli('rebuild'), product.cli('rebuild')]);
  demand(
    both.some(({ status }) => status === 'fulfilled'),
    'F22: of two rebuilds at once none ended',
  );
  const left = await spoilt(scene, victims);
  demand(left === 0, `F22: two rebuilds at once left ${String(left)} rows`);
  await demandNothingLeft(scene);
}

async function demandNothingLeft({ product }: Scene): Promise<void> {
  const { differed } = JSON.parse(await product.cli('--json', 'rebuild')) as { differed: object };
  demand(Object.keys(differed).length === 0, `F22: ${JSON.stringify(differed)}`);
}

/** What readers see while a rebuild goes on: all rows of before or all rows of after, and each command at once. */
async function readers(
  scene: Scene,
  victims: readonly string[],
  isOver: () => boolean,
): Promise<{ readonly halves: number; readonly slowestMs: number; readonly unseen: number }> {
  const client = scene.client(97);
  let [halves, slowestMs, unseen] = [0, 0, 0];
  const look = async () => {
    while (!isOver()) {
      if (!wholeOrNot(await spoilt(scene, victims), victims)) halves += 1;
      await pause(15);
    }
  };
  const write = async () => {
    while (!isOver()) {
      const { status, body, from } = await client.draft();
      const at = `/v1/agreements/${String(body.agreement)}`;
      const seen = await scene.product.get('asi.rep', at);
      if (status !== 201 || seen.status !== 200) unseen += 1;
      slowestMs = Math.max(slowestMs, Date.now() - from);
      await pause(50);
    }
  };
  await Promise.all([look(), write()]);
  return { halves, slowestMs, unseen };
}

async function rebuiltUnderLoad(scene: Scene): Promise<void> {
  const victims = await spoil(scene);
  for (let n = 0; n < 2; n += 1) {
    await spoilAgain(scene, victims);
    let over = false;
    const seen = readers(scene, victims, () => over);
    const said = await scene.product.cli('--json', 'rebuild').finally(() => (over = true));
    const { halves, slowestMs, unseen } = await seen;
    const { differed } = JSON.parse(said) as { differed: Readonly<Record<string, unknown>> };
    const others = Object.keys(differed).filter((id) => !victims.includes(id));
    demand(others.length === 0, `F23: ${JSON.stringify(differed)}`);
    const left = await spoilt(scene, victims);
    demand(left === 0, `F23: ${String(left)} rows were not written anew`);
    demand(halves === 0, `F23: readers saw half of the rows ${String(halves)} times`);
    demand(unseen === 0, `F23: ${String(unseen)} commands were not to be seen at once`);
    demand(slowestMs < LAG_MS, `F23: a command took ${String(slowestMs)} ms to be seen`);
  }
}

export const rebuildRows: readonly Row[] = [
  {
    id: 'F22',
    title:
      'rebuilding of the read model killed in the middle: all rows or none; then two rebuilds at once',
    inject: killedRebuilds,
  },
  {
    id: 'F23',
    title:
      'rebuilding of the read model while commands are carried out: readers see no half, no gap, no lag',
    inject: rebuiltUnderLoad,
  },
];
