import type { createTwinningClient } from '@twinning/client';
import { type components, type Problem } from '@twinning/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetKept, KEPT_AT } from './live/kept.js';
import { line } from './live/line.js';
import { live } from './live/store.js';
import { isSameButLanguage } from './same-but-language.js';

export type Schemas = components['schemas'];
export type Client = ReturnType<typeof createTwinningClient>;
export type { Problem };

/** What kept an answer away: a problem that the API explains, or null when nothing came (status 0). */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.code ?? 'AWAY');
  }
}

interface Call<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'title' in error;

/** The data of a call; throws a `Fault` when there is none. */
export async function answered<T>(call: Promise<Call<T>>): Promise<T> {
  let outcome: Call<T>;
  try {
    outcome = await call;
  } catch {
    line.lost();
    throw new Fault(0, null);
  }
  const { data, error, response } = outcome;
  // An answer that this browser kept says nothing about the line but that it is gone.
  if (response.headers.has(KEPT_AT)) line.lost();
  else line.found();
  if (response.status === 401) live.end();
  if (data !== undefined) return data;
  throw new Fault(response.status, isProblem(error) ? error : null);
}

export interface Resource<T> {
  readonly data: T | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

// What was opened stays readable when the line is gone; forgotten when the person signs out.
const opened = new Map<string, unknown>();
export const forgetOpened = (): void => {
  opened.clear();
  void forgetKept();
};

const RELOAD = 'twinning:reload';

/** Reads again everything that is shown; what stands there stays until the new is there. */
export const reloadShown = (): void => {
  window.dispatchEvent(new Event(RELOAD));
};

/**
 * Loads once for each key, shows at once what was opened before, and keeps it when a later load fails. What is shown in
 * one language stays until it is there in the other: nothing that is open or half typed goes with the switch.
 */
export function useResource<T>(key: string | null, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<{
    readonly key: string | null;
    readonly data: T | null;
    readonly fault: Fault | null;
  }>({ key: null, data: null, fault: null });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    latest.current().then(
      (data) => {
        opened.set(key, data);
        if (wanted) setState({ key, data, fault: null });
      },
      (error: unknown) => {
        const fault = error instanceof Fault ? error : new Fault(0, null);
        if (!wanted) return;
        setState((shown) => {
          const kept = isSameButLanguage(shown.key, key) ? shown.data : null;
          return { key, data: (opened.get(key) as T | undefined) ?? kept, fault };
        });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);
  const reload = useCallback(() => {
    setRound((n) => n + 1);
  }, []);
  useEffect(() => {
    window.addEventListener(RELOAD, reload);
    return () => {
      window.removeEventListener(RELOAD, reload);
    };
  }, [reload]);
  const current = state.key === key;
  const other = isSameButLanguage(state.key, key) ? state.data : null;
  const before = key === null ? null : ((opened.get(key) as T | undefined) ?? other);
  return { data: current ? state.data : before, fault: current ? state.fault : null, reload };
}
