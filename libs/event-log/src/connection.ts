import type { QueryExecutorProvider } from 'kysely';

/** A connection or transaction of any Kysely database. */
export type Connection = QueryExecutorProvider;
