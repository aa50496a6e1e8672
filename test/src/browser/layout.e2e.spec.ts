import { beforeAll, describe, expect, it } from '@jest/globals';
import { day, exampleTerms } from '@twinning/domain';
import { submittedRequest } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { screensOf } from './screens.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

/** A4 upright less the margins of the print style, in CSS pixels. */
const SHEET = { width: 672, height: 986 };
const ARABIC = 'اتفاقية التوأمة بين الهيئتين '.repeat(12);
const UNBROKEN = 'x'.repeat(400);
const TERM = { start: day('2027-02-01'), end: day('2030-01-31') };

(noBrowser === null ? describe : describe.skip)('the layout of the console', () => {
  const on = onStage();
  let agreement: string;

  beforeAll(async () => {
    agreement = await submittedRequest(on.product);
    await on.product.act('tpm', agreement, 'approve-by-tpm');
    await on.product.act('tpm', agreement, 'register-in-gd');
    const changes = exampleTerms('P_MEMBER', TERM);
    const { status } = await on.product.act('asi.rep', agreement, 'propose-terms', { changes });
    expect(status).toBe(200);
  }, 300_000);

  it('prints agreement, terms, timeline and desk whole: nothing cut off, nothing to click, pages numbered', async () => {
    const found: string[] = [];
    for (const [person, routes] of [
      ['asi.rep', ['', '/request', '/documents', '/papers', '/progress', '/people', '/timeline']],
      ['tmb.sec', ['']],
    ] as const) {
      const visitor = await Visitor.signedIn(on.browser, on.product.url, person);
      await visitor.page.setViewportSize(SHEET);
      await visitor.page.emulateMedia({ media: 'print' });
      const desk = person === 'tmb.sec' ? ['/desk?part=queue', '/programme'] : [];
      for (const route of [...routes.map((r) => `/agreements/${agreement}${r}`), ...desk]) {
        await visitor.open(route);
        await visitor.settled();
        const faults = await visitor.page.evaluate<string[]>(PRINT_FAULTS);
        found.push(...faults.map((fault) => `${route}: ${fault}`));
      }
      if (person === 'asi.rep') {
        await visitor.open(`/agreements/${agreement}/timeline`);
        const pdf = await visitor.page.pdf({ preferCSSPageSize: true, format: 'A4' });
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        const rules = await visitor.page.evaluate<string>(PAGE_RULES);
        expect(rules).toMatch(/counter\(page\).*counter\(pages\)/);
      }
      await visitor.close();
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('holds words that run from right to left, and words without an end, at every width', async () => {
    const text = `${ARABIC}\n${UNBROKEN}`;
    const comment = { clause: 'objectives', text };
    expect((await on.product.act('asi.rep', agreement, 'comment-clause', comment)).status).toBe(
      200,
    );
    const found: string[] = [];
    for (const width of [320, 768, 1440]) {
      const visitor = await Visitor.signedIn(on.browser, on.product.url, 'ies.rep', { width });
      for (const view of ['', '/documents', '/timeline', '/request']) {
        await visitor.open(`/agreements/${agreement}${view}`);
        await visitor.settled();
        const over = await visitor.page.evaluate<number>(OVER);
        if (over > 0) found.push(`${view} at ${String(width)}: ${String(over)} px too wide`);
      }
      await visitor.open(`/agreements/${agreement}/documents`);
      await visitor.reads(/اتفاقية/);
      // The page itself stays as it is, and the foreign words run their own way.
      expect(await visitor.page.evaluate(DIRECTIONS)).toEqual(['ltr', 'rtl']);
      await visitor.close();
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('does not break when the whole page is turned from right to left', async () => {
    const found: string[] = [];
    const visitor = await Visitor.signedIn(on.browser, on.product.url, 'asi.rep', { width: 320 });
    const at = `/agreements/${agreement}`;
    for (const route of ['/', '/agreements', '/new', '/registry', at, `${at}/documents`]) {
      await visitor.open(route);
      await visitor.settled();
      await visitor.page.evaluate('document.documentElement.dir = "rtl"');
      const over = await visitor.page.evaluate<number>(OVER);
      if (over > 0) found.push(`${route}: ${String(over)} px too wide`);
      const out = await visitor.page.evaluate<string[]>(OUTSIDE);
      found.push(...out.map((name) => `${route}: ${name} lies outside`));
    }
    await visitor.close();
    expect(found).toEqual([]);
  }, 120_000);

  it('scrolls through five thousand entries of the record in less than 5 ms of work a frame', async () => {
    const visitor = await Visitor.signedIn(on.browser, on.product.url, 'asi.rep');
    const { page } = visitor;
    await page.route(/\/v1\/.*timeline/, async (route) => {
      const response = await route.fetch();
      const { items } = (await response.json()) as { items: object[] };
      const many = Array.from({ length: 5_000 }, (_, i) => {
        const at = new Date(Date.UTC(2021, 0, 1) + i * 8 * 3_600_000).toISOString();
        const own = { version: i + 1, index: i + 1, occurredAt: at, recordedAt: at };
        return { ...items[i % items.length], ...own };
      });
      await route.fulfill({ response, json: { items: many } });
    });
    await visitor.open(`/agreements/${agreement}/timeline`);
    await page.locator('.filters select').first().selectOption('record');
    await page.locator('.timeline .record').first().waitFor();
    expect(await page.locator('.timeline .record').count()).toBe(5_000);
    // Work by the processor's own clock, whatever else the machine does: four times as much still is 50 frames a second.
    const session = await visitor.context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    // The first showing of five thousand entries is work of its own.
    await page.evaluate('new Promise((done) => setTimeout(() => requestIdleCallback(done), 1500))');
    const before = await work();
    expect(await page.evaluate<number>(SCROLL)).toBeGreaterThan(FRAMES * STEP * 0.9);
    expect(((await work()) - before) * 1_000).toBeLessThan(FRAMES * 5);
    await visitor.close();
  }, 90_000);

  it('says nothing that is in no catalogue, on any screen', async () => {
    const plain: string[] = [];
    for (const [person, routes] of screensOf(agreement)) {
      const visitor =
        person === null
          ? await Visitor.at(on.browser, on.product.url)
          : await Visitor.signedIn(on.browser, on.product.url, person);
      const answers = new Set<string>();
      visitor.page.on('response', (response) => {
        if (!response.url().includes('/v1/')) return;
        response.text().then(
          (text) => answers.add(text),
          () => undefined,
        );
      });
      for (const route of routes) {
        await visitor.open(`${route}${route.includes('?') ? '&' : '?'}pseudo`);
        await visitor.settled();
        const texts = await visitor.page.evaluate<string[]>(OWN_TEXTS);
        const wasSent = (text: string) => {
          const asSent = JSON.stringify(text).slice(1, -1);
          return [...answers].some((answer) => answer.includes(asSent));
        };
        const isOfRecord = (text: string) =>
          wasSent(text) || text.split(' · ').every((part) => part === 'ASI – IES' || wasSent(part));
        plain.push(
          ...texts
            .filter((text) => !text.includes('[') && !isOfRecord(text))
            .map((text) => `${route}: ${text}`),
        );
      }
      await visitor.close();
    }
    expect([...new Set(plain)]).toEqual([]);
  }, 180_000);
});

const FRAMES = 200;
const STEP = 100;
const SCROLL = `new Promise((done) => {
  let left = ${String(FRAMES)};
  const step = () => {
    window.scrollBy(0, ${String(STEP)});
    if ((left -= 1) > 0) requestAnimationFrame(step);
    else done(window.scrollY);
  };
  requestAnimationFrame(step);
})`;

const OVER = 'document.documentElement.scrollWidth - window.innerWidth';

const PRINT_FAULTS = `[
  ...(${OVER} > 0 ? [${OVER} + ' px too wide'] : []),
  ...[...document.querySelectorAll('main *')]
    .filter((e) => e.checkVisibility() && getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1)
    .map((e) => 'cut off: ' + e.tagName + '.' + e.className),
  ...[...document.querySelectorAll('button:not(.term), nav.places, .strip, .skip')]
    .filter((e) => e.checkVisibility())
    .map((e) => 'nothing to click on paper: ' + e.textContent),
  ...[...document.querySelectorAll('.timeline, .timeline > li')]
    .filter((e) => getComputedStyle(e).contentVisibility === 'auto')
    .map(() => 'days that are not laid out'),
]`;

const PAGE_RULES = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText).join(' ')`;

const DIRECTIONS = `[
  getComputedStyle(document.querySelector('main h1')).direction,
  getComputedStyle([...document.querySelectorAll('.clause p, .comments p')].find((e) => /\\u0627\\u062a/.test(e.textContent))).direction,
]`;

const OUTSIDE = `[...document.querySelectorAll('main button, main a, main input, main h2')]
  .filter((e) => e.checkVisibility() && e.closest('.hidden') === null)
  .filter((e) => { const { left, right, width } = e.getBoundingClientRect(); return width > 1 && (left < -1 || right > window.innerWidth + 1); })
  .map((e) => (e.textContent || e.tagName).slice(0, 40))`;

// What the console itself says. Texts of the service and of the bodies stand in its answers; dates are written by Intl.
const OWN_TEXTS = `[...document.querySelectorAll('h1, h2, h3, h4, legend, main label, nav a, main button, th[scope=col], dt, summary, .lead p, .help, .empty p, .quiet-text, footer label')]
  .filter((e) => e.checkVisibility() && e.closest('.languages, .picked, .hits') === null && e.querySelector('time') === null)
  .map((e) => e.textContent.trim()).filter((text) => text !== '' && /\\p{L}{2}/u.test(text))`;
