import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readArchive, verifyCaseFile, type CaseDocument } from '@twinning/case-file';
import { readVerifier } from '@twinning/event-log';
import { ApiUnderTest } from '../testing/api-under-test.js';

const COMMITTEE = 47878;

describe('the case file over HTTP', () => {
  let api: ApiUnderTest;
  let agreement: string;
  let cv: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const draft = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
    const started = await api.post('asi.rep', '/v1/agreements', draft);
    agreement = started.body['agreement'] as string;
    cv = await api.files('asi.rep', agreement, 'CV', 'A life.');
    const nominee = {
      side: 'LEAD',
      person: 'chair.example',
      cv,
      delegate: false,
      categoryC: false,
    };
    const { body } = await api.get('asi.rep', `/v1/agreements/${agreement}`);
    const named = await api.post(
      'asi.rep',
      `/v1/agreements/${agreement}/edit-request`,
      { nominees: [nominee] },
      { headers: { 'If-Match': `"${String(body['version'])}"` } },
    );
    expect(named.status).toBe(200);
  }, 120_000);
  afterAll(() => api.stop());

  async function exported(query = '') {
    const headers = { Authorization: `Bearer ${await api.token('auditor')}` };
    const path = `/v1/agreements/${agreement}/case-file${query}`;
    const response = await fetch(`${api.url}${path}`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    const { text } = await api.request('/v1/record/key');
    const { verdict } = verifyCaseFile(bytes, [readVerifier(text)]);
    return { response, bytes, verdict };
  }
  const listed = ({ documents }: Awaited<ReturnType<typeof exported>>['verdict']) =>
    documents?.map(({ sha256, file, reason }: CaseDocument) => ({ sha256, file, reason }));

  it('brings the documents that events name, opened from the store, and who took them out is recorded', async () => {
    const { response, bytes, verdict } = await exported();
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const file = `documents/${cv}.pdf`;
    expect([verdict.holds, listed(verdict)]).toEqual([true, [{ sha256: cv, file, reason: null }]]);
    expect(
      readArchive(bytes)
        ?.find(({ name }) => name === file)
        ?.bytes.toString(),
    ).toContain('A life.');
    const { body } = await api.get('auditor', `/v1/audit/access?agreement=${agreement}`);
    expect(body['items']).toMatchObject([
      { kind: 'CaseFileExported', person: 'auditor', details: { documents: 1 } },
    ]);
  });

  it('leaves them out when it is asked to, and knows no third way', async () => {
    const { verdict, bytes } = await exported('?documents=none');
    expect([verdict.holds, listed(verdict)]).toEqual([
      true,
      [{ sha256: cv, file: null, reason: 'LEFT_OUT' }],
    ]);
    expect(bytes.includes('A life.')).toBe(false);
    const third = await api.get('auditor', `/v1/agreements/${agreement}/case-file?documents=some`);
    expect(third.status).toBe(400);
  });
});
