import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClamdUnderTest, HARMFUL } from '@twinning/filing/testing';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

const PDF = (words: string) =>
  `%PDF-1.7\n1 0 obj<<>>endobj\n%${words}\ntrailer<<>>\nstartxref\n0\n%%EOF`;

describe('files where there is a scanner', () => {
  let api: ApiUnderTest;
  let clamd: ClamdUnderTest;
  let at = '';

  beforeAll(async () => {
    clamd = await ClamdUnderTest.start();
    api = await ApiUnderTest.start({ scanner: clamd.address });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const { body } = await api.post('asi.rep', '/v1/agreements', draft);
    at = `/v1/agreements/${String(body.agreement)}/attachments`;
  });
  afterAll(async () => {
    await api.stop();
    await clamd.stop();
  });

  const file = async (words: string) =>
    api.request(`${at}?purpose=CV`, {
      method: 'POST',
      body: PDF(words),
      headers: {
        Authorization: `Bearer ${await api.token('asi.rep')}`,
        'Content-Type': 'application/octet-stream',
      },
    });
  const kept = async () => {
    const { rows } = await sql`SELECT 1 FROM filing.attachment`.execute(api.engine.admin);
    return rows.length;
  };

  it('are kept when it finds nothing, and not when it finds something', async () => {
    expect((await file('harmless')).status).toBe(201);
    const refused = await file(HARMFUL);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      422,
      'FILE_NOT_ACCEPTED',
      { reason: 'MALWARE' },
    ]);
    expect(await kept()).toBe(1);
  });

  it('are judged by what they are first: it is not asked about what is not taken anyway', async () => {
    const { length } = clamd.seen;
    const headers = {
      Authorization: `Bearer ${await api.token('asi.rep')}`,
      'Content-Type': 'application/octet-stream',
    };
    const refused = await api.request(`${at}?purpose=CV`, {
      method: 'POST',
      body: `text, ${HARMFUL}`,
      headers,
    });
    expect(refused.body.details).toEqual({ reason: 'UNKNOWN_TYPE' });
    expect(clamd.seen).toHaveLength(length);
  });

  it('are not kept while it cannot say', async () => {
    clamd.says = 'INSTREAM size limit exceeded. ERROR';
    const away = await file('harmless too');
    expect([away.status, away.body.code, away.headers.get('retry-after')]).toEqual([
      503,
      'STORE_AWAY',
      '5',
    ]);
    expect(await kept()).toBe(1);
    clamd.says = undefined;
    expect((await file('harmless too')).status).toBe(201);
  });
});
