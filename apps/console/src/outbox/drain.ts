import type { Client } from '../api.js';
import { dropDraft } from '../drafts.js';
import { send, type Sent } from '../forms/send.js';
import { line } from '../live/line.js';
import { live } from '../live/store.js';
import { isUnderWay, outbox, type Entry } from './store.js';

const AGAIN_MS = 5_000;
/** Where a service that is asked too often does not say for how long. */
const PAUSE_S = 60;
let notBefore = 0;

/** For how many seconds a service that is asked too often wants to be left alone; null for every other answer. */
function pauseAfter(sent: Sent): number | null {
  if (sent.kind !== 'REFUSED' || sent.problem.status !== 429) return null;
  const { retryAfter } = sent.problem.details;
  return typeof retryAfter === 'number' ? retryAfter : PAUSE_S;
}

/**
 * What was written on the same version waits upon what the person's own command has made of it: nothing of others lies
 * in between, or that command had been refused. It was not carried out on the earlier version, so it is a new command.
 */
function carryOn(done: Entry, version: number): void {
  for (const entry of outbox.current()) {
    const isBehind = entry.state === 'WAITING' && entry.agreement === done.agreement;
    if (isBehind && done.agreement !== null && entry.version === done.version) {
      outbox.change(entry.key, { version, key: crypto.randomUUID() });
    }
  }
}

/** What becomes of a waiting command after an attempt; answers whether the next one may be tried. */
export function settle(entry: Entry, sent: Sent): boolean {
  const pause = pauseAfter(sent);
  if (pause !== null) {
    notBefore = Date.now() + pause * 1_000;
    return false;
  }
  const isAnswer = sent.kind !== 'AWAY' && sent.kind !== 'SIGNED_OUT' && sent.kind !== 'STORED';
  if (isAnswer && entry.draft !== null) outbox.tell(entry.draft, sent);
  switch (sent.kind) {
    case 'DONE':
      outbox.drop(entry.key);
      if (entry.draft !== null) dropDraft(entry.draft);
      live.know(sent.agreement, sent.version);
      carryOn(entry, sent.version);
      return true;
    case 'STORED':
      outbox.change(entry.key, { state: 'STORED' });
      return true;
    case 'AWAY':
      return false;
    case 'SIGNED_OUT':
      live.end();
      return false;
    case 'CHANGED':
    case 'PROOF':
      outbox.change(entry.key, { state: sent.kind });
      return true;
    case 'FAULTS':
      outbox.change(entry.key, { state: 'REFUSED' });
      return true;
    case 'REFUSED':
      outbox.change(entry.key, { state: 'REFUSED', problem: sent.problem });
      return true;
  }
}

/**
 * The next to be sent: the oldest of its agreement, and not tried yet in this round. Upon which version a later one
 * goes is known only when the one in front of it is carried out.
 */
export function nextOf(entries: readonly Entry[], tried: ReadonlySet<string>): Entry | undefined {
  const isFirst = (entry: Entry, i: number) =>
    entry.agreement === null ||
    !entries.slice(0, i).some((e) => e.agreement === entry.agreement && isUnderWay(e));
  return entries.find((e, i) => isUnderWay(e) && !tried.has(e.key) && isFirst(e, i));
}

/**
 * Sends what waits, oldest first, each under the key it was first sent with; what the service has stored is asked for
 * under its key as well.
 */
async function sendAll(client: Client): Promise<void> {
  outbox.refresh();
  const tried = new Set<string>();
  // Looked for anew each time: what is carried out changes what waits behind it.
  for (;;) {
    const entry = nextOf(outbox.current(), tried);
    if (entry === undefined || !settle(entry, await send(client, entry))) return;
    tried.add(entry.key);
  }
}

/** Empties the outbox whenever the line is there, from one tab only; answers how to stop. */
export function drain(client: Client): () => void {
  const over = new AbortController();
  const attempt = () => {
    if (Date.now() < notBefore) return;
    if (!outbox.current().some(isUnderWay) || live.current().isEnded) return;
    if (!('locks' in navigator)) {
      void sendAll(client);
      return;
    }
    void navigator.locks.request('twinning.outbox', { ifAvailable: true }, (lock) =>
      lock === null ? undefined : sendAll(client),
    );
  };
  const timer = window.setInterval(attempt, AGAIN_MS);
  window.addEventListener('online', attempt, over);
  const unsubscribe = line.subscribe(attempt);
  attempt();
  return () => {
    window.clearInterval(timer);
    over.abort();
    unsubscribe();
  };
}
