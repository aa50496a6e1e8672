import { createContext, useContext } from 'react';
import { useTexts } from '../i18n/own-texts.js';
import { meaningOf, type Offered } from './offered.js';
import type { Field } from './schema.js';

/** What may be taken instead of typing it again (WCAG 3.3.7). */
export const OfferedTexts = createContext<Offered>({});

const texts = {
  en: { before: 'Typed before:', take: (text: string) => `Take ${text}` },
  fr: { before: 'Déjà saisi :', take: (text: string) => `Reprendre ${text}` },
};

/** Buttons that put into the field what was typed once in this journey. */
export function TypedBefore({
  field,
  text,
  onTake,
}: {
  readonly field: Field;
  readonly text: string;
  readonly onTake: (text: string) => void;
}) {
  const x = useTexts(texts);
  const meaning = meaningOf(field.name);
  const offered = useContext(OfferedTexts);
  const others = meaning === null ? [] : (offered[meaning] ?? []).filter((each) => each !== text);
  if (text !== '' || others.length === 0) return null;
  return (
    <p className="row typed-before">
      <span className="quiet-text">{x.before}</span>
      {others.map((each) => (
        <button
          key={each}
          type="button"
          aria-label={x.take(each)}
          onClick={() => {
            onTake(each);
          }}
        >
          {each}
        </button>
      ))}
    </p>
  );
}
