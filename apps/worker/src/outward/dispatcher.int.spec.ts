import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { addContacts, changeSettings, ContactKey, listContacts, pause } from '@twinning/engine';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dispatcher } from './dispatcher.js';

/** Three attempts, one after the other. */
const RETRIES = [1, 1];

describe('receivers that never take a message', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let key: ContactKey;
  const attempts = { email: 0, webhook: 0 };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-dispatcher-'));
    key = ContactKey.in(folder);
    const { member } = cast.twinned;
    await addContacts(engine.db, key, [
      { kind: 'webhook', address: 'https://example.org/a', member: cast.lead.member, desk: null },
      { kind: 'email', address: 'twinned@example.org', member, desk: null },
    ]);
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const { agreement } = await engine.send(cast.lead, 'StartDraft', draft);
    await engine.send(cast.lead, 'InvitePartner', { member }, { agreement, version: 1 });
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('get e-mail again and again, and no webhook after the last attempt: that one is paused with what it is owed', async () => {
    const fails = (channel: keyof typeof attempts) => () => {
      attempts[channel] += 1;
      return Promise.resolve({ why: 'no answer', final: false });
    };
    const dispatcher = new Dispatcher(
      engine.db,
      key,
      { email: fails('email'), digest: fails('email'), webhook: fails('webhook') },
      { everyMs: 1_000, leaseMs: 60_000, retries: RETRIES, chance: () => 0 },
    );
    for (let pass = 0; pass < 8; pass += 1) {
      await sql`UPDATE engine.delivery SET due_at = clock_timestamp()`.execute(engine.admin);
      await dispatcher.once();
    }
    expect(attempts.email).toBe(8);
    // Two messages, three attempts: the first that has had them all pauses the contact, perhaps in the middle of the other's.
    expect([5, 6]).toContain(attempts.webhook);
    const contacts = await listContacts(engine.db, key);
    expect(
      contacts.map(({ kind, state, why, waiting, failed }) => ({
        kind,
        state,
        why,
        waiting,
        failed,
      })),
    ).toEqual([
      { kind: 'email', state: 'active', why: null, waiting: 1, failed: 0 },
      { kind: 'webhook', state: 'paused', why: 'no answer', waiting: 2, failed: 0 },
    ]);
  });

  it('get a summary that failed again as it was: one wait for all of it', async () => {
    const [added] = await addContacts(engine.db, key, [
      { kind: 'email', address: 'slow@example.org', member: 99_001, desk: null },
    ]);
    const contact = added?.id ?? '';
    await changeSettings(engine.db, { id: contact }, { rhythm: 'daily', news: true });
    const notices = Array.from({ length: 12 }, () => ({
      ...{
        id: randomUUID(),
        agreement: randomUUID(),
        version: 1,
        kind: 'status',
        members: [99_001],
      },
      ...{ desks: [], committee: COMMITTEE, content: { owed: [], lead: null, twinned: null } },
    }));
    await sql`SELECT engine.enqueue(${JSON.stringify(notices)}::jsonb)`.execute(engine.db);
    await sql`UPDATE engine.delivery SET due_at = clock_timestamp() WHERE contact = ${contact}`.execute(
      engine.admin,
    );
    const came: number[] = [];
    const takes = () => Promise.resolve(null);
    const digest = (deliveries: readonly unknown[]) => {
      came.push(deliveries.length);
      return Promise.resolve(came.length < 3 ? { why: 'later', final: false } : null);
    };
    const dispatcher = new Dispatcher(
      engine.db,
      key,
      { email: takes, digest, webhook: takes },
      { everyMs: 1_000, leaseMs: 60_000, retries: [1_000], chance: Math.random },
    );
    for (const end = Date.now() + 20_000; came.length < 3 && Date.now() < end; ) {
      await dispatcher.once();
      await pause(10);
    }
    expect(came).toEqual([12, 12, 12]);
    await dispatcher.once();
    const { rows } = await sql<{ state: string }>`
      SELECT DISTINCT state FROM engine.delivery WHERE contact = ${contact}`.execute(engine.db);
    expect(rows).toEqual([{ state: 'sent' }]);
  });
});
