import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLog } from '@twinning/event-log';
import { randomUUID } from 'node:crypto';
import { Product } from '../support/product.js';
import { COMMITTEE, confirmedDraft, submittedRequest } from '../support/request.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

describe('the product over HTTP', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product.stop());

  const status = async (agreement: string) =>
    (await product.get('auditor', `/v1/agreements/${agreement}`)).body.status;

  it('takes a request from draft to registration, and lets it lapse after three months', async () => {
    const agreement = await submittedRequest(product);
    expect((await product.act('tpm', agreement, 'approve-by-tpm')).status).toBe(200);
    expect((await product.act('tpm', agreement, 'register-in-gd')).status).toBe(200);
    expect(await status(agreement)).toBe('AGREEMENT_PENDING');

    const { body } = await product.get('auditor', `/v1/agreements/${agreement}/deadlines`, {
      'Accept-Language': 'fr',
    });
    const lapse = (body.items as { timer: string; due: string; text: string }[]).find(
      (d) => d.timer === 'T17',
    );
    expect(lapse).toBeDefined();
    await product.moveClock(lapse?.due ?? '', agreement);
    for (let left = 100; left > 0 && (await status(agreement)) !== 'LAPSED'; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await status(agreement)).toBe('LAPSED');
    const timeline = await product.get('ies.rep', `/v1/agreements/${agreement}/timeline`);
    expect((timeline.body.items as { type: string }[]).at(-1)?.type).toBe('ArrangementLapsed');
    const refused = await product.act('tpm', agreement, 'register-in-gd');
    expect([refused.status, refused.body.code]).toEqual([409, 'AGREEMENT_FINAL']);
  }, 120_000);

  it('answers a repeated command with its outcome, and another request under its id with 422', async () => {
    const key = randomUUID();
    const first = await product.act('asi.rep', null, 'start-draft', DRAFT, { key });
    const again = await product.act('asi.rep', null, 'start-draft', DRAFT, { key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = { ...DRAFT, side: 'TWINNED' };
    const reused = await product.act('asi.rep', null, 'start-draft', other, { key });
    expect([reused.status, reused.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
  });

  it('lets exactly one of two commands on one version through', async () => {
    const agreement = await submittedRequest(product);
    const { body } = await product.get('tpm', `/v1/agreements/${agreement}`);
    const version = body.version as number;
    const both = await Promise.all([
      product.act('tpm', agreement, 'approve-by-tpm', {}, { version }),
      product.act('tpm', agreement, 'reject-by-tpm', { reasons: 'No.' }, { version }),
    ]);
    expect(both.map((b) => b.status).sort()).toEqual([200, 412]);
  });

  it('tells a third body nothing: the same 404 as for an agreement that does not exist', async () => {
    const agreement = await confirmedDraft(product);
    const hidden = await product.get('din.rep', `/v1/agreements/${agreement}`);
    const absent = await product.get('din.rep', `/v1/agreements/${randomUUID()}`);
    const bare = ({ correlation, ...rest }: Record<string, unknown>) => [typeof correlation, rest];
    expect([hidden.status, absent.status]).toEqual([404, 404]);
    expect(bare(hidden.body)).toEqual(bare(absent.body));
    const command = await product.act('din.rep', agreement, 'confirm-partner', {}, { version: 3 });
    expect(command.status).toBe(404);
  });

  it('says in the caller’s language what was wrong and which clause asks for it', async () => {
    const agreement = await confirmedDraft(product);
    const refused = await product.act(
      'ies.rep',
      agreement,
      'submit-request',
      {},
      {
        headers: { 'Accept-Language': 'fr-CH, en;q=0.5' },
      },
    );
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.headers.get('content-language')).toBe('fr');
    expect(refused.body).toMatchObject({ code: 'FORM_INCOMPLETE', clause: 'ST.5.4' });
  });

  it.each([
    ['an unknown member', 'invite-partner', { member: 999_999 }, 422, 'INVALID_INPUT'],
    ['its own body', 'invite-partner', { member: 1529 }, 422, 'SAME_PARTNER'],
    ['a field of the wrong type', 'invite-partner', { member: 'IES' }, 400, 'INVALID_INPUT'],
    ['a field that does not exist', 'invite-partner', { member: 1725, x: 1 }, 400, 'INVALID_INPUT'],
    ['a command of another phase', 'submit-signed-agreement', {}, 409, 'WRONG_STATUS'],
    ['a command of another role', 'approve-by-tpm', {}, 403, 'FORBIDDEN_ROLE'],
    ['a command that does not exist', 'approve', {}, 404, 'NOT_FOUND'],
  ])('refuses %s', async (_, command, payload, expected, code) => {
    const started = await product.act('asi.rep', null, 'start-draft', DRAFT);
    const agreement = started.body.agreement as string;
    const answer = await product.act('asi.rep', agreement, command, payload);
    expect([answer.status, answer.body.code]).toEqual([expected, code]);
  });

  it('refuses an unknown committee when the draft is started', async () => {
    const answer = await product.act('asi.rep', null, 'start-draft', { ...DRAFT, committee: 12 });
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
  });

  it.each([
    ['malformed JSON', '{"side":', 400, 'MALFORMED'],
    ['a body of a megabyte', JSON.stringify({ side: 'x'.repeat(1_000_000) }), 413, 'TOO_LARGE'],
    [
      'U+0000 in a text',
      JSON.stringify({ ...DRAFT, workingGroup: 'a\u0000b' }),
      400,
      'INVALID_INPUT',
    ],
  ])('refuses %s', async (_, body, expected, code) => {
    const answer = await product.request('/v1/agreements', {
      method: 'POST',
      body,
      headers: {
        Authorization: `Bearer ${await product.token('asi.rep')}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
    });
    expect([answer.status, answer.body.code]).toEqual([expected, code]);
  });

  it('refuses a missing, a forged and an unsigned token', async () => {
    const [head = '', payload = '', signature = ''] = (await product.token('asi.rep')).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('asi.rep', 'tpm'),
    ).toString('base64url');
    const ask = (headers: Record<string, string>) => product.request('/v1/tasks', { headers });
    const bearer = (token: string) => ask({ Authorization: `Bearer ${token}` });
    const answers = await Promise.all([
      ask({}),
      bearer(`${head}.${forged}.${signature}`),
      bearer(`${none}.${payload}.`),
    ]);
    expect(answers.map((a) => [a.status, a.body.code])).toEqual([
      [401, 'UNAUTHENTICATED'],
      [401, 'TOKEN_INVALID'],
      [401, 'TOKEN_INVALID'],
    ]);
  });

  it('keeps a record in which nothing is altered', async () => {
    expect((await verifyLog(product.db, null)).faults).toEqual([]);
  });
});
