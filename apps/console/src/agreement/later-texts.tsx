import { useSignedIn } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day } from '../parts/page.js';
import { Parts } from '../terms/pieces.js';
import { clauseText } from './clause-text.js';
import { laterWords } from './later-words.js';
import type { Clause } from './model.js';

type Later = Clause['later'][number];

/** Under which amendment the text above is in force, and word by word what each has put in the place of what. */
export function LaterTexts({ clause }: { readonly clause: Clause }) {
  const { t } = useSignedIn();
  const labels = useLabels();
  const x = useTexts(laterWords);
  const last = clause.later.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <p className="notice">
        <Origin of={last} />
      </p>
      <details>
        <summary>{x.history}</summary>
        <ol className="versions" reversed>
          {clause.later
            .map((later, i) => (
              <li key={(later.amendment ?? '') + String(i)}>
                <p className="quiet-text">
                  <Origin of={later} />
                </p>
                <Parts parts={later.difference ?? []} lang={later.language} />
              </li>
            ))
            .reverse()}
          <li>
            <p className="quiet-text">{x.signed}</p>
            <p className="prose" lang={clause.language}>
              {clauseText(clause.value, labels.label, t.colon)}
            </p>
          </li>
        </ol>
      </details>
    </>
  );
}

function Origin({ of }: { readonly of: Later }) {
  const { t } = useSignedIn();
  const x = useTexts(laterWords);
  return (
    <>
      {of.amendment === null ? x.revised : x.amended(of.amendment)}
      {of.on !== null && (
        <>
          {t.colon}
          {x.since} <Day day={of.on} />
        </>
      )}
    </>
  );
}
