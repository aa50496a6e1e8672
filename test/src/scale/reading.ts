import { claimsHeld, instant } from '@twinning/domain';
import { setClock } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { Product } from '../support/product.js';
import { OwnServers } from '../support/servers.js';
import { fill, lives } from './filling.js';

// `npm run reading`: 10,000 agreements and 100,000 tasks in the read model (the rows of a few hundred lives, many times over, of forty
// bodies), and how long the lists take over HTTP, one caller after the other. Exit code 1 when a list is slower than its
// limit, or when a count of tasks is not what PostgreSQL counts.

const AGREEMENTS = 10_000;
const TASKS = 100_000;
const EVENTS = 30_000;
/** The copies belong to so many times as many bodies. */
const BODIES = 20;
const CALLS = 300;
const SEED = 20_261_130;
const DAYS = 60;

/** What is asked, by whom, and the limit: the share of calls that may not take longer than so many milliseconds. */
const ASKED = [
  { path: '/v1/tasks', person: 'asi.rep', share: 0.99, ms: 20 },
  { path: '/v1/tasks', person: 'tpm', share: 0.99, ms: 20 },
  { path: '/v1/tasks', person: 'tmb.sec', share: 0.99, ms: 20 },
  { path: '/v1/agreements', person: 'asi.rep', share: 0.95, ms: 100 },
  { path: '/v1/agreements?q=TC%2034%2FSC%2017', person: 'auditor', share: 0.95, ms: 100 },
  { path: '/v1/agreements?q=societe', person: 'asi.rep', share: 0.95, ms: 100 },
] as const;

const servers = await OwnServers.start();
const product = await Product.start({ servers });
let holds = true;

async function multiply(): Promise<void> {
  const copies = (table: string, columns: string) => sql`
    INSERT INTO ${sql.table(`read.${table}`)} SELECT ${sql.raw(columns)}
      FROM ${sql.table(`read.${table}`)} x, generate_series(1, ${AGREEMENTS}) n
     WHERE n <= (SELECT ceil(${AGREEMENTS}::numeric / count(*)) - 1 FROM kept)`;
  const { admin } = product;
  await sql`CREATE TABLE kept AS SELECT agreement FROM read.agreement`.execute(admin);
  // Each copy of an agreement has an id of its own, the same one in every table.
  const id = `md5(x.agreement::text || n)::uuid`;
  for (const table of ['agreement', 'duty', 'deadline']) {
    const { rows } = await sql<{ name: string }>`
      SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'read' AND table_name = ${table} ORDER BY ordinal_position`.execute(
      admin,
    );
    const columns = rows.map(({ name }) =>
      name === 'agreement'
        ? id
        : name === 'ordinal'
          ? `x.ordinal + n * 1000000`
          : ['member', 'lead', 'twinned'].includes(name)
            ? `x.${name} + n % ${String(BODIES)} * 10000`
            : `x.${name}`,
    );
    await copies(table, columns.join(', ')).execute(admin);
  }
  await sql`
    INSERT INTO read.duty
    SELECT d.agreement, d.id || '#' || n, d.desk, d.member, d.committee, d.commands, d.clause, d.since, d.due
      FROM read.duty d, generate_series(1, ${TASKS}) n
     WHERE n <= (SELECT ceil(${TASKS}::numeric / count(*)) - 1 FROM read.duty)`.execute(admin);
  await sql`VACUUM ANALYZE`.execute(admin);
}

const counted = async (where: string): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    SELECT count(*) AS n FROM read.duty WHERE ${sql.raw(where)}`.execute(product.admin);
  return Number(rows[0]?.n);
};

try {
  // Without a worker nobody gives these agreements workflows.
  await product.kill('worker', 'SIGTERM');
  // Two agreements cannot hold one claim.
  const told = lives(SEED, DAYS, (state) => claimsHeld(state).length === 0);
  await setClock(product.admin, instant(told.last), 1);
  await fill(product.db, new EventLog(null), told, EVENTS);
  await product.cli('rebuild');
  await multiply();
  const [agreements, tasks] = [
    await sql<{ n: string }>`SELECT count(*) AS n FROM read.agreement`.execute(product.admin),
    await counted('true'),
  ];
  console.log(`${String(agreements.rows[0]?.n)} agreements, ${String(tasks)} tasks`);
  for (const { path, person, share, ms } of ASKED) {
    const times: number[] = [];
    let body = '';
    for (let n = 0; n < CALLS; n += 1) {
      const began = performance.now();
      const answer = await product.get(person, path);
      times.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      body = JSON.stringify(answer.body);
    }
    times.sort((a, b) => a - b);
    const at = (of: number) => times[Math.floor((CALLS - 1) * of)] ?? 0;
    const isFast = at(share) <= ms;
    holds &&= isFast;
    console.log(
      `${isFast ? '✓' : '✗'} ${path} (${person}): p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ` +
        `p99 ${at(0.99).toFixed(1)} ms; limit p${String(share * 100)} ${String(ms)} ms; ${String(body.length)} bytes`,
    );
  }
  for (const [person, where] of [
    ['asi.rep', 'member = 1529'],
    ['ies.rep', 'member = 1725'],
    ['tmb.sec', `desk = 'TMB_SEC'`],
  ] as const) {
    const { body } = await product.get(person, '/v1/tasks');
    const { all } = (body as { counts: { all: number } }).counts;
    const wanted = await counted(where);
    holds &&= all === wanted;
    console.log(
      `${all === wanted ? '✓' : '✗'} tasks of ${person}: ${String(all)} of ${String(wanted)}`,
    );
  }
} finally {
  await product.stop();
}
console.log(holds ? 'holds' : 'does not hold');
process.exit(holds ? 0 : 1);
