import { Value } from '../agreement/value.js';
import type { Schemas } from '../api.js';
import { useTexts } from '../i18n/own-texts.js';
import { Moment } from '../parts/page.js';
import { Parts } from './pieces.js';
import { termsTexts } from './texts.js';
import { useWriter } from './use-writer.js';

type History = Schemas['ClauseHistory'];

/** Every translation of a clause with its text, its writer, the version that it translates, and what it changed in the one before. */
export function Translations({
  history: { clause, versions, translations },
  beside,
}: {
  readonly history: Pick<History, 'clause' | 'versions' | 'translations'>;
  readonly beside: boolean;
}) {
  const x = useTexts(termsTexts);
  const writer = useWriter();
  if (translations.length === 0) return null;
  const ofVersion = (hash: string) => {
    const at = versions.findLastIndex((v) => v.hash === hash);
    return at === -1 ? '' : ` · ${x.ofVersion(at + 1)}`;
  };
  const hasEarlier = (i: number) =>
    translations.slice(0, i).some(({ language }) => language === translations[i]?.language);
  return (
    <>
      <h4>{x.translations}</h4>
      <ul className="plain">
        {translations.map((each, i) => (
          <li key={each.index}>
            <details>
              <summary>
                {x.translated(x.languages[each.language])}
                {ofVersion(each.ofHash)} · {writer(each)} · <Moment at={each.at} />
                {each.waived && ` · ${x.waived}`}
                {each.withdrawn && ` · ${x.withdrawn}`}
              </summary>
              <div lang={each.language}>
                <Value value={each.value} name={clause} />
              </div>
              {hasEarlier(i) && (
                <>
                  <p className="quiet-text">{x.sinceTranslation}</p>
                  <Parts parts={each.difference} lang={each.language} beside={beside} />
                </>
              )}
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
