import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkAgreements } from '../check-agreements.js';
import { ailments } from '../standing.js';
import { COMMITTEE, EngineUnderTest } from '../testing/index.js';
import { ContactKey } from './contact-key.js';
import { addContacts, listContacts, listMessages, setContactState } from './contacts.js';
import { replayTo, settle, takeDue, troubledDeliveries } from './deliveries.js';

const MINUTE = 60_000;

describe('a message that does not get through', () => {
  let engine: EngineUnderTest;
  let folders: string[];
  let key: ContactKey;
  let another: ContactKey;
  let hook: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    const folder = () => mkdtemp(join(tmpdir(), 'twinning-deliveries-'));
    folders = [await folder(), await folder()];
    key = ContactKey.in(folders[0] ?? '');
    another = ContactKey.in(folders[1] ?? '');
    const { member } = cast.lead;
    const [added] = await addContacts(engine.db, key, [
      { kind: 'webhook', address: 'https://example.org/a', member, desk: null },
    ]);
    hook = added?.id ?? '';
  });
  afterAll(async () => {
    await engine.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await sql`UPDATE engine.delivery SET state = 'sent', leased_until = NULL`.execute(engine.admin);
    await setContactState(engine.db, hook, 'active');
    await engine.send(cast.lead, 'StartDraft', {
      ...{ side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE },
    });
  });

  const later = (interval: string) =>
    sql`UPDATE engine.notice SET created_at = created_at - ${interval}::interval`.execute(
      engine.admin,
    );
  const due = () =>
    sql`UPDATE engine.delivery SET due_at = clock_timestamp(), leased_until = NULL
         WHERE state = 'waiting'`.execute(engine.admin);
  const take = async (by = key) => takeDue(engine.db, by, 500, MINUTE);
  const only = async () => {
    const [one] = await take();
    if (one === undefined) throw new Error('nothing was due');
    return one;
  };
  const reasons = async () => (await ailments(engine.db)).map(({ reason }) => reason);
  const found = () =>
    engine.db.transaction().execute(async (trx) => {
      const { log, clock } = engine;
      const { violations } = await checkAgreements(trx, { log, clock, beforeDue: false });
      return violations.filter(({ invariant }) => invariant === 'I12').map(({ what }) => what);
    });

  it('loses no attempt to a process that dies with it, or to a key that does not open it', async () => {
    for (let deaths = 0; deaths < 12; deaths += 1) {
      expect((await only()).failures).toBe(0);
      await due();
    }
    for (let tries = 0; tries < 12; tries += 1) {
      expect(await take(another)).toEqual([]);
      await due();
    }
    const one = await only();
    expect(one).toMatchObject({ failures: 0, attempt: 25 });
    await settle(engine.db, one, { state: 'waiting', againInMs: 0, why: '500', tried: true });
    expect((await only()).failures).toBe(1);
  });

  it('is named when a wrong key has put it off for longer than a minute, again and again', async () => {
    expect(await take(another)).toEqual([]);
    expect(await reasons()).toEqual([]);
    await later('2 minutes');
    await due();
    expect(await take(another)).toEqual([]);
    expect(await troubledDeliveries(engine.db, MINUTE)).toEqual({ lying: 1, givenUp: 0 });
    expect(await reasons()).toEqual(['MESSAGES_WAIT']);
    expect(await found()).toEqual(['1 messages have been left lying for more than a minute']);
  });

  it('is named when nobody takes it, and not while its receiver fails and is tried again', async () => {
    const one = await only();
    await settle(engine.db, one, { state: 'waiting', againInMs: MINUTE, why: '500', tried: true });
    await later('2 minutes');
    expect(await reasons()).toEqual([]);
    await sql`UPDATE engine.delivery SET due_at = due_at - interval '3 minutes'
               WHERE state = 'waiting'`.execute(engine.admin);
    expect(await reasons()).toEqual(['MESSAGES_WAIT']);
  });

  it('waits with all others for a webhook that was paused, is named until somebody acts, and lost to nobody', async () => {
    const one = await only();
    await settle(engine.db, one, { state: 'paused', why: 'the receiver answered 500' });
    const [contact] = await listContacts(engine.db, key);
    expect(contact).toMatchObject({ state: 'paused', why: 'the receiver answered 500', failed: 0 });
    expect(await take()).toEqual([]);
    expect(await reasons()).toEqual(['MESSAGES_GIVEN_UP']);
    expect(await found()).toEqual(['1 messages do not reach their receiver, which was given up']);
    // Paused by a person: known.
    await setContactState(engine.db, hook, 'paused');
    expect(await reasons()).toEqual([]);
    await later('2 minutes');
    await setContactState(engine.db, hook, 'active');
    expect(await reasons()).toEqual([]);
    expect(await only()).toMatchObject({ notice: one.notice, failures: 0 });
  });

  it('is named when its receiver is gone, until the contact is paused or the message sent again', async () => {
    const one = await only();
    await settle(engine.db, one, { state: 'failed', why: '410' });
    expect(await reasons()).toEqual(['MESSAGES_GIVEN_UP']);
    await setContactState(engine.db, hook, 'active');
    expect(await reasons()).toEqual(['MESSAGES_GIVEN_UP']);
    await later('2 minutes');
    expect(
      await replayTo(engine.db, hook, new Date(Date.parse(one.createdAt) - 180_000).toISOString()),
    ).toBeGreaterThan(0);
    expect(await reasons()).toEqual([]);
    for (const each of await take()) await settle(engine.db, each, { state: 'sent' });
    expect(await reasons()).toEqual([]);
  });

  it('is named when its receiver fails for days; its list tells real attempts', async () => {
    const one = await only();
    await settle(engine.db, one, {
      state: 'waiting',
      againInMs: 86_400_000,
      why: '421',
      tried: true,
    });
    await later('3 days');
    expect(await reasons()).toEqual([]);
    await later('2 days');
    expect(await reasons()).toEqual(['MESSAGES_GIVEN_UP']);
    const messages = await listMessages(engine.db, key, { agreement: one.agreement, limit: 5 });
    expect(messages).toMatchObject([{ state: 'waiting', attempts: 1, why: '421' }]);
  });
});
