import { describe, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Product } from '../support/product.js';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { ALL, isWhole, type Combination } from './screens.js';
import { onStage } from './stage.js';
import { Visitor } from './visitor.js';

/** Keeps the pictures when it is set. */
const FOLDER = process.env['TWINNING_SCREENSHOTS'];

/** Every list that a product without agreements shows empty, with somebody who sees it. */
const LISTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'asi.rep',
    ['/', '/?tab=soon', '/?tab=new', '/?tab=others', '/?tab=done', '/agreements', '/outbox'],
  ],
  ['asi.rep', ['/agreements?phase=CLOSED', '/appeals', '/registry?q=zzzzzz', '/help?rule=zzzzzz']],
  [
    'tmb.sec',
    ['queue', 'ballots', 'reviews', 'cliff', 'committees', 'reminders'].map(
      (part) => `/desk?part=${part}`,
    ),
  ],
  ['tmb.sec', ['/programme']],
  ['auditor', ['/audit']],
];

const SHOWN = isWhole
  ? ALL
  : ALL.filter(
      ({ width, theme, language }) => width === 320 && theme === 'dark' && language === 'fr',
    );

/** What a list without entries leaves unsaid: what it is, why it is empty, one way on. */
async function lackOf(empty: Locator, where: string): Promise<readonly string[]> {
  const [title = '', ...words] = (await empty.innerText()).split('\n').filter((l) => l !== '');
  const offered = await empty.locator('a[href], button').count();
  return title.length < 10 || words.join(' ').length < 40 || offered !== 1
    ? [`${where}: ${title} / ${words.join(' ')} / ${String(offered)}`]
    : [];
}

/** What it looks like, and whether that is cut off, squeezed or blank. */
async function pictureOf(empty: Locator, where: string, { width, language, theme }: Combination) {
  await empty.scrollIntoViewIfNeeded();
  const picture = await empty.screenshot({ animations: 'disabled' });
  const size = { w: picture.readUInt32BE(16), h: picture.readUInt32BE(20) };
  if (FOLDER !== undefined) {
    await mkdir(FOLDER, { recursive: true });
    const name = [where.replace(/\W+/g, '-'), language, String(width), theme].join('-');
    await writeFile(join(FOLDER, `${name}.png`), picture);
  }
  const isBad = size.w > width || size.h < 60 || picture.length < 2_000;
  return {
    base64: picture.toString('base64'),
    faults: isBad ? [`${where}: a picture of ${JSON.stringify(size)}`] : [],
  };
}

/** A draft of both partners that its initiator has withdrawn. */
async function endedDraft(product: Product): Promise<string> {
  const agreement = await confirmedDraft(product);
  const { status } = await product.act('asi.rep', agreement, 'withdraw', { why: 'No staff.' });
  expect(status).toBe(200);
  return agreement;
}

(noBrowser === null ? describe : describe.skip)('a list without entries', () => {
  const on = onStage();
  let ended: string | undefined;

  it.each(SHOWN)(
    'says what it is, why it is empty and where to go: $language, $width px, $theme',
    async (options) => {
      const lacking: string[] = [];
      const pictures = new Map<string, string>();
      for (const [person, routes] of LISTS) {
        const visitor = await Visitor.signedIn(on.browser, on.product.url, person, options);
        for (const route of routes) {
          await visitor.open(route);
          await visitor.settled();
          const empty = visitor.page.locator('main .empty').first();
          await empty.waitFor();
          lacking.push(...(await lackOf(empty, route)));
          const picture = await pictureOf(empty, route, options);
          lacking.push(...picture.faults);
          pictures.set(route, picture.base64);
        }
        expect(visitor.broken).toEqual([]);
        await visitor.close();
      }
      expect(lacking).toEqual([]);
      // No two lists say the same.
      expect(new Set(pictures.values()).size).toBe(pictures.size);
    },
    180_000,
  );

  it('says the same of every list of an agreement that has just begun', async () => {
    const agreement = await confirmedDraft(on.product);
    const lacking: string[] = [];
    let lists = 0;
    const readers = [
      ['asi.rep', 'en'],
      ['auditor', 'fr'],
    ] as const;
    for (const [person, language] of isWhole ? readers : readers.slice(0, 1)) {
      const visitor = await Visitor.signedIn(on.browser, on.product.url, person, { language });
      for (const view of ['', 'request', 'documents', 'papers', 'progress', 'follow-up']) {
        await visitor.open(`/agreements/${agreement}/${view}`);
        await visitor.settled();
        for (const empty of await visitor.page.locator('main .empty').all()) {
          lists += 1;
          lacking.push(...(await lackOf(empty, view)));
        }
      }
      expect(visitor.broken).toEqual([]);
      await visitor.close();
    }
    expect(lacking).toEqual([]);
    expect(lists).toBeGreaterThanOrEqual(isWhole ? 14 : 7);
  }, 120_000);

  it.each(SHOWN)(
    'says why nothing will come any more once the agreement has ended, and of a search what it found: $language, $width px, $theme',
    async (options) => {
      ended ??= await endedDraft(on.product);
      const at = `/agreements/${ended}`;
      const visitor = await Visitor.signedIn(on.browser, on.product.url, 'ies.rep', options);
      const lacking: string[] = [];
      const pictures: string[] = [];
      const look = async (empty: Locator, where: string) => {
        lacking.push(...(await lackOf(empty, where)));
        const picture = await pictureOf(empty, where, options);
        lacking.push(...picture.faults);
        pictures.push(picture.base64);
      };
      for (const view of ['', 'documents', 'papers', 'progress', 'follow-up']) {
        await visitor.open(`${at}/${view}`);
        await visitor.settled();
        const all = await visitor.page.locator('main .empty').all();
        for (const [i, empty] of all.entries()) {
          await look(empty, `${view}-ended-${String(i)}`);
          // What has ended does not promise that something comes.
          const words = await empty.innerText();
          expect(words).not.toMatch(/\byet\b|comes? here|pas encore|paraît ici|vient ici/);
          const link = empty.getByRole('link');
          expect(await link.getAttribute('href')).toBe(`${at}/timeline`);
        }
      }
      await visitor.open(`${at}/timeline`);
      await visitor.page.locator('.timeline').first().waitFor();
      await visitor.page.getByRole('searchbox').fill('zzzzzz');
      const none = visitor.page.locator('main .empty');
      await none.waitFor();
      await look(none, 'timeline-search');
      await none.getByRole('button').click();
      await visitor.page.locator('.timeline').first().waitFor();
      expect(visitor.broken).toEqual([]);
      await visitor.close();
      expect(lacking).toEqual([]);
      expect(pictures.length).toBeGreaterThanOrEqual(8);
      expect(new Set(pictures).size).toBe(pictures.length);
    },
    120_000,
  );

  it('is no empty page where the browser runs no scripts: it says in both languages what helps', async () => {
    const context = await on.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 900 },
    });
    const page = await context.newPage();
    const answer = await page.goto(`${on.product.url}/programme`);
    expect(answer?.headers()['content-security-policy']).not.toMatch(/unsafe/);
    for (const [lang, title] of [
      ['en', 'This console needs JavaScript'],
      ['fr', 'Cette console a besoin de JavaScript'],
    ] as const) {
      const part = page.locator(`noscript section[lang=${lang}]`);
      await part.getByRole('heading', { name: title }).waitFor();
      expect(await part.getByRole('link').count()).toBeGreaterThanOrEqual(3);
    }
    await page.getByRole('link', { name: 'tmb@iso.org' }).first().waitFor();
    for (const link of await page.locator('noscript a[href^="/"]').all()) {
      const { status } = await context.request
        .get(on.product.url + ((await link.getAttribute('href')) ?? ''))
        .then((found) => ({ status: found.status() }));
      expect(status).toBe(200);
    }
    const box = await page.locator('noscript main').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    expect(box?.y).toBeLessThan(100);
    await context.close();
  }, 120_000);

  const readers = [
    ['fr', 'chiffres du programme en tableaux', 'Secrétariat du TMB'],
    ['en', 'figures of the programme as tables', 'TMB secretariat'],
  ] as const;

  it.each(isWhole ? readers : readers.slice(0, 1))(
    'shows the figures of the programme as tables without scripts, the same ones as with them: %s',
    async (language, link, name) => {
      ended ??= await endedDraft(on.product);
      const drawn = await Visitor.signedIn(on.browser, on.product.url, 'tmb.sec', { language });
      await drawn.open('/programme');
      await drawn.page.locator('.figure').first().waitFor();
      const wanted = await drawn.page.evaluate<readonly Table[]>(DRAWN);
      await drawn.close();
      const context = await on.browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 320, height: 900 },
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
      });
      const page = await context.newPage();
      await page.goto(`${on.product.url}/programme`);
      await page.getByRole('link', { name: link }).click();
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('caption').first().waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const tables: Table[] = [];
      for (const table of await page.locator('table').all()) {
        const rows: string[][] = [];
        for (const row of await table.locator('tbody tr').all()) {
          rows.push(await row.locator('th, td').allInnerTexts());
        }
        tables.push({ title: await table.locator('caption').innerText(), rows });
      }
      expect(wanted.length).toBe(7);
      expect(wanted.some(({ rows }) => rows.some((row) => row.includes('1')))).toBe(true);
      expect(tables).toEqual(wanted);
      const [first] = await page.locator('body').all();
      const over = (await first?.boundingBox())?.width ?? 999;
      expect(over).toBeLessThanOrEqual(320);
      await context.close();
    },
    120_000,
  );
});

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables beside the drawings. Where a body stands, its country is left away: without scripts it has its acronym alone. */
const DRAWN = `[...document.querySelectorAll('.figure')].map((figure) => ({
  title: figure.querySelector('h2').innerText,
  rows: [...figure.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td:not([aria-hidden])')].map((cell) => (cell.querySelector('a') ?? cell).innerText.trim())),
}))`;
