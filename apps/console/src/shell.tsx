import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { LANGUAGES } from './i18n/language.js';
import { useConsole, type Me } from './console.js';
import type { Texts } from './i18n/en.js';
import { Strip } from './live/strip.js';
import { LookChooser } from './look/chooser.js';
import { Link } from './parts/link.js';
import { hasPeople, isDesk, mayPropose } from './roles.js';
import { cameBack, go, usePlace } from './router.js';
import { KeysDialog, useKeys } from './parts/keys.js';

const Palette = lazy(() => import('./palette/palette.js'));

/** Frame of every page: skip link, where one is, who one is, the language. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t, me, language, setLanguage, signOut } = useConsole();
  const { path } = usePlace();
  const keys = useKeys(me !== null);
  const [isPalette, setPalette] = useState(false);
  usePaletteKey(me !== null, () => {
    setPalette(true);
  });
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.history.replaceState(null, '');
    if (!cameBack()) window.scrollTo(0, 0);
  }, [path]);
  const places: readonly (readonly [string, string])[] = [
    ['/', t.nav.inbox],
    ['/agreements', t.nav.agreements],
    ...(mayPropose(me) ? [['/new', t.nav.propose] as const] : []),
    ...(isDesk(me)
      ? [['/desk', t.nav.desk] as const, ['/programme', t.nav.programme] as const]
      : []),
    ...(hasPeople(me) ? [['/people', t.nav.people] as const] : []),
    ['/registry', t.nav.registry],
    ['/audit', t.nav.audit],
    ['/help', t.nav.help],
  ];
  const isHere = (to: string) => (to === '/' ? path === '/' : path.startsWith(to));
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
            <circle cx="12" cy="16" r="9" className="ring-lead" />
            <circle cx="20" cy="16" r="9" className="ring-twinned" />
          </svg>
          Twinning
        </Link>
        <div className="who">
          {me !== null && (
            <>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  setPalette(true);
                }}
              >
                {t.palette.open} <span className="palette-key">{t.palette.openKey}</span>
              </button>
              <Link to="/sessions" className="person">
                {nameOf(me, t)}
              </Link>
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  void signOut().then(() => {
                    go('/');
                  });
                }}
              >
                {t.signOut}
              </button>
            </>
          )}
          <div className="languages" role="group" aria-label={t.language}>
            {LANGUAGES.map((each) => (
              <button
                type="button"
                key={each}
                lang={each}
                aria-pressed={language === each}
                onClick={() => {
                  setLanguage(each);
                }}
              >
                {each === 'en' ? 'English' : 'Français'}
              </button>
            ))}
          </div>
        </div>
      </header>
      {me !== null && (
        <nav className="places" aria-label={t.nav.label}>
          <ul>
            {places.map(([to, text]) => (
              <li key={to}>
                <Link to={to} aria-current={isHere(to) ? 'page' : undefined}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="bottom">
        <p>
          {t.contact} <a href="mailto:tmb@iso.org">tmb@iso.org</a> · <a href="/docs">{t.apiDocs}</a>
          {me !== null && (
            <>
              {' · '}
              <button type="button" className="quiet" onClick={keys.show}>
                {t.keys.title}
              </button>
            </>
          )}
        </p>
        <LookChooser />
      </footer>
      <Strip />
      {isPalette && me !== null && (
        <Suspense fallback={null}>
          <Palette
            places={places}
            onClose={() => {
              setPalette(false);
            }}
          />
        </Suspense>
      )}
      <KeysDialog {...keys} />
    </>
  );
}

/** Who is at work: their body and role in words, else the name that they sign in with. */
function nameOf({ person, acronym, roles }: Me, t: Texts): string {
  const role = roles
    .map((each) => t.roles[each.role as keyof Texts['roles']] as string | undefined)
    .find((text) => text !== undefined);
  return acronym === null ? (role ?? person) : `${acronym} · ${role ?? person}`;
}

/** Ctrl or ⌘ and K, wherever the focus is: a key with a modifier disturbs no typing. */
function usePaletteKey(enabled: boolean, open: () => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [enabled]);
}
