import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setClock, storedClock } from './clock.js';
import { storeCommand } from './commands.js';
import { addContacts, ContactKey } from './outbox/index.js';
import type { Db } from './database.js';
import { ailments } from './standing.js';
import { COMMITTEE, EngineUnderTest } from './testing/index.js';

const SYSTEM = { person: null, role: 'SYSTEM', body: null };

describe('a product that is not well', () => {
  let engine: EngineUnderTest;
  let folder: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-standing-'));
    await addContacts(engine.db, ContactKey.in(folder), [
      { kind: 'email', address: 'lead@example.org', member: cast.lead.member, desk: null },
    ]);
    await engine.send(cast.lead, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });

  const reasons = async () => (await ailments(engine.db)).map((a) => a.reason);

  it('says nothing while all goes its way', async () => {
    expect(await reasons()).toEqual([]);
  });

  it('names a command that nobody has decided', async () => {
    await storeCommand(engine.db, {
      key: 'left-alone',
      agreement: null,
      type: 'StartDraft',
      payload: {},
      principal: cast.lead,
      expectedVersion: null,
      correlation: 'test',
    });
    await sql`ALTER TABLE engine.command DISABLE TRIGGER keep_command`.execute(engine.admin);
    await sql`UPDATE engine.command SET received_at = received_at - interval '2 minutes'`.execute(
      engine.admin,
    );
    expect(await reasons()).toEqual(['COMMANDS_WAIT']);
    await sql`UPDATE engine.command SET received_at = clock_timestamp()`.execute(engine.admin);
  });

  it('names a deadline that passed unseen, unless the clock of a demonstration was moved over it', async () => {
    await sql`UPDATE read.agreement SET next_deadline = clock_timestamp() - interval '2 minutes'`.execute(
      engine.db,
    );
    expect(await reasons()).toEqual(['DEADLINES_PASSED_UNSEEN']);
    await sql`
      INSERT INTO read.participation (member, committee, version, status, state, next_deadline)
      VALUES (1, 1, 1, 'P', '{}', clock_timestamp() - interval '2 minutes')`.execute(engine.admin);
    expect(await ailments(engine.db)).toEqual([{ reason: 'DEADLINES_PASSED_UNSEEN', count: 2 }]);
    await setClock(engine.admin, '2030-01-01T00:00:00Z' as never, 1);
    expect(await reasons()).toEqual([]);
  });

  it('names messages that lie', async () => {
    await sql`UPDATE engine.delivery SET due_at = due_at - interval '2 minutes'`.execute(
      engine.admin,
    );
    expect(await reasons()).toEqual(['MESSAGES_WAIT']);
    await sql`UPDATE engine.delivery SET state = 'sent'`.execute(engine.db);
  });

  it('names an agreement that has neither a task nor a timer', async () => {
    await sql`UPDATE read.agreement SET next_deadline = NULL`.execute(engine.db);
    await sql`DELETE FROM read.duty`.execute(engine.db);
    expect(await reasons()).toEqual(['SILENT_AGREEMENTS']);
  });

  it('names a log that is not archived though it was meant to be, as after a restore', async () => {
    // The settings are the server's, which other tests use: for this session alone they are others.
    await engine.admin.connection().execute(async (one) => {
      const asked = async () => (await ailments(one as Db)).map((a) => a.reason);
      const before = await asked();
      await sql`CREATE TEMP VIEW pg_settings AS SELECT name,
        CASE name WHEN 'archive_command' THEN 'cp %p /archive/%f' ELSE reset_val END AS reset_val
        FROM pg_catalog.pg_settings`.execute(one);
      expect(await asked()).toEqual([...before, 'NOT_ARCHIVED']);
      await sql`DROP VIEW pg_temp.pg_settings`.execute(one);
      expect(await asked()).toEqual(before);
    });
  });

  it('names a clock that is behind what is recorded, and judges nothing by it', async () => {
    const [ahead] = await engine.db.transaction().execute(async (trx) => {
      const { lockedAtMs } = await engine.log.lockHead(trx);
      const commit = {
        ...{ stream: 'test/ahead', expectedVersion: 0, actor: SYSTEM, onBehalfOf: null },
        ...{ commandId: null, causationId: null, correlationId: null, ruleset: null },
        events: [
          { type: 'Ahead', schemaVersion: 1, occurredAt: '2027-01-01T00:00:00.000Z', payload: {} },
        ],
      };
      return engine.log.append(trx, commit, { lockedAtMs: lockedAtMs + 3_600_000 });
    });
    expect(await reasons()).toContain('CLOCK_BEHIND');
    await sql`DELETE FROM engine.clock`.execute(engine.admin);
    const now = await engine.db.transaction().execute(async (trx) => {
      const head = await engine.log.lockHead(trx);
      return storedClock().now(trx, head);
    });
    expect(now).toBe(ahead?.recordedAt);
  });
});
