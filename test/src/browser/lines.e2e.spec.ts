import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Proxy } from '../support/proxy.js';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';
import { until, Visitor } from './visitor.js';

(noBrowser === null ? describe : describe.skip)('the console on a bad line', () => {
  let proxy: Proxy;
  let asi: Visitor;
  let agreement: string;
  // Before the browser and the product go.
  afterAll(async () => {
    await asi.close();
    await proxy.stop();
  });
  const on = onStage();

  beforeAll(async () => {
    proxy = await Proxy.start({ port: Number(new URL(on.product.url).port) });
    agreement = await confirmedDraft(on.product);
    asi = await Visitor.at(on.browser, `http://127.0.0.1:${String(proxy.port)}`);
    await asi.signIn('ASI, Representative');
  }, 300_000);
  afterEach(() => {
    expect(asi.broken).toEqual([]);
  });

  const version = async () =>
    Number((await on.product.get('asi.rep', `/v1/agreements/${agreement}`)).body.version);
  const competence = async () => {
    const { body } = await on.product.get('asi.rep', `/v1/agreements/${agreement}`);
    return (body.request as { form: { competence: string | null } }).form.competence;
  };
  const form = () => asi.open(`/agreements/${agreement}/do/EditRequest`);
  const send = () => asi.page.locator('main form button.primary').click();

  it('sends a command once when its answer was lost', async () => {
    await form();
    await asi.page.locator('#field-competence').fill('Sent once.');
    const before = await version();
    proxy.set({ kind: 'deaf' });
    await send();
    await until(async () => (await version()) > before);
    proxy.set({ kind: 'cut' });
    await asi.reads(/waits in the outbox/);
    proxy.set({ kind: 'fair' });
    await asi.page.locator('.strip').getByRole('link', { name: 'Outbox' }).waitFor({
      state: 'detached',
    });
    expect([await version(), await competence()]).toEqual([before + 1, 'Sent once.']);
  }, 120_000);

  it('keeps what was opened readable without a connection, and sends what was written then, once', async () => {
    await asi.open(`/agreements/${agreement}`);
    await form();
    // The files of the build are kept a moment after the first page.
    await asi.hasKeptFiles();
    await asi.open(`/agreements/${agreement}`);
    await form();
    proxy.set({ kind: 'cut' });
    await asi.page.locator('#field-competence').fill('Written without a connection.');
    await send();
    await asi.reads(/waits in the outbox/);
    const before = await version();
    await asi.page.reload();
    await asi.reads(/No connection/);
    await asi.open(`/agreements/${agreement}`);
    await asi.reads('ASI');
    await asi.open('/outbox');
    await asi.reads('Waits to be sent.');
    proxy.set({ kind: 'fair' });
    await asi.reads('Nothing waits to be sent.');
    expect([await version(), await competence()]).toEqual([
      before + 1,
      'Written without a connection.',
    ]);
  }, 90_000);

  it('shows word by word what was changed meanwhile when a command comes back from the outbox', async () => {
    await form();
    await asi.page.locator('#field-competence').fill('Mine, written without a connection.');
    proxy.set({ kind: 'cut' });
    await send();
    await asi.reads(/waits in the outbox/);
    const others = { competence: 'Theirs, written meanwhile.' };
    await on.product.act('asi.rep', agreement, 'edit-request', others);
    await asi.open('/outbox');
    proxy.set({ kind: 'fair' });
    await asi.reads(/changed meanwhile/);
    // The page may be opened again in between: the outbox still knows what was read when it was written.
    await asi.page.reload();
    await asi.link(/^Open it/).click();
    await asi.page.locator('.difference ins', { hasText: 'Theirs' }).waitFor();
    await asi.page.locator('.difference del').first().waitFor();
    const field = asi.page.locator('#field-competence');
    expect(await field.inputValue()).toBe('Mine, written without a connection.');
    expect(await competence()).toBe(others.competence);
    await send();
    await asi.page.locator('.notice.good').waitFor();
    expect(await competence()).toBe('Mine, written without a connection.');
    await asi.open('/outbox');
    await asi.reads('Nothing waits to be sent.');
  }, 90_000);

  it('keeps what was typed when the session ends in mid-form, and sends it after one click', async () => {
    await form();
    await asi.page.locator('#field-competence').fill('Typed before the end.');
    await sql`DELETE FROM engine.session`.execute(on.product.admin);
    await send();
    await asi.reads('Your session has ended');
    expect(await asi.page.locator('#field-competence').inputValue()).toBe('Typed before the end.');
    await asi.button('Confirm: I am asi.rep').click();
    await asi.page.locator('.notice.good').waitFor();
    expect(await competence()).toBe('Typed before the end.');
  }, 120_000);

  it('hears of every change after disconnects, and says how many', async () => {
    await asi.open('/agreements');
    for (let n = 0; n < 3; n += 1) {
      proxy.set({ kind: 'cut' });
      await on.product.act('ies.rep', agreement, 'edit-request', { need: `Need ${String(n)}` });
      proxy.set({ kind: 'fair' });
    }
    await asi.reads('1 agreement has changed.');
    const top = await asi.page.evaluate('window.scrollY');
    await asi.page.locator('.strip').getByRole('button', { name: 'Show' }).click();
    await asi.page.locator('.strip button').waitFor({ state: 'detached' });
    expect(await asi.page.evaluate('window.scrollY')).toBe(top);
  }, 120_000);

  it('needs few bytes and few requests until the inbox is usable, and almost none when nothing changed', async () => {
    const { url } = asi;
    const slow = await Visitor.signedIn(on.browser, url, 'ies.rep');
    const asked: string[] = [];
    slow.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const usable = async (open: () => Promise<unknown>) => {
      proxy.takeCarriedBack();
      await open();
      await slow.reads('What waits for IES.');
      await slow.page.locator('.tabs .count').first().waitFor();
      return proxy.takeCarriedBack();
    };
    proxy.set({ kind: 'slow', ms: 100 });
    // Script, document, styles, data, and what HTTP itself takes; about 100 kB were measured.
    const cold = await usable(() => slow.page.goto(url));
    expect(asked.filter((path) => !/icon|updates|sw\.js/.test(path)).length).toBeLessThanOrEqual(8);
    expect(cold).toBeLessThanOrEqual(120_000);
    // What the service worker fetches once, for reading without a connection, is no part of the next page.
    proxy.set({ kind: 'fair' });
    await slow.hasKeptFiles();
    proxy.set({ kind: 'slow', ms: 100 });
    const warm = await usable(() => slow.page.reload());
    expect(warm).toBeLessThanOrEqual(8_000);
    await slow.link('Help').click();
    await slow.page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    const again = await usable(async () => {
      const tasks = slow.page.waitForResponse((answer) => answer.url().endsWith('/v1/tasks'));
      await slow.link('Inbox').click();
      await tasks;
    });
    expect(again).toBeGreaterThan(0);
    // One answer without a body, and few headers; 390 bytes were measured.
    expect(again).toBeLessThanOrEqual(1_024);
    proxy.set({ kind: 'fair' });
    expect(slow.broken).toEqual([]);
    await slow.close();
  }, 90_000);
});
