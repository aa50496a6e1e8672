import type { Action } from '../agreement/model.js';
import { useTexts } from '../i18n/own-texts.js';
import { useWords } from '../words.js';
import { leftOut } from './suited.js';

const texts = {
  en: {
    title: (n: number) =>
      n === 1 ? 'One choice is not offered – why' : `${String(n)} choices are not offered – why`,
  },
  fr: {
    title: (n: number) =>
      n === 1
        ? 'Un choix n’est pas proposé – pourquoi'
        : `${String(n)} choix ne sont pas proposés – pourquoi`,
  },
};

/** What a list does not offer for this agreement, and why: nobody looks for it in vain. */
export function LeftOut({ choices }: { readonly choices: Action['choices'] }) {
  const x = useTexts(texts);
  const word = useWords();
  const left = leftOut(choices);
  if (choices === undefined || left.length === 0) return null;
  const reasons = [...new Set(left.map(({ refusal }) => refusal?.title))];
  return (
    <details>
      <summary>{x.title(left.length)}</summary>
      {reasons.map((reason) => {
        const closed = left.filter(({ refusal }) => refusal?.title === reason);
        return (
          <div className="closed" key={reason}>
            <h2>{reason}</h2>
            <p className="quiet-text">{closed[0]?.refusal?.help}</p>
            <ul>
              {closed.map(({ value }) => (
                <li key={value}>{word(value, choices.field)}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
