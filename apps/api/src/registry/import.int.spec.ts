import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { gzipSync } from 'node:zlib';
import { ApiUnderTest } from '../testing/api-under-test.js';

const ADDRESS = '/v1/registry/imports';
const JSONL = 'application/x-ndjson';
const DAY = '2026-02-01';
const named = (...ids: readonly number[]) => ids.map((id) => ({ id, acronym: `M${String(id)}` }));

const row = (id: number, p: readonly number[], o: readonly number[] = [], more = {}) =>
  JSON.stringify({
    ...{ id, reference: `ISO/TC ${String(id)}`, status: 'Active' },
    ...{ title: { en: `Title ${String(id)}`, fr: null }, secretariat: named(1747)[0] },
    ...{ creationDate: '1990-01-01', parentId: null },
    ...{ pMembers: named(...p), oMembers: named(...o) },
    ...more,
  });

const NEW = [row(9001, [1747, 1738], [2027]), row(9002, [2027])].join('\n');
const SOME = 'coverage=SOME_COMMITTEES';

describe('sending a snapshot of the committees', () => {
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
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': JSONL, ...headers },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const json = async (...given: Parameters<typeof send>) => {
    const { status, text } = await send(...given);
    return { status, body: JSON.parse(text) as Record<string, unknown> };
  };
  const known = async () => {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM registry.committee WHERE id > 9000 AND id < 9999 ORDER BY id`.execute(
      api.engine.db,
    );
    return rows.map(({ id }) => id);
  };
  const recorded = async () => {
    const { rows } = await sql<{ stream: string; actor: unknown }>`
      SELECT stream, actor FROM log.event WHERE stream LIKE 'registry/committee/90%'
       ORDER BY index`.execute(api.engine.db);
    return rows;
  };

  it('is for the Central Secretariat alone', async () => {
    for (const person of ['asi.rep', 'tpm', 'tmb.sec', 'auditor']) {
      const answer = await json(person, `${SOME}&asOf=${DAY}`, NEW);
      expect([person, answer.status, answer.body.code]).toEqual([person, 403, 'FORBIDDEN']);
    }
    const bare = await fetch(`${api.url}${ADDRESS}`, {
      method: 'POST',
      body: NEW,
      headers: { 'Content-Type': JSONL },
    });
    expect(bare.status).toBe(401);
    expect(await known()).toEqual([]);
  });

  it('says as a dry run what would change, and changes nothing', async () => {
    const { status, body } = await json('iso.cs', `${SOME}&asOf=${DAY}&dryRun=true`, NEW);
    expect(status).toBe(200);
    expect(body).toMatchObject({ committees: 2, members: 3, memberships: 4, dryRun: true });
    expect(body.changes).toMatchObject({ committeesCreated: 2 });
    expect([await known(), await recorded()]).toEqual([[], []]);
  });

  it('refuses a file with a bad row as a whole, naming line, field and reason, unless told to leave it out', async () => {
    const bad = [row(9001, [1747]), row(9002, [1738], [1738]), '{"id":', row(9003, [2027])];
    const before = await json('iso.cs', `${SOME}&asOf=${DAY}`, bad.join('\n'), {
      'Accept-Language': 'fr',
    });
    expect(before.status).toBe(422);
    expect(before.body).toMatchObject({
      code: 'IMPORT_REFUSED',
      details: {
        reason: 'BAD_ROWS',
        badRowsCount: 2,
        badRows: [
          { line: 2, field: 'oMembers.id', reason: 'BOTH_P_AND_O', id: 9002 },
          { line: 3, field: null, reason: 'BROKEN_JSON' },
        ],
      },
    });
    expect(await known()).toEqual([]);
    const after = await json('iso.cs', `${SOME}&asOf=${DAY}&skipBad=true`, bad.join('\n'));
    expect(after.body).toMatchObject({ committees: 2, skippedCount: 2, date: DAY });
    expect(await known()).toEqual([9001, 9003]);
  });

  it('records each changed committee once, in the name of the person; the same file again changes nothing', async () => {
    const names = (await recorded()).map(({ stream, actor }) => [stream, actor]);
    expect(names).toEqual(
      [9001, 9003].map((id) => [
        `registry/committee/${String(id)}`,
        { person: 'iso.cs', role: 'REGISTRY', body: null },
      ]),
    );
    const again = await json('iso.cs', `${SOME}&asOf=${DAY}`, row(9001, [1747]));
    expect(Object.values(again.body.changes as object).every((n) => n === 0)).toBe(true);
    expect(await recorded()).toHaveLength(2);
  });

  it('tells the progress in lines, the result last, and takes packed files and CSV', async () => {
    const lines = await send(
      'iso.cs',
      `${SOME}&asOf=2026-03-01`,
      gzipSync(row(9001, [1747, 2027])),
      { 'Content-Encoding': 'gzip', Accept: JSONL },
    );
    expect(lines.headers.get('content-type')).toMatch(JSONL);
    const told = lines.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; step?: string; result?: object });
    expect([...new Set(told.map(({ step }) => step))]).toEqual([
      ...['COMPARE', 'WRITE', 'RECORD', undefined],
    ]);
    expect(told.at(-1)).toMatchObject({
      kind: 'RESULT',
      result: { committees: 1, changes: { joinedP: 1 } },
    });
    const heading =
      'id,reference,status,title.en,title.fr,secretariat.id,secretariat.acronym,creationDate,parentId,pMembers.id,pMembers.acronym,oMembers.id,oMembers.acronym';
    const csv = `${heading}\n9004,ISO/TC 9004,Active,Title,,1747,GSA,1990-01-01,,[1747],[GSA],[],[]`;
    const taken = await json('iso.cs', `${SOME}&asOf=${DAY}`, csv, { 'Content-Type': 'text/csv' });
    expect(taken.body).toMatchObject({ committees: 1, changes: { committeesCreated: 1 } });
  });

  it('refuses what has no date, no committee, another type, a broken pack, an address, or too much', async () => {
    const reason = async (...given: Parameters<typeof send>) => {
      const { status, body } = await json(...given);
      return [status, (body.details as { reason?: string }).reason ?? body.code];
    };
    expect(await reason('iso.cs', SOME, NEW)).toEqual([422, 'SNAPSHOT_DATE_MISSING']);
    expect(await reason('iso.cs', `asOf=${DAY}`, '')).toEqual([422, 'SNAPSHOT_EMPTY']);
    const dated = row(9001, [1], [], { snapshotDate: '2026-01-01' });
    expect(await reason('iso.cs', `asOf=${DAY}`, dated)).toEqual([422, 'SNAPSHOT_DATE_CONFLICT']);
    expect(await reason('iso.cs', 'asOf=2026-02-30', NEW)).toEqual([400, 'INVALID_INPUT']);
    const from = JSON.stringify({ source: 'http://169.254.169.254/' });
    const type = { 'Content-Type': 'application/json' };
    expect(await reason('iso.cs', `asOf=${DAY}`, from, type)).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ]);
    const packed = { 'Content-Encoding': 'gzip' };
    expect(await reason('iso.cs', `asOf=${DAY}`, 'no gzip', packed)).toEqual([400, 'MALFORMED']);
    const bomb = gzipSync(Buffer.alloc(33 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await reason('iso.cs', `asOf=${DAY}`, bomb, packed)).toEqual([
      413,
      'SNAPSHOT_TOO_LARGE',
    ]);
    expect(await known()).toEqual([9001, 9003, 9004]);
  });
});
