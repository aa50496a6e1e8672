import { reconcile } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { knowNextSchema } from './next-build/schema.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import { NEXT_SCHEMA } from './rows-builds.js';
import type { Scene } from './world.js';

const log = new EventLog(null);
const NAMED_MS = 30_000;

/** An event that no command has left, as a fault of some program would. */
async function append(
  { product }: Scene,
  agreement: string,
  event: { readonly type: string; readonly schemaVersion: number; readonly payload: object },
): Promise<void> {
  await product.db.transaction().execute((trx) =>
    log.append(trx, {
      stream: `agreement/${agreement}`,
      events: [{ ...event, occurredAt: new Date().toISOString() } as never],
      actor: { person: null, role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: null,
      ruleset: null,
    }),
  );
}

const POISONS = [
  { type: 'NobodyKnowsThis', schemaVersion: 99, payload: {} },
  // Known, and not what the build that reads it expects: folding throws, or what follows from it does.
  { type: 'TermsProposed', schemaVersion: 1, payload: {} },
  { type: 'TwinningApproved', schemaVersion: 1, payload: {} },
] as const;

/** A draft that was edited once, and the same edit as a build that is yet to come would have recorded it again. */
async function editedLater(scene: Scene): Promise<string> {
  const client = scene.client(92);
  const { body } = await client.draft();
  const agreement = String(body.agreement);
  await client.persist('asi.rep', agreement, 'edit-request', { goals: 'Before.' }, 1);
  const { rows } = await sql<{ payload: object }>`
    SELECT payload FROM log.event
     WHERE stream = ${`agreement/${agreement}`} AND type = 'RequestEdited'`.execute(
    scene.product.admin,
  );
  const own = Object.entries(rows[0]?.payload ?? {}).filter(([field]) => !field.startsWith('$'));
  const payload = Object.fromEntries(own);
  await append(scene, agreement, { type: 'RequestEdited', schemaVersion: 2, payload });
  return agreement;
}

/** Agreements are poisoned, each otherwise; they are parked and named, the others go on, and a new build mends one. */
async function poison(scene: Scene): Promise<void> {
  const { product } = scene;
  const client = scene.client(93);
  const poisoned: string[] = [];
  for (const event of POISONS) {
    const { body } = await client.draft();
    const agreement = String(body.agreement);
    poisoned.push(agreement);
    await append(scene, agreement, event);
  }
  const later = await editedLater(scene);
  poisoned.push(later);
  for (const agreement of poisoned) {
    scene.spoilt.add(agreement);
    const parked = await product.act('asi.rep', agreement, 'edit-request', { goals: 'Parked.' });
    demand(parked.status === 202, `F21: a command on it was answered ${String(parked.status)}`);
  }
  const other = await client.draft();
  demand(other.status === 201, `F21: another agreement was answered ${String(other.status)}`);
  const report = await product.cli('check').catch((error: Error) => error.message);
  for (const one of poisoned) demand(report.includes(one), `F21: the check does not name ${one}`);
  const named = async () => {
    const said = await product.processes.logs();
    return poisoned.every((one) => said.includes(one));
  };
  for (const end = Date.now() + NAMED_MS; !(await named()); await pause(500)) {
    demand(Date.now() < end, 'F21: the worker does not name what is parked');
  }
  // It stays among the spoilt: an event appended by hand has told nobody.
  await mend(scene, later);
}

/** The build that reads the event takes over: the agreement goes on behind it. */
async function mend(scene: Scene, agreement: string): Promise<void> {
  const { product } = scene;
  knowNextSchema();
  for (const app of ['worker', 'api'] as const) {
    await product.kill(app, 'SIGTERM');
    product.run(app, NEXT_SCHEMA);
  }
  await product.ready();
  await reconcile({ db: product.db, log, conductor: product.sender });
  const edited = await scene
    .client(94)
    .persist('asi.rep', agreement, 'edit-request', { goals: 'After it.' }, 3);
  demand(edited.status === 200, `F21: after the mending: ${String(edited.status)}`);
  const { rows } = await sql<{ order: string }>`
    SELECT string_agg(version || ':' || schema_version, ',' ORDER BY index) AS order FROM log.event
     WHERE stream = ${`agreement/${agreement}`}`.execute(product.admin);
  demand(rows[0]?.order === '1:1,2:1,3:2,4:2', `F21: the order is ${String(rows[0]?.order)}`);
}

export const poisonRows: readonly Row[] = [
  {
    id: 'F21',
    title:
      'events that this build does not know or cannot fold: their agreements parked and named, others go on; a build that reads one goes on behind it',
    inject: poison,
    spoils: true,
  },
];
