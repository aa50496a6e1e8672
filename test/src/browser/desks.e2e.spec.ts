import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifierFiles } from '@twinning/infra/verify';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ballotOpen } from '../histories/stories.js';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { faultsOf, isWhole } from './screens.js';
import { onStage } from './stage.js';
import type { Visitor } from './visitor.js';

const WORDS = {
  en: {
    ...{ play: 'Play', pause: 'Pause', download: /^Download the case file/ },
    ...{ good: 'Everything in this file holds.', bad: 'This file does not hold.' },
    why: /Fails: the archive is as it was written/,
  },
  fr: {
    ...{ play: 'Lire', pause: 'Pause', download: /^Télécharger le dossier/ },
    ...{ good: 'Tout se confirme dans ce dossier.', bad: 'Ce dossier n’est pas valable.' },
    why: /Ne tient pas\s: l’archive est telle qu’elle a été écrite/,
  },
} as const;

/** The same bytes with one letter exchanged, some places after these words. */
function altered(bytes: Buffer, words: string, after = 0): Buffer {
  const place = bytes.indexOf(words) + words.length + after;
  const other = Buffer.from(bytes);
  other.write(bytes.toString('latin1', place, place + 1) === 'A' ? 'B' : 'A', place, 'latin1');
  return other;
}

/** Lets a file fall onto the place where case files and receipts are checked; answers what is told of it. */
async function dropped({ page }: Visitor, name: string, bytes: Buffer): Promise<string> {
  const place = page.locator('.drop', { has: page.locator('#case') });
  const told = place.locator('xpath=following-sibling::div[@role="status"]');
  const dataTransfer = await page.evaluateHandle(`(() => {
    const all = new DataTransfer();
    const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0));
    all.items.add(new File([bytes], '${name}'));
    return all;
  })()`);
  await place.dispatchEvent('drop', { dataTransfer });
  await told.locator('.notice').waitFor();
  return told.innerText();
}

(noBrowser === null ? describe : describe.skip)('the auditor and the desks of ISO', () => {
  const on = onStage();
  const must = async (...of: Parameters<typeof on.product.act>) => {
    const { status, body } = await on.product.act(...of);
    expect([of[2], status]).toEqual([of[2], 200]);
    return body;
  };
  let registered: string;
  let receipt: Buffer;

  beforeAll(async () => {
    registered = await submittedRequest(on.product);
    await must('tpm', registered, 'approve-by-tpm');
    receipt = Buffer.from(JSON.stringify(await must('tpm', registered, 'register-in-gd')));
  }, 300_000);

  it.each(['en', 'fr'] as const)(
    'plays an agreement step by step, and checks what is dropped: green, and red for one altered byte: %s',
    async (language) => {
      const x = WORDS[language];
      const auditor = await on.guests.signedIn('auditor', { language });
      const { page } = auditor;
      await auditor.open(`/audit?agreement=${registered}`);
      const slider = page.locator('.slider input');
      await slider.waitFor();
      const step = async () => Number(await slider.inputValue());
      const last = await step();
      await auditor.button(x.play).click();
      for (let left = 300; left > 0 && (await step()) !== 3; left -= 1) {
        await page.waitForTimeout(50);
      }
      await auditor.button(x.pause).click();
      const stopped = await step();
      expect([stopped >= 3, stopped < last]).toEqual([true, true]);
      // Longer than one step takes while it plays.
      await page.waitForTimeout(2_500);
      expect([await step(), await auditor.button(x.play).count()]).toEqual([stopped, 1]);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        auditor.link(x.download).click(),
      ]);
      const file = await readFile(await download.path());
      expect(await dropped(auditor, 'case.zip', file)).toContain(x.good);
      const red = await dropped(auditor, 'case.zip', altered(file, 'Twenty years in food'));
      expect(red).toContain(x.bad);
      expect(red).toMatch(x.why);
      expect(await dropped(auditor, 'answer.json', receipt)).toContain(x.good);
      const other = await dropped(auditor, 'answer.json', altered(receipt, '"leaf":"', 40));
      expect(other).toContain(x.bad);
      await page.locator('.verdicts .fails').first().waitFor();
      expect(await faultsOf(auditor)).toEqual([]);
      expect(await dropped(auditor, 'answer.json', Buffer.from('{}'))).toContain(x.bad);
    },
    120_000,
  );

  it('gives receipts that the page of every case file checks on a computer without a network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-receipt-'));
    const context = await on.browser.newContext({ locale: 'fr', offline: true });
    try {
      await writeFile(join(folder, 'verify.html'), (await verifierFiles()).page);
      await writeFile(join(folder, 'answer.json'), receipt);
      await writeFile(join(folder, 'other.json'), altered(receipt, '"leaf":"', 40));
      const key = await (await fetch(`${on.product.url}/v1/record/key`)).text();
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
      await page.fill('#key', key.trim());
      await page.setInputFiles('#file', join(folder, 'answer.json'));
      await page.getByRole('heading', { name: 'Tout est exact.' }).waitFor();
      await page.setInputFiles('#file', join(folder, 'other.json'));
      await page.getByRole('heading', { name: 'Ne pas s’y fier.' }).waitFor();
      expect(await page.locator('#result li.fails').count()).toBeGreaterThan(0);
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);

  // Stories of their own length: runs of the night.
  const night = isWhole ? it : it.skip;

  night(
    'takes the votes of members of the TMB in two languages, and shows them at the secretariat’s desk',
    async () => {
      const agreement = await ballotOpen(on.product);
      const form = `/agreements/${agreement}/do/CastTmbVote`;
      const asi = await on.guests.signedIn('asi.tmb');
      await asi.open('/');
      await asi.page
        .locator(`a[href="${form}"], a[href="/agreements/${agreement}"]`)
        .first()
        .waitFor();
      await asi.open(form);
      await asi.page.locator('#field-choice').selectOption('APPROVE');
      await asi.page.locator('main form button.primary').click();
      await asi.button('Confirm: I am asi.tmb').click();
      await asi.page.locator('.notice.good').waitFor();

      const gsa = await on.guests.signedIn('gsa.tmb', { language: 'fr', width: 320 });
      await gsa.open(form);
      await gsa.page.locator('#field-choice').selectOption('DISAPPROVE');
      await gsa.page.locator('main form button.primary').click();
      await gsa.button('Confirmer : je suis gsa.tmb').click();
      // A vote against needs its comment: said in the form, which keeps the choice.
      await gsa.page.locator('main form .notice.bad').waitFor();
      expect(await gsa.page.locator('#field-choice').inputValue()).toBe('DISAPPROVE');
      await gsa.page.locator('#field-comment').fill('Le comité a déjà deux présidents.');
      await gsa.page.locator('main form button.primary').click();
      await gsa.page.locator('.notice.good').waitFor();

      const secretariat = await on.guests.signedIn('tmb.sec');
      await secretariat.open('/desk?part=ballots');
      const card = secretariat.page.locator('.card', {
        has: secretariat.page.locator(`a[href="/agreements/${agreement}"]`),
      });
      await card.getByText('2 of 3 have voted').waitFor();
      await card.locator('summary', { hasText: 'Votes' }).click();
      await card.getByText('Le comité a déjà deux présidents.').waitFor();
    },
    180_000,
  );

  night(
    'hands a problem to the secretariat, which handles it from its queue',
    async () => {
      await must('asi.rep', registered, 'raise-problem', {
        text: 'Nobody answers.',
        to: 'TMB_SEC',
      });
      const secretariat = await on.guests.signedIn('tmb.sec', { language: 'fr' });
      const { page } = secretariat;
      await secretariat.open('/desk?part=queue');
      const card = page.locator('.queue .card', { hasText: 'ASI – IES' });
      await card.locator('[aria-current=step]', { hasText: 'L3' }).waitFor();
      await card.getByRole('link').first().click();
      await page.waitForURL(/follow-up$/);
      await secretariat.open(`/agreements/${registered}`);
      await page.locator('.actions').getByRole('link', { name: 'Régler le dossier' }).click();
      await page.locator('#field-outcome').fill('Les deux partenaires se sont parlé.');
      await page.locator('main form button.primary').click();
      await page.locator('.notice.good').waitFor();
      await secretariat.open('/desk?part=queue');
      await secretariat.settled();
      expect(await card.count()).toBe(0);
      const { body } = await on.product.get('auditor', `/v1/agreements/${registered}/timeline`);
      expect((body.items as { type: string }[]).at(-1)?.type).toBe('EscalationResolved');
    },
    120_000,
  );
});
