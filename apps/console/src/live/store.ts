import { useSyncExternalStore } from 'react';

/** An entry of the record that this person may see. */
export interface Change {
  readonly agreement: string;
  readonly version: number;
  readonly index: number;
}

export interface LiveState {
  /** The newest change of each agreement since the console was opened. */
  readonly newest: ReadonlyMap<string, Change>;
  /** Index of the newest entry that was told of; what is loaded from here on shows it. */
  readonly index: number;
  /** The session is over: nothing more is told, and nothing can be sent. */
  readonly isEnded: boolean;
}

const NOTHING: LiveState = { newest: new Map(), index: -1, isEnded: false };

let state = NOTHING;
const known = new Map<string, number>();
const listeners = new Set<() => void>();

function become(next: LiveState): void {
  state = next;
  for (const listener of listeners) listener();
}

export const live = {
  current: (): LiveState => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  /** Takes in a change; one that was taken in before is left out (a tab may hear it twice). */
  tell: (change: Change): void => {
    if (change.index <= state.index) return;
    const newest = new Map(state.newest).set(change.agreement, change);
    become({ ...state, newest, index: change.index });
  },
  /** This version of the agreement has been seen, or was made by this person: it is no news. */
  know: (agreement: string, version: number): void => {
    if (version <= (known.get(agreement) ?? 0)) return;
    known.set(agreement, version);
    if (state.newest.has(agreement)) become({ ...state });
  },
  isNews: (change: Change): boolean => change.version > (known.get(change.agreement) ?? 0),
  begin: (index: number): void => {
    become({ ...state, index: Math.max(state.index, index), isEnded: false });
  },
  end: (): void => {
    if (!state.isEnded) become({ ...state, isEnded: true });
  },
  forget: (): void => {
    known.clear();
    become(NOTHING);
  },
};

export const useLive = (): LiveState => useSyncExternalStore(live.subscribe, live.current);

/** A newer version of the agreement than this one, once it is told of. */
export function useNewerVersion(agreement: string, version: number): number | null {
  const change = useLive().newest.get(agreement);
  return change !== undefined && change.version > version ? change.version : null;
}
