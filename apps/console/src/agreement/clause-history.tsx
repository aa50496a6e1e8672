import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useTexts } from '../i18n/own-texts.js';
import { useWords } from '../words.js';
import { clauseText } from './clause-text.js';
import { differenceOf, type Part } from './difference.js';
import type { ClauseVersion } from './model.js';
import { agreementTexts } from './texts.js';
import { WordDifference } from './word-difference.js';

/** What changed from version to version, word by word, in one text or side by side. */
export function ClauseHistory({ versions }: { readonly versions: readonly ClauseVersion[] }) {
  const { t } = useSignedIn();
  const x = useTexts(agreementTexts).clauses;
  const labels = useLabels();
  const word = useWords();
  const [beside, setBeside] = useState(false);
  const textOf = (version: ClauseVersion) => clauseText(version.value, labels.label);
  const pairs = versions.slice(1).map((after, i) => ({ before: versions[i], after, n: i + 2 }));
  return (
    <details>
      <summary>{t.documents.difference}</summary>
      <p>
        <button
          type="button"
          className="quiet"
          aria-pressed={beside}
          onClick={() => {
            setBeside(!beside);
          }}
        >
          {beside ? x.inline : x.sideBySide}
        </button>
      </p>
      <ol className="versions" reversed>
        {pairs.reverse().map(({ before, after, n }) => {
          if (before === undefined) return null;
          const texts = { before: textOf(before), after: textOf(after) };
          return (
            <li key={after.hash + String(n)}>
              <p className="quiet-text">
                {x.version(n)} · {t.documents.by(word(after.side, 'side'))}
                {before.rejected !== null && ` · ${x.rejectedBecause} ${before.rejected}`}
              </p>
              <div lang={after.language}>
                {beside ? <SideBySide {...texts} /> : <WordDifference {...texts} />}
              </div>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** Both texts whole: what is gone marked in the old one, what is new in the new one. */
function SideBySide({ before, after }: { readonly before: string; readonly after: string }) {
  const x = useTexts(agreementTexts).clauses;
  const parts = differenceOf(before, after);
  return (
    <div className="beside">
      <Column title={x.before} parts={parts.filter(({ kind }) => kind !== 'NEW')} />
      <Column title={x.after} parts={parts.filter(({ kind }) => kind !== 'OLD')} />
    </div>
  );
}

function Column({ title, parts }: { readonly title: string; readonly parts: readonly Part[] }) {
  const { t } = useSignedIn();
  return (
    <div>
      <h4>{title}</h4>
      <p className="prose difference">
        {parts.map(({ kind, text }, i) => {
          const key = String(i);
          if (kind === 'SAME') return <span key={key}>{text}</span>;
          return kind === 'NEW' ? (
            <ins key={key}>
              <span className="hidden"> {t.documents.inserted} </span>
              {text}
            </ins>
          ) : (
            <del key={key}>
              <span className="hidden"> {t.documents.deleted} </span>
              {text}
            </del>
          );
        })}
      </p>
    </div>
  );
}
