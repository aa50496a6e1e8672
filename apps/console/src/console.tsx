import { createTwinningClient } from '@twinning/client';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answered, Fault, forgetOpened, type Client, type Schemas } from './api.js';
import { forgetDrafts } from './drafts.js';
import { firstLanguage, keepLanguage, keptLanguage, type Language } from './i18n/language.js';
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

const catalogue = (language: Language): Promise<Texts> =>
  language === 'fr'
    ? import('./i18n/fr.js').then((module) => module.fr)
    : import('./i18n/en.js').then((module) => module.en);

interface Known {
  readonly me: Me | null;
  readonly offset: number;
}

async function whoAmI(client: Client): Promise<Known> {
  try {
    const me = await answered(client.GET('/v1/me'));
    return { me, offset: Date.parse(me.now) - Date.now() };
  } catch (error) {
    if (error instanceof Fault && error.status === 401) return { me: null, offset: 0 };
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
      if (known.me !== null && known.me.person !== person) forgetOpened();
      await refreshMe();
    },
    signOut: async () => {
      const response = await session('DELETE');
      forgetOpened();
      forgetDrafts();
      const { logout } = (await response.json().catch(() => ({}))) as { logout?: string | null };
      if (typeof logout === 'string') window.location.assign(logout);
      else setKnown({ me: null, offset: known.offset });
    },
  };
  return <Context value={console}>{children}</Context>;
}
