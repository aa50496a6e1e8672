import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Product } from '../support/product.js';
import { submittedRequest } from '../support/request.js';
import { launch, noBrowser } from './chromium.js';
import { Visitor } from './visitor.js';

const LANGUAGES = ['en', 'fr'] as const;
const WIDTHS = [320, 768, 1280] as const;
const THEMES = ['light', 'dark'] as const;
const ALL = LANGUAGES.flatMap((language) =>
  WIDTHS.flatMap((width) => THEMES.map((theme) => ({ language, width, theme }))),
);
type Combination = (typeof ALL)[number];

/** Both languages, both themes, the widest and the narrowest: the daily run gives each screen one of them, in turn. */
const DAILY: readonly Combination[] = [
  { language: 'en', width: 1280, theme: 'light' },
  { language: 'fr', width: 320, theme: 'dark' },
];
const isWhole = process.env['TWINNING_WHOLE'] === '1';

/** Every screen, with each role that sees it as its own; null is nobody yet. */
const screensOf = (agreement: string): readonly (readonly [string | null, readonly string[]])[] => {
  const at = `/agreements/${agreement}`;
  const views = ['', '/request', '/documents', '/progress', '/follow-up', '/people', '/timeline'];
  return [
    [null, ['/']],
    [
      'asi.rep',
      [
        ...['/', '/?tab=others', '/?tab=done', '/agreements'],
        ...['', '?step=committee', '?step=partner', '?step=words', '?step=check'].map(
          (step) => `/new${step}`,
        ),
        ...views.map((view) => at + view),
        ...[`${at}/do/ProposeTerms`, `${at}/do/RaiseProblem`],
        ...['/registry', '/registry/committees/47878', '/registry/members/1529'],
        ...['/help', '/outbox', '/registry/nothing/here'],
      ],
    ],
    ['ies.rep', [at, `${at}/documents`]],
    ['asi.signatory', ['/', at]],
    [
      'tmb.sec',
      [
        ...['queue', 'ballots', 'reviews', 'cliff', 'reminders', 'committees'].map(
          (part) => `/desk?part=${part}`,
        ),
        ...['/', '/programme', at],
      ],
    ],
    ['tpm', ['/', '/desk', at]],
    ['auditor', ['/audit', `/audit?agreement=${agreement}`]],
  ];
};

(noBrowser === null ? describe : describe.skip)('every screen, with each role', () => {
  let product: Product;
  let browser: Browser;
  let screens: readonly { readonly person: string | null; readonly route: string }[];

  beforeAll(async () => {
    [product, browser] = await Promise.all([Product.start(), launch()]);
    const agreement = await submittedRequest(product);
    await product.act('tpm', agreement, 'approve-by-tpm');
    await product.act('tpm', agreement, 'register-in-gd');
    screens = screensOf(agreement).flatMap(([person, routes]) =>
      routes.map((route) => ({ person, route })),
    );
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  it.each(isWhole ? ALL : DAILY)(
    'has nothing that axe finds, nothing cut off, no small target: $language, $width px, $theme',
    async (options) => {
      const turn = DAILY.indexOf(options);
      const found: string[] = [];
      const shown = screens.filter((_, i) => isWhole || i % DAILY.length === turn);
      for (const person of new Set(shown.map((screen) => screen.person))) {
        const visitor =
          person === null
            ? await Visitor.at(browser, product.url, options)
            : await Visitor.signedIn(browser, product.url, person, options);
        for (const { route } of shown.filter((screen) => screen.person === person)) {
          await visitor.open(route);
          await visitor.settled();
          const faults = await faultsOf(visitor);
          found.push(...faults.map((fault) => `${person ?? 'nobody'} at ${route}: ${fault}`));
        }
        found.push(...visitor.broken);
        await visitor.close();
      }
      expect(found).toEqual([]);
    },
    900_000,
  );
});

async function faultsOf({ page }: Visitor): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - window.innerWidth',
  );
  const small = await page.evaluate<string[]>(TOO_SMALL);
  return [
    ...violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`),
    ...(over > 0 ? [`${String(over)} px too wide`] : []),
    ...small.map((name) => `a target below 24 px: ${name}`),
  ];
}

// Links within a line of text are excepted (WCAG 2.5.8).
const TOO_SMALL = `[...document.querySelectorAll('button, select, input, main .button, nav a, summary')]
  .filter((e) => e.checkVisibility())
  .filter((e) => { const { width, height } = e.getBoundingClientRect(); return (width > 1 || height > 1) && (width < 24 || height < 24) && e.type !== 'checkbox' && e.type !== 'radio'; })
  .map((e) => e.textContent || e.tagName)`;
