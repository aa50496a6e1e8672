import { COMMITTEE } from '../support/request.js';
import { asAdmin, endSessions, SESSIONS } from './admin.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

/** What the API answers to a new draft and to a read, right now. */
async function answersNow({ product }: Scene): Promise<{ write: number; read: number }> {
  const write = await product.act('asi.rep', null, 'start-draft', DRAFT);
  const read = await product.get('auditor', '/v1/agreements?limit=1');
  if (write.status === 503) demand(write.headers.has('retry-after'), '503 without Retry-After');
  return { write: write.status, read: read.status };
}

/** Commands that the restarts of F5 accompany; TWINNING_F5_COMMANDS has fewer of them, for a look. */
const RESTARTED_OVER = Number(process.env.TWINNING_F5_COMMANDS ?? 10_000);
const HASTY = 24;

/** Restarts without end until so many commands have been given, by many more clients than otherwise. */
async function restartedAllTheTime(scene: Scene): Promise<void> {
  const more = scene.startClients(HASTY);
  try {
    do {
      await scene.wait(2_000, 5_000);
      await scene.servers.stopDatabase(scene.random.pick(['orderly', 'kill']));
      await scene.wait(0, 2_000);
      await scene.servers.startDatabase();
    } while (scene.ledger.entries.length < RESTARTED_OVER);
  } finally {
    await more.stop();
  }
}

const AT_ONCE = 40;
const EACH_S = 4;
/** Health looks for three seconds at most. */
const HEALTH_MS = 5_000;

/** How health answers while `work` goes on: always, in time, and of a record that is there. */
async function healthDuring(
  { product }: Scene,
  work: Promise<unknown>,
): Promise<{ readonly slowestMs: number; readonly records: ReadonlySet<string> }> {
  let over = false;
  void work.finally(() => (over = true)).catch(() => undefined);
  let slowestMs = 0;
  const records = new Set<string>();
  while (!over) {
    const began = Date.now();
    const { body } = await product.request('/health/ready');
    records.add(String(body.record));
    slowestMs = Math.max(slowestMs, Date.now() - began);
    await pause(300);
  }
  return { slowestMs, records };
}

/** Every connection of the API is taken by commands that are slow to be stored; health has its own. */
async function poolExhausted(scene: Scene): Promise<void> {
  const { product } = scene;
  await asAdmin(scene, async (client) => {
    await client.query(`
      CREATE FUNCTION public.slow_store() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_sleep(${String(EACH_S)}); RETURN NEW; END $$;
      CREATE TRIGGER slow_store BEFORE INSERT ON engine.command
        FOR EACH ROW EXECUTE FUNCTION public.slow_store()`);
    const drafts = Promise.all(
      Array.from({ length: AT_ONCE }, () => product.act('asi.rep', null, 'start-draft', DRAFT)),
    );
    const { slowestMs, records } = await healthDuring(scene, drafts);
    await client.query(
      'DROP TRIGGER slow_store ON engine.command; DROP FUNCTION public.slow_store',
    );
    scene.mark();
    const answers = await drafts;
    const refused = answers.filter(({ status }) => status === 503);
    const statuses = [...new Set(answers.map(({ status }) => status))].join();
    demand(refused.length > 0, `F17: with no connection left: ${statuses}`);
    demand(
      refused.every(({ headers }) => headers.has('retry-after')),
      'F17: 503 without Retry-After',
    );
    demand(/^(201|202|503)(,(201|202|503))*$/.test(statuses), `F17: answered ${statuses}`);
    demand(slowestMs < HEALTH_MS, `F17: health took ${String(slowestMs)} ms`);
    demand([...records].join() === 'ok', `F17: health said of the record ${[...records].join()}`);
  });
}

async function oneConnection(scene: Scene): Promise<void> {
  await asAdmin(scene, async (client) => {
    await client.query('ALTER ROLE twinning_app CONNECTION LIMIT 1');
    try {
      await client.query(endSessions);
      const answered = scene.wait(3_000, 4_000).then(() => answersNow(scene));
      const { slowestMs } = await healthDuring(scene, answered);
      const { write } = await answered;
      demand([201, 202, 503].includes(write), `F17: a write was answered ${String(write)}`);
      demand(slowestMs < HEALTH_MS, `F17: health took ${String(slowestMs)} ms`);
    } finally {
      await client.query('ALTER ROLE twinning_app CONNECTION LIMIT -1');
      scene.mark();
    }
  });
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
    title: 'PostgreSQL restarted every 2–5 s, down 0–2 s, until 10,000 commands have been given',
    inject: restartedAllTheTime,
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
        scene.mark();
      }),
  },
  {
    id: 'F17',
    title:
      'every connection taken, then one left: 503 with Retry-After, health answers from connections of its own',
    inject: async (scene) => {
      await poolExhausted(scene);
      await oneConnection(scene);
    },
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
          scene.mark();
        }
      }),
  },
];
