import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Proxy } from '../support/proxy.js';
import { confirmedDraft, submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

(noBrowser === null ? describe : describe.skip)('what a person has begun in the console', () => {
  let proxy: Proxy;
  let desk: Visitor;
  afterAll(async () => {
    await desk.close();
    await proxy.stop();
  });
  const on = onStage();
  let draft: string;
  let invited: string;
  let registered: string;

  beforeAll(async () => {
    const { product } = on;
    proxy = await Proxy.start({ port: Number(new URL(product.url).port) });
    desk = await Visitor.signedIn(on.browser, `http://127.0.0.1:${String(proxy.port)}`, 'tmb.sec');
    const { body } = await product.act('asi.rep', null, 'start-draft', {
      ...{ side: 'LEAD', type: 'P_MEMBER', committee: 48602 },
    });
    invited = String(body['agreement']);
    await product.act('asi.rep', invited, 'invite-partner', { member: 1725 });
    draft = await confirmedDraft(product);
    registered = await submittedRequest(product);
    await product.act('tpm', registered, 'approve-by-tpm');
    await product.act('tpm', registered, 'register-in-gd');
  }, 300_000);

  const as = (person: string) => on.guests.signedIn(person);

  it('reminds nobody while a dry run is tried again over a bad line, then each of them once', async () => {
    const reminded = async () => {
      const { body } = await on.product.get('ies.rep', '/v1/tasks');
      return (body['items'] as { reminded: { person: string } | null }[]).map(
        (task) => task.reminded?.person ?? null,
      );
    };
    const failed = desk.page.locator('main .notice.bad');
    const tells = desk.page.locator('main [role=status] .notice');
    await desk.open('/desk?part=reminders');
    await desk.field('Which tasks').selectOption('all');
    await desk.button(/^Try with/).click();
    await tells.filter({ hasText: 'Dry run' }).waitFor();
    proxy.set({ kind: 'cut' });
    await desk.button(/^Try with/).click();
    await failed.waitFor();
    // What the dry run before had said sends nothing now.
    expect([await tells.count(), await desk.button(/^Remind/).count()]).toEqual([0, 0]);
    proxy.set({ kind: 'fair' });
    await failed.getByRole('button').click();
    await tells.filter({ hasText: 'Dry run' }).waitFor();
    const before = await reminded();
    expect(before.filter((person) => person !== null)).toEqual([]);
    proxy.set({ kind: 'cut' });
    await desk.button(/^Remind/).click();
    await failed.waitFor();
    proxy.set({ kind: 'fair' });
    await failed.getByRole('button').click();
    await desk.page.locator('main .notice.good').waitFor();
    expect(await reminded()).toContain('tmb.sec');
    expect(desk.broken).toEqual([]);
  }, 120_000);

  it('is still there to be read when another’s act has closed the step', async () => {
    const ies = await as('ies.rep');
    await ies.open(`/agreements/${draft}/do/EditRequest`);
    await ies.page.locator('#field-need').fill('An hour of writing.');
    const { status } = await on.product.act('asi.rep', draft, 'withdraw', {
      why: 'Nobody is free.',
    });
    expect(status).toBeLessThan(300);
    await ies.page.locator('main form button.primary').click();
    await ies.page.getByRole('heading', { name: 'What you had written' }).waitFor();
    await ies.page.locator('dd', { hasText: 'An hour of writing.' }).waitFor();
    await ies.page.getByRole('heading', { name: 'What happened meanwhile' }).waitFor();
    expect(await ies.page.evaluate('document.activeElement.className')).toBe('notice bad');
    // Also after a reload, which knows nothing of the form.
    await ies.page.reload();
    await ies.page.locator('dd', { hasText: 'An hour of writing.' }).waitFor();
  }, 120_000);

  it('leaves the list once it is done, and the focus stays where the answer is', async () => {
    const ies = await as('ies.rep');
    await ies.open('/');
    const cards = ies.page.locator('li.task', {
      has: ies.page.locator(`h2 a[href="/agreements/${invited}"]`),
    });
    const title = await cards.first().locator('h2').innerText();
    await cards
      .first()
      .getByRole('button', { name: /^Do it here/ })
      .click();
    const choice = cards.first().getByRole('radio').first();
    const send = cards.first().locator('form button.primary');
    await choice.or(send).first().waitFor();
    if ((await choice.count()) > 0) await choice.check();
    await send.click();
    await ies.reads('Done. It stands in the record.');
    expect(await ies.page.evaluate('document.activeElement.textContent')).toBe(
      'Done. It stands in the record.',
    );
    await cards
      .first()
      .getByRole('button', { name: /^Close/ })
      .click();
    await cards.filter({ hasText: title }).waitFor({ state: 'detached' });
  }, 120_000);

  it('stays open, and as it was typed, when the language is switched', async () => {
    const office = await as('asi.mbua');
    await office.open('/people');
    await office.page.locator('summary', { hasText: 'Invite a person' }).click();
    await office.page.locator('#invite-person').fill('asi.signatory');
    await office.button('Français').click();
    await office.page.locator('summary', { hasText: 'Inviter une personne' }).waitFor();
    expect(await office.page.locator('#invite-person').inputValue()).toBe('asi.signatory');

    const asi = await as('asi.rep');
    await asi.open(`/agreements/${registered}/documents`);
    const clause = asi.page.locator('article.clause', { has: asi.page.locator('#clause-dates') });
    await clause.getByRole('button', { name: /^Propose/ }).click();
    const date = clause.locator('input[type=date]').first();
    await date.fill('2027-07-01');
    const top = Number(await asi.page.evaluate('window.scrollY'));
    const answers = asi.page.waitForResponse((answer) =>
      answer.url().endsWith(`/v1/agreements/${registered}`),
    );
    // By the keyboard: a pointer would have to go to the top of the page first.
    await asi.page.evaluate(`document.querySelector('.languages [lang=fr]').click()`);
    await answers;
    await asi.page.locator('html[lang=fr]').waitFor();
    await asi.settled();
    expect(await date.inputValue()).toBe('2027-07-01');
    expect(top).toBeGreaterThan(0);
    expect(Number(await asi.page.evaluate('window.scrollY'))).toBeGreaterThan(top / 2);
  }, 120_000);

  it('is typed in full where it is a day or an entry of the record, which lie between two versions', async () => {
    const { body } = await on.product.get('auditor', `/v1/agreements/${registered}/timeline`);
    const [, , third] = body['items'] as { index: number }[];
    const auditor = await as('auditor');
    await auditor.open(`/audit?agreement=${registered}`);
    const entry = auditor.field('Or as of entry number of the record');
    await entry.fill('');
    await entry.pressSequentially(String(third?.index));
    await entry.press('Enter');
    await auditor.reads(`As of entry ${String(third?.index)} of the record: step 3, of`);
    const day = auditor.field('As of the end of').first();
    await day.fill('2020-01-20');
    await auditor.reads('As of 20 January 2020 the agreement had not begun.');
    expect(await day.inputValue()).toBe('2020-01-20');
  }, 120_000);

  it('ends where the person says so: an empty search by its way out, more contrast by its box', async () => {
    const asi = await as('asi.rep');
    await asi.page.emulateMedia({ contrast: 'more' });
    await asi.open('/registry?q=nothing-of-this-name');
    await asi.link('Show all of the registry').first().click();
    await asi.page.getByText('ISO/TC').first().waitFor();
    // Longer than the search waits for the next key.
    await asi.page.waitForTimeout(600);
    expect([
      await asi.page.locator('main input[type=search]').inputValue(),
      asi.page.url(),
    ]).toEqual(['', `${on.product.url}/registry`]);
    // Back from what was found, the list is where it was left.
    await asi.page.setViewportSize({ width: 1280, height: 500 });
    const last = asi.page.locator('main section a').last();
    await last.scrollIntoViewIfNeeded();
    const left = Number(await asi.page.evaluate('window.scrollY'));
    await last.click();
    await asi.page.waitForURL(/registry\/\w+\/\d+/);
    expect(await asi.page.evaluate('window.scrollY')).toBe(0);
    await asi.page.goBack();
    await last.waitFor();
    await asi.page.waitForTimeout(300);
    expect(left).toBeGreaterThan(100);
    expect(Number(await asi.page.evaluate('window.scrollY'))).toBeGreaterThan(left / 2);
    const box = asi.page.getByRole('checkbox', { name: 'High contrast' });
    const line = () =>
      asi.page.evaluate(
        `getComputedStyle(document.documentElement).getPropertyValue('--line').trim()`,
      );
    expect(await box.isChecked()).toBe(true);
    const strong = await line();
    await box.uncheck();
    expect(await line()).not.toBe(strong);
    await asi.page.reload();
    await box.waitFor();
    expect([await box.isChecked(), await line()]).not.toContain(strong);
  }, 120_000);
});
