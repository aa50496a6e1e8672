import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { confirmedDraft, submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { until, type Visitor } from './visitor.js';

/** What has the focus: by its id, else by its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `(({ id, tagName, textContent }) => tagName === 'BODY' ? 'BODY' : id || textContent.trim().slice(0, 60))(document.activeElement)`,
  );
const awaits = async (page: Page, holds: string): Promise<void> => {
  await until(() => page.evaluate<boolean>(holds));
  expect([holds, await page.evaluate(holds)]).toEqual([holds, true]);
};

/** Goes on with the Tab key until the words of what has the focus begin like this. */
async function tabTo({ page }: Visitor, words: string): Promise<void> {
  for (let left = 120; left > 0; left -= 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(words)) return;
  }
  throw new Error(`The keyboard does not reach ${words}.`);
}

(noBrowser === null ? describe : describe.skip)('what stays', () => {
  const on = onStage();
  let draft: string;
  let registered: string;

  beforeAll(async () => {
    const { product } = on;
    draft = await confirmedDraft(product);
    registered = await submittedRequest(product);
    await product.act('tpm', registered, 'approve-by-tpm');
    await product.act('tpm', registered, 'register-in-gd');
  }, 300_000);

  it.each([
    ['en', 'Your technical programme manager: tpm', 'ISO/TC 34/SC 5'],
    ['fr', 'Votre responsable de programme technique : tpm', 'ISO/TC 34/SC 5'],
  ] as const)(
    'in view is who twins, where, how it stands and whom to ask, over whatever is read and never over the focus: %s',
    async (language, manager, committee) => {
      const ies = await on.guests.signedIn('ies.rep', { language });
      const { page } = ies;
      await ies.open(`/agreements/${registered}/documents`);
      await ies.settled();
      const top = page.locator('.page-top');
      await top.getByText(manager.replace(' :', ' :')).waitFor();
      await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
      expect(Number(await page.evaluate('window.scrollY'))).toBeGreaterThan(500);
      const box = await top.boundingBox();
      expect(box?.y).toBe(0);
      expect(box?.height).toBeLessThan(140);
      const words = (await top.innerText()).replaceAll(/\s+/g, ' ');
      for (const part of ['ASI – IES', committee, manager]) expect(words).toContain(part);
      expect(await top.locator('a[href="mailto:tmb@iso.org"]').isVisible()).toBe(true);
      // Backwards, what takes the focus comes from above, where the heading lies over the page.
      await page.locator('.bottom a').first().focus();
      const behind: string[] = [];
      for (let left = 30; left > 0; left -= 1) {
        await page.keyboard.press('Shift+Tab');
        const isBehind = await page.evaluate<boolean>(BEHIND_TOP);
        if (isBehind) behind.push(await focused(page));
      }
      expect(behind).toEqual([]);
      // A place in the page that is gone to is not covered either.
      await page.locator('.overview a').last().click();
      expect(await page.evaluate<boolean>(TARGET_BEHIND_TOP)).toBe(false);
    },
    120_000,
  );

  it('out of the way where there is little room: a narrow page, a low one, large letters', async () => {
    const ies = await on.guests.signedIn('ies.rep', { width: 320 });
    await ies.open(`/agreements/${registered}/documents`);
    await ies.settled();
    for (const size of [
      { width: 320, height: 900 },
      { width: 1280, height: 400 },
    ]) {
      await ies.page.setViewportSize(size);
      await ies.page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
      const box = await ies.page.locator('.page-top').boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(0);
    }
  }, 120_000);

  it('the focus, at the clause that was written, given up or agreed', async () => {
    const [asi, ies] = [await on.guests.signedIn('asi.rep'), await on.guests.signedIn('ies.rep')];
    await asi.open(`/agreements/${registered}/documents`);
    const propose = asi.button(/^Propose another wording General objective/);
    const id = 'clause-general-objective';
    const { page } = asi;
    for (const [button, then] of [
      ['Do not change it', id],
      ['Send the proposal', id],
    ] as const) {
      await propose.focus();
      await page.keyboard.press('Enter');
      await awaits(page, `document.activeElement.getAttribute('aria-labelledby') === '${id}'`);
      const text = page.locator('.editor textarea').first();
      await text.fill('To take part by 2031.');
      await page.locator('.editor').getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.editor').waitFor({ state: 'detached' });
      await awaits(page, `document.activeElement.id === '${then}'`);
    }
    await ies.open(`/agreements/${registered}/documents`);
    await ies.button(/^Accept.*General objective/).focus();
    await ies.page.keyboard.press('Enter');
    await ies.page.locator('.in-place form button.primary').focus();
    await ies.page.keyboard.press('Enter');
    await ies.page.locator('.in-place').waitFor({ state: 'detached' });
    await awaits(ies.page, `document.activeElement.id === '${id}'`);
  }, 120_000);

  it('the focus, where a button goes with what it showed: filters, what is new, the course, the steps of an audit', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    const { page } = asi;
    const at = `/agreements/${registered}`;
    await asi.open(`${at}/timeline`);
    await page.locator('.filters input[type=search]').fill('nothing of this kind');
    await page.locator('.empty button').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('timeline');
    const remark = { clause: 'objectives', text: 'A remark.' };
    await on.product.act('ies.rep', registered, 'comment-clause', remark);
    const show = page.locator('.tabs ~ [role=status] button');
    await show.focus();
    await page.keyboard.press('Enter');
    await show.waitFor({ state: 'detached' });
    expect(await focused(page)).not.toBe('BODY');
    await asi.open(at);
    await asi.button('Play it through to the end').focus();
    await page.keyboard.press('Enter');
    await page.locator('.course > li').first().waitFor({ timeout: 60_000 });
    expect(await focused(page)).not.toBe('BODY');
    await asi.open(`/audit?agreement=${registered}`);
    const forward = asi.button('One step on');
    await asi.button('One step back').click();
    await forward.focus();
    await page.keyboard.press('Enter');
    await awaits(
      page,
      `document.querySelector('.slider input').value === document.querySelector('.slider input').max`,
    );
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('One step on');
  }, 120_000);

  it('a hand on the keyboard: from the palette by the action to the answer', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    const { page } = asi;
    await asi.open('/');
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.keyboard.type('draft');
    await page.locator('.palette [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`agreements/${draft}$`));
    await awaits(page, `document.activeElement.tagName === 'H1'`);
    await page.locator('.actions').waitFor();
    await tabTo(asi, 'Edit the request');
    await page.keyboard.press('Enter');
    await page.locator('main form').waitFor();
    await tabTo(asi, 'field-competence');
    await page.keyboard.type('Typed by hand.');
    await tabTo(asi, 'Edit the request');
    await page.keyboard.press('Enter');
    await page.locator('.notice.good').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('notice good');
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${draft}`);
    expect(body.request).toMatchObject({ form: { competence: 'Typed by hand.' } });
  }, 120_000);

  it('the order in which one acts, while the service has stored the first and carries it out later', async () => {
    const asi = await on.guests.signedIn('asi.rep');
    const { page } = asi;
    await page.goto(`${on.product.url}/agreements/${draft}/do/EditRequest`);
    await page.locator('#field-competence').waitFor();
    await on.product.kill('worker');
    const send = () => page.locator('main form button.primary').click();
    await page.locator('#field-competence').fill('Stored first.');
    await send();
    await asi.reads('Stored, and will be carried out');
    await asi.open(`/agreements/${draft}/do/RaiseProblem`);
    await page.locator('#field-text').fill('Nobody answers.');
    await send();
    await asi.reads(/waits in the outbox/);
    await asi.open('/outbox');
    const waiting = page.locator('li.task');
    expect(await waiting.locator('h2').allInnerTexts()).toEqual([
      'Edit the request',
      'Raise a problem',
    ]);
    await waiting.first().getByText('Stored by the service').waitFor();
    await waiting.last().getByText('Waits to be sent.').waitFor();
    on.product.run('worker');
    await page.getByText('Nothing waits to be sent.').waitFor({ timeout: 60_000 });
    const { body } = await on.product.get('auditor', `/v1/agreements/${draft}/timeline`);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['RequestEdited', 'EscalationRaised']);
  }, 120_000);
});

const BEHIND_TOP = `(() => {
  const e = document.activeElement;
  const top = document.querySelector('.page-top');
  if (top.contains(e) || !document.querySelector('main').contains(e)) return false;
  return e.getBoundingClientRect().top < top.getBoundingClientRect().bottom;
})()`;

const TARGET_BEHIND_TOP = `(() => {
  const { top } = document.querySelector(':target').getBoundingClientRect();
  return top < document.querySelector('.page-top').getBoundingClientRect().bottom;
})()`;
