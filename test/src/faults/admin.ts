import pg from 'pg';
import type { World } from './world.js';

/** Runs statements as the administrator, in another database when one is named. */
export async function asAdmin(
  { servers }: Pick<World, 'servers'>,
  work: (client: pg.Client) => Promise<void>,
  database?: string,
): Promise<void> {
  const url = new URL(servers.adminUrl);
  if (database !== undefined) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The product's sessions, those of this connection left out. */
export const SESSIONS = `FROM pg_stat_activity WHERE usename = 'twinning_app' AND pid <> pg_backend_pid()`;
export const endSessions = `SELECT pg_terminate_backend(pid) ${SESSIONS}`;
