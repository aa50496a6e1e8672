// The steps from an opened data folder to a product that answers.
import { join } from 'node:path';
import { freePort, isFree } from '../local/ports.mjs';
import { tailSince } from '../local/tail.mjs';
import { Fault } from '../messages/say.mjs';
import { childEnvironment, loadDemo, prepareServers, scriptOf, startApps } from './apps.mjs';
import { buildAll } from './build.mjs';
import { Told } from './session.mjs';
import { database, localServers, namesDatabase, temporal } from './servers.mjs';

/**
 * Install, build, servers, schemas, applications, demonstration; resolves when the person has been told that all is
 * ready. Throws `Fault` with what to do, or `Stopped`. What was started belongs to `launch.session` in any case.
 */
export async function goThroughSteps(launch) {
  const { session, folder, tell, env } = launch;
  const facts = await session.orStop(settleFolder(launch));
  await session.orStop(install(launch));
  const names = localServers(env);
  if (names !== '') tell('startingServers', { servers: names });
  const [record, conductor] = await session.orStop(
    Promise.all([database(launch), temporal(launch), build(launch)]),
  );
  const apps = childEnvironment(launch, record, conductor);
  const connections = {
    url: apps.TWINNING_URL,
    databaseUrl: record.databaseUrl,
    adminUrl: record.adminUrl ?? '',
    temporalAddress: conductor.address,
    temporalNamespace: conductor.namespace,
  };
  folder.announce(connections, null);
  await session.orStop(prepareServers(launch, record, facts, apps));
  tell('startingApps');
  await session.orStop(startApps(launch, apps));
  await session.orStop(loadDemo(launch, facts, apps));
  sayReady(launch, connections, conductor, facts);
}

/** What the data are, once and for all: rate of time and kind of record are settled while the folder is fresh. */
async function settleFolder({ options, env, folder, host, checkout }) {
  const left = { api: scriptOf(checkout, 'api'), worker: scriptOf(checkout, 'worker') };
  await folder.endLeftOvers(left);
  if (!(await isFree(options.port, host))) {
    throw new Fault('portTaken', { port: options.port, other: await freePort() });
  }
  if (options.fresh) folder.empty();
  const known = folder.facts ?? {};
  const rate = options.rate ?? known.rate ?? 1;
  if (namesDatabase(env)) return { rate, demonstration: false };
  if (known.rate !== undefined && known.rate !== rate) {
    throw new Fault('rateFixed', { data: folder.path, stored: known.rate, rate });
  }
  const demonstration = known.demonstration ?? !options.noDemo;
  folder.record({ rate, demonstration });
  return { rate, demonstration };
}

async function install({ checkout, env, session }) {
  const args = [join(checkout, 'infra', 'install.mjs')];
  const code = await session.run(process.execPath, args, { env, cwd: checkout, output: 'inherit' });
  if (code !== 0) throw new Told();
}

async function build({ checkout, env, folder, session, tell }) {
  const log = folder.logFile('build');
  const tail = tailSince(log);
  const run = (args, more) =>
    session.run(process.execPath, args, { cwd: checkout, env: { ...env, ...more }, logFile: log });
  const built = await buildAll({ checkout, run, onBuild: () => tell('building') });
  if (!built) throw new Fault('buildFailed', { tail: tail(25), log });
}

function sayReady({ folder, options, began, tell }, connections, conductor, facts) {
  const api = connections.url;
  const docs = `${api}/docs`;
  const where = conductor.uiUrl ?? conductor.address;
  folder.announce(connections, { api, docs, temporal: where });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  tell('ready', { seconds, api, docs, temporal: where, logs: join(folder.path, 'logs') });
  if (options.data !== null) tell('dataHint', { data: folder.path });
  if (facts.rate !== 1) tell('rateNote', { rate: facts.rate });
}
