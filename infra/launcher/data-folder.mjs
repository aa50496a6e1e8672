// The one folder that holds everything local: servers' data, passwords, keys, logs. Node built-ins only.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clusterFolder, databaseUser, removeCluster } from '../local/database-user.mjs';
import { clearCluster, endLeftOver } from '../local/left-over.mjs';
import { tryLock } from '../local/pid-lock.mjs';
import { Fault } from '../messages/say.mjs';

const MARKER = 'twinning-data.json';
const LOCK = 'launcher.lock';
const RUNNING = 'running.json';
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Opens the data folder and locks it: the folder, or `{holder}` when a launcher already runs on it. A folder with
 * files that are not ours is refused, so that `--fresh` can never remove them; `own` says that the name is ours.
 */
export function openDataFolder(path, { own }) {
  try {
    const empty = !existsSync(path) || readdirSync(path).length === 0;
    if (!empty && !own && !existsSync(join(path, MARKER))) {
      throw new Fault('notOurFolder', { data: path });
    }
    mkdirSync(join(path, 'logs'), { recursive: true });
    mkdirSync(join(path, 'run'), { recursive: true });
    const { lock, holder } = tryLock(join(path, LOCK));
    if (holder !== undefined) return { holder };
    const folder = new DataFolder(path, lock);
    if (folder.facts === null && (empty || own)) folder.record({ format: 1 });
    return { folder };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('folderDenied', { data: path, reason: error.message });
  }
}

class DataFolder {
  #lock;

  constructor(path, lock) {
    this.path = path;
    this.#lock = lock;
  }

  /** What is known of the data: `{format, rate?, demonstration?, demoLoaded?}`; null before anything is recorded. */
  get facts() {
    const file = join(this.path, MARKER);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  }

  record(facts) {
    const file = join(this.path, MARKER);
    writeFileSync(`${file}.new`, `${JSON.stringify({ ...this.facts, ...facts }, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  }

  logFile(name) {
    const file = join(this.path, 'logs', `${name}.log`);
    if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
    return file;
  }

  pidFile(name) {
    return join(this.path, 'run', `${name}.pid`);
  }

  /** Ends the servers and applications that an earlier, killed launcher left behind; `programs` by their pid files. */
  async endLeftOvers(programs) {
    await Promise.all(
      Object.entries(programs).map(([name, program]) =>
        endLeftOver({ pidFile: this.pidFile(name), program }),
      ),
    );
    const temporal = { pidFile: this.pidFile('temporal'), program: join(this.path, 'temporal.db') };
    await endLeftOver(temporal);
    if (this.holdsCluster()) await clearCluster(clusterFolder(this.path, databaseUser()));
  }

  holdsCluster() {
    return existsSync(join(this.path, 'postgres-passwords.json'));
  }

  /** Removes everything but the lock; call `endLeftOvers` first. */
  empty() {
    if (this.holdsCluster()) removeCluster(this.path);
    for (const name of readdirSync(this.path)) {
      if (name !== LOCK) rmSync(join(this.path, name), { recursive: true, force: true });
    }
    mkdirSync(join(this.path, 'logs'));
    mkdirSync(join(this.path, 'run'));
    this.record({ format: 1 });
  }

  /** Tells the commands where everything is: `connections` holds passwords, `addresses` is for everybody. */
  announce(connections, addresses) {
    const file = join(this.path, RUNNING);
    rmSync(file, { force: true });
    writeFileSync(file, `${JSON.stringify(connections, null, 2)}\n`, { mode: 0o600 });
    if (addresses !== null) this.#lock.describe(addresses);
  }

  close() {
    rmSync(join(this.path, RUNNING), { force: true });
    this.#lock.release();
  }
}
