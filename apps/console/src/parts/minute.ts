import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

let passed = 0;
let timer: number | undefined;
const watchers = new Set<() => void>();

const tell = () => {
  if (document.visibilityState === 'hidden') return;
  passed += 1;
  for (const watcher of watchers) watcher();
};

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (watchers.size === 1) {
    timer = window.setInterval(tell, MINUTE_MS);
    // A page that was out of sight may have stood for days.
    document.addEventListener('visibilitychange', tell);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', tell);
  };
}

/** Shows again what depends on the time of day: each minute, and when the page comes into sight. */
export const useEachMinute = (): void => {
  useSyncExternalStore(watch, () => passed);
};
