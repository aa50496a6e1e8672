import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeMembers } from '@twinning/engine';
import { sql } from 'kysely';
import { gzipSync } from 'node:zlib';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { senderOf } from './imports.js';

const ADDRESS = '/v1/registry/imports/members';
const HEAD = 'iso_member_id,acronym,country_en,country_alpha2,category,new_rights,active';
const NEW = `${HEAD}\n990001,NEWB,Newland,NL,member_body,no,yes\n990002,OTHR,Other,,strange,,`;
const BAD = `${NEW}\nno-id,BAD,Bad,,member_body,,\n990003,HALF,Half,,member_body,perhaps,`;
const DAY = 'asOf=2026-02-01';

describe('sending a file of the members', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const send = async (
    person: string,
    query: string,
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ) => {
    const token = await api.token(person);
    const response = await fetch(`${api.url}${ADDRESS}?${query}`, {
      method: 'POST',
      body: body as string,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv', ...headers },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const known = async () => {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM registry.member WHERE id >= 990000 ORDER BY id`.execute(api.engine.db);
    return rows.map(({ id }) => id);
  };

  it('is for the Central Secretariat alone', async () => {
    for (const person of ['asi.rep', 'asi.mbua', 'tpm', 'tmb.sec', 'auditor']) {
      const { status, body } = await send(person, DAY, NEW);
      expect([person, status, body.code]).toEqual([person, 403, 'FORBIDDEN']);
    }
    expect(await known()).toEqual([]);
  });

  it('says as a dry run what would change, and changes nothing', async () => {
    const { status, body } = await send('iso.cs', `${DAY}&dryRun=true`, NEW);
    expect(status).toBe(200);
    expect(body).toMatchObject({ members: 2, changed: 2, dryRun: true, justified: false });
    expect(body.warnings).toEqual([
      { line: 3, member: 990002, code: 'CATEGORY_UNKNOWN', value: 'strange' },
    ]);
    expect(await known()).toEqual([]);
  });

  it('takes a reason of a thousand letters of any kind, which its address still carries, and none longer', async () => {
    const asked = async (letter: string, count: number) => {
      const why = encodeURIComponent(letter.repeat(count));
      const { status, body } = await send('iso.cs', `${DAY}&dryRun=true&justification=${why}`, NEW);
      return [status, body.justified ?? body.code];
    };
    for (const letter of ['a', 'é', '章', '🤝']) {
      expect([letter, await asked(letter, 1_000)]).toEqual([letter, [200, true]]);
      expect([letter, await asked(letter, 1_001)]).toEqual([letter, [400, 'INVALID_INPUT']]);
    }
  });

  it('refuses a file with rows that cannot be read, and names each line', async () => {
    const { status, body } = await send('iso.cs', DAY, BAD, { 'Accept-Language': 'fr' });
    expect([status, body.code]).toEqual([422, 'IMPORT_REFUSED']);
    const { badRows } = body.details as { badRows: { text: string }[] };
    expect(badRows.map(({ text }) => text)).toEqual([
      'Ligne 4\u00a0: iso_member_id «\u00a0no-id\u00a0» n’est pas un identifiant ISO',
      'Ligne 5\u00a0: new_rights «\u00a0perhaps\u00a0» n’est ni yes (oui) ni no (non)',
    ]);
    expect(await known()).toEqual([]);
  });

  it('takes the good rows when asked to, packed or not, and the same file changes nothing again', async () => {
    const taken = await send('iso.cs', `${DAY}&skipBad=true&justification=Seen`, gzipSync(BAD), {
      'Content-Encoding': 'gzip',
    });
    expect(taken.status).toBe(200);
    expect(taken.body).toMatchObject({ members: 2, changed: 2, skippedCount: 2, justified: true });
    expect(await known()).toEqual([990001, 990002]);
    const again = await send('iso.cs', `${DAY}&justification=Seen`, NEW);
    expect(again.body).toMatchObject({ members: 2, changed: 0 });
  });

  it('leaves each change in the record, with who sent it and for whom', async () => {
    const { db, log } = api.engine;
    const of = async (member: number) =>
      (await log.readStream(db, `registry/member/${String(member)}`)).map((event) => ({
        ...{ type: event.type, person: event.actor.person, onBehalfOf: event.onBehalfOf },
        payload: event.payload,
      }));
    const first = {
      ...{ type: 'MemberChanged', person: 'iso.cs', onBehalfOf: null },
      payload: {
        ...{ member: 990001, date: '2026-02-01', country: 'Newland', alpha2: 'NL' },
        ...{ category: 'FULL', newRights: false, active: true, justification: null },
      },
    };
    expect(await of(990001)).toEqual([first]);
    expect(await of(990003)).toEqual([]);
    const by = { delegation: 'D1', person: 'iso.cs', commands: 'ALL' } as const;
    const deputy = { person: 'deputy', member: null, stepUp: false };
    await takeMembers(db, log, NEW.replace('Newland', 'Newerland'), {
      ...{ asOf: '2026-03-01', by: senderOf({ ...deputy, grants: [{ role: 'ISO_CS', by }] }) },
    });
    expect((await of(990001)).at(-1)).toMatchObject({
      ...{ person: 'deputy', onBehalfOf: 'iso.cs' },
      payload: { country: 'Newerland', date: '2026-03-01' },
    });
  });

  it('reads no other kind of file, and no other letters than UTF-8', async () => {
    const lines = await send('iso.cs', DAY, '{}', { 'Content-Type': 'application/x-ndjson' });
    expect(lines.status).toBe(415);
    const latin = await send('iso.cs', DAY, Buffer.from(`${HEAD}\n1,\xe9,,,,,`, 'latin1'));
    expect([latin.status, latin.body.code]).toEqual([400, 'MALFORMED']);
  });
});
