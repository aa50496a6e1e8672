import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PLANTED } from './bugs.js';
import { PLANTS } from './plants.js';
import { REWRITINGS } from './rewriting.js';

const run = promisify(execFile);
const BUILT = new URL('../../../dist/faults/planted/', import.meta.url);

/** Plants every bug of a list in one process, for both apps; answers what kept which from it. */
const planting = async (bugs: readonly string[], preload: readonly string[] = []) => {
  const script = `
    const { PLANTS } = await import(${JSON.stringify(new URL('plants.js', BUILT).href)});
    const faults = {};
    for (const bug of ${JSON.stringify(bugs)}) {
      for (const app of ['api', 'worker']) {
        try { await PLANTS[bug](app); } catch (error) { faults[bug] = String(error); }
      }
    }
    process.stdout.write(JSON.stringify(faults));
    process.exit(0);`;
  const { stdout } = await run(process.execPath, [
    ...preload,
    ...['--input-type=module', '-e', script],
  ]);
  return JSON.parse(stdout) as unknown;
};

describe('each planted bug finds what it takes out of the built product', () => {
  let engine: EngineUnderTest;
  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(async () => {
    await engine.stop();
  });

  it('there are twenty, and no plant belongs to none of them', () => {
    expect(new Set(PLANTED.map(({ name }) => name)).size).toBe(20);
    const inProcess = PLANTED.filter((bug) => bug.inProcess).map(({ name }) => name);
    expect(Object.keys(PLANTS).sort()).toEqual(inProcess.sort());
  });

  it('in the processes', async () => {
    expect(await planting(Object.keys(PLANTS))).toEqual({});
  });

  it.each(Object.keys(REWRITINGS))('%s, in the text of a module', async (bug) => {
    const hooks = JSON.stringify(new URL('rewriting.js', BUILT).href);
    const register = `import { register } from 'node:module'; register(${hooks}, { data: ${JSON.stringify(bug)} });`;
    expect(await planting([bug], ['--import', `data:text/javascript,${register}`])).toEqual({});
  });

  it.each(PLANTED.filter(({ inDatabase }) => inDatabase !== undefined))(
    '$name, in the database',
    async ({ inDatabase = '' }) => {
      const undone = new Error('undone');
      const planted = engine.admin.transaction().execute(async (trx) => {
        await sql.raw(inDatabase).execute(trx);
        throw undone;
      });
      await expect(planted).rejects.toBe(undone);
    },
  );
});
