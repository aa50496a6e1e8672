import { useState, useSyncExternalStore } from 'react';
import { useConsole } from '../console.js';
import { keepLook, keptLook, THEMES, type Look, type Theme } from './look.js';

const asked = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)');
const hasSystemContrast = (): boolean => asked().matches;
const onSystemContrast = (listener: () => void) => {
  const query = asked();
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
};

/** Light or dark, more contrast: the system's choice until the person makes their own. */
export function LookChooser() {
  const { t } = useConsole();
  const [look, setLook] = useState(keptLook);
  const systemContrast = useSyncExternalStore(onSystemContrast, hasSystemContrast);
  const choose = (part: Partial<Look>) => {
    const next = { ...look, ...part };
    setLook(next);
    keepLook(next);
  };
  return (
    <div className="look" role="group" aria-label={t.look.label}>
      <label>
        {t.look.theme}{' '}
        <select
          value={look.theme}
          onChange={(e) => {
            choose({ theme: e.target.value as Theme });
          }}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {t.look.themes[theme]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={look.contrast ?? systemContrast}
          onChange={(e) => {
            choose({ contrast: e.target.checked });
          }}
        />
        {t.look.contrast}
      </label>
    </div>
  );
}
