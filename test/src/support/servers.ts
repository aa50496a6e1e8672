import { connectTo, registerSearchAttributes } from '@twinning/conductor';
import {
  startPostgres,
  testDatabase,
  type DatabaseUrls,
  type LocalPostgres,
} from '@twinning/infra/postgres';
import { startTemporal, testTemporal, type LocalTemporal } from '@twinning/infra/temporal';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Links, type Lines } from './links.js';
import { twinning } from './processes.js';
import { SmallDisk } from './small-disk.js';

/** Where a process finds what it stands on. */
interface Reached {
  readonly appUrl: string;
  readonly temporalAddress: string;
}

/** What a product stands on: as the test reaches it, and as the product's processes do. */
export interface Servers {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly temporalAddress: string;
  /** True when schemas and demonstration are there already, and what Temporal must know before a worker starts. */
  readonly arePrepared?: boolean;
  /** For the product's processes, when something stands between. */
  readonly between?: { readonly api: Reached; readonly worker: Reached };
  close(): Promise<void>;
}

/**
 * The servers that all tests of this process share: a demonstration without agreements, a Temporal in memory. The record is
 * a copy, first leaf and all: two products at once would take each other's workflows for their own.
 */
export async function sharedServers(): Promise<Servers> {
  const [database, temporal] = await Promise.all([
    testDatabase({ name: 'demonstration', fill: migrateDemonstration }),
    testTemporal(),
  ]);
  const connection = await connectTo(temporal);
  await registerSearchAttributes(connection, temporal.namespace);
  await connection.close();
  return {
    arePrepared: true,
    adminUrl: database.adminUrl,
    appUrl: database.appUrl,
    temporalAddress: temporal.address,
    close: async () => {
      await temporal.stop();
      await database.drop();
    },
  };
}

async function migrateDemonstration({ adminUrl, appUrl }: DatabaseUrls): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'twinning-migrate-'));
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: appUrl,
    TWINNING_ADMIN_URL: adminUrl,
    TWINNING_DATA: folder,
  };
  await twinning(env, 'migrate', '--demonstration').finally(() => rm(folder, { recursive: true }));
}

/** Both servers as `npm start` runs them: what they have answered is on disk. */
export async function durableServers(folder: string): Promise<Servers> {
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataFolder: join(folder, 'database') }),
    startTemporal({ dataFolder: folder }),
  ]);
  return {
    adminUrl: postgres.url,
    appUrl: postgres.appUrl,
    temporalAddress: temporal.address,
    close: async () => {
      await temporal.stop();
      await postgres.stop();
    },
  };
}

const ended = ({ exited }: { readonly exited: Promise<unknown> }): Promise<boolean> =>
  Promise.race([
    exited.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50)),
  ]);

const copyFolder = promisify(execFile);

/** A PostgreSQL and a Temporal of one product alone, which a test may kill, restart, copy, restore and cut off. */
export class OwnServers implements Servers {
  private readonly disks: SmallDisk[] = [];
  private hear: () => void = () => undefined;

  private constructor(
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, number>>,
    private postgres: LocalPostgres,
    private temporal: LocalTemporal,
    readonly links: Links,
  ) {}

  /** Hears of each server that is started again and of each line that is fair again. */
  set touched(hear: () => void) {
    this.hear = hear;
    for (const line of this.links.all) line.touched = hear;
  }

  get toDatabase() {
    return this.links.toDatabase;
  }

  get toTemporal() {
    return this.links.toTemporal;
  }

  /** `settings`: dynamic configuration of Temporal. What is written outlives a crash of either server. */
  static async start(settings: Readonly<Record<string, number>> = {}): Promise<OwnServers> {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-own-'));
    // The database's own user must be able to enter.
    await chmod(folder, 0o755);
    const [postgres, temporal] = await Promise.all([
      startPostgres({ dataFolder: folder }),
      startTemporal({ dataFolder: folder, settings }),
    ]);
    return new OwnServers(
      folder,
      settings,
      postgres,
      temporal,
      await Links.open(postgres, temporal),
    );
  }

  get adminUrl(): string {
    return this.postgres.url;
  }

  get appUrl(): string {
    return this.postgres.appUrl;
  }

  get temporalAddress(): string {
    return this.temporal.address;
  }

  get between() {
    const by = ({ database, temporal }: Lines): Reached => {
      const url = new URL(this.postgres.appUrl);
      url.port = String(database.port);
      return { appUrl: url.href, temporalAddress: `127.0.0.1:${String(temporal.port)}` };
    };
    return { api: by(this.links.api), worker: by(this.links.worker) };
  }

  /** Folder of the database's files. */
  get cluster(): string {
    return join(this.folder, 'postgres');
  }

  /** What PostgreSQL has said since it was first started. */
  databaseLog(): Promise<string> {
    return readFile(join(this.folder, 'postgres.log'), 'utf8');
  }

  async stopDatabase(how: 'orderly' | 'kill' = 'kill'): Promise<void> {
    if (how === 'kill') this.postgres.kill();
    else await this.postgres.stop();
    await this.postgres.exited;
  }

  async startDatabase(env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { port } = this.postgres;
    this.hear();
    this.postgres = await startPostgres({ dataFolder: this.folder, port, env });
  }

  async stopTemporal(how: 'orderly' | 'kill' = 'kill'): Promise<void> {
    if (how === 'kill') this.temporal.kill();
    else await this.temporal.stop();
    await this.temporal.exited;
  }

  async startTemporal(): Promise<void> {
    const { port, uiPort } = this.temporal;
    const { settings } = this;
    this.hear();
    this.temporal = await startTemporal({ dataFolder: this.folder, port, uiPort, settings });
  }

  /** Removes everything that Temporal has stored; it must be stopped. */
  async forgetTemporal(): Promise<void> {
    for (const file of await this.temporalFiles()) await rm(join(this.folder, file));
  }

  /** Copies what a stopped server has stored, to be put back later. */
  async keep(server: 'database' | 'temporal'): Promise<void> {
    const kept = join(this.folder, `kept-${server}`);
    await rm(kept, { recursive: true, force: true });
    await copyFolder('mkdir', ['-p', kept]);
    await copyFolder('chmod', ['755', kept]);
    const files = server === 'database' ? ['postgres'] : await this.temporalFiles();
    for (const file of files) await copyFolder('cp', ['-Rp', join(this.folder, file), kept]);
  }

  /** Puts back what `keep` copied, as a restore from an old backup would; the server must be stopped. */
  async restore(server: 'database' | 'temporal'): Promise<void> {
    const kept = join(this.folder, `kept-${server}`);
    if (server === 'database') await rm(join(this.folder, 'postgres'), { recursive: true });
    else await this.forgetTemporal();
    for (const file of await readdir(kept)) {
      await copyFolder('cp', ['-Rp', join(kept, file), this.folder]);
    }
  }

  /** Moves what a stopped server has stored to a disk of its own with so many megabytes to spare. */
  async ontoSmallDisk(server: 'database' | 'temporal', spareMb: number): Promise<SmallDisk> {
    const folder = server === 'database' ? this.cluster : join(this.folder, 'small');
    if (server === 'temporal') {
      await mkdir(folder);
      for (const file of await this.temporalFiles()) {
        await rename(join(this.folder, file), join(folder, file));
      }
      await symlink(join(folder, 'temporal.db'), join(this.folder, 'temporal.db'));
    }
    const disk = await SmallDisk.under(folder, spareMb);
    this.disks.push(disk);
    return disk;
  }

  /** Starts what has ended by itself, as a service manager would. */
  async startWhatEnded(): Promise<void> {
    if (await ended(this.postgres)) await this.startDatabase();
    if (await ended(this.temporal)) await this.startTemporal();
  }

  async close(): Promise<void> {
    this.touched = () => undefined;
    await this.links.close();
    await this.stopTemporal();
    await this.stopDatabase('orderly');
    for (const disk of this.disks) await disk.remove();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async temporalFiles(): Promise<readonly string[]> {
    return (await readdir(this.folder)).filter((file) => file.startsWith('temporal.db'));
  }
}
