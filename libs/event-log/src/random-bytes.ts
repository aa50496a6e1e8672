import { randomFillSync } from 'node:crypto';

/** Bytes of a salt or nonce: 128 bits. */
const BYTES = 16;
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;

/** Gives out the next bits of the pool, which is filled many at a time: each event needs several. */
function drawn<T>(take: (from: number, to: number) => T): T {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = take(used, used + BYTES);
  // What was given out is not kept here.
  pool.fill(0, used, used + BYTES);
  used += BYTES;
  return taken;
}

/** 128 fresh random bits. */
export const random128 = (): Buffer => drawn((from, to) => Buffer.from(pool.subarray(from, to)));

/** The same in hexadecimal, without a buffer of its own. */
export const randomHex128 = (): string => drawn((from, to) => pool.toString('hex', from, to));
