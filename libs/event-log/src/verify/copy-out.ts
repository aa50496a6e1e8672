import {
  PostgresDialect,
  type PostgresCursor,
  type PostgresDialectConfig,
  type PostgresPool,
  type RawBuilder,
} from 'kysely';
import type { Connection as DriverConnection, Submittable } from 'pg';
import { to } from 'pg-copy-streams';
import type { Connection } from '../connection.js';

/** What the driver tells a query that it has sent. */
interface Heard {
  handleError(error: unknown): void;
  handleCommandComplete(message: unknown): void;
  handleReadyForQuery(): void;
}

/**
 * An answer of `COPY … TO STDOUT`, read as Kysely reads a cursor: this is the one way in which it hands a query of the
 * driver's own to the connection of a transaction.
 */
class CopyCursor implements Submittable, Heard, PostgresCursor<Buffer> {
  private readonly stream: ReturnType<typeof to> & Heard;
  private readonly chunks: AsyncIterator<Buffer, undefined>;

  constructor(text: string) {
    this.stream = to(text) as ReturnType<typeof to> & Heard;
    this.chunks = this.stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  submit(connection: DriverConnection): void {
    this.stream.submit(connection);
  }

  handleError(error: unknown): void {
    this.stream.handleError(error);
  }

  handleCommandComplete(message: unknown): void {
    this.stream.handleCommandComplete(message);
  }

  handleReadyForQuery(): void {
    this.stream.handleReadyForQuery();
  }

  async read(): Promise<Buffer[]> {
    const { value } = await this.chunks.next();
    return value === undefined ? [] : [value];
  }

  /** Reads to the end: until then the connection answers nothing else. */
  async close(): Promise<void> {
    while (!this.stream.readableEnded && !this.stream.destroyed) await this.read();
  }
}

/** Kysely's dialect for a database that holds the log: with it the log can be read as bytes, which verification does. */
export const logDialect = (pool: PostgresPool): PostgresDialect =>
  new PostgresDialect({
    pool,
    cursor: CopyCursor as unknown as NonNullable<PostgresDialectConfig['cursor']>,
  });

/** What a `COPY … TO STDOUT` answers, piece by piece as it comes, on the connection or in the transaction given. */
export async function* copied(db: Connection, query: RawBuilder<Buffer>): AsyncGenerator<Buffer> {
  for await (const { rows } of db.getExecutor().stream<Buffer>(query.compile(db), 1)) yield* rows;
}
