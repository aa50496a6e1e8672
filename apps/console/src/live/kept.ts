const SHELL = 'twinning-shell';
const OPENED = 'twinning-opened';

/** Header of an answer that comes from this browser: when it was kept, in milliseconds. */
export const KEPT_AT = 'X-Twinning-Kept';

/** Forgets every answer that this browser kept: computers are shared. */
export async function forgetKept(): Promise<void> {
  if ('caches' in window) await caches.delete(OPENED).catch(() => false);
}

/** Keeps the files of this build, and removes those of earlier ones. */
async function keepFiles(): Promise<void> {
  const response = await fetch('/files.json');
  if (!response.ok) return;
  const files = (await response.json()) as readonly string[];
  const shell = await caches.open(SHELL);
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !files.includes(pathname)) await shell.delete(request);
  }
  await shell.addAll(['/', ...files]);
}

/** From now on what is opened can be read without a connection; begins when the browser has nothing else to do. */
export function keepForLater(): void {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return;
  const begin = async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    const entry = document.querySelector<HTMLScriptElement>('script[type=module]')?.src;
    const shell = await caches.open(SHELL);
    if (entry === undefined || (await shell.match(entry)) === undefined) await keepFiles();
  };
  // Without it the console works as long as there is a connection.
  window.setTimeout(() => void begin().catch(() => undefined), 3_000);
}
