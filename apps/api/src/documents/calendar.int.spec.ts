import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { agreed, registered } from '@twinning/engine/testing';
import ICAL from 'ical.js';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving } from '../testing/driving.js';

/** More than one page of what anybody owes. */
const MANY = 700;

describe('deadlines in a calendar', () => {
  let api: ApiUnderTest;
  let id = '';
  let feed = '';
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((e) => {
      const of = (name: string) => String(e.getFirstPropertyValue(name));
      return {
        ...{ uid: of('uid'), sequence: Number(of('sequence')) },
        ...{ status: of('status'), day: of('dtstart') },
      };
    });
  const read = async () => eventsIn((await api.request(feed)).text);
  const files = async () => {
    const { body } = await api.get('asi.rep', `/v1/agreements/${id}/deadlines`);
    const items = body['items'] as { timer: string; step: string; subject: string }[];
    return Promise.all(
      items.map(async ({ timer, step, subject }) => {
        const key = encodeURIComponent([timer, step, subject].join('/'));
        const file = await api.get('asi.rep', `/v1/agreements/${id}/calendar?key=${key}`);
        return eventsIn(file.text)[0];
      }),
    );
  };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    id = await registered(driving(api));
    feed = String((await api.post('asi.rep', '/v1/me/calendar', {})).body['address']);
  });
  afterAll(() => api.stop());

  it('have one UID in the feed and in the file, which never says a lower SEQUENCE', async () => {
    const told = await read();
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(told.length);
    const both = (await files()).flatMap((file) => {
      const entry = told.find(({ uid }) => uid === file?.uid);
      return entry === undefined || file === undefined ? [] : [{ entry, file }];
    });
    expect(both.length).toBeGreaterThan(0);
    for (const { entry, file } of both) {
      expect(file.day).toBe(entry.day);
      expect(file.sequence).toBeGreaterThanOrEqual(entry.sequence);
    }
  });

  it('are all told, however many there are: none looks cancelled because of the others', async () => {
    const before = await read();
    await sql`
      INSERT INTO read.duty (agreement, id, desk, member, committee, commands, clause, since, due)
      SELECT agreement, id || '#' || n, desk, member, committee, commands, clause, since,
             due - interval '1 day' * (1 + n % 9)
        FROM (SELECT * FROM read.duty WHERE agreement = ${id} AND member = 1529 AND due IS NOT NULL
               ORDER BY id LIMIT 1) d, generate_series(1, ${MANY}) n`.execute(api.engine.db);
    const after = await read();
    expect(after.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(before.length + MANY);
    expect(after).toEqual(expect.arrayContaining([...before]));
  });

  it('go on after their last SEQUENCE when they come back, however long they were gone', async () => {
    const [before] = await read();
    const uid = before?.uid ?? '';
    // Cancelled in a year long past: the one is owed again, the other is not.
    const past = '{"sequence": 900, "cancelled": true, "changedAt": "2020-01-01T00:00:00.000Z"}';
    await sql`
      INSERT INTO filing.feed_entry (person, uid, sequence, entry, changed_at)
      SELECT person, 'gone@t', 900, entry || ${past}::jsonb || '{"uid": "gone@t"}', changed_at
        FROM filing.feed_entry WHERE uid = ${uid}`.execute(api.engine.db);
    await sql`
      UPDATE filing.feed_entry SET sequence = 900, entry = entry || ${past}::jsonb
       WHERE uid = ${uid}`.execute(api.engine.db);
    const entries = await read();
    const found = (of: string) => entries.find((entry) => entry.uid === of);
    expect(found(uid)).toMatchObject({ status: 'CONFIRMED', sequence: 901 });
    expect(found('gone@t')).toBeUndefined();
    const { rows } = await sql`
      SELECT sequence FROM filing.feed_entry WHERE uid = 'gone@t'`.execute(api.engine.db);
    expect(rows).toEqual([{ sequence: 900 }]);
  });

  it('stand on their own day: the last one to act on, or the one at whose beginning they come', async () => {
    await agreed(driving(api), id, { start: day('2027-02-01'), end: day('2030-01-31') });
    const { body } = await api.get('asi.rep', `/v1/agreements/${id}/deadlines`);
    const items = body['items'] as (Record<'timer' | 'step' | 'subject' | 'due', string> & {
      readonly lastDay: string | null;
    })[];
    expect(items.map(({ lastDay }) => lastDay)).toContain(null);
    for (const { timer, step, subject, due, lastDay } of items) {
      const key = encodeURIComponent([timer, step, subject].join('/'));
      const file = await api.get('asi.rep', `/v1/agreements/${id}/calendar?key=${key}`);
      const inZurich = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Zurich' });
      expect([key, eventsIn(file.text)[0]?.day]).toEqual([
        key,
        lastDay ?? inZurich.format(Date.parse(due)),
      ]);
    }
  });

  it('are shown at no address that somebody wrote into the database, and to nobody whose row was changed there', async () => {
    const mine = async (person: string) =>
      String((await api.post(person, '/v1/me/calendar', {})).body['address']);
    const status = async (address: string) => (await api.request(address)).status;
    const admin = (statement: string) => sql.raw(statement).execute(api.engine.admin);
    const own = await mine('ies.rep');
    expect(await status(own)).toBe(200);

    // Of one's own row another's: their name, and what they see.
    await admin(`UPDATE filing.feed SET principal = (SELECT principal FROM filing.feed WHERE person = 'asi.rep')
                  WHERE person = 'ies.rep'`);
    expect(await status(own)).toBe(404);

    // A token of one's own in another's row.
    const token = 'A'.repeat(43);
    await admin(`UPDATE filing.feed SET token_hash = sha256('${token}') WHERE person = 'asi.rep'`);
    expect(await status(`/v1/calendars/${token}.ics`)).toBe(404);

    feed = await mine('asi.rep');
    expect(await status(feed)).toBe(200);
    expect(await status(await mine('ies.rep'))).toBe(200);
  });
});
