import type { ReactNode } from 'react';
import { answered, useResource } from '../api.js';
import { tableOf, type AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded } from '../parts/page.js';
import { Parts } from './pieces.js';
import { termsTexts } from './texts.js';

/** What differs in the terms, or in one clause, between two versions of the agreement, word by word. */
export function TermsDifference({
  agreement,
  from,
  to = null,
  clause = null,
  language: asked = null,
  beside = false,
  announced = false,
  alike,
  children,
}: {
  readonly agreement: AgreementAnswer;
  readonly from: number;
  /** Null: as they stand now. */
  readonly to?: number | null;
  /** Null: all of them. */
  readonly clause?: string | null;
  /** Null: each clause as its author wrote it. */
  readonly language?: 'en' | 'fr' | null;
  readonly beside?: boolean;
  /** What came of a choice is told, in one sentence. */
  readonly announced?: boolean;
  /** What is said where nothing differs. */
  readonly alike: string;
  /** What can be done about it, once it is shown. */
  readonly children?: ReactNode;
}) {
  const { client, language } = useSignedIn();
  const x = useTexts(termsTexts);
  const terms = tableOf(agreement);
  const query = { from, ...(to !== null && { to }), ...(asked !== null && { language: asked }) };
  const until = to ?? agreement.version;
  const found = useResource(
    `terms ${agreement.id} ${String(from)} ${String(until)} ${asked ?? ''}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/terms/difference', {
          params: { path: { agreement: agreement.id }, query },
        }),
      ),
  );
  const clausesNow = new Map(terms.documents.clauses.map((c) => [c.clause, c]));
  // Each side writes in its own language, whatever the authentic one is; of earlier wordings it is not told.
  const languageOf = (id: string) =>
    asked ?? (until === agreement.version ? clausesNow.get(id)?.language : undefined);
  return (
    <Loaded of={found}>
      {({ clauses, sameText }) => {
        const shown = clauses.filter((each) => clause === null || each.clause === clause);
        // The words of a clause or language may be the same where the whole is another text.
        const isSame = sameText || clause !== null || asked !== null;
        return (
          <>
            {(shown.length === 0 || announced) && (
              <p role={announced ? 'status' : undefined}>
                {shown.length > 0 ? x.differs(shown.length) : isSame ? alike : x.otherText}
              </p>
            )}
            {shown.map((each) => (
              <div key={`${each.clause} ${each.language ?? ''}`}>
                <h3>
                  {clausesNow.get(each.clause)?.title[language] ?? each.clause}
                  {each.language !== null &&
                    asked === null &&
                    ` – ${x.translation(x.languages[each.language])}`}
                </h3>
                <Parts
                  parts={each.parts}
                  lang={each.language ?? languageOf(each.clause)}
                  beside={beside}
                />
              </div>
            ))}
            {children}
          </>
        );
      }}
    </Loaded>
  );
}
