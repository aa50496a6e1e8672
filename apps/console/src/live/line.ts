import { useSyncExternalStore } from 'react';

let isAway = typeof navigator !== 'undefined' && !navigator.onLine;
const listeners = new Set<() => void>();

function become(away: boolean): void {
  if (away === isAway) return;
  isAway = away;
  for (const listener of listeners) listener();
}

/** Whether the service can be reached, as the last request found it. */
export const line = {
  isAway: (): boolean => isAway,
  found: (): void => {
    become(false);
  },
  lost: (): void => {
    become(true);
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('offline', line.lost);
  window.addEventListener('online', line.found);
}

export const useIsAway = (): boolean => useSyncExternalStore(line.subscribe, line.isAway);
