import type { Action } from '../agreement/model.js';
import { useTexts } from '../i18n/own-texts.js';
import { useWords } from '../words.js';
import { leftOut } from './suited.js';

const texts = {
  en: {
    title: (n: number) =>
      `Why ${n === 1 ? 'one choice is' : `${String(n)} choices are`} not offered`,
  },
  fr: {
    title: (n: number) =>
      n === 1
        ? 'Pourquoi un choix n’est pas proposé'
        : `Pourquoi ${String(n)} choix ne sont pas proposés`,
  },
};

/** What a list does not offer for this agreement, and why: nobody looks for it in vain. */
export function LeftOut({ choices }: { readonly choices: Action['choices'] }) {
  const x = useTexts(texts);
  const word = useWords();
  const left = leftOut(choices);
  if (choices === undefined || left.length === 0) return null;
  return (
    <details>
      <summary>{x.title(left.length)}</summary>
      <dl className="value">
        {left.map(({ value, refusal }) => (
          <div key={value}>
            <dt>{word(value, choices.field)}</dt>
            <dd>
              {refusal?.title} {refusal?.help}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
