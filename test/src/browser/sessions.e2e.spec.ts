import { describe, expect, it } from '@jest/globals';
import { noBrowser } from './chromium.js';
import { onStage } from './stage.js';

/** What somebody reads who is not signed in. */
const SIGN_IN = 'Se connecter';

(noBrowser === null ? describe : describe.skip)('one’s sessions in a browser', () => {
  const on = onStage();

  it('are found from one’s own name, and one that was left open elsewhere is ended there', async () => {
    const here = await on.guests.signedIn('asi.rep');
    const there = await on.guests.signedIn('asi.rep', { language: 'fr', width: 320 });
    await there.open('/agreements');
    await here.open('/');
    await here.link(/^ASI/).click();
    await here.page.getByRole('heading', { level: 1, name: 'Where you are signed in' }).waitFor();
    await here.reads('(this one)');
    const rows = here.page.locator('tbody tr');
    expect(await rows.count()).toBe(2);
    // The session at hand is ended by signing out: it has no button here.
    expect(await here.button(/^End the session in/).count()).toBe(1);
    await here.button(/^End the session in/).click();
    await here.reads('The session has ended.');
    await here.reads('You are signed in nowhere else.');
    expect(await rows.count()).toBe(1);
    // What is open elsewhere shows the sign-in at the next step.
    await there.page.goto(`${on.product.url}/agreements`);
    await there.page.getByRole('heading', { level: 1, name: SIGN_IN }).waitFor();
  }, 120_000);

  it('end with nothing left behind in the browser, and say so when the service is away', async () => {
    const visitor = await on.guests.signedIn('asi.rep');
    const { page, context } = visitor;
    const left = () =>
      page.evaluate<readonly string[]>(
        `caches.has('twinning-opened').then((has) => [...Object.keys(localStorage).filter((key) => !/language|look/.test(key)), ...(has ? ['what was opened'] : [])])`,
      );
    await page.goto(`${on.product.url}/new`);
    await page.getByRole('radio', { name: /^P-member/ }).check();
    await page.waitForFunction(
      `Object.keys(localStorage).some((key) => key.startsWith('twinning.draft.'))`,
    );
    const said: string[] = [];
    page.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.accept();
    });
    await visitor.hasKeptFiles();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(said.join()).toMatch(/^The service was not reached/);
    expect(await left()).toEqual([]);
    await context.setOffline(false);
    await page.goto(on.product.url);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(said).toHaveLength(1);
    expect(await left()).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    const answer = await context.request.get(`${on.product.url}/v1/session`);
    expect(await answer.json()).toMatchObject({ signedIn: false });
  }, 60_000);

  it('end all at once but the one at hand, in French on a narrow page', async () => {
    const here = await on.guests.signedIn('ies.rep', { language: 'fr', width: 320 });
    const others = [await on.guests.signedIn('ies.rep'), await on.guests.signedIn('ies.rep')];
    await here.open('/sessions');
    const over = 'document.documentElement.scrollWidth - window.innerWidth';
    expect(await here.page.evaluate(over)).toBe(0);
    await here.button('Terminer toutes les autres').click();
    await here.reads('Toutes les autres sessions sont terminées.');
    const signedIn = await Promise.all(
      [here, ...others].map(async ({ context }) => {
        const answer = await context.request.get(`${on.product.url}/v1/session`);
        return ((await answer.json()) as { signedIn: boolean }).signedIn;
      }),
    );
    expect(signedIn).toEqual([true, false, false]);
  }, 120_000);
});
