import { Connection } from '@temporalio/client';
import type { TemporalTls } from './tls.js';

/** Where Temporal is, and how one gets there. */
export interface TemporalOptions {
  readonly address: string;
  readonly namespace: string;
  /** Null, or absent: in the open, as between processes of one machine. */
  readonly tls?: TemporalTls | null;
}

/** The part of the options that every kind of connection understands. */
export const reached = ({ address, tls }: Pick<TemporalOptions, 'address' | 'tls'>) => ({
  address,
  ...(tls != null && { tls }),
});

/** A connection for an operator's command; throws when Temporal does not answer soon. */
export const connectTo = (options: TemporalOptions): Promise<Connection> =>
  Connection.connect({ ...reached(options), connectTimeout: '10 seconds' });
