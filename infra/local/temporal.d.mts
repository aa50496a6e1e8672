export interface FindOptions {
  /** Default: `.twinning-cache` of the checkout. */
  readonly cacheFolder?: string;
  /** Hears of slow steps. */
  readonly log?: (line: string) => void;
}

export interface LocalTemporal {
  /** `host:port` of the frontend. */
  readonly address: string;
  readonly uiUrl: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
  /** Kills the server at once, as a crash would. */
  kill(): void;
}

export interface TestTemporal {
  readonly address: string;
  readonly namespace: string;
  /** The last caller's stop ends the server. */
  stop(): Promise<void>;
}

/** Path of Temporal's command line, fetched and cached when the machine has none; rejects with what was tried. */
export function findTemporal(options?: FindOptions): Promise<string>;

/** Path of the time-skipping test server, found in the same order. */
export function findTestServer(options?: FindOptions): Promise<string>;

/** Starts the development server of a data folder on 127.0.0.1; resolves when its namespace answers. */
export function startTemporal(
  options: FindOptions & {
    readonly dataFolder: string;
    /** Default: a free port, chosen once and remembered while it stays free. */
    readonly port?: number;
    readonly uiPort?: number;
    readonly logFile?: string;
    /** Dynamic configuration of the server, e.g. `limit.historyCount.suggestContinueAsNew`. */
    readonly settings?: Readonly<Record<string, number | boolean | string>>;
  },
): Promise<LocalTemporal>;

/** A server in memory, shared by the callers of this process, for tests. */
export function testTemporal(): Promise<TestTemporal>;
