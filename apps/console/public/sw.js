// Keeps the console's own files and what was opened, so that both can be read without a connection. It never keeps what
// is sent, who signs in, or the record's proofs. The page empties OPENED when the person signs out or changes.
const SHELL = 'twinning-shell';
const OPENED = 'twinning-opened';
const KEPT_AT = 'X-Twinning-Kept';
const KEPT_MS = 24 * 3_600_000;
const NOT_KEPT = /^\/v1\/(?:session|updates|record|commands|participation)|\/case-file|\/receipt/;
const NOT_PAGES = /^\/(?:v1|oidc|docs|health|tile|checkpoint)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function page(request) {
  const shell = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shell.put('/', answer.clone());
    return answer;
  } catch (error) {
    const kept = await shell.match('/');
    if (kept === undefined) throw error;
    return kept;
  }
}

async function asset(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(request, answer.clone());
  return answer;
}

const keyOf = (request) => {
  const key = new URL(request.url);
  key.searchParams.set('in', request.headers.get('Accept-Language') ?? '');
  return key.href;
};

async function keep(cache, key, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, String(Date.now()));
  await cache.put(key, new Response(await answer.clone().arrayBuffer(), { headers }));
}

const isFresh = (kept) => Date.now() - Number(kept.headers.get(KEPT_AT)) < KEPT_MS;

async function opened(request) {
  const cache = await caches.open(OPENED);
  const key = keyOf(request);
  const kept = await cache.match(key);
  const etag = kept?.headers.get('ETag') ?? '';
  let asked = request;
  // Only a digest of the whole answer says that nothing changed; the version of an agreement does not.
  if (etag.startsWith('W/')) {
    const headers = new Headers(request.headers);
    headers.set('If-None-Match', etag);
    asked = new Request(request, { headers });
  }
  let answer;
  try {
    answer = await fetch(asked);
  } catch (error) {
    if (kept === undefined || !isFresh(kept)) throw error;
    return kept;
  }
  if (answer.status === 304 && kept !== undefined) {
    const headers = new Headers(kept.headers);
    headers.delete(KEPT_AT);
    return new Response(await kept.arrayBuffer(), { headers });
  }
  const isData = answer.headers.get('Content-Type')?.includes('json') === true;
  if (answer.status === 200 && isData) await keep(cache, key, answer);
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!NOT_PAGES.test(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (url.pathname.startsWith('/v1/') && !NOT_KEPT.test(url.pathname)) {
    event.respondWith(opened(request));
  }
});
