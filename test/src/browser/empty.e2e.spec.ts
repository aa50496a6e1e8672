import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Product } from '../support/product.js';
import { launch, noBrowser } from './chromium.js';
import { ALL, isWhole } from './screens.js';
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
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([Product.start(), launch()]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  it.each(SHOWN)(
    'says what it is, why it is empty and where to go: $language, $width px, $theme',
    async (options) => {
      const lacking: string[] = [];
      const pictures = new Map<string, string>();
      for (const [person, routes] of LISTS) {
        const visitor = await Visitor.signedIn(browser, product.url, person, options);
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
});
