// Databases for tests: one server of this process on a folder that is thrown away, an empty database per call.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeCluster } from './database-user.mjs';
import { startPostgres } from './postgres-server.mjs';

const PREFIX = 'twinning-test-';

let shared = null;
let users = 0;

/**
 * An empty database of its own on a throw-away server, for tests: `adminUrl` of an administrator, `appUrl` of the role
 * `twinning_app`. The last `drop()` ends the server; it ends with the process in any case.
 */
export async function testDatabase() {
  users += 1;
  shared ??= startServer();
  const own = shared;
  let server;
  try {
    server = await own;
  } catch (error) {
    users -= 1;
    if (shared === own) shared = null;
    throw error;
  }
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  let dropped = false;
  return {
    adminUrl: inDatabase(server.url, name),
    appUrl: inDatabase(server.appUrl, name),
    async drop() {
      if (dropped) return;
      dropped = true;
      await asAdmin(server.url, async (client) => {
        await sessionsGone(client, name);
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      });
      users -= 1;
      if (users > 0) return;
      shared = null;
      await server.stop();
      server.remove();
    },
  };
}

function inDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function asAdmin(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

// A pool says it has ended before its sessions have; a session that is cut off then is an error nobody listens to.
async function sessionsGone(client, name) {
  for (const end = Date.now() + 1_000; Date.now() < end; ) {
    const open = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (open.rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function startServer() {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  chmodSync(folder, 0o755);
  const remove = () => {
    removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = await startPostgres({
      dataFolder: folder,
      database: 'postgres',
      durable: false,
    });
    // A test that forgets its database must not keep its process alive.
    server.unref();
    return { ...server, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

// A process that was killed takes its server along, but not its folder.
function removeAbandoned() {
  const old = Date.now() - 10 * 60_000;
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    try {
      if (statSync(folder).mtimeMs > old) continue;
      removeCluster(folder);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another process removes it, or it is another user's.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
