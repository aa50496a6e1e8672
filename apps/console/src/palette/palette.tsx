import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useSettled } from '../parts/settled.js';
import { go, withQuery } from '../router.js';
import { matching, type PaletteEntry } from './entries.js';

const LATEST = 200;
const AT_ONCE = 12;

/** Ctrl or ⌘ and K: type a few letters of a page, an agreement or an action, and press Enter. */
export default function Palette({
  places,
  onClose,
}: {
  readonly places: readonly (readonly [address: string, text: string])[];
  readonly onClose: () => void;
}) {
  const { t, client, me, language, setLanguage, signOut } = useSignedIn();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const agreements = useResource(`palette ${me.person} ${language}`, () =>
    answered(client.GET('/v1/agreements', { params: { query: { limit: LATEST } } })),
  );
  // Beyond the latest ones, and by names that stand in no title: the service searches.
  const q = useSettled(typed.trim());
  const sought = useResource(q === '' ? null : `palette ${me.person} ${language} ${q}`, () =>
    answered(client.GET('/v1/agreements', { params: { query: { limit: AT_ONCE, q } } })),
  );
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const entryOf = (row: Schemas['AgreementPage']['items'][number]): PaletteEntry => ({
    id: row.id,
    text: `${row.leadAcronym ?? t.open} – ${row.twinnedAcronym ?? t.open} · ${
      row.committeeReference ?? ''
    } · ${row.statusText}`,
    kind: 'agreement',
    run: () => {
      go(`/agreements/${row.id}`);
    },
  });
  const entries: readonly PaletteEntry[] = [
    ...places.map(([to, text]) => ({
      id: to,
      text,
      kind: 'page' as const,
      run: () => {
        go(to);
      },
    })),
    {
      id: 'language',
      text: t.palette.language,
      kind: 'action',
      run: () => {
        setLanguage(language === 'en' ? 'fr' : 'en');
      },
    },
    { id: 'out', text: t.signOut, kind: 'action', run: () => void signOut() },
    ...(agreements.data?.items ?? []).map(entryOf),
  ];
  const { shown, isCut } = matching(
    entries,
    typed,
    typed.trim() === q ? (sought.data?.items ?? []).map(entryOf) : [],
  );
  const hasMore = isCut || (typed.trim() === q && (sought.data?.next ?? null) !== null);
  const chosen = shown[Math.min(at, shown.length - 1)];
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    dialog.current?.close();
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, shown.length - 1) + step + shown.length) % shown.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={t.palette.title} onClose={onClose}>
      <label htmlFor={`${list}-input`}>{t.palette.label}</label>
      <input
        id={`${list}-input`}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onKeyDown={onKey}
        onChange={(e) => {
          setTyped(e.target.value);
          setAt(0);
        }}
      />
      <p className="hidden" role="status">
        {shown.length === 0
          ? t.palette.none
          : hasMore
            ? t.palette.more(shown.length)
            : t.palette.found(shown.length)}
      </p>
      {shown.length === 0 && <p className="quiet-text">{t.palette.none}</p>}
      <ul id={list} role="listbox" aria-label={t.palette.title}>
        {shown.map((entry) => (
          <li
            key={entry.id}
            id={`${list}-${entry.id}`}
            role="option"
            aria-selected={entry === chosen}
            onClick={() => {
              run(entry);
            }}
          >
            <span>{entry.text}</span>
            <span className="quiet-text">{t.palette[entry.kind]}</span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="quiet-text">
          {t.palette.more(shown.length)}{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              dialog.current?.close();
              go(`/agreements${withQuery(new URLSearchParams(), { q })}`);
            }}
          >
            {t.nav.agreements}
          </button>
        </p>
      )}
    </dialog>
  );
}
