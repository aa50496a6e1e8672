import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium, else the one that Playwright has fetched; null where there is neither. */
const executable: string | null =
  [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;

/** Why the tests in a browser are left out here; null when they run. */
export const noBrowser: string | null =
  executable === null
    ? 'no Chromium is installed, and none of Playwright’s (npx playwright-core install chromium)'
    : null;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

if (noBrowser !== null) console.warn(`Tests in a browser are skipped: ${noBrowser}.`);
