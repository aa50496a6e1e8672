const isFromHost = (to: URL, from: URL): boolean => to.host === from.host;

/** A browser as far as signing in needs one: cookies by host and path, redirects followed, forms posted. */
export class Browser {
  private readonly jar = new Map<string, { value: string; path: string; isStrict: boolean }>();

  /** With the issuer on a site of its own: what it sends back brings no cookie that is SameSite=Strict. */
  constructor(private readonly issuerIsElsewhere = false) {}

  /** Every address visited, in order. */
  readonly visited: string[] = [];

  cookies(path: string, isFromElsewhere = false): string {
    return [...this.jar]
      .filter(([, cookie]) => path.startsWith(cookie.path) && !(isFromElsewhere && cookie.isStrict))
      .map(([name, cookie]) => `${name.split(' ')[0] ?? ''}=${cookie.value}`)
      .join('; ');
  }

  /** The value of a cookie, or undefined. */
  cookie(name: string): string | undefined {
    return [...this.jar].find(([key]) => key.split(' ')[0] === name)?.[1].value;
  }

  /** Puts a cookie into the browser as an attacker on the network might. */
  plant(name: string, value: string): void {
    this.jar.set(`${name} /`, { value, path: '/', isStrict: false });
  }

  /** Visits an address and follows redirects within the host; answers the last page. */
  async visit(address: string, form?: Record<string, string>): Promise<Page> {
    let next = new URL(address);
    let body = form === undefined ? undefined : new URLSearchParams(form);
    let wasElsewhere = false;
    for (let hops = 0; hops < 12; hops += 1) {
      this.visited.push(next.href);
      const isElsewhere = this.issuerIsElsewhere && next.pathname.startsWith('/oidc');
      wasElsewhere ||= isElsewhere;
      const response = await fetch(next, {
        redirect: 'manual',
        ...(body !== undefined && { method: 'POST', body }),
        headers: {
          cookie: this.cookies(next.pathname, wasElsewhere && !isElsewhere),
          ...(body !== undefined && { origin: next.origin, 'sec-fetch-site': 'same-origin' }),
        },
      });
      for (const line of response.headers.getSetCookie()) this.keep(line);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null || response.status < 300 || response.status > 399) {
        return { url: next.href, status: response.status, text, headers: response.headers };
      }
      const to = new URL(location, next);
      if (!isFromHost(to, next)) {
        return { url: to.href, status: response.status, text, headers: response.headers };
      }
      next = to;
      body = undefined;
    }
    throw new Error('Too many redirects.');
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const attribute = (name: string) =>
      attributes.find((a) => a.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const path = attribute('path') ?? '/';
    const key = `${pair.slice(0, at)} ${path}`;
    const gone = attribute('max-age') === '0' || (attribute('expires') ?? '').includes('1970');
    if (gone) this.jar.delete(key);
    else {
      const isStrict = attribute('samesite')?.toLowerCase() === 'strict';
      this.jar.set(key, { value: pair.slice(at + 1), path, isStrict });
    }
  }
}

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** The hidden fields and the address of the form of a page. */
export function formOf(page: Page): { action: string; fields: Record<string, string> } {
  const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1] ?? page.url;
  const inputs = page.text.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g);
  return {
    action: new URL(action.replaceAll('&#47;', '/'), page.url).href,
    fields: Object.fromEntries([...inputs].map((m) => [m[1] ?? '', m[2] ?? ''])),
  };
}
