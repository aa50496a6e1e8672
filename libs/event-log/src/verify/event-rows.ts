import { leafHashAt, type Hash } from '../merkle.js';
import type { PersonKeys } from '../person-keys.js';
import { MadeAgain } from './made-again.js';
import { COLUMN, RowBytes } from './row-bytes.js';
import { rowFaults } from './row-faults.js';

/** An event as it lies in the database, judged by itself. */
export interface JudgedRow {
  readonly index: number;
  readonly stream: string;
  readonly version: number;
  /** Of the bytes of its leaf. */
  readonly hash: Hash;
  readonly faults: readonly string[];
}

const NONE: readonly string[] = [];

/** Judges rows one after the other: by their bytes alone, which suffices for nearly every one, else by their values. */
export class EventRows {
  private readonly again = new MadeAgain();

  constructor(
    private readonly keys: PersonKeys | null,
    private readonly erased: ReadonlySet<string>,
  ) {}

  /** The events of an answer to `copyOf`. */
  async *of(answer: AsyncIterable<Buffer>): AsyncGenerator<readonly JudgedRow[], void> {
    const row = new RowBytes();
    for await (const bytes of answer) {
      row.take(bytes);
      const judged: JudgedRow[] = [];
      while (row.next()) {
        const hash = leafHashAt(row.bytes, row.start(COLUMN.leaf), row.stop(COLUMN.leaf));
        const isKept = row.isSame(COLUMN.leafHash, hash);
        judged.push({
          index: row.int8(COLUMN.index),
          stream: row.text(COLUMN.stream),
          version: row.int4(COLUMN.version),
          hash,
          // Nothing is waited for where nothing is wrong: that is nearly every row.
          faults: isKept && this.again.isMadeAgain(row) ? NONE : await this.faultsOf(row, isKept),
        });
      }
      yield judged;
    }
    row.end();
  }

  private async faultsOf(row: RowBytes, isKept: boolean): Promise<readonly string[]> {
    if (!isKept) return ['its hash is not that of its bytes'];
    try {
      return await rowFaults(row.decoded(), this.keys, this.erased);
    } catch {
      // An instant or a text that no leaf can say.
      return ['a column differs from its bytes'];
    }
  }
}
