import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Product, type StartOptions } from '../support/product.js';
import { launch } from './chromium.js';
import { Guests } from './guests.js';

/** What the tests of one file work with; there from the first test on. */
export interface Stage {
  readonly product: Product;
  readonly browser: Browser;
  readonly guests: Guests;
}

interface Wanted extends StartOptions {
  /** What stands before the first test. */
  readonly prepare?: (stage: Stage) => Promise<void>;
}

/** A product and a browser for the tests of a file. After each test the guests leave, and nothing may have broken in their pages. */
export function onStage({ prepare, ...options }: Wanted = {}): Stage {
  const stage = {} as { -readonly [K in keyof Stage]: Stage[K] };
  beforeAll(async () => {
    const [product, browser] = await Promise.all([Product.start(options), launch()]);
    Object.assign(stage, { product, browser, guests: new Guests(browser, product.url) });
    await prepare?.(stage);
  }, 300_000);
  afterEach(async () => {
    expect(await stage.guests.leave()).toEqual([]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.product.stop();
  });
  return stage;
}
