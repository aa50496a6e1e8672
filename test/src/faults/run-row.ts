import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepUnreplayed } from './keep-histories.js';
import { judge } from './judge.js';
import { Random } from './random.js';
import type { Row } from './row.js';
import { World } from './world.js';

/** What one row with one seed came to. */
export interface RowResult {
  readonly id: string;
  readonly seed: number;
  readonly commands: number;
  readonly accepted: number;
  /** Milliseconds from the last fault to the first success. */
  readonly recoveredInMs: number;
  readonly tookMs: number;
  /** Deadlines that fell due while the faults went on, and fired. */
  readonly deadlines: number;
  readonly violations: readonly string[];
}

/** Runs rows one after the other on one product, which is replaced when a row has spoilt it or shown a fault. */
export class Runner {
  private world: World | null = null;

  constructor(
    private readonly start: () => Promise<World> = () => World.start(),
    /** Where to leave what the processes said when something was violated. */
    private readonly logs?: string,
  ) {}

  async run(row: Row, seed: number): Promise<RowResult> {
    this.world ??= await this.start();
    const { world } = this;
    const began = Date.now();
    const random = new Random(seedOf(row, seed));
    const result = await (row.alone !== undefined
      ? alone(row.alone, world)
      : atWork(row, world, random).catch((error: unknown) => nothing([messageOf(error)])));
    const done = { id: row.id, seed, ...result, tookMs: Date.now() - began };
    if (done.violations.length > 0 && this.logs !== undefined) {
      await mkdir(this.logs, { recursive: true });
      const file = join(this.logs, `${row.id}-${String(seed)}.log`);
      const said = await world.product.processes.logs();
      await writeFile(file, said);
      await keepUnreplayed(said, world.servers.temporalAddress, this.logs).catch(console.error);
    }
    if (row.spoils === true || row.alone !== undefined || done.violations.length > 0) {
      await this.stop();
    }
    return done;
  }

  async stop(): Promise<void> {
    const { world } = this;
    this.world = null;
    await world?.stop();
  }
}

async function alone(work: NonNullable<Row['alone']>, world: World) {
  const violations = await work(world).catch((error: unknown) => [messageOf(error)]);
  return nothing(violations);
}

const nothing = (violations: readonly string[]) => ({
  ...{ commands: 0, accepted: 0, deadlines: 0, recoveredInMs: 0 },
  violations,
});

async function atWork(row: Row, world: World, random: Random) {
  const broken: string[] = [];
  const scene = await world.during(random, async (at) => {
    await row.inject?.(at).catch((error: unknown) => broken.push(messageOf(error)));
  });
  const { deadlines, violations } = await judge(scene).catch((error: unknown) => ({
    deadlines: 0,
    violations: [`the judge could not finish: ${messageOf(error)}`],
  }));
  return {
    commands: scene.ledger.entries.length,
    accepted: scene.ledger.accepted.length,
    deadlines,
    recoveredInMs: scene.recoveredInMs,
    violations: [...broken, ...violations],
  };
}

// Rows share a product: the same seed must not give two rows the same keys.
const seedOf = (row: Row, seed: number): number =>
  [...`${row.id}/${String(seed)}`].reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0), 7);

// A TypeError is a fault of some program, and says nothing without its place.
const messageOf = (error: unknown): string =>
  error instanceof TypeError
    ? (error.stack ?? error.message)
    : error instanceof Error
      ? error.message
      : String(error);
