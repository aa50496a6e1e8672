import { beforeAll, describe, expect, it } from '@jest/globals';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { isWhole, screensOf } from './screens.js';
import { onStage } from './stage.js';
import { until, Visitor } from './visitor.js';

const whole = noBrowser === null && isWhole ? describe : describe.skip;

// What axe cannot judge (WCAG 2.4.3, 2.4.7, 2.4.11, 2.5.7, 3.3.8), and what people set in their system. With the whole of
// axe, a run of the night.
whole('beyond what axe finds, the console', () => {
  const on = onStage();
  let agreement: string;

  beforeAll(async () => {
    agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
  }, 300_000);

  it.each([320, 1280])(
    'takes the focus through each page in reading order, visibly and never behind something: %s px',
    async (width) => {
      const found: string[] = [];
      const visitor = await on.guests.signedIn('asi.rep', { width });
      const at = `/agreements/${agreement}`;
      for (const route of ['/', '/agreements', '/new', at, `${at}/documents`, `${at}/timeline`]) {
        await visitor.open(route);
        await visitor.settled();
        await visitor.page.evaluate('document.activeElement.blur(), window.scrollTo(0, 0)');
        let last = -1;
        for (let left = 60; left > 0; left -= 1) {
          await visitor.page.keyboard.press('Tab');
          const now = await visitor.page.evaluate<Focused | null>(FOCUSED);
          if (now === null || now.place < last) break;
          if (!now.outlined) found.push(`${route}: no sign of the focus on ${now.name}`);
          if (now.hidden) found.push(`${route}: ${now.name} lies behind something`);
          last = now.place;
        }
        expect(last).toBeGreaterThan(0);
        expect(
          await visitor.page.locator('[tabindex]:not([tabindex="-1"], [tabindex="0"])').count(),
        ).toBe(0);
      }
      expect(found).toEqual([]);
    },
    180_000,
  );

  it('asks for no dragging and lets people paste, on every screen', async () => {
    const found: string[] = [];
    for (const [person, routes] of screensOf(agreement)) {
      const visitor =
        person === null
          ? await Visitor.at(on.browser, on.product.url)
          : await Visitor.signedIn(on.browser, on.product.url, person);
      for (const route of routes) {
        await visitor.open(route);
        await visitor.settled();
        const faults = await visitor.page.evaluate<string[]>(DRAGGED_OR_BLOCKED);
        found.push(...faults.map((fault) => `${route}: ${fault}`));
      }
      await visitor.close();
    }
    expect(found).toEqual([]);
  }, 240_000);

  it('can be used with forced colours: where one is, what is done, how long a bar is', async () => {
    const visitor = await on.guests.signedIn('tmb.sec');
    const { page } = visitor;
    await page.emulateMedia({ forcedColors: 'active' });
    await visitor.open('/programme');
    await visitor.settled();
    const style = (selector: string, what: string, part = '') =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector("${selector}"), "${part}").${what}`,
      );
    const here = await style('.places a[aria-current]', 'borderBottomColor');
    const elsewhere = await style('.places a:not([aria-current])', 'borderBottomColor');
    expect(here).not.toBe(elsewhere);
    const canvas = await style('html', 'backgroundColor');
    expect(elsewhere).toBe(canvas);
    expect(await style('.bar-fill', 'backgroundColor')).not.toBe(canvas);
    await visitor.open(`/agreements/${agreement}`);
    await visitor.settled();
    const dot = (selector: string) => style(selector, 'backgroundColor', '::before');
    expect(await dot('.step-done')).not.toBe(await dot('.step:last-child'));
  }, 120_000);

  it('moves nothing for those who want no motion', async () => {
    const visitor = await on.guests.signedIn('asi.rep');
    await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
    for (const route of [
      '/',
      '/new',
      `/agreements/${agreement}`,
      `/agreements/${agreement}/timeline`,
    ]) {
      await visitor.open(route);
      await visitor.settled();
      expect(await visitor.page.evaluate<string[]>(MOVING)).toEqual([]);
    }
  }, 120_000);

  it('holds letters of twice the size, and keeps the look that a person chose over the system’s', async () => {
    const visitor = await on.guests.signedIn('asi.rep', { theme: 'light' });
    const { page } = visitor;
    for (const route of ['/', '/agreements', '/new', `/agreements/${agreement}`, '/registry']) {
      await visitor.open(route);
      await visitor.settled();
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect([route, await page.evaluate(OVER)]).toEqual([route, 0]);
    }
    await visitor.open('/');
    const paper = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await paper();
    await visitor.field('Colours').selectOption('dark');
    await until(async () => (await paper()) !== light);
    const dark = await paper();
    await page.reload();
    await visitor.heading().waitFor();
    expect([dark === light, await paper()]).toEqual([false, dark]);
    await visitor.field('Colours').selectOption('system');
    await page.emulateMedia({ colorScheme: 'dark' });
    await until(async () => (await paper()) === dark);
    expect(await paper()).toBe(dark);
  }, 120_000);

  it('says the same days and hours wherever the browser is, from twelve hours behind to fourteen before', async () => {
    const said: string[][] = [];
    const offsets = new Set<number>();
    for (const zone of ['Etc/GMT+12', 'America/St_Johns', 'UTC', 'Asia/Kathmandu', 'Etc/GMT-14']) {
      const visitor = await on.guests.signedIn('asi.rep', { zone });
      await visitor.open(`/agreements/${agreement}`);
      await visitor.page.locator('.deadlines time').first().waitFor();
      said.push(await visitor.page.locator('main time').allInnerTexts());
      offsets.add(await visitor.page.evaluate<number>('new Date().getTimezoneOffset()'));
    }
    expect(offsets.size).toBe(5);
    const [first = []] = said;
    expect(first.join()).toContain('Europe/Zurich');
    expect(said).toEqual(said.map(() => first));
  }, 90_000);

  it('lets single keys be switched off, and on again', async () => {
    const visitor = await on.guests.signedIn('asi.rep');
    const { page } = visitor;
    await visitor.open('/help');
    const goes = async () => {
      await page.locator('h1').click();
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      return page.waitForURL(/\/agreements$/, { timeout: 1_500 }).then(
        () => true,
        () => false,
      );
    };
    expect(await goes()).toBe(true);
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').check();
    await page.keyboard.press('Escape');
    await visitor.open('/help');
    expect(await goes()).toBe(false);
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.keyboard.press('Escape');
    await visitor.button('Keys').click();
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    expect(await goes()).toBe(true);
  }, 120_000);
});

interface Focused {
  readonly name: string;
  /** Place in the document: focus that goes back has left the page. */
  readonly place: number;
  readonly outlined: boolean;
  readonly hidden: boolean;
}

const FOCUSED = `(() => {
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const inside = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => {
    const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return at !== null && (e.contains(at) || at.contains(e) && at.closest('label') !== null);
  });
  return {
    name: (e.getAttribute('aria-label') ?? e.textContent ?? e.tagName).trim().slice(0, 40) || e.id || e.tagName,
    place: [...document.querySelectorAll('*')].indexOf(e),
    outlined: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    hidden: !inside,
  };
})()`;

const DRAGGED_OR_BLOCKED = `[
  ...[...document.querySelectorAll('[draggable=true]')].map((e) => 'to be dragged: ' + e.textContent.slice(0, 40)),
  ...[...document.querySelectorAll('.drop')].filter((e) => e.querySelector('input[type=file]') === null).map(() => 'a place to drop without a button'),
  ...[...document.querySelectorAll('input, textarea')]
    .filter((e) => !e.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })))
    .map((e) => 'no pasting into ' + (e.id || e.name)),
  ...[...document.querySelectorAll('input[type=password], input[autocomplete=off][name*=code]')].map((e) => 'something to remember: ' + e.name),
]`;

const OVER = 'document.documentElement.scrollWidth - window.innerWidth';

const MOVING = `[...document.querySelectorAll('*')].filter((e) => {
  const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(e);
  const lasts = (all) => all.split(',').some((one) => parseFloat(one) > 0.01);
  return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration) || scrollBehavior === 'smooth';
}).map((e) => e.tagName + '.' + e.className)`;
