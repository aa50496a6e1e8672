// Databases for tests, one per call, on a server that is thrown away: the one that the test run has given its worker, else
// one of this process.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeCluster } from './database-user.mjs';
import { startPostgres } from './postgres-server.mjs';

const PREFIX = 'twinning-test-';

const GIVEN = 'TWINNING_TEST_SERVERS';

let shared = null;
let users = 0;

/**
 * A database of its own on a throw-away server, for tests: `adminUrl` of an administrator, `appUrl` of the role
 * `twinning_app`. It is empty, or what `filled.fill` makes of an empty one; on a server of the test run that is done
 * once for all specs that name the same `filled.name`, and copied.
 */
export async function testDatabase(filled) {
  const given = givenServer();
  const server = given ?? (await ownServer());
  const name = `t_${randomBytes(6).toString('hex')}`;
  const urls = urlsOf(server, name);
  await asAdmin(server.url, async (client) => {
    const template = given === null || !filled ? 'template1' : await copied(client, server, filled);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  if (given === null) await filled?.fill(urls);
  let dropped = false;
  return {
    ...urls,
    async drop() {
      if (dropped) return;
      dropped = true;
      await asAdmin(server.url, async (client) => {
        await sessionsGone(client, name, 1_000);
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      });
      if (given === null) await leaveOwn(server);
    },
  };
}

/** Starts a throw-away server for each worker of a test run, and has their `testDatabase()` find it. */
export async function giveServers(workers) {
  const servers = await Promise.all(Array.from({ length: workers }, startServer));
  process.env[GIVEN] = JSON.stringify(servers.map(({ url, appUrl }) => ({ url, appUrl })));
  return async () => {
    delete process.env[GIVEN];
    await Promise.all(servers.map(end));
  };
}

function givenServer() {
  const servers = JSON.parse(process.env[GIVEN] ?? '[]');
  // Workers are numbered from 1.
  return servers[Number(process.env.JEST_WORKER_ID ?? '1') - 1] ?? null;
}

async function ownServer() {
  users += 1;
  shared ??= startServer();
  const own = shared;
  try {
    return await own;
  } catch (error) {
    users -= 1;
    if (shared === own) shared = null;
    throw error;
  }
}

async function leaveOwn(server) {
  users -= 1;
  if (users > 0) return;
  shared = null;
  await end(server);
}

async function end(server) {
  await server.stop();
  server.remove();
}

/** The database to copy; made under another name, so that one whose filling failed is not taken for it. */
async function copied(client, server, { name, fill }) {
  const template = `filled_${name}`;
  const made = `${template}_new`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (known.rows.length === 0) {
    await client.query(`DROP DATABASE IF EXISTS ${made} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${made}`);
    await fill(urlsOf(server, made));
    await sessionsGone(client, made, 30_000);
    await client.query(`ALTER DATABASE ${made} RENAME TO ${template}`);
  }
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

const urlsOf = (server, name) => ({
  adminUrl: inDatabase(server.url, name),
  appUrl: inDatabase(server.appUrl, name),
});

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
async function sessionsGone(client, name, patienceMs) {
  for (const end = Date.now() + patienceMs; Date.now() < end; ) {
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
