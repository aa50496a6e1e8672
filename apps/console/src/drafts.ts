const PREFIX = 'twinning.draft.';

/** A browser that keeps nothing (private mode, full disk) only loses drafts: nothing else may break. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What was typed and not yet sent, kept in this browser until it is sent or the person signs out. */
export function readDraft<T>(name: string): T | null {
  const text = attempt(() => window.localStorage.getItem(PREFIX + name));
  return text === null ? null : attempt(() => JSON.parse(text) as T);
}

export function keepDraft(name: string, value: unknown): void {
  attempt(() => {
    window.localStorage.setItem(PREFIX + name, JSON.stringify(value));
  });
}

export function dropDraft(name: string): void {
  attempt(() => {
    window.localStorage.removeItem(PREFIX + name);
  });
}

/** Every draft of this browser goes: computers are shared. */
export function forgetDrafts(): void {
  attempt(() => {
    for (const key of Object.keys(window.localStorage)) {
      if (key.startsWith(PREFIX)) window.localStorage.removeItem(key);
    }
  });
}
