// A local PostgreSQL of the product's own: embedded binaries, one folder, 127.0.0.1 only, data kept across restarts.
import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { Fault } from '../messages/say.mjs';
import { clusterFolder, databaseUser } from './database-user.mjs';
import { clearCluster } from './left-over.mjs';
import { rememberedPort } from './ports.mjs';
import { binariesFor } from './postgres-binaries.mjs';
import { tailSince } from './tail.mjs';
import { startTied } from './tied-process.mjs';

const ADMIN = 'twinning_admin';
const APP = 'twinning_app';
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

function passwords(file) {
  if (!existsSync(file)) {
    const fresh = () => randomBytes(24).toString('base64url');
    writeFileSync(file, JSON.stringify({ admin: fresh(), app: fresh() }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

// The cluster appears whole or not at all: an initdb that was interrupted leaves only its working folder.
async function initCluster(bin, cluster, user, { password, durable }) {
  const made = `${cluster}.new`;
  const secret = `${cluster}.password`;
  rmSync(made, { recursive: true, force: true });
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [made, secret]) chownSync(path, user.uid, user.gid);
  try {
    await promisify(execFile)(
      join(bin, 'initdb'),
      [
        ...['-D', made, '-U', ADMIN, '--pwfile', secret, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale', 'C'],
        ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
        ...(durable ? [] : ['--no-sync']),
      ],
      {
        cwd: '/',
        env: { LC_ALL: 'C', PATH: process.env.PATH },
        ...(user && { uid: user.uid, gid: user.gid }),
      },
    );
    renameSync(made, cluster);
  } catch (error) {
    const tail = `${error.stdout ?? ''}\n${error.stderr ?? error.message}`.trim();
    throw new Fault('postgresInit', { cluster, tail });
  } finally {
    rmSync(secret, { force: true });
  }
}

async function whenReady(server, url, { cluster, tail, passwordFile }) {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  // Recovery after a crash may take long and says so (57P03); silence may not.
  for (let silent = 0; silent < 600 && !ended; ) {
    const client = new pg.Client({ connectionString: url });
    // A server that is killed between two statements would end this process; the next statement fails and says so.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (error.code === '28P01') {
        await server.stop();
        throw new Fault('postgresPassword', { file: passwordFile });
      }
      if (error.code !== '57P03') silent += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill();
  throw new Fault('postgresStart', { cluster, tail: tail() });
}

async function prepare(client, appPassword, database) {
  const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP]);
  const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${APP} LOGIN PASSWORD ${client.escapeLiteral(appPassword)}`);
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (known.rows.length === 0) await client.query(`CREATE DATABASE ${database}`);
}

/**
 * Starts the server of this data folder, making it on first use, and resolves when it takes connections. One process
 * may run it at a time: a server that an earlier, killed process left behind is ended first. Throws `Fault`.
 */
export async function startPostgres(options) {
  const { dataFolder, database = 'twinning', durable = true } = options;
  mkdirSync(dataFolder, { recursive: true });
  const user = databaseUser();
  const bin = binariesFor(user);
  const cluster = clusterFolder(dataFolder, user);
  const passwordFile = join(dataFolder, 'postgres-passwords.json');
  const logFile = options.logFile ?? join(dataFolder, 'postgres.log');
  const secret = passwords(passwordFile);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.log?.(`initdb ${cluster}`);
    await initCluster(bin, cluster, user, { password: secret.admin, durable });
  }
  await clearCluster(cluster);
  const port = options.port ?? (await rememberedPort(join(dataFolder, 'postgres-port')));
  const tail = tailSince(logFile);
  const server = await startTied(
    join(bin, 'postgres'),
    [
      ...['-D', cluster, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200', '-c', 'timezone=UTC', '-c', 'log_timezone=UTC'],
      ...(durable ? [] : THROWAWAY.flatMap((setting) => ['-c', setting])),
    ],
    {
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH, ...options.env },
      // Fast shutdown: sessions are ended, nothing is lost.
      stopSignal: 'INT',
      user,
      logFile,
      pidFile: join(dataFolder, 'run', 'postgres.pid'),
    },
  );
  const url = (who, password, name) =>
    `postgresql://${who}:${password}@127.0.0.1:${String(port)}/${name}`;
  const faults = { cluster, tail, passwordFile };
  const client = await whenReady(server, url(ADMIN, secret.admin, 'postgres'), faults);
  await prepare(client, secret.app, database);
  await client.end();
  return {
    url: url(ADMIN, secret.admin, database),
    appUrl: url(APP, secret.app, database),
    port,
    exited: server.exited,
    stop: async () => void (await server.stop()),
    kill: () => server.kill(),
    unref: () => server.unref(),
  };
}
