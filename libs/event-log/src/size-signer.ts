import { signCheckpoint } from './checkpoint.js';
import type { Connection } from './connection.js';
import { demandContinuity } from './continuity.js';
import type { Signer } from './keys.js';
import { rootAt } from './merkle.js';
import { nodesOf } from './nodes.js';

interface Asked {
  readonly size: number;
  readonly resolve: (note: string) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Signs checkpoints of given sizes, for receipts that are made as commands are answered: the same size, the same note, as long
 * as key and name of the record are the same. What is asked for while one look at the record is under way shares the next one.
 *
 * The signer remembers the largest; the database keeps none, for a row and a signature to check for every command would
 * double what the verification of the whole log takes.
 */
export class SizeSigner {
  private waiting: Asked[] = [];
  private busy = false;

  /** `on` is asked at each signing: the key can be another by then. */
  constructor(private readonly on: () => { readonly db: Connection; readonly signer: Signer }) {}

  /** The note of a size that the log has reached. Throws `NotContinued` as `checkpointNow` does. */
  sign(size: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ size, resolve, reject });
      if (!this.busy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting;
      this.waiting = [];
      try {
        const notes = await this.signAll([...new Set(asked.map(({ size }) => size))]);
        for (const { size, resolve, reject } of asked) {
          const made = notes.get(size);
          if (made?.status === 'fulfilled') resolve(made.value);
          else reject(made?.reason);
        }
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.busy = false;
  }

  private async signAll(
    sizes: readonly number[],
  ): Promise<ReadonlyMap<number, PromiseSettledResult<string>>> {
    const { db, signer } = this.on();
    const { memory, name: origin } = signer;
    if (memory !== undefined) await demandContinuity(db, signer, memory);
    const nodes = nodesOf(db);
    const made = await Promise.allSettled(
      sizes.map(async (size) =>
        signCheckpoint({ origin, size, root: await rootAt(size, nodes) }, signer),
      ),
    );
    const notes = new Map(sizes.map((size, i) => [size, made[i] as PromiseSettledResult<string>]));
    // Remembered before anybody has it: what is signed and forgotten could be signed differently after a restore.
    const largest = sizes.filter((size) => notes.get(size)?.status === 'fulfilled');
    const last = notes.get(Math.max(...largest));
    if (last?.status === 'fulfilled') await memory?.keep(last.value);
    return notes;
  }
}
