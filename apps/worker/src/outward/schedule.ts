const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds before each further attempt (Standard Webhooks): about three days in all. */
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

/**
 * Wait after a receiver has failed for the `failures`-th time, up to a tenth longer by `chance` in [0, 1). Null after the
 * last one: a webhook is then paused. E-mail tells people what they owe: it is tried once more after each last wait, for
 * ever.
 */
export function waitAfter(
  channel: 'email' | 'webhook',
  failures: number,
  retries: readonly number[],
  chance: number,
): number | null {
  const base = retries[failures - 1] ?? (channel === 'email' ? retries.at(-1) : undefined);
  return base === undefined ? null : Math.round(base * (1 + chance / 10));
}
