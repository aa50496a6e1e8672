import { useSignedIn } from '../console.js';
import { Day, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { Appeals } from './appeals.js';
import { modelOf, type AgreementAnswer, type Evaluation, type Review } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { triggerText } from './trigger.js';

/** Reviews, evaluations with their readiness, escalations, corrective actions. */
export function FollowUpView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t, language } = useSignedIn();
  const word = useWords();
  const { oversight, evaluation } = modelOf(agreement);
  return (
    <>
      <section aria-labelledby="escalations">
        <h2 id="escalations">{t.followUp.escalations}</h2>
        {oversight.escalations.length === 0 ? (
          <NothingYet agreement={agreement} title={t.followUp.noEscalations} in="escalations" />
        ) : (
          <ul className="cards">
            {oversight.escalations.map((e) => (
              <li key={e.id} className="card">
                <h3>
                  {e.id} · {t.levels[e.level as keyof typeof t.levels] ?? e.level}
                </h3>
                <p>{triggerText(e.trigger, language) ?? word(e.trigger, 'cause')}</p>
                {e.text !== null && (
                  <p className="prose" dir="auto">
                    {e.text}
                  </p>
                )}
                <p className="quiet-text">
                  {e.open ? t.followUp.openWith(word(e.owner, 'desk')) : t.followUp.settled} ·{' '}
                  {t.inbox.since} <Moment at={e.since} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="reviews">
        <h2 id="reviews">{t.followUp.reviews}</h2>
        {oversight.reviews.length === 0 ? (
          <NothingYet agreement={agreement} title={t.followUp.noReviews} in="reviews" />
        ) : (
          <ul className="reviews">
            {oversight.reviews.map((review) => (
              <ReviewCard key={review.year} review={review} />
            ))}
          </ul>
        )}
      </section>
      {oversight.actions.length > 0 && (
        <section aria-labelledby="corrective">
          <h2 id="corrective">{t.followUp.corrective}</h2>
          <ul className="cards">
            {oversight.actions.map((action) => (
              <li key={action.id} className="card">
                <p className="prose" dir="auto">
                  {action.text}
                </p>
                <p className="quiet-text">
                  {word(action.side, 'side')} · {t.inbox.until} <Day day={action.dueOn} /> ·{' '}
                  {action.confirmed
                    ? t.followUp.done
                    : action.reportedAt === null
                      ? t.followUp.notDone
                      : t.followUp.reported}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="evaluations">
        <h2 id="evaluations">{t.followUp.evaluations}</h2>
        {evaluation.evaluations.length === 0 ? (
          <NothingYet agreement={agreement} title={t.followUp.noEvaluations} in="evaluations" />
        ) : (
          evaluation.evaluations.map((e) => <EvaluationCard key={e.id} evaluation={e} />)
        )}
      </section>
      <Appeals agreement={agreement} />
    </>
  );
}

function ReviewCard({ review }: { readonly review: Review }) {
  const { t } = useSignedIn();
  const word = useWords();
  return (
    <li>
      <h3>
        {review.year} ·{' '}
        {t.reviewStages[review.stage as keyof typeof t.reviewStages] ?? review.stage}
      </h3>
      <p className="quiet-text">
        {t.inbox.until} <Day day={review.dueOn} />
      </p>
      <dl className="answers">
        {(['LEAD', 'TWINNED'] as const).map((side) => {
          const part = review.parts[side];
          return (
            <div key={side}>
              <dt>{word(side, 'side')}</dt>
              <dd>
                {part === undefined ? (
                  t.followUp.missing
                ) : (
                  <>
                    {t.followUp.rating(part.rating)}
                    {part.late && ` (${t.followUp.late})`} –{' '}
                    <span className="prose" dir="auto">
                      {part.text}
                    </span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
        {review.tpmSection !== null && (
          <div>
            <dt>{word('TPM', 'desk')}</dt>
            <dd className="prose" dir="auto">
              {review.tpmSection.text}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function EvaluationCard({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useSignedIn();
  const word = useWords();
  const { review } = evaluation;
  const stage = t.evaluationStages[evaluation.stage as keyof typeof t.evaluationStages];
  return (
    <article className="card" aria-label={evaluation.id}>
      <h3>
        {word(evaluation.kind, 'kind')} · {stage ?? evaluation.stage}
      </h3>
      <p className="quiet-text">
        {t.inbox.since} <Moment at={evaluation.since} /> · {word(evaluation.body, 'body')}
      </p>
      {review === null ? (
        <p>{t.followUp.noReadiness}</p>
      ) : (
        <>
          <p>
            <strong>{t.followUp.score(review.score)}</strong> –{' '}
            {review.recommended ? t.followUp.recommended : t.followUp.notRecommended}
          </p>
          <h4>{t.followUp.gates}</h4>
          <ul>
            {review.gates.map((gate) => (
              <li key={gate.gate}>
                {gate.met ? t.followUp.met : t.followUp.notMet}
                {t.colon}
                {word(gate.gate, 'gate')}
              </li>
            ))}
          </ul>
          <h4>{t.followUp.blocks}</h4>
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{t.followUp.block}</th>
                <th scope="col">{t.followUp.points}</th>
                <th scope="col">{t.followUp.missingItems}</th>
              </tr>
            </thead>
            <tbody>
              {review.blocks.map((block) => (
                <tr key={block.block}>
                  <th scope="row" data-label={t.followUp.block}>
                    {word(block.block, 'block')}
                  </th>
                  <td data-label={t.followUp.points}>
                    <meter min={0} max={block.of} value={block.points} aria-hidden="true" />{' '}
                    {t.followUp.of(block.points, block.of)}
                  </td>
                  <td data-label={t.followUp.missingItems}>
                    {block.items
                      .filter((item) => item.value === null)
                      .map((item) => word(item.item, 'item'))
                      .join(', ') || '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </article>
  );
}
