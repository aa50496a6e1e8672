import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, exampleTerms, type JsonObject } from '@twinning/domain';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';
import { bomb } from '../testing/bomb.js';
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

  it('a milestone that bears the id of a work package: nobody could tell which of them a record means', async () => {
    const items = [{ id: 'WP1', title: 'Work reviewed', dueOn: '2027-04-01' }];
    const path = `/v1/agreements/${both.agreement}/propose-terms`;
    const change = {
      ...{ clause: 'milestones', ofHash: await hashOf('milestones'), language: 'en' },
      value: { items },
    };
    const { status, body } = await both.tries(both.lead, 'propose-terms', { changes: [change] });
    expect([status, body['code']]).toEqual([422, 'CLAUSE_INVALID']);
    expect(body['details']).toMatchObject({
      faults: [
        {
          pointer: '/changes/0/value/items/0/id',
          expected: 'an id that no other list of the plan has',
        },
      ],
    });
    const { version } = (await both.sees(both.lead)) as { version: number };
    const headers = { 'If-Match': `"${String(version)}"`, 'Accept-Language': 'fr' };
    const french = await api.post(both.lead, path, { changes: [change] }, { headers });
    expect(JSON.stringify(french.body['details'])).toContain(
      'un identifiant qu’aucune autre liste du plan ne porte',
    );
  });

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

  /** Both hashes as they are read now. */
  const whole = async () => {
    const seen = (await both.sees(both.lead))['negotiation'] as {
      documents: { documentHash: string; planHash: string };
    };
    const { documentHash, planHash } = seen.documents;
    return { documentHash, planHash };
  };

  it('a text with a gap of a suggestion in it: accepted in its clause, never agreed, by name in both languages', async () => {
    for (const person of [both.lead, both.twinned]) {
      await both.does(person, 'waive-translation', { language: 'fr' });
    }
    const text = 'Work in hand is handed over within [one month].';
    expect((await proposes('early-end', { text })).status).toBe(200);
    await both.does(both.twinned, 'accept-clause', {
      ...{ clause: 'early-end', hash: await hashOf('early-end') },
    });
    const refused = await both.tries(both.lead, 'accept-terms', await whole());
    expect(refusal(refused)).toEqual([422, 'PLACEHOLDER_LEFT']);
    expect(refused.body).toMatchObject({
      title: 'Something is left to be filled in: What is settled at an early end.',
      details: { open: [{ clause: 'early-end', passages: ['[one month]'] }] },
    });
    const { version } = (await both.sees(both.lead)) as { version: number };
    const headers = { 'If-Match': `"${String(version)}"`, 'Accept-Language': 'fr' };
    const path = `/v1/agreements/${both.agreement}/accept-terms`;
    expect((await api.post(both.lead, path, await whole(), { headers })).body['title']).toBe(
      'Il reste quelque chose à compléter\u00a0: Ce qui est réglé en cas de fin anticipée.',
    );
    const filled = { text: 'Work in hand is handed over within a month.' };
    expect((await proposes('early-end', filled)).status).toBe(200);
  });

  it('an acceptance of a text, or of a clause, that was read too long ago', async () => {
    const read = await whole();
    const hash = await hashOf('risks');
    expect((await proposes('risks', { text: 'Each partner names two deputies.' })).status).toBe(
      200,
    );
    const late = await both.tries(both.twinned, 'accept-terms', read);
    expect(refusal(late)).toEqual([412, 'TEXT_CHANGED']);
    expect(late.body['details']).toMatchObject({ difference: [{ clause: 'risks' }] });
    const stale = await both.tries(both.twinned, 'accept-clause', { clause: 'risks', hash });
    expect(refusal(stale)).toEqual([412, 'TEXT_CHANGED']);
    const never = { ...read, documentHash: 'd'.repeat(64) };
    expect(refusal(await both.tries(both.twinned, 'accept-terms', never))).toEqual([
      ...[412, 'TEXT_CHANGED'],
    ]);
  });

  it('a signature that is given twice, for the other body, for another text, or by a representative', async () => {
    const pair = await whole();
    for (const person of [both.lead, both.twinned]) await both.does(person, 'accept-terms', pair);
    const signatories = [both.signatory('lead'), both.signatory('twinned')] as const;
    const [one, two] = signatories;
    for (const [n, rep] of [both.lead, both.twinned].entries()) {
      const authority = await both.files(rep, 'AUTHORITY');
      await both.does(rep, 'designate-signatory', { person: signatories[n], authority });
    }
    // Whom the other body has named signs nothing for this one.
    const foreign = { person: two, authority: await both.files(both.lead, 'AUTHORITY', 'Of both') };
    expect(refusal(await both.tries(both.lead, 'designate-signatory', foreign))).toEqual([
      ...[422, 'SAME_SIGNATORY'],
    ]);
    const { documentHash } = pair;
    const sign = async (person: string, originalNo: number, hash = documentHash) =>
      refusal(await both.tries(person, 'sign-agreement', { documentHash: hash, originalNo }));
    for (const person of [both.lead, both.twinned]) {
      expect(await sign(person, 1)).toEqual([422, 'NOT_SIGNATORY']);
    }
    expect(await sign(one, 1, 'd'.repeat(64))).toEqual([412, 'TEXT_CHANGED']);
    expect((await sign(one, 1))[0]).toBe(200);
    for (const originalNo of [1, 2]) {
      expect(await sign(one, originalNo)).toEqual([422, 'ALREADY_SIGNED']);
    }
    // The original of the other body is the other body's.
    expect(await sign(two, 1)).toEqual([422, 'INVALID_INPUT']);
    expect((await sign(two, 2))[0]).toBe(200);
    expect((await both.sees(both.lead))['negotiation']).toMatchObject({
      signatures: [
        { side: 'LEAD', originalNo: 1 },
        { side: 'TWINNED', originalNo: 2 },
      ],
    });
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
