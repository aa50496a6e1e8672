import { lazy, Suspense } from 'react';
import { useSignedIn } from '../console.js';
import { Outcome } from '../forms/outcome.js';
import { useTexts } from '../i18n/own-texts.js';
import type { AgreementAnswer, Clause } from './model.js';
import { reviewTexts } from './review-texts.js';
import type { Review } from './use-review.js';

const ChangedTerms = lazy(() => import('../terms/changed-terms.js'));

/** What waits to be sent, clause by clause, and what came of it. */
export function ReviewBar({
  agreement,
  clauses,
  review,
}: {
  readonly agreement: AgreementAnswer;
  readonly clauses: readonly Clause[];
  readonly review: Review;
}) {
  const { language } = useSignedIn();
  const x = useTexts(reviewTexts);
  const { comments, stopped, recorded, busy } = review;
  const titleOf = (id: string) => clauses.find((c) => c.clause === id)?.title[language] ?? id;
  return (
    <>
      <div role="status">
        {recorded > 0 && <p className="notice good">{x.sent(recorded)}</p>}
        {stopped?.kind === 'AWAY' && <p className="notice">{x.away}</p>}
        {stopped?.kind === 'CHANGED' && <p className="notice">{x.changed}</p>}
      </div>
      {stopped !== null && !['AWAY', 'CHANGED', 'STORED'].includes(stopped.kind) && (
        <Outcome
          sent={stopped}
          agreement={agreement.id}
          readVersion={review.since}
          onProved={() => {
            void review.sendAll();
          }}
        />
      )}
      {stopped?.kind === 'CHANGED' && (
        <Suspense fallback={null}>
          <ChangedTerms agreement={agreement} since={review.since} clause={null} />
        </Suspense>
      )}
      {comments.length > 0 && (
        <section className="notice" aria-labelledby="review">
          <h2 id="review">{x.title}</h2>
          <p>{x.lead(comments.length)}</p>
          <ul className="plain">
            {comments.map(({ key, clause, text }) => (
              <li key={key}>
                <a href={`#clause-${clause}`}>{titleOf(clause)}</a>
                <p className="prose" dir="auto">
                  {text}
                </p>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => {
                    review.remove(key);
                  }}
                >
                  {x.remove} <span className="hidden">{titleOf(clause)}</span>
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="primary"
            disabled={busy}
            onClick={() => {
              void review.sendAll();
            }}
          >
            {x.send}
          </button>
        </section>
      )}
    </>
  );
}
