import { live, type Change } from './store.js';

const AGAIN_MS = 5_000;

type Message = { readonly kind: 'CHANGED'; readonly change: Change } | { readonly kind: 'ENDED' };

function take(message: Message): void {
  if (message.kind === 'CHANGED') live.tell(message.change);
  else live.end();
}

/** Whether the session is over; unknown while the line is bad. */
async function isSignedOut(): Promise<boolean> {
  try {
    const response = await fetch('/v1/session', { headers: { Accept: 'application/json' } });
    const { signedIn } = (await response.json()) as { signedIn?: boolean };
    return response.ok && signedIn === false;
  } catch {
    return false;
  }
}

/**
 * Listens to the service until it is stopped, behind the entry that was told of last. The browser reconnects by itself
 * with `Last-Event-ID`; where it gives up, a new stream begins at the same place.
 */
function listen(share: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | null = null;
    let timer = 0;
    const stop = () => {
      source?.close();
      window.clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
    const all = (message: Message) => {
      take(message);
      share(message);
    };
    const open = () => {
      if (signal.aborted) return;
      source = new EventSource(`/v1/updates?after=${String(live.current().index)}`);
      source.addEventListener('changed', (event: MessageEvent<string>) => {
        all({ kind: 'CHANGED', change: JSON.parse(event.data) as Change });
      });
      source.addEventListener('ended', () => {
        all({ kind: 'ENDED' });
        stop();
      });
      source.addEventListener('error', () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        void isSignedOut().then((over) => {
          if (over) {
            all({ kind: 'ENDED' });
            stop();
          } else timer = window.setTimeout(open, AGAIN_MS);
        });
      });
    };
    open();
  });
}

/**
 * Follows the record for a person. One tab listens and tells the others: a browser has few connections to one host, and
 * each tab would take one for itself. Answers how to stop.
 */
export function follow(person: string, entries: number): () => void {
  const name = `twinning.updates.${person}`;
  const over = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event: MessageEvent<Message>) => {
    take(event.data);
  });
  live.begin(entries - 1);
  const share = (message: Message) => {
    if (!over.signal.aborted) channel.postMessage(message);
  };
  const { signal } = over;
  // Without locks (plain http from another host) every tab listens for itself.
  if ('locks' in navigator) {
    navigator.locks.request(name, { signal }, () => listen(share, signal)).catch(() => undefined);
  } else void listen(share, signal);
  return () => {
    over.abort();
    channel.close();
  };
}
