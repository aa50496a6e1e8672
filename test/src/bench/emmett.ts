import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const VERSIONS = {
  '@event-driven-io/emmett': '0.42.0',
  '@event-driven-io/emmett-postgresql': '0.42.0',
  '@event-driven-io/pongo': '0.16.11',
};

/** The part of Emmett's event store that is measured. */
interface EventStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(stream: string, events: readonly object[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Another event store on the same server, fetched into a folder for this measurement: no dependency of the product. */
export async function openEmmett(folder: string, connection: string): Promise<EventStore> {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: VERSIONS }),
  );
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  const at = join(folder, 'node_modules/@event-driven-io/emmett-postgresql/dist/index.js');
  const emmett = (await import(pathToFileURL(at).href)) as {
    readonly getPostgreSQLEventStore: (connection: string) => EventStore;
  };
  const store = emmett.getPostgreSQLEventStore(connection);
  await store.schema.migrate();
  return store;
}
