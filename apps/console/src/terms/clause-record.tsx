import { useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded, Moment } from '../parts/page.js';
import { Unfold } from '../parts/unfold.js';
import { BesideButton } from './beside-button.js';
import { CompareVersions } from './compare-versions.js';
import { Parts } from './pieces.js';
import { SentenceOrigin } from './sentence-origin.js';
import { textsNow } from './sentences.js';
import { termsTexts } from './texts.js';
import { Translations } from './translations.js';
import { useWriter } from './use-writer.js';

type History = Schemas['ClauseHistory'];
type Version = History['versions'][number];

/** Every version of a clause with its writer, and for each sentence who proposed it; loaded when somebody asks. */
export function ClauseRecord({
  agreement,
  clause,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
}) {
  const x = useTexts(termsTexts);
  return (
    <Unfold summary={x.record}>{() => <Versions agreement={agreement} clause={clause} />}</Unfold>
  );
}

function Versions({
  agreement,
  clause,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
}) {
  const { client } = useSignedIn();
  const x = useTexts(termsTexts);
  const [beside, setBeside] = useState(false);
  const history = useResource(`clause ${agreement.id} ${clause} ${String(agreement.version)}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/clauses/{clause}/history', {
        params: { path: { agreement: agreement.id, clause } },
      }),
    ),
  );
  return (
    <Loaded of={history}>
      {({ versions, translations }) => (
        <>
          {versions.length === 0 && <p className="quiet-text">{x.none}</p>}
          {versions.length > 1 && (
            <p>
              <BesideButton beside={beside} onChange={setBeside} />
            </p>
          )}
          <ol className="versions" reversed>
            {versions
              .map((version, i) => (
                <Told key={version.index} version={version} n={i + 1} beside={beside && i > 0} />
              ))
              .reverse()}
          </ol>
          {versions.length > 1 && (
            <CompareVersions
              key={versions.length}
              agreement={agreement}
              clause={clause}
              versions={versions}
              beside={beside}
            />
          )}
          <Translations history={{ clause, versions, translations }} beside={beside} />
          <SentenceOrigin
            agreement={agreement}
            clause={clause}
            texts={textsNow({ versions, translations })}
          />
        </>
      )}
    </Loaded>
  );
}

function Told({
  version,
  n,
  beside,
}: {
  readonly version: Version;
  readonly n: number;
  readonly beside: boolean;
}) {
  const x = useTexts(termsTexts);
  const writer = useWriter();
  return (
    <li>
      <p>
        <strong>{x.version(n)}</strong> · {writer(version)} · <Moment at={version.at} />
        <br />
        <span className="quiet-text">
          {x.standing[version.standing]}
          {version.replaces === null && ` · ${x.first}`}
          {version.answersTo !== null && ` · ${x.answers}`}
          {version.accepted.map((by) => ` · ${x.accepted(writer(by))}`)}
          {version.agreed !== null && (
            <>
              {' · '}
              {x.agreed} <Moment at={version.agreed.at} />
            </>
          )}
        </span>
      </p>
      {version.rejected.map((by) => (
        <p key={by.index} className="notice bad">
          {x.rejected(writer(by))} {by.reason}
        </p>
      ))}
      <Parts parts={version.difference} lang={version.language} beside={beside} />
    </li>
  );
}
