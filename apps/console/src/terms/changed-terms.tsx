import type { ReactNode } from 'react';
import { answered, useResource } from '../api.js';
import { tableOf, type AgreementAnswer } from '../agreement/model.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loaded } from '../parts/page.js';
import { Parts } from './pieces.js';
import { termsTexts } from './texts.js';

/** What changed in the terms, or in one clause, between the version that the person read and the one that holds now. */
export default function ChangedTerms({
  agreement,
  since,
  clause,
  children,
}: {
  readonly agreement: AgreementAnswer;
  /** The version that was read. */
  readonly since: number;
  /** Only this clause is written or accepted. */
  readonly clause: string | null;
  /** What can be done about it, once it is shown. */
  readonly children?: ReactNode;
}) {
  const { client, language } = useSignedIn();
  const x = useTexts(termsTexts);
  const terms = tableOf(agreement);
  const found = useResource(
    `terms ${agreement.id} ${String(since)} ${String(agreement.version)}`,
    () =>
      answered(
        client.GET('/v1/agreements/{agreement}/terms/difference', {
          params: { path: { agreement: agreement.id }, query: { from: since } },
        }),
      ),
  );
  const clausesNow = new Map(terms.documents.clauses.map((c) => [c.clause, c]));
  return (
    <section aria-label={x.changed} className="changed-terms">
      <h2>{x.changed}</h2>
      <Loaded of={found}>
        {({ clauses }) => {
          const shown = clauses.filter((each) => clause === null || each.clause === clause);
          return (
            <>
              {shown.length === 0 && <p>{clause === null ? x.same : x.sameClause}</p>}
              {shown.map((each) => (
                <div key={each.clause}>
                  <h3>{clausesNow.get(each.clause)?.title[language] ?? each.clause}</h3>
                  {/* Each side writes in its own language, whatever the authentic one is. */}
                  <Parts
                    parts={each.parts}
                    lang={clausesNow.get(each.clause)?.language ?? terms.language}
                  />
                </div>
              ))}
              {children}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
