import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { addContacts, ContactKey, listContacts } from '@twinning/engine';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
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
});
