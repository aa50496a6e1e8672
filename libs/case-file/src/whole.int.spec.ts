import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreementStream } from '@twinning/engine';
import type { EngineUnderTest } from '@twinning/engine/testing';
import { signerFrom } from '@twinning/event-log';
import { sql } from 'kysely';
import { agreementInForce } from './agreement-in-force.testing.js';
import { buildCaseFile } from './build.js';
import { RecordIncomplete } from './whole.js';

const signer = signerFrom('test/log', Buffer.alloc(32, 7));

describe('a record from which a superuser took an event', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
  }, 120_000);
  afterAll(() => engine.stop());

  /** As a superuser, who is put back afterwards. */
  const after = async (change: string, look: () => Promise<void>) => {
    const { rows } = await sql<{ copy: string }>`
      SELECT e::text AS copy FROM log.event e WHERE stream = ${agreementStream(agreement)}
         OR stream = 'log' OR stream LIKE 'refusals/%'`.execute(engine.admin);
    const as = (text: ReturnType<typeof sql>) =>
      engine.admin.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        await text.execute(trx);
      });
    await as(sql.raw(change));
    try {
      await look();
    } finally {
      for (const { copy } of rows) {
        await as(sql`DELETE FROM log.event WHERE index = (${copy}::log.event).index`);
        await as(sql`INSERT INTO log.event SELECT (${copy}::log.event).*`);
      }
    }
  };
  const sealing = () => buildCaseFile({ db: engine.db, log: engine.log, signer }, agreement);
  const refusal = async () => {
    const error = await sealing().catch((thrown: unknown) => thrown);
    if (!(error instanceof RecordIncomplete)) throw new Error(String(error));
    return error.difference;
  };
  const newest = async () => {
    const { rows } = await sql<{ index: string; version: number }>`
      SELECT index, version FROM log.event WHERE stream = ${agreementStream(agreement)}
       ORDER BY version DESC LIMIT 1`.execute(engine.db);
    return { index: Number(rows[0]?.index), version: rows[0]?.version ?? 0 };
  };
  const sizeNow = async () => {
    const { rows } = await sql<{ size: string }>`SELECT size FROM log.head`.execute(engine.db);
    return Number(rows[0]?.size);
  };

  it('seals no case file: not without its last event, nor without a refusal of it', async () => {
    const { index } = await newest();
    const size = await sizeNow();
    const lacking = (first: number) => ({ of: 'log', expected: size, found: size - 1, first });
    await after(`DELETE FROM log.event WHERE index = ${String(index)}`, async () => {
      expect(await refusal()).toEqual(lacking(index));
    });
    const { rows } = await sql<{ index: string }>`
      SELECT index FROM log.event WHERE stream LIKE 'refusals/%' LIMIT 1`.execute(engine.db);
    const refused = Number(rows[0]?.index);
    await after(`DELETE FROM log.event WHERE index = ${String(refused)}`, async () => {
      expect(await refusal()).toEqual(lacking(refused));
    });
    expect(await sealing()).not.toBeNull();
  });

  it('seals none when another event was put in its place: the read model has seen more', async () => {
    const { index, version } = await newest();
    const stream = agreementStream(agreement);
    const moved = `UPDATE log.event SET stream = 'elsewhere', version = 1 WHERE index = ${String(index)}`;
    await after(moved, async () => {
      expect(await refusal()).toEqual({
        ...{ of: stream, expected: version, found: version - 1, first: version },
      });
    });
    expect(await sealing()).not.toBeNull();
  });
});
