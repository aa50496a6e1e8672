import { createTwinningClient } from '@twinning/client';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answered, Fault, forgetOpened, type Client, type Schemas } from './api.js';
import { forgetDrafts } from './drafts.js';
import { askEarly, forgetEarly } from './early.js';
import { KEPT_AT } from './live/kept.js';
import { follow } from './live/follow.js';
import { live } from './live/store.js';
import { drain } from './outbox/drain.js';
import { outbox } from './outbox/store.js';
import { firstLanguage, keepLanguage, keptLanguage, type Language } from './i18n/language.js';
import { catalogue } from './i18n/catalogue.js';
import type { Texts } from './i18n/en.js';

export type Me = Schemas['Me'];

/** What every screen stands on: the person, the words, the way to the API, and the server's time. */
export interface Console {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Texts;
  readonly client: Client;
  /** Null: nobody is signed in. */
  readonly me: Me | null;
  /** The server's time in milliseconds: deadlines are never counted by this computer's clock. */
  readonly now: () => number;
  /** Signs a demonstration person in; with `proof` they confirm again who they are. */
  readonly signIn: (person: string, proof?: boolean) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Asks again who is signed in. */
  readonly refreshMe: () => Promise<void>;
}

const Context = createContext<Console | null>(null);

export function useConsole(): Console {
  const console = useContext(Context);
  if (console === null) throw new Error('Outside of the console.');
  return console;
}

/** The same for screens behind the sign-in, where somebody is there. */
export function useSignedIn(): Console & { readonly me: Me } {
  const console = useConsole();
  if (console.me === null) throw new Error('Nobody is signed in.');
  return { ...console, me: console.me };
}

interface Known {
  readonly me: Me | null;
  readonly offset: number;
  /** Counts the sessions of this page. */
  readonly round: number;
}

const PERSON = 'twinning.person';
const keptPerson = (): string | null => {
  try {
    return window.localStorage.getItem(PERSON);
  } catch {
    return null;
  }
};
const keepPerson = (person: string): void => {
  try {
    window.localStorage.setItem(PERSON, person);
  } catch {
    // Then every start begins with nothing kept.
  }
};
const forgetPerson = (): void => {
  try {
    window.localStorage.removeItem(PERSON);
  } catch {
    // Nothing was kept.
  }
};
let rounds = 0;

async function whoAmI(client: Client): Promise<Known> {
  try {
    const call = await client.GET('/v1/me');
    const me = await answered(Promise.resolve(call));
    // Without a connection the answer is an earlier one: its time was the server's when it was kept.
    const askedAt = Number(call.response.headers.get(KEPT_AT) ?? Date.now());
    return { me, offset: Date.parse(me.now) - askedAt, round: rounds };
  } catch (error) {
    if (error instanceof Fault && error.status === 401)
      return { me: null, offset: 0, round: rounds };
    throw error;
  }
}

/** Same-origin requests with the session's cookie; the browser itself names the origin. */
const session = (method: 'POST' | 'DELETE', body?: unknown): Promise<Response> =>
  fetch('/v1/session', {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });

export function ConsoleProvider({
  children,
  waiting,
}: {
  readonly children: ReactNode;
  readonly waiting: (retry: (() => void) | null) => ReactNode;
}) {
  const [language, setLanguageNow] = useState(() =>
    firstLanguage(keptLanguage(), navigator.languages),
  );
  const [words, setWords] = useState<{ language: Language; t: Texts } | null>(null);
  const [known, setKnown] = useState<Known | 'AWAY' | null>(null);
  const client = useMemo(
    () => createTwinningClient({ baseUrl: window.location.origin, language }),
    [language],
  );

  useEffect(() => {
    let wanted = true;
    void catalogue(language).then((t) => {
      if (!wanted) return;
      setWords({ language, t });
      document.documentElement.lang = language;
    });
    return () => {
      wanted = false;
    };
  }, [language]);

  const ask = useMemo(
    () => () => {
      setKnown(null);
      askEarly(createTwinningClient({ baseUrl: window.location.origin, language }), language);
      whoAmI(createTwinningClient({ baseUrl: window.location.origin, language: 'en' })).then(
        setKnown,
        () => {
          setKnown('AWAY');
        },
      );
    },
    [],
  );
  useEffect(ask, [ask]);

  const person = known === null || known === 'AWAY' ? null : (known.me?.person ?? null);
  const entries = known === null || known === 'AWAY' ? 0 : (known.me?.entries ?? 0);
  const round = known === null || known === 'AWAY' ? 0 : known.round;
  useEffect(() => {
    if (person === null) return;
    if (keptPerson() !== person) forgetOpened();
    keepPerson(person);
    outbox.of(person);
    return follow(person, entries);
    // A new session of the same person begins a new stream.
  }, [person, round]);
  useEffect(() => (person === null ? undefined : drain(client)), [person, round, client]);

  if (words === null || known === null) return waiting(null);
  if (known === 'AWAY') return waiting(ask);
  const refreshMe = async () => {
    setKnown(await whoAmI(client));
  };
  const console: Console = {
    language: words.language,
    t: words.t,
    setLanguage: (next) => {
      keepLanguage(next);
      setLanguageNow(next);
    },
    client,
    me: known.me,
    now: () => Date.now() + known.offset,
    refreshMe,
    signIn: async (person, proof = false) => {
      const response = await session('POST', { person, proof });
      if (!response.ok) throw new Fault(response.status, null);
      forgetEarly();
      if (known.me !== null && known.me.person !== person) forgetOpened();
      rounds += 1;
      await refreshMe();
    },
    signOut: async () => {
      // What the service has is carried out whoever is signed in.
      const waiting = outbox.current().filter(({ state }) => state !== 'STORED').length;
      if (waiting > 0 && !window.confirm(words.t.outbox.leaving(waiting))) return;
      const response = await session('DELETE').catch(() => null);
      // Computers are shared: what lies in this browser goes in any case, also without a connection.
      forgetOpened();
      forgetEarly();
      forgetDrafts();
      outbox.forget();
      live.forget();
      forgetPerson();
      if (response?.ok !== true && response?.status !== 401) window.alert(words.t.signOutAway);
      const answer: unknown = await response?.json().catch(() => null);
      const { logout } = (answer ?? {}) as { logout?: string | null };
      if (typeof logout === 'string') window.location.assign(logout);
      else setKnown({ me: null, offset: known.offset, round: rounds });
    },
  };
  return <Context value={console}>{children}</Context>;
}
