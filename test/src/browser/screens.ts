import { AxeBuilder } from '@axe-core/playwright';
import type { Visitor } from './visitor.js';

export const LANGUAGES = ['en', 'fr'] as const;
const WIDTHS = [320, 768, 1280] as const;
const THEMES = ['light', 'dark'] as const;
export const ALL = LANGUAGES.flatMap((language) =>
  WIDTHS.flatMap((width) => THEMES.map((theme) => ({ language, width, theme }))),
);
export type Combination = (typeof ALL)[number];

/**
 * Both languages, both themes, the widest and the narrowest: the daily run shows each screen to one of those who see it,
 * in one of these, in turn.
 */
export const DAILY: readonly Combination[] = [
  { language: 'en', width: 1280, theme: 'light' },
  { language: 'fr', width: 320, theme: 'dark' },
];
export const isWhole = process.env['TWINNING_WHOLE'] === '1';

/** Every screen, with each role that sees it as its own; null is nobody yet. */
export const screensOf = (
  agreement: string,
): readonly (readonly [string | null, readonly string[]])[] => {
  const at = `/agreements/${agreement}`;
  const views = [
    '',
    '/request',
    '/documents',
    '/papers',
    '/progress',
    '/follow-up',
    '/people',
    '/timeline',
  ];
  return [
    [null, ['/', '/mail/nothing']],
    [
      'asi.rep',
      [
        ...['/', '/?tab=others', '/?tab=done', '/agreements'],
        ...['', '?step=committee', '?step=partner', '?step=words', '?step=check'].map(
          (step) => `/new${step}`,
        ),
        ...views.map((view) => at + view),
        ...['ProposeTerms', 'RaiseProblem', 'DesignateSignatory'].map((c) => `${at}/do/${c}`),
        ...['/registry', '/registry/committees/47878', '/registry/members/1529'],
        ...['/help', '/outbox', '/people', '/sessions', '/registry/nothing/here'],
      ],
    ],
    ['ies.rep', [at, `${at}/documents`]],
    // A P-member of the committee that is no party.
    [
      'afnor.rep',
      ['', `/${agreement}`, `/${agreement}/do/LodgeAppeal`].map((of) => `/appeals${of}`),
    ],
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
    ['iso.cs', ['/registry/import', '/registry/import-members', '/registry', '/people']],
    ['asi.mbua', ['/people']],
    ['auditor', ['/audit', `/audit?agreement=${agreement}`]],
  ];
};

/** What axe finds on a page that is shown, what is cut off, and targets that are too small. */
export async function faultsOf({ page }: Visitor): Promise<readonly string[]> {
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
