import { Proxy, type Weather } from './proxy.js';

/** One process of the product and what it stands on. */
export interface Lines {
  readonly database: Proxy;
  readonly temporal: Proxy;
}

/** Lines that have the same weather. */
export class Together {
  constructor(readonly lines: readonly Proxy[]) {}

  set(weather: Weather): void {
    for (const line of this.lines) line.set(weather);
  }
}

/** The lines from API and worker to database and Temporal, each of which a test may spoil by itself. */
export class Links {
  /** Both processes' lines to one server. */
  readonly toDatabase: Together;
  readonly toTemporal: Together;

  private constructor(
    readonly api: Lines,
    readonly worker: Lines,
  ) {
    this.toDatabase = new Together([api.database, worker.database]);
    this.toTemporal = new Together([api.temporal, worker.temporal]);
  }

  static async open(postgres: { readonly port: number }, temporal: { readonly port: number }) {
    const lines = async (): Promise<Lines> => ({
      database: await Proxy.start({ port: postgres.port }),
      temporal: await Proxy.start({ port: temporal.port }),
    });
    return new Links(await lines(), await lines());
  }

  get all(): readonly Proxy[] {
    return [...this.toDatabase.lines, ...this.toTemporal.lines];
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((line) => line.stop()));
  }
}
