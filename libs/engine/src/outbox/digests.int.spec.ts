import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ailments } from '../standing.js';
import { COMMITTEE, EngineUnderTest } from '../testing/index.js';
import { ContactKey } from './contact-key.js';
import { addContacts, listContacts, listMessages } from './contacts.js';
import { settle, takeDigest, takeDue } from './deliveries.js';
import { changeSettings, linkSettings, readSettings } from './settings.js';

const MINUTE = 60_000;

describe('what a contact hears, and how often', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let key: ContactKey;
  let contact: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-digests-'));
    key = ContactKey.in(folder);
    const { member } = cast.lead;
    const [added] = await addContacts(engine.db, key, [
      { kind: 'email', address: 'lead@example.org', member, desk: null },
    ]);
    contact = added?.id ?? '';
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await sql`DELETE FROM engine.delivery`.execute(engine.admin);
    await changeSettings(engine.db, { id: contact }, { rhythm: 'instant', news: true });
  });

  /** A message to the contact, written as a commit writes it. */
  const notice = async (kind: string, owed: readonly object[] = []) => {
    const { rows } = await sql<{ id: string }>`SELECT gen_random_uuid() AS id`.execute(engine.db);
    const [{ id } = { id: '' }] = rows;
    const one = {
      ...{ id, agreement: id, version: 1, kind, members: [cast.lead.member], desks: [] },
      ...{ committee: COMMITTEE, content: { owed, lead: null, twinned: null } },
    };
    await sql`SELECT engine.enqueue(${JSON.stringify([one])}::jsonb)`.execute(engine.db);
    return id;
  };
  const owed = (days: number) => [
    { id: 'x', due: new Date(Date.now() + days * 24 * 60 * MINUTE).toISOString() },
  ];
  const morning = () =>
    sql`UPDATE engine.delivery SET due_at = clock_timestamp() WHERE state = 'waiting'`.execute(
      engine.admin,
    );
  const ids = (taken: readonly { readonly notice: string }[]) => taken.map((each) => each.notice);
  const atOnce = async () => ids(await takeDue(engine.db, key, 50, MINUTE));

  it.each([
    ['daily', '2027-03-27T05:59:59Z', '2027-03-27T06:00:00Z'],
    ['daily', '2027-03-27T06:00:00Z', '2027-03-28T05:00:00Z'],
    ['daily', '2027-10-30T20:00:00Z', '2027-10-31T06:00:00Z'],
    ['weekly', '2027-03-22T06:00:00Z', '2027-03-29T05:00:00Z'],
    ['weekly', '2027-03-29T04:59:59Z', '2027-03-29T05:00:00Z'],
    ['weekly', '2027-12-31T12:00:00Z', '2028-01-03T06:00:00Z'],
  ])('%s: after %s comes seven in the morning of %s', async (rhythm, at, next) => {
    const { rows } = await sql<{ slot: Date }>`
      SELECT engine.next_digest(${rhythm}, ${at}::timestamptz) AS slot`.execute(engine.db);
    expect(rows[0]?.slot.getTime()).toBe(Date.parse(next));
  });

  it('gathers what can wait into one summary, and lets through what cannot', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'daily' });
    const gathered = [await notice('status'), await notice('duty', owed(30))];
    const urgent = await notice('duty', owed(1));
    expect(await atOnce()).toEqual([urgent]);
    expect(await takeDigest(engine.db, key, MINUTE)).toEqual([]);
    await morning();
    const digest = await takeDigest(engine.db, key, MINUTE);
    expect(ids(digest).sort()).toEqual([...gathered].sort());
    expect(new Set(digest.map((each) => each.digest)).size).toBe(1);
    // Taken whole, and by one process alone.
    expect(await takeDigest(engine.db, key, MINUTE)).toEqual([]);
    for (const delivery of digest) await settle(engine.db, delivery, { state: 'sent' });
    await morning();
    expect(await takeDigest(engine.db, key, MINUTE)).toEqual([]);
  });

  it('goes to one process, whole, however many ask', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'weekly' });
    for (let n = 0; n < 20; n += 1) await notice('status');
    await morning();
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => takeDigest(engine.db, key, MINUTE)),
    );
    expect(asked.map((taken) => taken.length).sort((a, b) => b - a)).toEqual([20, 0, 0, 0, 0, 0]);
  });

  it('comes again whole, as soon as anything of it is due, and not while somebody is at it', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'daily' });
    const gathered = [await notice('status'), await notice('status'), await notice('status')];
    await morning();
    const [first, ...others] = await takeDigest(engine.db, key, MINUTE);
    if (first === undefined) throw new Error('Nothing was taken.');
    const again = { state: 'waiting', why: 'later', tried: true } as const;
    await settle(engine.db, first, { ...again, againInMs: 0 });
    expect(await takeDigest(engine.db, key, MINUTE)).toEqual([]);
    for (const other of others) await settle(engine.db, other, { ...again, againInMs: MINUTE });
    expect(ids(await takeDigest(engine.db, key, MINUTE)).sort()).toEqual([...gathered].sort());
  });

  it('is not left lying while it waits for its morning', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'weekly' });
    await notice('status');
    await sql`UPDATE engine.notice SET created_at = created_at - interval '3 days'`.execute(
      engine.admin,
    );
    expect((await ailments(engine.db)).map(({ reason }) => reason)).not.toContain('outbox');
    expect(await atOnce()).toEqual([]);
  });

  it('is heard at once by who wants that from now on', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'weekly' });
    const waiting = await notice('status');
    await changeSettings(engine.db, { id: contact }, { rhythm: 'instant' });
    expect(await atOnce()).toEqual([waiting]);
  });

  it('leaves out news for who has unsubscribed, and never what is owed', async () => {
    await changeSettings(engine.db, { id: contact }, { news: false });
    await notice('status');
    const kept = [await notice('duty', owed(30)), await notice('reminder'), await notice('copy')];
    expect((await atOnce()).sort()).toEqual([...kept].sort());
  });

  it('stops when the task is done, and not before', async () => {
    await changeSettings(engine.db, { id: contact }, { rhythm: 'daily' });
    const start = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const { agreement } = await engine.send(cast.lead, 'StartDraft', start);
    const states = async () => {
      const items = await listMessages(engine.db, key, { agreement, limit: 50 });
      return items.filter(({ kind }) => kind === 'duty').map(({ state }) => state);
    };
    expect((await states()).length).toBeGreaterThan(0);
    await morning();
    const digest = await takeDigest(engine.db, key, 0);
    expect(digest.some(({ kind }) => kind === 'duty')).toBe(true);
    await sql`DELETE FROM read.duty WHERE agreement = ${agreement}`.execute(engine.admin);
    await morning();
    await takeDigest(engine.db, key, MINUTE);
    expect(new Set(await states())).toEqual(new Set(['overtaken']));
  });

  it('is changed by a link that neither the database nor another key gives away', async () => {
    const secret = key.settingsOf(contact);
    expect(await readSettings(engine.db, secret)).toEqual({
      ...{ rhythm: 'instant', news: true, language: 'en' },
    });
    expect(await changeSettings(engine.db, { secret }, { news: false })).toMatchObject({
      ...{ rhythm: 'instant', news: false },
    });
    const { rows } = await sql<{ row: string }>`
      SELECT c::text AS row FROM engine.contact c`.execute(engine.admin);
    expect(JSON.stringify(rows)).not.toContain(secret);
    for (const wrong of ['', contact, `${secret}x`]) {
      expect(await readSettings(engine.db, wrong)).toBeNull();
      expect(await changeSettings(engine.db, { secret: wrong }, { news: true })).toBeNull();
    }
    // One from before there were links gets its own.
    await sql`UPDATE engine.contact SET settings_hash = NULL`.execute(engine.admin);
    expect(await readSettings(engine.db, secret)).toBeNull();
    await linkSettings(engine.db, key);
    expect(await readSettings(engine.db, secret)).toMatchObject({ news: false });
    expect(await listContacts(engine.db, key)).toMatchObject([{ rhythm: 'instant', news: false }]);
  });
});
