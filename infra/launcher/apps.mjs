// The product's own programs: the commands that prepare a start, the worker and the API.
import { join } from 'node:path';
import { tailSince } from '../local/tail.mjs';
import { startTied } from '../local/tied-process.mjs';
import { Fault } from '../messages/say.mjs';
import { ready } from './ready.mjs';
import { namesDatabase } from './servers.mjs';
import { Service } from './service.mjs';

// Crashes in a row, before it was ever ready, after which an application counts as broken.
const HOPELESS = 3;

export const scriptOf = (checkout, app) => join(checkout, 'apps', app, 'dist', 'main.js');

const localUrl = ({ host, options }) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${String(options.port)}`;

/** Environment of the worker, the API and the commands. None of them but `migrate` is told of the administrator. */
export function childEnvironment(launch, { databaseUrl }, { address, namespace }) {
  const env = { ...launch.env };
  delete env.TWINNING_ADMIN_URL;
  delete env.TWINNING_ADMIN_URL_FILE;
  // A local Temporal speaks in the open, whatever is set for another one.
  if (!env.TEMPORAL_ADDRESS) {
    for (const name of Object.keys(env)) if (name.startsWith('TEMPORAL_TLS')) delete env[name];
  }
  return {
    ...env,
    // A file that is read again at each use stays a file.
    ...(!env.DATABASE_URL_FILE && { DATABASE_URL: databaseUrl }),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TWINNING_DATA: launch.folder.path,
    // A record that this start made itself, on this machine, may be looked at without an issuer of one's own.
    ...(!namesDatabase(env) && { TWINNING_LOCAL_ISSUER: 'true' }),
    TWINNING_URL: env.PUBLIC_URL || localUrl(launch),
    HOST: launch.host,
    PORT: String(launch.options.port),
  };
}

async function command({ checkout, folder, session }, name, args, { env, faultCode }) {
  const log = folder.logFile(name);
  const tail = tailSince(log);
  const call = [scriptOf(checkout, 'cli'), ...args];
  const code = await session.run(process.execPath, call, { cwd: checkout, env, logFile: log });
  if (code !== 0) throw new Fault(faultCode, { tail: tail(), log });
}

/** Schemas and genesis of the record; search attributes of Temporal. */
export async function prepareServers(launch, { adminUrl }, facts, env) {
  const migrate = async () => {
    if (adminUrl === null) return launch.tell('noAdminUrl');
    launch.tell('migrating');
    const args = ['migrate', '--rate', String(facts.rate)];
    if (facts.demonstration) args.push('--demonstration');
    await command(launch, 'migrate', args, {
      env: { ...env, TWINNING_ADMIN_URL: adminUrl },
      faultCode: 'migrateFailed',
    });
  };
  const prepare = command(launch, 'prepare', ['prepare'], { env, faultCode: 'prepareFailed' });
  await Promise.all([migrate(), prepare]);
}

/** Worker and API, started again whenever they end; resolves when the API says that all is ready. */
export async function startApps(launch, env) {
  const { checkout, folder, session, hooks } = launch;
  let isReady = false;
  let giveUp;
  const broken = new Promise((_, reject) => {
    giveUp = reject;
  });
  broken.catch(() => undefined);
  const start = (app, name) => {
    const script = scriptOf(checkout, app);
    const logFile = folder.logFile(app);
    const tail = tailSince(logFile);
    const pidFile = folder.pidFile(app);
    const child = () =>
      startTied(process.execPath, [script], { cwd: checkout, env, logFile, pidFile, mark: script });
    const onCrash = (crash) => {
      if (isReady || crash.crashes < HOPELESS) return hooks.onCrash(crash);
      giveUp(new Fault('appFailed', { name, tail: tail(), log: logFile }));
    };
    return session.start(name, new Service(name, child, { ...hooks, onCrash }));
  };
  await Promise.all([start('worker', 'worker'), start('api', 'API')]);
  const logs = join(folder.path, 'logs');
  const whole = ready({ url: localUrl(launch), logs, isOver: () => session.isStopping });
  whole.catch(() => undefined);
  await Promise.race([whole, broken]);
  isReady = true;
}

/** Loads the demonstration once into a record that says it is one. Its failure is told, and the product runs on. */
export async function loadDemo(launch, facts, env) {
  const { options, folder, tell } = launch;
  if (options.noDemo) return tell('withoutDemo');
  if (namesDatabase(launch.env)) return tell('noDemoOnOwnDatabase');
  if (folder.facts.demoLoaded) return;
  if (!facts.demonstration) return tell('madeWithoutDemo');
  tell('loadingDemo');
  try {
    await command(launch, 'demo', ['demo', '--load'], { env, faultCode: 'demoFailed' });
    folder.record({ demoLoaded: true });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
  }
}
