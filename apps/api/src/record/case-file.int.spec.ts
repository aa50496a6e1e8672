import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  readArchive,
  redecide,
  verifyCaseFile,
  verifyCommandReceipt,
  type CaseDocument,
  type CommandReceipt,
} from '@twinning/case-file';
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

  async function exported(query = '', person = 'auditor') {
    const headers = { Authorization: `Bearer ${await api.token(person)}` };
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

  it('proves to a partner what was decided without what the decision read of others, and still reads as an account', async () => {
    const inIt = (bytes: Buffer, name: string) =>
      readArchive(bytes)
        ?.find((member) => member.name === name)
        ?.bytes.toString() ?? '';
    const [own, audited] = [await exported('', 'asi.rep'), await exported()];
    expect([own.verdict.holds, audited.verdict.holds]).toEqual([true, true]);
    expect(inIt(audited.bytes, 'events.json')).toContain('openAsLead');
    expect(inIt(own.bytes, 'events.json')).not.toMatch(/\$read|openAsLead/);
    expect(inIt(own.bytes, 'events.json')).toContain('$request');
    expect(inIt(own.bytes, 'commands.json')).toBe(inIt(audited.bytes, 'commands.json'));
    expect(inIt(own.bytes, 'account.en.html')).toContain('ASI – ');
    expect(inIt(own.bytes, 'account.en.html')).not.toContain('Some fields are withheld');
    const { content } = verifyCaseFile(own.bytes, []);
    const again = redecide(content as NonNullable<typeof content>);
    expect(again.map(({ reason }) => reason)).toEqual(again.map(() => 'NOTHING_RECORDED'));
  });

  it('nor do the events and the receipt of one’s own command say it', async () => {
    const events = await api.get('asi.rep', `/v1/agreements/${agreement}/events`);
    const [first] = events.body['items'] as { commandId: string; payload: object }[];
    expect(events.text).not.toContain('$');
    const receipt = await api.get('asi.rep', `/v1/commands/${first?.commandId ?? ''}/receipt`);
    expect(receipt.text).toContain('$request');
    expect(receipt.text).not.toMatch(/\$read|openAsLead/);
    const key = readVerifier((await api.request('/v1/record/key')).text);
    verifyCommandReceipt(receipt.body as unknown as CommandReceipt, [key]);
  });
});
