import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommandReceipt, verifyReceiptFile, type CommandReceipt } from '@twinning/case-file';
import {
  claimedCheckpoint,
  readVerifier,
  signCheckpoint,
  signerIn,
  verifyReceipt,
  type Receipt,
  type Verifier,
} from '@twinning/event-log';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resources } from '../resources.js';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };

describe('the answer to a command', () => {
  let api: ApiUnderTest;
  let keys: readonly Verifier[];
  let agreement: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    // As in the service: the signer remembers what it signed last.
    const signing = await signerIn(api.config.dataFolder, 'test/log');
    Object.assign(api.app.get(Resources), { signing });
    keys = [readVerifier((await api.request('/v1/record/key')).text)];
    agreement = String((await api.post('asi.rep', '/v1/agreements', DRAFT)).body.agreement);
  });
  afterAll(() => api.stop());

  /** Sends the same again with the same key as often as it is called. */
  const sender = (person: string, path: string, payload: object, version?: number) => {
    const key = randomUUID();
    return (language = 'en'): Promise<Reply> =>
      api.post(person, path, payload, {
        headers: {
          'Idempotency-Key': key,
          'Accept-Language': language,
          ...(version !== undefined && { 'If-Match': `"${String(version)}"` }),
        },
      });
  };
  const own = (command: string, payload: object, version: number) =>
    sender('asi.rep', `/v1/agreements/${agreement}/${command}`, payload, version);
  const proofIn = ({ body }: Reply) => body.proof as CommandReceipt;
  const sizeOf = ({ checkpoint }: { readonly checkpoint: string }) =>
    claimedCheckpoint(checkpoint).size;
  const without = ({ body }: Reply) => ({ ...body, correlation: '' });

  it('that was accepted brings its receipt, the same when it comes again in a record that has grown', async () => {
    const edits = own('edit-request', { goals: 'To comment in time.' }, 1);
    const first = await edits();
    expect(first.status).toBe(200);
    const held = verifyCommandReceipt(proofIn(first), keys);
    expect(verifyReceiptFile(first.body, keys)).toMatchObject({ holds: true, isAnswer: true });
    const { events } = first.body as { readonly events: readonly { readonly index: number }[] };
    expect(proofIn(first).events.map(({ index }) => ({ index }))).toEqual(
      events.map(({ index }) => ({ index })),
    );
    expect(held.checkpoint.size).toBe((events.at(-1)?.index ?? NaN) + 1);
    expect(first.body.receipt).toBe(`/v1/commands/${String(first.body.command)}/receipt`);
    // Remembered like every checkpoint that is signed.
    const memory = await readFile(join(api.config.dataFolder, 'last-checkpoint'), 'utf8');
    expect(memory).toBe(proofIn(first).checkpoint);

    await api.post('asi.rep', '/v1/agreements', DRAFT);
    const again = await edits();
    expect([again.status, again.body]).toEqual([200, first.body]);
    // At its address the receipt rests on the record as it is now.
    const present = await api.get('asi.rep', String(first.body.receipt));
    const later = present.body as unknown as CommandReceipt;
    expect(verifyCommandReceipt(later, keys).checkpoint.size).toBeGreaterThan(held.checkpoint.size);
    // What was signed of the older size has not made the memory forget the newer one.
    const kept = await readFile(join(api.config.dataFolder, 'last-checkpoint'), 'utf8');
    expect(claimedCheckpoint(kept).size).toBe(sizeOf(later));
  });

  it('that was refused brings the receipt of its refusal, in both languages and again', async () => {
    const refused = own('register-in-gd', {}, 2);
    const first = await refused();
    expect([first.status, first.headers.get('content-type')]).toEqual([
      403,
      expect.stringContaining('application/problem+json'),
    ]);
    const held = verifyCommandReceipt(proofIn(first), keys);
    expect(verifyReceiptFile(first.body, keys)).toMatchObject({ holds: true, isAnswer: true });
    const [leaf] = proofIn(first).events;
    expect([leaf?.index, leaf?.fields.code?.value]).toEqual([first.body.recorded, first.body.code]);
    expect(held.checkpoint.size).toBe(Number(first.body.recorded) + 1);
    const again = await refused();
    expect([again.status, without(again)]).toEqual([403, without(first)]);
    expect(proofIn(await refused('fr'))).toEqual(proofIn(first));
  });

  it('that changed nothing brings the record’s signed word that it did not', async () => {
    const edits = own('edit-request', { goals: 'To comment in time.' }, 2);
    const first = await edits();
    expect([first.status, first.body.events]).toEqual([200, []]);
    expect(verifyReceiptFile(first.body, keys)).toMatchObject({ holds: true, unchangedAt: 2 });
    expect((await edits()).body).toEqual(first.body);
  });

  it('brings it to who sent the command, and to nobody else', async () => {
    const first = await own('edit-request', { goals: 'To be heard.' }, 2)();
    const at = `/v1/commands/${String(first.body.command)}`;
    expect((await api.get('asi.rep', at)).body).toEqual(first.body);
    const other = await api.get('asi.mbua', at);
    expect([other.status, other.body.receipt, other.body.proof]).toEqual([
      ...[200, first.body.receipt, undefined],
    ]);
  });

  it('on participation and on people brings one receipt for each entry', async () => {
    const participation = '/v1/participation/1529/47878';
    const opens = sender('iso.cs', `${participation}/open-participation`, {});
    const invites = sender('asi.mbua', '/v1/bodies/1529/people/invite-person', {
      ...{ person: 'asi.x', grants: [] },
    });
    const refuses = sender('asi.rep', '/v1/bodies/1529/people/invite-person', {
      ...{ person: 'asi.y', grants: [] },
    });
    for (const send of [opens, invites, refuses]) {
      const first = await send();
      const proofs = first.body.proofs as readonly Receipt[];
      expect(proofs.length).toBeGreaterThan(0);
      const made = (first.body.events ?? [{ index: first.body.recorded }]) as readonly Receipt[];
      expect(proofs.map(({ index }) => index)).toEqual(made.map(({ index }) => index));
      for (const proof of proofs) expect(verifyReceipt(proof, keys).size).toBe(sizeOf(proof));
      expect(without(await send())).toEqual(without(first));
      expect(verifyReceiptFile(first.body, keys)).toMatchObject({ holds: true, isAnswer: true });
    }
    expect((await refuses()).status).toBe(403);
  });

  it('says in words that it brings none while the record is not signed, and brings it afterwards', async () => {
    const memory = join(api.config.dataFolder, 'last-checkpoint');
    const before = await readFile(memory, 'utf8');
    const signer = await signerIn(api.config.dataFolder, 'test/log');
    const lost = { origin: 'test/log', size: 1_000_000, root: randomBytes(32) };
    await writeFile(memory, signCheckpoint(lost, signer));
    const edits = own('edit-request', { goals: 'To be heard in time.' }, 3);
    const refused = own('register-in-gd', {}, 4);
    const people = sender('asi.mbua', '/v1/bodies/1529/people/invite-person', {
      ...{ person: 'asi.z', grants: [] },
    });
    const answers = [await edits(), await refused(), await people()];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 200]);
    for (const { body } of answers) {
      expect([body.proof, body.proofs]).toEqual([undefined, undefined]);
      expect(body.unproven).toMatchObject({ code: 'NOT_SIGNED' });
      expect(body.receipt ?? body.receipts).toBeDefined();
    }
    const french = (await edits('fr')).body.unproven as { readonly text: string };
    expect(french.text).toContain('n’apporte pas de reçu');
    await writeFile(memory, before);
    const { body } = await edits();
    expect(body.unproven).toBeUndefined();
    expect(verifyCommandReceipt(body.proof as CommandReceipt, keys).unchangedAt).toBeNull();
  });
});
