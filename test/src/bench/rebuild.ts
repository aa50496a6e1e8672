import { rebuildReadModel, type Db } from '@twinning/engine';
import { logSize, type EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { median } from './load.js';

const ROUNDS = 3;
const PAGE = 1_000;
const TABLES = [
  ...['stream_state', 'agreement', 'duty', 'deadline', 'escalation', 'claim', 'appealable'],
];

/** The rebuild of the read model beside what it cannot do without: reading the log, and writing the rows that result. */
export async function rebuildBesideCopy(db: Db, log: EventLog): Promise<string> {
  const size = await logSize(db);
  const rebuilds: number[] = [];
  const peers: number[] = [];
  let agreements = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let began = performance.now();
    await scan(db, log, size);
    await copyRows(db);
    peers.push(performance.now() - began);
    began = performance.now();
    ({ agreements } = await rebuildReadModel(db, log));
    rebuilds.push(performance.now() - began);
  }
  const [took, peer] = [median(rebuilds), median(peers)];
  return (
    `Rebuild of ${String(agreements)} agreements from ${String(size)} events: ${took.toFixed(0)} ms; ` +
    `reading the log and copying the rows ${peer.toFixed(0)} ms, ratio ${(peer / took).toFixed(2)}`
  );
}

async function scan(db: Db, log: EventLog, size: number): Promise<void> {
  for (let from = 0; from < size; from += PAGE) await log.readAll(db, from, PAGE);
}

async function copyRows(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of TABLES) {
      const from = sql.table(`read.${table}`);
      await sql`CREATE TEMPORARY TABLE ${sql.table(`copy_${table}`)} ON COMMIT DROP AS SELECT * FROM ${from}`.execute(
        trx,
      );
    }
  });
}
