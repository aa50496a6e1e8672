import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Moment } from '../parts/page.js';
import { Unfold } from '../parts/unfold.js';
import { CompareTerms } from '../terms/compare-terms.js';
import { termsTexts } from '../terms/texts.js';
import { useWords } from '../words.js';
import { ClauseCard, type Doing } from './clause-card.js';
import { clauseState, waitsFor } from './clause-state.js';
import { passageTexts } from './passage-texts.js';
import { gapsIn } from './passages.js';
import { modelOf, tableOf, type AgreementAnswer, type Clause } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { ReviewBar } from './review-parts.js';
import { Amendment, hasSigned, Untranslated } from './table-state.js';
import { agreementTexts } from './texts.js';
import { useComments } from './use-comments.js';
import { useReview } from './use-review.js';

/** Why the terms cannot be accepted is said elsewhere on the page: by the stepper, and by the list of what is untranslated. */
const SAID = new Set(['WRONG_STATUS', 'TRANSLATION_OUTDATED']);

/** The agreement and its plan, clause by clause: who wrote it, who accepts it, what was there before. */
export function DocumentsView({
  agreement,
  onChanged,
}: {
  readonly agreement: AgreementAnswer;
  readonly onChanged: () => void;
}) {
  const { t } = useSignedIn();
  const word = useWords();
  const { negotiation } = modelOf(agreement);
  const terms = tableOf(agreement);
  const { clauses } = terms.documents;
  const comments = useComments(agreement);
  const review = useReview(agreement, onChanged);
  const [doing, setDoing] = useState<Doing | null>(null);
  if (negotiation.openedAt === null)
    return <NothingYet agreement={agreement} title={t.documents.notYet} in="terms" />;
  const may = (command: string) =>
    agreement.actions.some((action) => action.command === command && action.allowed);
  const accepting = agreement.actions.find(({ command }) => command === 'AcceptTerms');
  return (
    <>
      <ReviewBar agreement={agreement} clauses={clauses} review={review} />
      <section aria-labelledby="acceptances">
        <h2 id="acceptances">{t.documents.state}</h2>
        <Amendment agreement={agreement} may={may} />
        <ul>
          {(['LEAD', 'TWINNED'] as const).map((side) => (
            <li key={side}>
              {word(side, 'side')}
              {t.colon}
              {hasSigned(agreement, side)
                ? t.documents.signed
                : terms.acceptances.some((a) => a.side === side)
                  ? t.documents.accepted
                  : t.documents.notAccepted}
            </li>
          ))}
        </ul>
        {terms.frozenAt !== null && (
          <p>
            {t.documents.frozen} <Moment at={terms.frozenAt} />
          </p>
        )}
        <Untranslated agreement={agreement} may={may} />
        {accepting?.allowed === false && !SAID.has(accepting.refusal?.code ?? '') && (
          <p className="quiet-text">
            {t.documents.acceptAll}
            {t.colon}
            {accepting.refusal?.help}
          </p>
        )}
        {may('AcceptTerms') && (
          <Link
            className="button primary"
            to={`/agreements/${agreement.id}/do/AcceptTerms?read=${String(agreement.version)}`}
          >
            {t.documents.acceptAll}
          </Link>
        )}
        <Comparison agreement={agreement} />
      </section>
      {(['AGREEMENT', 'PLAN'] as const).map((document) => (
        <section key={document} aria-labelledby={`document-${document}`}>
          <h2 id={`document-${document}`}>{t.documents[document]}</h2>
          <Overview
            title={t.documents[document]}
            clauses={clauses.filter((clause) => clause.document === document)}
          />
          {clauses
            .filter((clause) => clause.document === document)
            .map((clause) => (
              <ClauseCard
                key={clause.clause}
                agreement={agreement}
                clause={clause}
                comments={comments.filter((comment) => comment.clause === clause.clause)}
                review={review}
                doing={doing}
                onDoing={setDoing}
                onChanged={onChanged}
              />
            ))}
        </section>
      ))}
    </>
  );
}

function Comparison({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(termsTexts);
  return <Unfold summary={x.compareAll}>{() => <CompareTerms agreement={agreement} />}</Unfold>;
}

/** All clauses of a document with where each stands: few words, the same for both sides. */
function Overview({
  clauses,
  title,
}: {
  readonly clauses: readonly Clause[];
  readonly title: string;
}) {
  const { language } = useSignedIn();
  const x = useTexts(agreementTexts).clauses;
  const open = useTexts(passageTexts);
  const word = useWords();
  return (
    <nav aria-label={`${x.overview}: ${title}`}>
      <ol className="overview">
        {clauses.map((clause) => {
          const state = clauseState(clause);
          const side = waitsFor(clause);
          const gaps = state === 'LOCKED' ? 0 : gapsIn([clause.value, clause.translations]);
          return (
            <li key={clause.clause}>
              <a href={`#clause-${clause.clause}`}>{clause.title[language]}</a>
              <span className={`task-${state.toLowerCase()}`}>
                {state === 'OPEN' && side !== null
                  ? x.waitsFor(word(side, 'side'))
                  : clause.rejected === null
                    ? x.task[state]
                    : x.again}
              </span>
              {gaps > 0 && <span className="gaps">{open.left(gaps)}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
