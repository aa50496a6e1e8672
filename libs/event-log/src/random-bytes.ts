import { randomFillSync } from 'node:crypto';

/** Bytes of a salt or nonce: 128 bits. */
const BYTES = 16;
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;

/** 128 fresh random bits. Drawn from the system many at a time: each event needs several. */
export function random128(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + BYTES));
  // What was given out is not kept here.
  pool.fill(0, used, used + BYTES);
  used += BYTES;
  return bytes;
}
