import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export interface VisitorOptions {
  readonly language?: 'en' | 'fr';
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** Where the browser's clock is set to, e.g. `Etc/GMT-14`. */
  readonly zone?: string;
}

/** A person at a browser of their own. */
export class Visitor {
  /** What broke in the pages; a test expects none of it. */
  readonly broken: string[] = [];

  private constructor(
    readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.broken.push(error.message));
  }

  static async at(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
    const { language = 'en', width = 1280, theme = 'light', zone } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      locale: language === 'fr' ? 'fr-FR' : 'en-GB',
      ...(zone !== undefined && { timezoneId: zone }),
    });
    const page = await context.newPage();
    // Specs run side by side: what takes a second alone may take many.
    page.setDefaultTimeout(30_000);
    return new Visitor(url, context, page);
  }

  /** Somebody who is signed in already. */
  static async signedIn(
    browser: Browser,
    url: string,
    person: string,
    options: VisitorOptions = {},
  ): Promise<Visitor> {
    const visitor = await Visitor.at(browser, url, options);
    await visitor.context.request.post(`${url}/v1/session`, {
      data: { person },
      headers: { origin: url, 'sec-fetch-site': 'same-origin' },
    });
    return visitor;
  }

  /** Chooses a demonstration person with one click, by the name of the button. */
  async signIn(name: string): Promise<void> {
    await this.page.goto(`${this.url}/`);
    await this.button(name).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.heading()
      .waitFor()
      .catch(async (error: unknown) => {
        const shown = await this.page.locator('body').innerText();
        throw new Error(`${path} has no heading: ${shown.slice(0, 300)}`, { cause: error });
      });
  }

  /** Waits until nothing on the page says that it is loading. */
  async settled(): Promise<void> {
    await this.page
      .locator('main [role=status]', { hasText: '…' })
      .first()
      .waitFor({ state: 'detached' });
  }

  /** Waits until the browser has kept all files of the build, for reading without a connection. */
  async hasKeptFiles(): Promise<void> {
    await this.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await until(() => this.page.evaluate<boolean>(ALL_KEPT));
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: typeof name === 'string' });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByLabel(name);
  }

  /** Waits for words anywhere on the page. */
  async reads(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /** Takes the action of this name on an agreement's page, fills the fields by their ids, and sends it. */
  async act(
    agreement: string,
    action: string,
    fields: Readonly<Record<string, string>> = {},
    proof?: string | RegExp,
  ): Promise<void> {
    await this.open(`/agreements/${agreement}`);
    await this.page.locator('.actions').getByRole('link', { name: action, exact: true }).click();
    await this.page.locator('main form').waitFor();
    for (const [name, text] of Object.entries(fields)) {
      await this.page.locator(`#field-${name}`).fill(text);
    }
    await this.page.locator('main form button.primary').click();
    if (proof !== undefined) await this.button(proof).click();
    await this.page.locator('.notice.good').waitFor();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

const ALL_KEPT = `Promise.all([
  fetch('/files.json').then((answer) => answer.json()),
  caches.open('twinning-shell').then((cache) => cache.keys()),
]).then(([files, keys]) => {
  const kept = new Set(keys.map(({ url }) => new URL(url).pathname));
  return files.every((file) => kept.has(file));
})`;

/** Waits up to half a minute until something holds; what is expected afterwards says whether it did. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 300; left > 0 && !(await holds()); left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
