/** One reading of a process. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

export interface Trend {
  /** Mean of what was judged. */
  readonly level: number;
  readonly perHour: number;
  /** What the trend came to over the time that was judged. */
  readonly grown: number;
}

/** A product warms up: caches fill and code is compiled. */
const WARM_UP = 1 / 3;

/** The straight line through the readings after the warm-up (least squares). */
export function trendOf(samples: readonly Sample[]): Trend {
  const judged = samples.slice(Math.floor(samples.length * WARM_UP));
  const [first, last] = [judged[0], judged.at(-1)];
  if (first === undefined || last === undefined || judged.length < 3) {
    throw new RangeError(`${String(judged.length)} readings show no trend.`);
  }
  const mean = (of: (s: Sample) => number) => judged.reduce((n, s) => n + of(s), 0) / judged.length;
  const [at, level] = [mean((s) => s.atMs), mean((s) => s.value)];
  const across = judged.reduce((n, s) => n + (s.atMs - at) * (s.value - level), 0);
  const along = judged.reduce((n, s) => n + (s.atMs - at) ** 2, 0);
  const slope = across / along;
  return { level, perHour: slope * 3_600_000, grown: slope * (last.atMs - first.atMs) };
}

/** Flat: over the time judged it has grown by no more than a share of its level, or by what is noise whatever the level. */
export const isFlat = ({ level, grown }: Trend, share: number, noise: number): boolean =>
  grown <= Math.max(level * share, noise);
