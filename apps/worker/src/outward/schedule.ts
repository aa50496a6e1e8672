const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before each further attempt (Standard Webhooks): about three days in all, then it is given up. */
export const RETRIES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Wait after the `attempt`-th attempt (from 1) has failed, up to a tenth longer by `chance` in [0, 1); null: give up. */
export function waitAfter(
  attempt: number,
  retries: readonly number[],
  chance: number,
): number | null {
  const base = retries[attempt - 1];
  return base === undefined ? null : Math.round(base * (1 + chance / 10));
}
