/** One command as a client saw it: what was asked, when, and what was answered at last. */
export interface Entry {
  readonly key: string;
  readonly person: string;
  /** Null when it opens an agreement. */
  readonly on: string | null;
  readonly command: string;
  readonly payload: unknown;
  /** Version sent as If-Match. */
  readonly saw: number | null;
  readonly from: number;
  to: number;
  /** The last answer; null when there was none before the client gave up. */
  status: number | null;
  body: Readonly<Record<string, unknown>>;
  attempts: number;
}

/** A version that a client read of an agreement. */
export interface Reading {
  readonly client: number;
  readonly agreement: string;
  readonly version: number;
  readonly at: number;
}

/** Everything that the clients of one scenario saw. */
export class Ledger {
  readonly entries: Entry[] = [];
  readonly readings: Reading[] = [];
  /** Answers that no fault excuses: 500, or an outcome that changed. */
  readonly oddities: string[] = [];

  /** Forgets what happened since `at`: a record that was restored to that time has forgotten it too. */
  forgetSince(at: number): void {
    const keep = this.entries.filter((e) => e.to < at);
    this.entries.splice(0, this.entries.length, ...keep);
    this.readings.splice(0, this.readings.length);
  }

  get accepted(): readonly Entry[] {
    return this.entries.filter((e) => e.status === 200 || e.status === 201);
  }

  /** I9: what one client reads of one agreement never goes back. */
  backwardReads(): readonly string[] {
    const last = new Map<string, number>();
    return this.readings.flatMap(({ client, agreement, version }) => {
      const of = `${String(client)}/${agreement}`;
      const before = last.get(of) ?? 0;
      last.set(of, Math.max(before, version));
      return version < before
        ? [
            `client ${String(client)} read ${String(before)} and then ${String(version)} of ${agreement}`,
          ]
        : [];
    });
  }

  /** I11: accepted commands of one agreement have an order that fits what the clients saw in time. */
  disorder(): readonly string[] {
    const by = new Map<string, Entry[]>();
    for (const entry of this.accepted) {
      const agreement = String(entry.body.agreement);
      by.set(agreement, [...(by.get(agreement) ?? []), entry]);
    }
    const version = (e: Entry) => Number(e.body.version);
    // A command that changes nothing leaves no event and the version as it was.
    const events = (e: Entry) => (Array.isArray(e.body.events) ? e.body.events.length : 0);
    return [...by].flatMap(([agreement, entries]) =>
      entries.flatMap((a) =>
        entries
          .filter((b) => a !== b && a.to < b.from && version(a) > version(b) - events(b))
          .map(
            (b) =>
              `${agreement}: ${a.command} ended at version ${String(version(a))} before ${b.command} began, which ended at ${String(version(b))}`,
          ),
      ),
    );
  }
}
