import { hash } from 'node:crypto';

/** SHA-256 of the parts one after the other. One call of the library: for short inputs a `Hash` object costs more. */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  hash('sha256', parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts), 'buffer');
