// PostgreSQL and Temporal of this start: the local ones, or those that DATABASE_URL and TEMPORAL_ADDRESS name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, say } from '../messages/say.mjs';
import { Service } from './service.mjs';

/** `{databaseUrl, adminUrl}`; `adminUrl` is null when a database of one's own names no administrator. */
export async function database({ env, folder, session, hooks }) {
  const databaseUrl = secretIn(env, 'DATABASE_URL');
  if (databaseUrl !== null) {
    await reachDatabase(databaseUrl, 'DATABASE_URL');
    const adminUrl = secretIn(env, 'TWINNING_ADMIN_URL');
    if (adminUrl !== null) await reachDatabase(adminUrl, 'TWINNING_ADMIN_URL');
    return { databaseUrl, adminUrl };
  }
  const { startPostgres } = await import('../local/postgres.mjs');
  const start = (before) =>
    startPostgres({
      dataFolder: folder.path,
      logFile: folder.logFile('postgres'),
      ...(before && { port: before.port }),
    });
  const server = await session.start('PostgreSQL', new Service('PostgreSQL', start, hooks));
  return { databaseUrl: server.appUrl, adminUrl: server.url };
}

/** Whether the operator names a database of their own, by its address or by the file that holds it. */
export const namesDatabase = (env) => Boolean(env.DATABASE_URL || env.DATABASE_URL_FILE);

/** A secret of the environment, or of the file that `<name>_FILE` names; the programs read that file again themselves. */
function secretIn(env, name) {
  const file = env[`${name}_FILE`];
  return (file ? readFileSync(file, 'utf8').trim() : env[name]) || null;
}

async function reachDatabase(connectionString, variable) {
  const { default: pg } = await import('pg');
  try {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.end();
  } catch (error) {
    throw new Fault('databaseAway', { variable, reason: error.message || error.code });
  }
}

/** `{address, namespace, uiUrl}`; `uiUrl` is null for a server of one's own. */
export async function temporal({ env, folder, checkout, session, hooks }) {
  const { listens, startTemporal } = await import('../local/temporal.mjs');
  const address = env.TEMPORAL_ADDRESS;
  if (address) {
    const { hostname, port } = new URL(`http://${address}`);
    const host = hostname.replaceAll(/^\[|\]$/g, '');
    if (!(await listens(Number(port || 80), host))) throw new Fault('temporalAway', { address });
    return { address, namespace: env.TEMPORAL_NAMESPACE || 'default', uiUrl: null };
  }
  const start = (before) =>
    startTemporal({
      dataFolder: folder.path,
      logFile: folder.logFile('temporal'),
      cacheFolder: join(checkout, '.twinning-cache'),
      log: (line) => console.log(line),
      ...(before && { port: before.port, uiPort: before.uiPort }),
    });
  return session.start('Temporal', new Service('Temporal', start, hooks));
}

/** Names of the local servers of this start, for a message; empty when there are none. */
export const localServers = (env) =>
  [!namesDatabase(env) && 'PostgreSQL', !env.TEMPORAL_ADDRESS && 'Temporal']
    .filter(Boolean)
    .join(say('and'));
