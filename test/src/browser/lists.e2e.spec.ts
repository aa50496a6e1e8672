import { beforeAll, describe, expect, it } from '@jest/globals';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';

(noBrowser === null ? describe : describe.skip)('lists', () => {
  const on = onStage();
  let agreement: string;
  beforeAll(async () => {
    agreement = await submittedRequest(on.product);
    for (let n = 0; n < 22; n += 1) {
      const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
      const { status } = await on.product.act('asi.rep', null, 'start-draft', draft);
      expect(status).toBe(201);
    }
  }, 300_000);

  it('say how many there are and are read on; the place stays on reload, on back and in the address', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    await asi.open('/registry');
    await asi.page
      .getByRole('navigation', { name: 'Committees' })
      .getByText(/^\d+ in all$/)
      .waitFor();
    await asi.open('/?tab=done');
    const done = asi.page.getByRole('navigation', { name: 'Done' });
    await done.getByText(/^1 to 20 of \d+$/).waitFor();
    const first = asi.page.locator('.tasks .quiet-text').first();
    const newest = await first.innerText();
    await done.getByRole('link', { name: 'Next' }).click();
    await done.getByText(/^21 to /).waitFor();
    await asi.page.reload();
    await done.getByText(/^21 to /).waitFor();
    expect(asi.page.url()).toContain('page=2');
    await asi.page.goBack();
    await done.getByText(/^1 to 20 of/).waitFor();
    expect(await first.innerText()).toBe(newest);
    await asi.open('/agreements');
    await asi.page.getByRole('link', { name: 'Older' }).click();
    await asi.page.getByRole('link', { name: 'Newer' }).waitFor();
    const row = await asi.page.locator('tbody tr').first().innerText();
    await asi.page.reload();
    await asi.page.getByRole('link', { name: 'Newer' }).waitFor();
    expect(await asi.page.locator('tbody tr').first().innerText()).toBe(row);
    await asi.page.getByRole('link', { name: 'Newer' }).click();
    await asi.page.getByRole('link', { name: 'Newer' }).waitFor({ state: 'detached' });
  }, 120_000);

  it('find a body by its country in French: in the registry, the palette and the partner finder', async () => {
    const asi = await on.guests.signedIn('asi.rep', { language: 'fr', width: 320 });
    await asi.open('/registry?q=ethiopie');
    await asi.page.locator('[aria-labelledby=members] a', { hasText: 'IES' }).waitFor();
    await asi.page.keyboard.press('Control+k');
    await asi.page.locator('dialog.palette input').fill('éthiopie');
    await asi.page.locator('dialog.palette [role=option]', { hasText: 'IES' }).first().waitFor();
    await asi.page.keyboard.press('Enter');
    await asi.page.waitForURL(`**/agreements/${agreement}`);
    await asi.open('/new?step=partner');
    await asi.page.locator('#proposal-partner').fill('Pays-Bas');
    // Enter takes what alone was found, and does not send the form.
    await asi.page.locator('.hits button', { hasText: 'NEN' }).waitFor();
    await asi.page.locator('#proposal-partner').press('Enter');
    await asi.page.locator('output#proposal-partner', { hasText: 'NEN' }).waitFor();
    expect(asi.page.url()).toContain('step=partner');
  }, 120_000);
});
