import { sql } from 'kysely';
import { within } from './conductor-port.js';
import type { Db } from './database.js';

/** Run by `migrateAll`: one row, which says nothing but that it could be written. */
export const writeProbeStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.write_probe (
     one boolean PRIMARY KEY DEFAULT true CHECK (one),
     written_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  `INSERT INTO engine.write_probe DEFAULT VALUES ON CONFLICT DO NOTHING`,
  `GRANT SELECT, UPDATE ON engine.write_probe TO twinning_app`,
];

/** Rows that do not fit into 64 kB: about a megabyte beside the data for a few milliseconds. */
const SPILLED = 40_000;

async function write(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`SELECT set_config('lock_timeout', '2s', true), set_config('work_mem', '64kB', true)`.execute(
      trx,
    );
    // A row that is there is written over where it lies, also on a full disk: only a file that grows asks for room.
    await sql`SELECT count(*) FROM generate_series(1, ${SPILLED}::int)`.execute(trx);
    await sql`UPDATE engine.write_probe SET written_at = clock_timestamp()`.execute(trx);
  });
}

/**
 * Whether PostgreSQL takes what is written, and has room for it. Asked as often as one likes, it writes once in `everyMs`;
 * one that hangs is not followed by another.
 */
export class WriteProbe {
  private running: Promise<void> | null = null;
  private last: { readonly at: number; readonly written: boolean } | null = null;

  constructor(
    private readonly db: Db,
    private readonly limits: { readonly everyMs: number; readonly patienceMs: number },
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  async writes(): Promise<boolean> {
    const { everyMs, patienceMs } = this.limits;
    const { last } = this;
    if (this.running === null && last !== null && this.nowMs() - last.at < everyMs) {
      return last.written;
    }
    this.running ??= this.probe();
    return within(patienceMs, this.running).then(
      () => this.last?.written === true,
      () => false,
    );
  }

  private async probe(): Promise<void> {
    const written = await write(this.db).then(
      () => true,
      () => false,
    );
    this.last = { at: this.nowMs(), written };
    this.running = null;
  }
}
