import { useSyncExternalStore } from 'react';
import type { Problem } from '@twinning/client';
import type { Command, Sent } from '../forms/send.js';

const PREFIX = 'twinning.outbox.';

/** A command that was given and has no answer yet, or one that the person has to look at again. */
export interface Entry extends Command {
  /** What the person did, in their words. */
  readonly title: string;
  /** Page where it was written. */
  readonly at: string;
  readonly given: string;
  /** The draft that goes when it is carried out. */
  readonly draft: string | null;
  /** `STORED`: the service has it, and will say later what it came to. */
  readonly state: 'WAITING' | 'STORED' | 'CHANGED' | 'PROOF' | 'REFUSED';
  readonly problem: Problem | null;
}

/** It needs nobody's look: it is sent, or carried out, by itself. */
export const isUnderWay = ({ state }: Pick<Entry, 'state'>): boolean =>
  state === 'WAITING' || state === 'STORED';

const NONE: readonly Entry[] = [];
let person: string | null = null;
let entries: readonly Entry[] = NONE;
const listeners = new Set<() => void>();
// What came of a command that had waited, until the form it was written in asks for it.
const outcomes = new Map<string, Sent>();

function read(): readonly Entry[] {
  if (person === null) return NONE;
  try {
    return JSON.parse(window.localStorage.getItem(PREFIX + person) ?? '[]') as readonly Entry[];
  } catch {
    return entries;
  }
}

function become(next: readonly Entry[]): void {
  entries = next;
  if (person !== null) {
    try {
      window.localStorage.setItem(PREFIX + person, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing: it waits as long as the page is open.
    }
  }
  for (const listener of listeners) listener();
}

/** Commands of one person that wait in this browser, oldest first. All tabs see the same ones. */
export const outbox = {
  of: (who: string): void => {
    person = who;
    entries = read();
    for (const listener of listeners) listener();
  },
  /** Reads what other tabs have kept. */
  current: (): readonly Entry[] => entries,
  refresh: (): void => {
    entries = read();
    for (const listener of listeners) listener();
  },
  add: (entry: Entry): void => {
    become([...read().filter(({ key }) => key !== entry.key), entry]);
  },
  change: (key: string, part: Partial<Entry>): void => {
    become(read().map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  },
  /** Whether something that the person did earlier in this agreement has no outcome yet: what follows waits behind it. */
  hasInFront: (agreement: string | null): boolean =>
    agreement !== null &&
    read().some((entry) => entry.agreement === agreement && isUnderWay(entry)),
  /** Tells the form of this draft what came of its command. */
  tell: (draft: string, sent: Sent): void => {
    outcomes.set(draft, sent);
  },
  /** What came of the command of this draft, once. */
  take: (draft: string): Sent | null => {
    const sent = outcomes.get(draft) ?? null;
    outcomes.delete(draft);
    return sent;
  },
  /** Lets go of everything that was written in this form: it was sent from there. */
  dropOf: (draft: string): void => {
    if (read().some((entry) => entry.draft === draft)) {
      become(read().filter((entry) => entry.draft !== draft));
    }
  },
  drop: (key: string): void => {
    become(read().filter((entry) => entry.key !== key));
  },
  forget: (): void => {
    if (person === null) return;
    become([]);
    try {
      window.localStorage.removeItem(PREFIX + person);
    } catch {
      // A browser that keeps nothing.
    }
    person = null;
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key?.startsWith(PREFIX) === true) outbox.refresh();
  });
}

export const useOutbox = (): readonly Entry[] =>
  useSyncExternalStore(outbox.subscribe, outbox.current);
