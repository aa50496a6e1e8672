import { useSyncExternalStore } from 'react';

/** Where the person is: path and query of the page's own addresses. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const MOVED = 'twinning:moved';

let isBack = false;
if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => {
    isBack = true;
  });
}
/** Whether this place was come to by the browser's back or forward: it shows it where it was left. */
export const cameBack = (): boolean => isBack;

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** Goes to one of the console's own addresses. `replace` leaves no trace in the browser's history. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  isBack = false;
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  window.dispatchEvent(new Event(MOVED));
}

export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  const url = new URL(href);
  return { path: url.pathname, query: url.searchParams };
}

/**
 * The parameters of a path after a pattern such as `/agreements/:id`, or null when it does not match. A trailing slash
 * is no difference.
 */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern, path].map((text) => text.replace(/\/+$/, '').split('/'));
  if (wanted === undefined || given === undefined || wanted.length !== given.length) return null;
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return null;
    } else {
      try {
        found[part.slice(1)] = decodeURIComponent(value);
      } catch {
        return null;
      }
    }
  }
  return found;
}

/** The query with some values changed; null and empty remove one. Begins with `?`, or is empty. */
export function withQuery(
  query: URLSearchParams,
  change: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}
