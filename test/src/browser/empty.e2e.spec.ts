import { describe, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { confirmedDraft } from '../support/request.js';
import { noBrowser } from './chromium.js';
import { ALL, isWhole } from './screens.js';
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
  ['asi.rep', ['/registry?q=zzzzzz']],
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

(noBrowser === null ? describe : describe.skip)('a list without entries', () => {
  const on = onStage();

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
          const [title = '', ...words] = (await empty.innerText())
            .split('\n')
            .filter((l) => l !== '');
          const offered = await empty.locator('a[href], button').count();
          if (title.length < 10 || words.join(' ').length < 40 || offered !== 1) {
            lacking.push(`${route}: ${title} / ${words.join(' ')} / ${String(offered)}`);
          }
          await empty.scrollIntoViewIfNeeded();
          const picture = await empty.screenshot({ animations: 'disabled' });
          const size = { w: picture.readUInt32BE(16), h: picture.readUInt32BE(20) };
          if (size.w > options.width || size.h < 60 || picture.length < 2_000) {
            lacking.push(`${route}: a picture of ${JSON.stringify(size)}`);
          }
          pictures.set(route, picture.toString('base64'));
          if (FOLDER !== undefined) {
            await mkdir(FOLDER, { recursive: true });
            const name = `${route.replace(/\W+/g, '-')}-${options.language}-${String(options.width)}.png`;
            await writeFile(join(FOLDER, name), picture);
          }
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
    for (const [person, language] of [
      ['asi.rep', 'en'],
      ['auditor', 'fr'],
    ] as const) {
      const visitor = await Visitor.signedIn(on.browser, on.product.url, person, { language });
      for (const view of ['', 'request', 'documents', 'papers', 'progress', 'follow-up']) {
        await visitor.open(`/agreements/${agreement}/${view}`);
        await visitor.settled();
        for (const empty of await visitor.page.locator('main .empty').all()) {
          lists += 1;
          const [title = '', ...words] = (await empty.innerText())
            .split('\n')
            .filter((l) => l !== '');
          const offered = await empty.locator('a[href], button').count();
          if (title.length < 10 || words.join(' ').length < 40 || offered !== 1) {
            lacking.push(`${view}: ${title} / ${words.join(' ')} / ${String(offered)}`);
          }
        }
      }
      expect(visitor.broken).toEqual([]);
      await visitor.close();
    }
    expect(lacking).toEqual([]);
    expect(lists).toBeGreaterThanOrEqual(14);
  }, 120_000);

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
});
