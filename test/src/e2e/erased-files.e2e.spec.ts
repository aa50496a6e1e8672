import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';

const PERSON = 'chair.example';

const pdf = (words: string) =>
  new Uint8Array(Buffer.from(`%PDF-1.7\n${words}\nstartxref\n0\n%%EOF`));

interface Verdict {
  readonly holds: boolean;
  readonly erased: readonly { readonly sha256: string }[];
}

describe('the CV of a person who is erased', () => {
  let product: Product;
  let folder: string;
  let agreement: string;
  let cv: string;
  let other: string;

  beforeAll(async () => {
    product = await Product.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-erased-'));
    const draft = { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE };
    const started = await product.act('asi.rep', null, 'start-draft', draft);
    agreement = started.body.agreement as string;
    cv = await filed('The life of somebody.');
    other = await filed('The life of somebody else.');
    const nominee = { side: 'LEAD', person: PERSON, cv, delegate: false, categoryC: false };
    const named = await product.act('asi.rep', agreement, 'edit-request', { nominees: [nominee] });
    expect(named.status).toBe(200);
  }, 300_000);
  afterAll(async () => {
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const Authorization = `Bearer ${await product.token('asi.rep')}`;
    const headers = { Authorization, 'Accept-Language': 'fr', ...init.headers };
    return fetch(`${product.url}/v1/agreements/${agreement}/${path}`, { ...init, headers });
  };
  async function filed(words: string): Promise<string> {
    const headers = { 'Content-Type': 'application/pdf' };
    const sent = { method: 'POST', body: pdf(words), headers };
    const answer = await ask('attachments?purpose=CV', sent);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { sha256: string }).sha256;
  }
  const data = () => product.environment.TWINNING_DATA ?? '';
  const inVault = async () =>
    (await readdir(join(data(), 'files'), { recursive: true })).filter((name) =>
      /[0-9a-f]{64}/.test(name),
    );

  it('can be read until then, is destroyed with the key, and is answered as erased afterwards', async () => {
    expect(Buffer.from(await (await ask(`attachments/${cv}`)).arrayBuffer())).toEqual(
      Buffer.from(pdf('The life of somebody.')),
    );
    await cp(join(data(), 'files'), join(folder, 'files'), { recursive: true });
    const certificate = join(folder, 'certificate.json');
    await product.cli('persons', 'erase', PERSON, '--reason', 'Asked for it.', '-o', certificate);
    const said = JSON.parse(await readFile(certificate, 'utf8')) as object;
    expect(said).toMatchObject({ files: [{ sha256: cv }], kept: [] });
    expect((await inVault()).map((name) => name.slice(-64))).toEqual([other]);
    const gone = await ask(`attachments/${cv}`);
    expect([gone.status, await gone.json()]).toMatchObject([
      410,
      { code: 'FILE_ERASED', title: 'Ce fichier a été effacé.' },
    ]);
    expect((await ask(`attachments/${other}`)).status).toBe(200);
  }, 120_000);

  it('is named as erased by a case file that holds', async () => {
    const file = join(folder, 'case.zip');
    await writeFile(file, Buffer.from(await (await ask('case-file')).arrayBuffer()));
    const key = (await (await fetch(`${product.url}/v1/record/key`)).text()).trim();
    const verdict = JSON.parse(
      await product.cli('--json', 'verify', file, '--key', key),
    ) as Verdict;
    expect([verdict.holds, verdict.erased.map((e) => e.sha256)]).toEqual([true, [cv]]);
    await product.cli('verify');
  }, 120_000);

  it('is destroyed again at the next start when an older vault was restored', async () => {
    await product.kill('api');
    await cp(join(folder, 'files'), join(data(), 'files'), { recursive: true });
    expect(await inVault()).toHaveLength(2);
    product.run('api');
    await product.ready();
    for (let left = 50; left > 0 && (await inVault()).length > 1; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await inVault()).map((name) => name.slice(-64))).toEqual([other]);
    expect((await ask(`attachments/${cv}`)).status).toBe(410);
  }, 120_000);
});
