import { beforeAll, describe, expect, it } from '@jest/globals';
import { COMMITTEE, submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import {
  ALL,
  DAILY,
  faultsOf,
  isWhole,
  LANGUAGES,
  screensOf,
  type Combination,
} from './screens.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

(noBrowser === null ? describe : describe.skip)('the console for everyone', () => {
  const on = onStage();
  let screens: readonly { readonly person: string | null; readonly route: string }[];

  beforeAll(async () => {
    const agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
    const all = screensOf(agreement).flatMap(([person, routes]) =>
      routes.map((route) => ({ person, route })),
    );
    const isFirst = ({ route }: (typeof all)[number], i: number) =>
      all.findIndex((each) => each.route === route) === i;
    screens = isWhole ? all : all.filter(isFirst);
  }, 300_000);

  /** Opens each screen once in a language, and looks at it in every width and theme that is asked for. */
  async function faultsIn(
    shown: typeof screens,
    language: Combination['language'],
    looks: readonly Combination[],
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const person of new Set(shown.map((screen) => screen.person))) {
      const options = { ...looks[0], language };
      const visitor =
        person === null
          ? await Visitor.at(on.browser, on.product.url, options)
          : await Visitor.signedIn(on.browser, on.product.url, person, options);
      for (const { route } of shown.filter((screen) => screen.person === person)) {
        await visitor.open(route);
        await visitor.settled();
        for (const { width, theme } of looks) {
          await visitor.page.setViewportSize({ width, height: 900 });
          // Without motion: a colour on its way to another one would be judged.
          await visitor.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
          const where = `${person ?? 'nobody'} at ${route}, ${language}, ${String(width)} px, ${theme}`;
          found.push(...(await faultsOf(visitor)).map((fault) => `${where}: ${fault}`));
        }
      }
      found.push(...visitor.broken);
      await visitor.close();
    }
    return found;
  }

  // What a page shows does not hang on its width or colours: it is loaded once for all of them, which is most of the time.
  (isWhole ? it.each(LANGUAGES) : it.skip.each(LANGUAGES))(
    'has nothing that axe finds, nothing cut off, no small target, in any width and theme: %s',
    async (language) => {
      const looks = ALL.filter((look) => look.language === language);
      const halves = [0, 1].map((half) => screens.filter((_, i) => i % 2 === half));
      const found = await Promise.all(halves.map((half) => faultsIn(half, language, looks)));
      expect(found.flat()).toEqual([]);
    },
    1_800_000,
  );

  (isWhole ? it.skip.each(DAILY) : it.each(DAILY))(
    'has nothing that axe finds, nothing cut off, no small target: $language, $width px, $theme',
    async (look) => {
      const turn = DAILY.indexOf(look);
      const shown = screens.filter((_, i) => i % DAILY.length === turn);
      expect(await faultsIn(shown, look.language, [look])).toEqual([]);
    },
    900_000,
  );

  it('goes the whole way by keyboard, from signing in to a sent command', async () => {
    const visitor = await Visitor.at(on.browser, on.product.url);
    const { page } = visitor;
    await visitor.open('/');
    const focus = async (name: string) => {
      for (let left = 200; left > 0; left -= 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<string>(
          '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim()',
        );
        if (at.startsWith(name)) return;
      }
      throw new Error(`The keyboard does not reach ${name}.`);
    };
    await focus('ASI, Representative');
    await page.keyboard.press('Enter');
    await visitor.reads('What waits for ASI.');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.keyboard.type('ies');
    await page.locator('.palette [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/agreements\/[0-9a-f-]{36}$/);
    await visitor.heading().waitFor();
    // The focus follows once the page has come.
    await page.waitForFunction("document.activeElement.tagName === 'H1'");
    await visitor.close();
  }, 120_000);

  it('says what a special word means: under the pointer, with the focus and at a tap, and goes at Escape', async () => {
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const { body } = await on.product.act('asi.rep', null, 'start-draft', draft);
    const search = { mode: 'SEARCH', criteria: 'Food standards.' };
    const id = String(body.agreement);
    expect((await on.product.act('asi.rep', id, 'request-partner-search', search)).status).toBe(
      200,
    );
    const tpm = await Visitor.signedIn(on.browser, on.product.url, 'tpm', { width: 320 });
    await tpm.open('/');
    const term = tpm.page.locator('.term').first();
    const meaning = tpm.page.getByRole('tooltip');
    const isWithin = async () => {
      await meaning.waitFor();
      const box = await meaning.boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 320;
    };
    for (const show of [() => term.hover(), () => term.focus(), () => term.click()]) {
      await show();
      expect(await isWithin()).toBe(true);
      expect(await term.getAttribute('aria-describedby')).toBe(await meaning.getAttribute('id'));
      await term.focus();
      await tpm.page.keyboard.press('Escape');
      await meaning.waitFor({ state: 'detached' });
      await term.blur();
      await tpm.page.mouse.move(0, 0);
    }
    await tpm.close();
  }, 120_000);

  it('keeps page and typed text when the language is changed', async () => {
    const visitor = await Visitor.signedIn(on.browser, on.product.url, 'asi.rep');
    await visitor.open('/registry');
    await visitor.page.getByRole('searchbox').fill('caoutchouc');
    await visitor.button('Français').click();
    await visitor.page.getByRole('heading', { name: 'Répertoire' }).waitFor();
    expect(await visitor.page.getByRole('searchbox').inputValue()).toBe('caoutchouc');
    expect(await visitor.page.evaluate('document.documentElement.lang')).toBe('fr');
    await visitor.close();
  }, 120_000);
});
