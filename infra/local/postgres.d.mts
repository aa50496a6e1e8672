export interface DatabaseUrls {
  /** Connection of an administrator: migrations only. */
  readonly adminUrl: string;
  /** Connection of the role `twinning_app`. */
  readonly appUrl: string;
}

export interface TestDatabase extends DatabaseUrls {
  /** Drops the database; the last one of a process with a server of its own ends that. */
  drop(): Promise<void>;
}

/** What a database begins with: the same for all who say the same name in one test run. */
export interface Filled {
  readonly name: string;
  /** Must leave no session open. */
  fill(urls: DatabaseUrls): Promise<void>;
}

export interface LocalPostgres {
  /** Connection of the administrator to the database: migrations only. */
  readonly url: string;
  /** Connection of the role `twinning_app`. */
  readonly appUrl: string;
  readonly port: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly exited: Promise<unknown>;
  /** Ends the server; resolves when it has ended. */
  stop(): Promise<void>;
  /** Kills the server at once, as a crash would. */
  kill(): void;
  /** Lets this process end without waiting for the server, which then ends with it. */
  unref(): void;
}

/**
 * Starts the PostgreSQL of a data folder on 127.0.0.1, making it on first use; resolves when it takes connections.
 * Rejects with a message for a person.
 */
export function startPostgres(options: {
  readonly dataFolder: string;
  /** Default: a free port, chosen once and remembered while it stays free. */
  readonly port?: number;
  /** Made when missing; default `twinning`. */
  readonly database?: string;
  /** False only for tests: what is written need not outlive a crash. */
  readonly durable?: boolean;
  readonly logFile?: string;
  /** More of the server's surroundings, e.g. another clock. */
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
}): Promise<LocalPostgres>;

/** A database of its own on a throw-away server, for tests: empty, or filled. */
export function testDatabase(filled?: Filled): Promise<TestDatabase>;

/** Starts a throw-away server for each worker of a test run; answers how to end them. */
export function giveServers(workers: number): Promise<() => Promise<void>>;
