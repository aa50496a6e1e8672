import { useState } from 'react';
import { answered, useResource } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded, Moment } from '../parts/page.js';
import { sentencesOf, type Text } from './sentences.js';
import { termsTexts } from './texts.js';
import { useWriter } from './use-writer.js';

/** For each sentence that holds now, in each language: who wrote it, when, and in answer to what. */
export function SentenceOrigin({
  agreement,
  clause,
  texts,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
  readonly texts: readonly Text[];
}) {
  const x = useTexts(termsTexts);
  const [chosen, setChosen] = useState<string | null>(null);
  const sentences = texts.flatMap(({ value, language }) =>
    sentencesOf(value, language).map((sentence) => ({ sentence, language })),
  );
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{x.origin}</h4>
      <p className="help">{x.originLead}</p>
      <ul className="plain">
        {sentences.map(({ sentence, language }) => (
          <li key={`${language} ${sentence}`}>
            <button
              type="button"
              className="quiet"
              lang={language}
              dir="auto"
              aria-expanded={chosen === sentence}
              onClick={() => {
                setChosen(chosen === sentence ? null : sentence);
              }}
            >
              {sentence}
            </button>
            {chosen === sentence && (
              <div role="status">
                <Origin agreement={agreement} clause={clause} sentence={sentence} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Origin({
  agreement,
  clause,
  sentence,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
  readonly sentence: string;
}) {
  const { client } = useSignedIn();
  const x = useTexts(termsTexts);
  const writer = useWriter();
  const origin = useResource(
    `origin ${agreement.id} ${clause} ${String(agreement.version)} ${sentence}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/clauses/{clause}/origin', {
          params: { path: { agreement: agreement.id, clause }, query: { sentence } },
        }),
      ),
  );
  return (
    <Loaded of={origin}>
      {({ proposed, translated, inAnswerTo }) => (
        <p className="notice">
          {translated !== null && (
            <>
              <strong>{x.translatedBy(writer(translated))}</strong>, <Moment at={translated.at} /> (
              {x.entry(translated.index)}). {x.original}{' '}
            </>
          )}
          <strong>{x.proposed(writer(proposed))}</strong>, <Moment at={proposed.at} /> (
          {x.entry(proposed.index)})
          {inAnswerTo === null ? (
            `. ${x.fresh}`
          ) : (
            <>
              , {x.inAnswerTo(writer(inAnswerTo))}, <Moment at={inAnswerTo.at} />
            </>
          )}
        </p>
      )}
    </Loaded>
  );
}
