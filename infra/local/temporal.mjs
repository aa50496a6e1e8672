// A local Temporal: the official development server, data kept in one file, 127.0.0.1 only. Node built-ins only.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../messages/say.mjs';
import { findBinary } from './find-binary.mjs';
import { freePort, rememberedPort } from './ports.mjs';
import { tailSince } from './tail.mjs';
import { startTied } from './tied-process.mjs';

const NAMESPACE = 'default';
// The development default is a day, and a closed agreement is looked at long after that.
const RETENTION = '365d';

/** The path of Temporal's command line, which holds its development server. */
export const findTemporal = (options) => findBinary('temporal', options);

/** The path of the time-skipping server of the SDK's tests. */
export const findTestServer = (options) => findBinary('temporal-test-server', options);

/**
 * Starts the server of this data folder and resolves when its namespace answers. One process may run it at a time: a
 * server that an earlier, killed process left behind is ended first. Throws `Fault`.
 */
export async function startTemporal(options) {
  const { dataFolder } = options;
  mkdirSync(dataFolder, { recursive: true });
  const database = join(dataFolder, 'temporal.db');
  const port = options.port ?? (await rememberedPort(join(dataFolder, 'temporal-port')));
  const uiPort = options.uiPort ?? (await rememberedPort(join(dataFolder, 'temporal-ui-port')));
  const server = await startServer({
    binary: await findTemporal(options),
    port,
    args: [
      ...['--ui-port', String(uiPort), '--db-filename', database],
      ...Object.entries(options.settings ?? {}).flatMap(([name, value]) => [
        '--dynamic-config-value',
        `${name}=${JSON.stringify(value)}`,
      ]),
    ],
    logFile: options.logFile ?? join(dataFolder, 'temporal.log'),
    tie: { pidFile: join(dataFolder, 'run', 'temporal.pid'), mark: database },
    fault: (tail) => new Fault('temporalStart', { port, tail, file: database }),
  });
  await server.cli('operator', 'namespace', 'update', '-n', NAMESPACE, '--retention', RETENTION);
  return {
    address: server.address,
    uiUrl: `http://127.0.0.1:${String(uiPort)}`,
    namespace: NAMESPACE,
    port,
    uiPort,
    exited: server.process.exited,
    stop: async () => void (await server.process.stop()),
    kill: () => server.process.kill(),
  };
}

async function startServer({ binary, port, args, logFile, tie, fault }) {
  const address = `127.0.0.1:${String(port)}`;
  const tail = tailSince(logFile);
  const server = await startTied(
    binary,
    [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), ...args],
      ...['--namespace', NAMESPACE, '--log-level', 'error'],
      // A caller may wait for an Update while many are in flight: the development default is 10.
      ...['--dynamic-config-value', 'history.maxInFlightUpdates=1000'],
      ...['--dynamic-config-value', 'history.maxTotalUpdates=100000'],
    ],
    { env: { PATH: process.env.PATH, HOME: process.env.HOME ?? '/' }, logFile, ...tie },
  );
  const cli = (...command) => run(binary, [...command, '--address', address]);
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  for (const end = Date.now() + 30_000; Date.now() < end && !ended; ) {
    if (await listens(port)) {
      const told = await cli('operator', 'namespace', 'describe', '-n', NAMESPACE);
      if (told) return { address, process: server, cli };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill();
  throw fault(tail());
}

const run = (file, args) =>
  new Promise((resolve) => {
    execFile(file, args, { timeout: 10_000 }, (error) => resolve(error === null));
  });

/** True when something takes connections there. */
export const listens = (port, host = '127.0.0.1') =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });

let shared = null;
let users = 0;

/** A server in memory, for tests: one for all callers of this process; the last `stop()` ends it. */
export async function testTemporal() {
  users += 1;
  shared ??= startInMemory();
  const own = shared;
  let stopped = false;
  try {
    const server = await own;
    return {
      address: server.address,
      namespace: NAMESPACE,
      async stop() {
        if (stopped) return;
        stopped = true;
        users -= 1;
        if (users > 0) return;
        shared = null;
        await server.end();
      },
    };
  } catch (error) {
    users -= 1;
    if (shared === own) shared = null;
    throw error;
  }
}

async function startInMemory() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'twinning-temporal-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startServer({
      binary: await findTemporal(),
      port,
      args: ['--headless'],
      logFile: join(folder, 'temporal.log'),
      tie: {},
      fault: (tail) => new Fault('temporalStartMemory', { port, tail }),
    });
    // A test that forgets to stop it must not keep its process alive.
    server.process.unref();
    remove();
    return {
      address: server.address,
      async end() {
        // Nothing to keep: no need to wait for an orderly end.
        server.process.kill();
        await server.process.exited;
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
