import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, exampleTerms, type JsonObject } from '@twinning/domain';
import { deflateRawSync } from 'node:zlib';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { Partners } from '../testing/partners.js';

const TERM = { start: day('2027-02-01'), end: day('2029-12-31') };
const FINANCE = { variant: 'LEAD_FUNDED', text: 'Travel.', amountMinor: 1_000_000 };

describe('what nobody means to send, or means to harm with', () => {
  let api: ApiUnderTest;
  let both: Partners;
  const refusal = ({ status, body }: Reply) => [status, body['code']];
  const hashOf = async (clause: string) => {
    const seen = (await both.sees(both.lead))['negotiation'] as {
      documents: { clauses: { clause: string; hash: string }[] };
    };
    return seen.documents.clauses.find((c) => c.clause === clause)?.hash ?? null;
  };
  const proposes = async (clause: string, value: JsonObject) =>
    both.tries(both.lead, 'propose-terms', {
      changes: [{ clause, ofHash: await hashOf(clause), language: 'en', value }],
    });

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    both = new Partners(api, 'P_MEMBER');
    await both.register(TERM.start, 'en');
    await both.does(both.lead, 'propose-terms', { changes: exampleTerms('P_MEMBER', TERM) });
  });
  afterAll(() => api.stop());

  it('a clause of one megabyte is not even read', async () => {
    const large = await proposes('exit', { text: 'x'.repeat(1024 * 1024) });
    expect(refusal(large)).toEqual([413, 'TOO_LARGE']);
    // What fits through the door is still too long for a clause.
    expect(refusal(await proposes('exit', { text: 'x'.repeat(40_000) }))).toEqual([
      422,
      'CLAUSE_INVALID',
    ]);
  });

  it.each([
    ['right-to-left override', 'The lead pays \u202eton seod'],
    ['isolate', 'The lead \u2066pays\u2069'],
    ['zero-width space', 'The lead pays no\u200bthing'],
    ['zero-width joiner', 'The lead pays no\u200dthing'],
    ['byte order mark', '\ufeffThe lead pays'],
    ['soft hyphen', 'The lead pays no\u00adthing'],
    ['tag', 'The lead pays\u{e0061}'],
    ['letter in two characters', 'Comite\u0301 miroir'],
    ['bell', 'The lead pays \u0007'],
  ])('a text with a %s, which would hide what is signed', async (_, text) => {
    const { status, body } = await proposes('exit', { text });
    expect([status, body['code']]).toEqual([422, 'CLAUSE_INVALID']);
    expect(JSON.stringify(body['details'])).toContain('/changes/0/value/text');
  });

  it('U+0000 and half a character, which no database holds', async () => {
    for (const text of ['a\u0000b', 'a\ud800b']) {
      expect(refusal(await proposes('exit', { text }))).toEqual([400, 'INVALID_INPUT']);
      expect(refusal(await proposes('exit', { [text]: 'x' }))).toEqual([400, 'INVALID_INPUT']);
    }
  });

  it('words written from right to left, which a paper would set in the wrong order; a comment may have them', async () => {
    const { status, body } = await proposes('risks', { text: 'يتغيّر الموظفون: لكل شريك نائب.' });
    expect([status, body['code']]).toEqual([422, 'CLAUSE_INVALID']);
    expect(JSON.stringify(body['details'])).toContain('written from left to right');
    await both.does(both.twinned, 'comment-clause', { clause: 'risks', text: 'בסדר.' });
  });

  it('five hundred clauses in one proposal', async () => {
    const changes = Array.from({ length: 500 }, (_, i) => ({
      ...{ clause: `c${String(i)}`, ofHash: null, language: 'en', value: { text: 'x' } },
    }));
    const { status, body } = await both.tries(both.lead, 'propose-terms', { changes });
    expect([status, body['code']]).toEqual([400, 'INVALID_INPUT']);
    expect(JSON.stringify(body['details'])).toContain('/changes');
  });

  it.each([
    '2027-02-01T00:00:00+14:00',
    '2027-02-01T00:00:00Z',
    '2027-02-30',
    '2027-2-1',
    '01/02/2027',
  ])('%s as a date: a day has no time and no zone', async (start) => {
    const { status, body } = await proposes('dates', { start, end: TERM.end });
    expect([status, body['code']]).toEqual([422, 'CLAUSE_INVALID']);
    expect(JSON.stringify(body['details'])).toContain('/changes/0/value/start');
  });

  it.each(['EUX', 'eur', 'XXX', 'XAU', '€'])('money in %s', async (currency) => {
    const { status, body } = await proposes('finance', { ...FINANCE, currency });
    expect([status, body['code']]).toEqual([422, 'CURRENCY_UNKNOWN']);
  });

  it.each([0.5, -1, 1e21, '1000000', Number.MAX_SAFE_INTEGER + 1])(
    'money of %p minor units',
    async (amountMinor) => {
      const value = { ...FINANCE, currency: 'EUR', amountMinor };
      expect(refusal(await proposes('finance', value))).toEqual([422, 'CLAUSE_INVALID']);
    },
  );

  it('two counter-proposals in the same instant: one stands, the other is shown what changed', async () => {
    const before = await hashOf('exit');
    const counter = (text: string) =>
      both.tries(both.twinned, 'counter-terms', {
        changes: [{ clause: 'exit', ofHash: before, language: 'en', value: { text } }],
      });
    const answers = await Promise.all([
      counter('The first thing that came to mind.'),
      counter('Something else altogether.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body['details']).toMatchObject({ difference: [{ clause: 'exit' }] });
    const seen = await both.sees(both.lead);
    expect(JSON.stringify(seen['negotiation'])).toMatch(/came to mind|something else altogether/i);
  });

  it('a page that calls itself a PDF, and an archive that unpacks to a thousand times its size', async () => {
    const file = async (body: Buffer, type: string) => {
      const path = `/v1/agreements/${both.agreement}/attachments?purpose=OTHER`;
      const response = await fetch(`${api.url}${path}`, {
        method: 'POST',
        body: new Uint8Array(body),
        headers: {
          'Content-Type': type,
          Authorization: `Bearer ${await api.token(both.lead)}`,
        },
      });
      const { code, details } = (await response.json()) as Record<string, unknown>;
      return [response.status, code, details];
    };
    const page = Buffer.from('<!doctype html><title>%PDF-1.7</title><script>alert(1)</script>');
    expect(await file(page, 'application/pdf')).toEqual([
      ...[422, 'FILE_NOT_ACCEPTED', { reason: 'UNKNOWN_TYPE' }],
    ]);
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(await file(bomb(), word)).toEqual([
      ...[422, 'FILE_NOT_ACCEPTED', { reason: 'ARCHIVE_TOO_LARGE' }],
    ]);
  });
});

/** A document for a word processor whose text is 200 MB of nothing, in 200 kB. */
function bomb(): Buffer {
  const nothing = Buffer.alloc(200 * 1024 * 1024);
  const files: readonly (readonly [string, Buffer])[] = [
    ['[Content_Types].xml', Buffer.from('<Types/>')],
    ['word/document.xml', nothing],
  ];
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        facts,
        rest,
        Buffer.from(name),
      ]),
    );
    local.push(entry);
    at += entry.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, listing, end]);
}
