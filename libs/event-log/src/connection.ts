import type { QueryExecutorProvider } from 'kysely';

/** A connection or transaction of any Kysely database. */
export type Connection = QueryExecutorProvider;

/** Runs one piece of work on a connection that it prepares: in a transaction of a role that sees only some rows. */
export type Reading = <T>(work: (on: Connection) => Promise<T>) => Promise<T>;

/**
 * Where rows are read. Fields are opened when the reading is over: keys are files, and a transaction that waits for them
 * would be ended by the server.
 */
export type Source = Connection | Reading;

export const readFrom = <T>(source: Source, work: (on: Connection) => Promise<T>): Promise<T> =>
  typeof source === 'function' ? source(work) : work(source);
