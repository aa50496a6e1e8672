import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Issuer } from '../support/issuer.js';
import { Product } from '../support/product.js';
import { launch, noBrowser } from './chromium.js';
import { faultsOf } from './screens.js';
import { Visitor } from './visitor.js';

(noBrowser === null ? describe : describe.skip)(
  'signing in where several issuers are trusted',
  () => {
    let product: Product;
    let browser: Browser;
    let issuer: Issuer;
    let folder: string;
    let url: string;

    beforeAll(async () => {
      [product, browser, issuer, folder] = await Promise.all([
        Product.start(),
        launch(),
        Issuer.start(),
        mkdtemp(join(tmpdir(), 'twinning-issuers-')),
      ]);
      const file = join(folder, 'issuers.json');
      const ies = { id: 'ies', name: 'IES', issuer: issuer.url, bodies: [1725] };
      await writeFile(file, JSON.stringify([ies]));
      url = await product.runSecondApi({ OIDC_ISSUERS_FILE: file });
    }, 300_000);
    afterAll(async () => {
      await browser.close();
      await product.stop();
      await issuer.away();
      await rm(folder, { recursive: true });
    });

    it.each([
      ['en', 'Choose who keeps your account.'],
      ['fr', 'Choisissez qui tient votre compte.'],
    ] as const)(
      'offers each of them, in %s, and leads to the one that was chosen',
      async (language, words) => {
        const visitor = await Visitor.at(browser, url, { language, width: 320 });
        await visitor.open('/agreements');
        await visitor.reads(words);
        expect(await faultsOf(visitor)).toEqual([]);
        const choices = await visitor.page.locator('main a.button').allInnerTexts();
        expect(choices).toEqual(['ISO', 'IES']);
        await visitor.page.locator('main a.button', { hasText: 'IES' }).click();
        await visitor.page.waitForURL(`${issuer.url}/authorize?**`);
        const asked = new URL(visitor.page.url()).searchParams;
        expect(asked.get('redirect_uri')).toBe(`${url}/v1/session/callback/ies`);
        await visitor.close();
      },
    );
  },
);
