/** A seeded source of chance (mulberry32): the same seed gives the same scenario. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A source of its own, so that parallel users do not disturb each other's sequence. */
  fork(): Random {
    return new Random(this.between(0, 0x7fffffff));
  }

  /** A key for a command, reproducible from the seed. */
  key(): string {
    const hex = (n: number) => n.toString(16).padStart(8, '0');
    return `f${hex(this.between(0, 0x7fffffff))}${hex(this.between(0, 0x7fffffff))}`;
  }
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
