import { sql } from 'kysely';
import { parseArgs } from 'node:util';
import { NOTHING_LAID } from '../deadlines.js';
import { rows } from '../rows.js';
import { Runner } from '../run-row.js';
import { World } from '../world.js';
import { PLANTED, type PlantedBug } from './bugs.js';

// `npm run planted -- [--bug "forgets stored commands"] [--seeds 3]`: each bug is planted in the real product, and its row must
// find a violation within so many seeds. Exit code 1 when one is not found.

const { values } = parseArgs({
  options: { bug: { type: 'string' }, seeds: { type: 'string', default: '3' } },
});
const PRELOAD = new URL('preload.js', import.meta.url).href;

async function worldWith({ name, inProcess, inDatabase }: PlantedBug): Promise<World> {
  const world = await World.start(
    inProcess ? { TWINNING_PLANTED: name, NODE_OPTIONS: `--import=${PRELOAD}` } : {},
  );
  if (inDatabase !== undefined) await sql.raw(inDatabase).execute(world.product.admin);
  return world;
}

/** The seed that found it and what it said; null when none did. Throws when it could not be planted. */
async function hunt(bug: PlantedBug): Promise<string | null> {
  const row = rows.find(({ id }) => id === bug.row);
  if (row === undefined) throw new Error(`No row ${bug.row}.`);
  for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
    const runner = new Runner(() => worldWith(bug));
    try {
      // A scenario that did not begin has found nothing.
      const { violations } = await runner.run(row, seed);
      const said = violations.find((violation) => violation !== NOTHING_LAID);
      if (said !== undefined) return `seed ${String(seed)}: ${said.slice(0, 160)}`;
    } finally {
      await runner.stop();
    }
  }
  return null;
}

let found = 0;
const bugs = PLANTED.filter(({ name }) => values.bug === undefined || name === values.bug);
for (const bug of bugs) {
  // One that could not be planted was not found, and keeps no other from being looked for.
  const caught = await hunt(bug).catch((error: unknown) => {
    console.error(error);
    return null;
  });
  if (caught !== null) found += 1;
  console.log(`${caught === null ? '✗' : '✓'} ${bug.name} (${bug.row}): ${caught ?? 'NOT FOUND'}`);
}
console.log(`${String(found)} of ${String(bugs.length)} planted bugs found`);
process.exit(found === bugs.length ? 0 : 1);
