import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene, World } from './world.js';

/** Runs statements as the administrator, in another database when one is named. */
async function asAdmin(
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

const SESSIONS = `FROM pg_stat_activity WHERE usename = 'twinning_app' AND pid <> pg_backend_pid()`;
const endSessions = `SELECT pg_terminate_backend(pid) ${SESSIONS}`;

/** What the API answers to a new draft and to a read, right now. */
async function answersNow({ product }: Scene): Promise<{ write: number; read: number }> {
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
  const write = await product.act('asi.rep', null, 'start-draft', draft);
  const read = await product.get('auditor', '/v1/agreements?limit=1');
  if (write.status === 503) demand(write.headers.has('retry-after'), '503 without Retry-After');
  return { write: write.status, read: read.status };
}

async function compete({ product, random, ledger }: Scene, client: ReturnType<Scene['client']>) {
  for (let round = 0; round < 8; round += 1) {
    const draft = await client.draft();
    if (draft.status !== 201) continue;
    const agreement = String(draft.body.agreement);
    const goals = (n: number) => ({ goals: `Goal ${String(n)} of ${String(random.seed)}` });
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        client.persist('asi.rep', agreement, 'edit-request', goals(n), 1),
      ),
    );
    const won = all.filter((e) => e.status === 200).length;
    if (won !== 1) ledger.oddities.push(`F8: ${String(won)} of 8 writers on one version won`);
    demand(
      all.every((e) => e.status === 200 || e.status === 412),
      `F8: ${all.map((e) => String(e.status)).join()}`,
    );
  }
  await product.ready();
}

export const databaseRows: readonly Row[] = [
  {
    id: 'F4',
    title: 'PostgreSQL killed between append and acknowledgement',
    inject: async (scene) => {
      for (let n = 0; n < 2; n += 1) {
        await scene.wait(300, 1_500);
        await scene.servers.stopDatabase();
        await scene.servers.startDatabase();
      }
    },
  },
  {
    id: 'F5',
    title: 'PostgreSQL restarted every 2–5 s, down 0–2 s',
    inject: async (scene) => {
      for (let n = 0; n < 4; n += 1) {
        await scene.wait(2_000, 5_000);
        await scene.servers.stopDatabase(scene.random.pick(['orderly', 'kill']));
        await scene.wait(0, 2_000);
        await scene.servers.startDatabase();
      }
    },
  },
  {
    id: 'F7',
    title: 'single sessions terminated',
    inject: (scene) =>
      asAdmin(scene, async (client) => {
        for (let n = 0; n < 20; n += 1) {
          await client.query(
            `SELECT pg_terminate_backend(pid) FROM (SELECT pid ${SESSIONS} ORDER BY random() LIMIT 2) x`,
          );
          await scene.wait(100, 300);
        }
      }),
  },
  {
    id: 'F8',
    title: 'eight writers on one version of one stream: one wins, the others hear 412',
    inject: (scene) => compete(scene, scene.client(90)),
  },
  {
    id: 'F16',
    title: 'a long transaction with a transaction id elsewhere in the cluster',
    inject: (scene) =>
      asAdmin(
        scene,
        async (client) => {
          await client.query('BEGIN');
          await client.query('SELECT pg_current_xact_id()');
          await pause(6_000);
          const { write, read } = await answersNow(scene);
          demand(write === 201 && read === 200, `F16: ${String(write)} and ${String(read)}`);
          await client.query('ROLLBACK');
        },
        'postgres',
      ),
  },
  {
    id: 'F17',
    title: 'no connection left: 503 with Retry-After, then all goes on',
    inject: (scene) =>
      asAdmin(scene, async (client) => {
        await client.query('ALTER ROLE twinning_app CONNECTION LIMIT 1');
        try {
          await client.query(endSessions);
          await scene.wait(3_000, 4_000);
          const { write } = await answersNow(scene);
          demand([201, 202, 503].includes(write), `F17: a write was answered ${String(write)}`);
        } finally {
          await client.query('ALTER ROLE twinning_app CONNECTION LIMIT -1');
        }
      }),
  },
  {
    id: 'F19',
    title: 'database read-only: writes 503, reads go on',
    inject: (scene) =>
      asAdmin(scene, async (client) => {
        const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
        const name = rows[0]?.name ?? '';
        await client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
        try {
          await client.query(endSessions);
          await scene.wait(1_500, 2_500);
          const { write, read } = await answersNow(scene);
          demand(write === 503 && read === 200, `F19: ${String(write)} and ${String(read)}`);
        } finally {
          await client.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
          await client.query(endSessions);
        }
      }),
  },
  {
    id: 'F22',
    title: 'rebuilding of the read model killed in the middle',
    inject: async (scene) => {
      for (let n = 0; n < 3; n += 1) {
        const killed = await scene.product.cliKilledAfter(
          scene.random.between(150, 900),
          'rebuild',
        );
        await scene.wait(killed ? 100 : 0);
      }
    },
  },
  {
    id: 'F23',
    title: 'rebuilding of the read model while commands are carried out',
    inject: async (scene) => {
      for (let n = 0; n < 2; n += 1) {
        const { differed } = JSON.parse(await scene.product.cli('--json', 'rebuild')) as {
          differed: object;
        };
        demand(Object.keys(differed).length === 0, `F23: ${JSON.stringify(differed)}`);
        await scene.wait(500);
      }
    },
  },
  {
    id: 'F33',
    title: 'a flipped byte in a heap page of the log is found, never served',
    alone: flippedByte,
  },
];

async function flippedByte({ servers, product }: World): Promise<readonly string[]> {
  for (let n = 0; n < 5; n += 1) {
    await product.act('asi.rep', null, 'start-draft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
  }
  await product.cli('verify');
  let file = '';
  await asAdmin({ servers }, async (client) => {
    const { rows } = await client.query<{ at: string }>(
      `SELECT pg_relation_filepath('log.event') AS at`,
    );
    file = join(servers.cluster, rows[0]?.at ?? '');
  });
  await servers.stopDatabase('orderly');
  const bytes = await readFile(file);
  const at = bytes.indexOf('TwinningDraftStarted');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
  await servers.startDatabase();
  const found = await product.cli('verify').then(
    () => false,
    () => true,
  );
  return found && at > 0 ? [] : ['F33: an altered page was taken for the record'];
}
