import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { day, exampleTerms } from '@twinning/domain';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submittedRequest } from '../support/request.js';
import { withAuthenticator } from './authenticator.js';
import { noBrowser } from './chromium.js';
import { Guests } from './guests.js';
import { onStage } from './stage.js';
import type { Visitor, VisitorOptions } from './visitor.js';

interface Negotiation {
  readonly acceptances: readonly unknown[];
  readonly documents: {
    readonly clauses: readonly { readonly clause: string; readonly hash: string | null }[];
  };
}

const AUTHORITY = {
  name: 'authority.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nMay sign for the body.\nstartxref\n0\n%%EOF'),
};
const TERM = { start: day('2027-02-01'), end: day('2030-01-31') };

(noBrowser === null ? describe : describe.skip)('signing in a browser', () => {
  const on = onStage();
  let agreement: string;
  /** Those who open the page by the name of the machine. */
  let byName: Guests;

  beforeAll(async () => {
    byName = new Guests(on.browser, on.product.url.replace('127.0.0.1', 'localhost'));
    agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
    const changes = exampleTerms('P_MEMBER', TERM);
    const { status, body } = await on.product.act('asi.rep', agreement, 'propose-terms', {
      changes,
    });
    expect([status, body.code]).toEqual([200, undefined]);
  }, 300_000);
  afterEach(async () => {
    expect(await byName.leave()).toEqual([]);
  });
  const caseFile = async () => {
    const answer = await fetch(`${on.product.url}/v1/agreements/${agreement}/case-file`, {
      headers: { Authorization: `Bearer ${await on.product.token('auditor')}` },
    });
    return Buffer.from(await answer.arrayBuffer());
  };

  const as = (person: string, options: VisitorOptions = {}) => on.guests.signedIn(person, options);
  const status = async () =>
    (await on.product.get('auditor', `/v1/agreements/${agreement}`)).body.status;

  /** A wording that comes after the page was read is shown, and read, before it can be accepted. */
  async function neverUnread(visitor: Visitor): Promise<void> {
    const { page } = visitor;
    await visitor.open(`/agreements/${agreement}/documents`);
    const accept = page.getByRole('link', { name: 'Tout accepter en l’état' });
    await accept.waitFor();
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}`);
    const { clauses } = (body.negotiation as Negotiation).documents;
    const change = {
      clause: 'communication',
      ofHash: clauses.find(({ clause }) => clause === 'communication')?.hash,
      ...{ language: 'en', value: { text: 'By telegraph, every week.' } },
    };
    const changed = await on.product.act('asi.rep', agreement, 'propose-terms', {
      changes: [change],
    });
    expect(changed.status).toBe(200);
    await accept.click();
    await visitor.reads('Le texte n’est plus celui que vous avez lu');
    await page.locator('.changed-terms ins', { hasText: 'telegraph' }).waitFor();
    await page.getByText('Lire le texte dont il s’agit').click();
    await page.locator('details', { hasText: 'By telegraph, every week.' }).waitFor();
    await visitor.button('J’ai lu ce qui a changé').click();
    await visitor.button('Accepter les deux documents').waitFor();
    const now = (await on.product.get('asi.rep', `/v1/agreements/${agreement}`)).body;
    expect([now.version, (now.negotiation as Negotiation).acceptances]).toEqual([
      changed.body.version,
      [],
    ]);
  }

  it('goes from the accepted terms to the accepted agreement, in both languages, no hash copied by hand', async () => {
    const [asi, ies] = await Promise.all([as('asi.rep'), as('ies.rep', { language: 'fr' })]);
    // Nobody can accept a text that stands in one language, until both do without the other.
    await asi.open(`/agreements/${agreement}/documents`);
    await asi.reads(/these clauses do not stand in both languages/);
    expect(await asi.page.getByRole('link', { name: 'Accept both documents' }).count()).toBe(0);
    await asi.act(agreement, 'Do without a translation');
    await ies.open(`/agreements/${agreement}/documents`);
    await ies.reads(/n’existent pas dans les deux langues/);
    await ies.act(agreement, 'Renoncer à une traduction');
    await neverUnread(ies);
    await asi.act(agreement, 'Accept both documents');
    await ies.act(agreement, 'Accepter les deux documents');
    for (const [visitor, person, label, send] of [
      [asi, 'asi.signatory', 'Or file one now', 'Name the signatory'],
      [ies, 'ies.signatory', 'Ou en déposer un maintenant', 'Désigner le signataire'],
    ] as const) {
      const listed = visitor.page.waitForResponse(
        (r) => r.url().endsWith('/attachments') && r.request().method() === 'GET',
      );
      await visitor.open(`/agreements/${agreement}/do/DesignateSignatory`);
      expect(await (await listed).json()).toMatchObject({
        items: visitor === asi ? [] : [{ person: 'asi.rep', purpose: 'AUTHORITY' }],
      });
      await visitor.page.locator('#field-person').fill(person);
      // Nothing is offered yet: what the other partner has filed is no authority of this body.
      expect(await visitor.page.locator('#field-authority option').count()).toBe(1);
      await visitor.field(label).setInputFiles(AUTHORITY);
      await visitor.reads(/authority\.pdf (is filed|est déposé)/);
      expect(await visitor.page.locator('#field-authority').inputValue()).toMatch(/^[0-9a-f]{64}$/);
      await visitor.button(send).click();
      await visitor.page.locator('.notice.good').waitFor();
    }
    // Both have filed the same bytes: each chooses among its own from now on.
    await asi.open(`/agreements/${agreement}/do/DesignateSignatory`);
    await asi.page.locator('#field-authority option', { hasText: 'asi.rep' }).waitFor({
      state: 'attached',
    });
    expect(await asi.page.locator('#field-authority option').count()).toBe(2);
    const [lead, twinned] = await Promise.all([
      as('asi.signatory'),
      // Browsers give no passkey to an address in numbers.
      byName.signedIn('ies.signatory', { language: 'fr' }),
    ]);
    // Signing asks once more who it is.
    await lead.act(agreement, 'Sign the agreement', {}, 'Confirm: I am asi.signatory');
    const device = await withAuthenticator(twinned);
    await twinned.open(`/agreements/${agreement}/do/SignAgreement`);
    await device.refuses(true);
    await twinned.button('Signer avec une clé d’accès').click();
    await twinned.reads(/^L’appareil n’a pas donné de signature/);
    await device.refuses(false);
    await twinned.button('Signer avec une clé d’accès').click();
    await twinned.reads(/^Votre clé d’accès a signé ce texte\./);
    // Another original is another text: what was signed before is taken out.
    await twinned.page.locator('#field-originalNo').fill('1');
    await twinned.reads(/veuillez signer à nouveau/);
    await twinned.page.locator('#field-originalNo').fill('2');
    await twinned.button('Signer avec une clé d’accès').click();
    await twinned.reads(/^Votre clé d’accès a signé ce texte\./);
    await twinned.page.locator('main form button.primary').click();
    await twinned.button(/^Confirmer/).click();
    await twinned.page.locator('.notice.good', { hasText: 'C’est fait' }).waitFor();
    expect(await device.credentials()).toBe(1);
    await asi.act(agreement, 'Send the signed agreement and the plan to the TPM');
    expect(await status()).toBe('AGREEMENT_IN_REVIEW');
    const tpm = await as('tpm');
    await tpm.act(agreement, 'Accept agreement and plan');
    const { body } = await on.product.get('auditor', `/v1/agreements/${agreement}/timeline`);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'AgreementSigned')).toHaveLength(2);
    expect(types).toContain('AgreementAccepted');
  }, 180_000);

  it('keeps the signature of the passkey so that the case file proves it without the product', async () => {
    const { body } = await on.product.get('auditor', `/v1/agreements/${agreement}`);
    const { signatures } = body.negotiation as { signatures: { passkey?: object }[] };
    expect(signatures.map(({ passkey }) => passkey !== undefined)).toEqual([false, true]);
    const folder = await mkdtemp(join(tmpdir(), 'twinning-passkey-'));
    const file = join(folder, 'case.zip');
    await writeFile(file, await caseFile());
    expect(await on.product.cli('verify', file)).toContain('checked with their own keys: 1.');
    await rm(folder, { recursive: true });
  });

  it('hands the agreement out as a PDF, and knows it again by one drop, and no other', async () => {
    const asi = await as('asi.rep');
    await asi.open(`/agreements/${agreement}/papers`);
    const download = asi.page.waitForEvent('download');
    await asi.button(/^Take the PDF Twinning agreement/).click();
    const path = await (await download).path();
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await asi.reads(/was handed to your browser/);
    await asi.open('/audit');
    const drop = asi.field('Drop a PDF here, or choose one');
    const brought = { name: 'brought.pdf', mimeType: 'application/pdf' };
    await drop.setInputFiles({ ...brought, buffer: bytes });
    await asi.reads('Yes. This is the document that both partners signed.');
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(changed.length - 40) ^ 1, changed.length - 40);
    await drop.setInputFiles({ ...brought, buffer: changed });
    await asi.reads(/^No\. This file is not a paper of this record/);
  }, 90_000);
});
