/** How many refusals a person may cause per minute: each is a leaf of the record for ever. */
export class RefusalLimiter {
  private readonly counts = new Map<string, { minute: number; count: number }>();

  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number = Date.now,
  ) {}

  isOver(person: string): boolean {
    const entry = this.counts.get(person);
    return entry?.minute === this.minute() && entry.count >= this.perMinute;
  }

  count(person: string): void {
    const minute = this.minute();
    const entry = this.counts.get(person);
    if (entry?.minute === minute) {
      entry.count += 1;
      return;
    }
    // Persons of earlier minutes are forgotten: the map never outgrows a minute's refusals.
    for (const [key, old] of this.counts) if (old.minute !== minute) this.counts.delete(key);
    this.counts.set(person, { minute, count: 1 });
  }

  private minute(): number {
    return Math.floor(this.nowMs() / 60_000);
  }
}
