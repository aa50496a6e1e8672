import { useEffect, useRef, useState } from 'react';
import { useConsole } from '../console.js';
import { mayPropose } from '../roles.js';
import { go } from '../router.js';
import { placesOf } from './places.js';

const OFF = 'twinning.keys.off';

const kept = (): boolean => {
  try {
    return window.localStorage.getItem(OFF) === 'yes';
  } catch {
    return false;
  }
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export interface Keys {
  readonly open: boolean;
  /** Opens the list without a key: whoever switched them off needs a way back. */
  readonly show: () => void;
  readonly close: () => void;
  readonly off: boolean;
  readonly setOff: (off: boolean) => void;
}

/** `?` lists the keys, `g` and a letter goes somewhere. Single keys can be switched off (WCAG 2.1.4). */
export function useKeys(enabled: boolean): Keys {
  const { me } = useConsole();
  const [open, setOpen] = useState(false);
  const [off, setOffNow] = useState(kept);
  const before = useRef('');
  useEffect(() => {
    if (!enabled || off) return;
    const places = placesOf(me);
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = before.current === 'g' ? places[event.key] : undefined;
      before.current = event.key;
      if (event.key === '?') setOpen(true);
      else if (to !== undefined) {
        event.preventDefault();
        go(to);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [enabled, off, me]);
  return {
    open,
    off,
    show: () => {
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    setOff: (next) => {
      setOffNow(next);
      try {
        window.localStorage.setItem(OFF, next ? 'yes' : 'no');
      } catch {
        // It holds for this page.
      }
    },
  };
}

export function KeysDialog({ open, close, off, setOff }: Keys) {
  const { t, me } = useConsole();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const rows: readonly (readonly [string, string])[] = [
    ['?', t.keys.list],
    ['Ctrl K, ⌘ K', t.palette.key],
    ['g i', t.nav.inbox],
    ['g a', t.nav.agreements],
    ...(mayPropose(me) ? [['g n', t.nav.propose] as const] : []),
    ['g r', t.nav.registry],
    ['g h', t.nav.help],
  ];
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys-title">
      <h2 id="keys-title">{t.keys.title}</h2>
      <dl className="keys">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={off}
          onChange={(e) => {
            setOff(e.target.checked);
          }}
        />
        {t.keys.off}
      </label>
      <form method="dialog">
        <button className="primary">{t.close}</button>
      </form>
    </dialog>
  );
}
