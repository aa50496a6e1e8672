import { lazy, Suspense, useEffect, useRef } from 'react';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Loading, Moment } from '../parts/page.js';
import { ClauseRecord } from '../terms/clause-record.js';
import { useWords } from '../words.js';
import type { ClauseFormProps } from './clause-editor.js';
import { mayAnswer } from './clause-state.js';
import { LaterTexts } from './later-texts.js';
import { translationsOf } from './later-translations.js';
import { modelOf, sideOf, tableOf, valueInForce } from './model.js';
import { agreementTexts } from './texts.js';
import type { ClauseComment } from './use-comments.js';
import type { Review } from './use-review.js';
import { Value } from './value.js';
import { otherThan } from './written-in.js';

const OpenForm = lazy(() => import('./clause-form.js'));

/** What is being done with a clause: one form at a time on the page. */
export interface Doing {
  readonly clause: string;
  readonly command: string;
}

export interface ClauseCardProps
  extends Pick<ClauseFormProps, 'agreement' | 'clause' | 'onChanged'> {
  readonly comments: readonly ClauseComment[];
  readonly review: Review;
  readonly doing: Doing | null;
  readonly onDoing: (doing: Doing | null) => void;
}

export function ClauseCard({
  agreement,
  clause,
  comments,
  review,
  doing,
  onDoing,
  onChanged,
}: ClauseCardProps) {
  const { t, language } = useSignedIn();
  const x = useTexts(agreementTexts).clauses;
  const word = useWords();
  const negotiation = tableOf(agreement);
  const versions = negotiation.clauses[clause.clause] ?? [];
  const locked = clause.kind === 'locked';
  const title = clause.title[language];
  const stands = [
    clause.author !== null && t.documents.by(word(clause.author, 'side')),
    clause.acceptedBy.length > 0 &&
      t.documents.acceptedBy(clause.acceptedBy.map((side) => word(side, 'side')).join(', ')),
  ].filter((part) => part !== false);
  const { amending, documents } = modelOf(agreement).negotiation;
  const said = amending === null ? translationsOf(clause, negotiation.waived) : clause;
  const other = otherThan(said.language);
  const signed = documents.clauses.find((each) => each.clause === clause.clause);
  const stand = amending === null ? valueInForce(clause) : clause.value;
  const untranslated =
    clause.value !== null && !said.translations.some((each) => each.language === other);
  const owed = said.untranslated.includes(other);
  const isOpen = doing?.clause === clause.clause;
  const { heading, form } = useFocusOf(isOpen);
  return (
    <article className="clause" aria-labelledby={`clause-${clause.clause}`}>
      <h3 id={`clause-${clause.clause}`} tabIndex={-1} ref={heading}>
        {title} {!clause.required && <small>{t.form.optional}</small>}
      </h3>
      {stand === null ? (
        <p className="quiet-text">{t.documents.unwritten}</p>
      ) : (
        <div
          lang={(amending === null ? clause.later.at(-1) : undefined)?.language ?? clause.language}
        >
          <Value value={stand} name={clause.clause} />
        </div>
      )}
      {amending === null && signed !== undefined && <LaterTexts clause={signed} />}
      <p className="quiet-text">
        {locked
          ? `${t.documents.locked} ${clause.lockedBecause?.[language] ?? x.lockedWhy}`
          : stands.join(' · ')}
      </p>
      {clause.rejected !== null && (
        <p className="notice bad">
          {t.documents.rejected} {clause.rejected}
        </p>
      )}
      {said.translations.map((translation) => (
        <details key={translation.language}>
          <summary>
            {x.translation}
            {t.colon}
            {translation.language === 'fr' ? 'français' : 'English'}
            {!translation.current && ` – ${x.outdated}`}
          </summary>
          <div lang={translation.language}>
            <Value value={translation.value} name={clause.clause} />
          </div>
        </details>
      ))}
      {untranslated && (
        <p className={owed ? 'notice' : 'quiet-text'}>
          {x.untranslated[other]} {negotiation.waived.includes(other) && x.waived}
        </p>
      )}
      {!locked && versions.length > 0 && (
        <ClauseRecord agreement={agreement} clause={clause.clause} />
      )}
      {comments.length > 0 && (
        <details open>
          <summary>{x.comments(comments.length)}</summary>
          <ul className="comments">
            {comments.map((comment) => (
              <li key={comment.index}>
                <span className="quiet-text">
                  {comment.side === null ? comment.person : word(comment.side, 'side')},{' '}
                  <Moment at={comment.at} />
                </span>
                <p className="prose" dir="auto">
                  {comment.text}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isOpen ? (
        <div role="group" aria-labelledby={`clause-${clause.clause}`} tabIndex={-1} ref={form}>
          <ClauseForm
            agreement={agreement}
            clause={clause}
            command={doing.command}
            review={review}
            onClose={() => {
              onDoing(null);
            }}
            onChanged={onChanged}
          />
        </div>
      ) : (
        <ClauseActions agreement={agreement} clause={clause} title={title} onDoing={onDoing} />
      )}
    </article>
  );
}

/**
 * The button that opens a form goes when it opens, as the form's own go when it is closed: the focus goes on to what has
 * come in its place, unless the person has gone elsewhere already.
 */
function useFocusOf(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const was = useRef(isOpen);
  useEffect(() => {
    if (was.current === isOpen) return;
    was.current = isOpen;
    if (isOpen) form.current?.focus();
    else if (document.activeElement === document.body) heading.current?.focus();
  }, [isOpen]);
  return { heading, form };
}

function ClauseActions({
  agreement,
  clause,
  title,
  onDoing,
}: Pick<ClauseCardProps, 'agreement' | 'clause' | 'onDoing'> & { readonly title: string }) {
  const { t, me } = useSignedIn();
  const x = useTexts(agreementTexts).clauses;
  const may = (command: string) =>
    agreement.actions.some((action) => action.command === command && action.allowed);
  const { frozen } = tableOf(agreement).documents;
  const hasText = clause.value !== null && clause.hash !== null;
  const waits = mayAnswer(clause, sideOf(agreement, me.member));
  // One of the documents may be closed while the other is written: an amendment leaves the plan alone.
  const open = clause.kind !== 'locked' && frozen[clause.document] === null;
  const offers: readonly (readonly [string, string, boolean])[] = [
    ['AcceptClause', t.documents.accept, waits && may('AcceptClause')],
    ['RejectClause', t.documents.reject, waits && may('RejectClause')],
    ['ProposeTerms', t.documents.propose, open && may('ProposeTerms')],
    ['CommentClause', x.comment, may('CommentClause')],
    ['TranslateClause', x.translate, open && hasText && may('TranslateClause')],
  ];
  const offered = offers.filter(([, , isOffered]) => isOffered);
  if (offered.length === 0) return null;
  return (
    <div className="row">
      {offered.map(([command, text]) => (
        <button
          key={command}
          type="button"
          onClick={() => {
            onDoing({ clause: clause.clause, command });
          }}
        >
          {text} <span className="hidden">{title}</span>
        </button>
      ))}
    </div>
  );
}

/** What one writes with is loaded when somebody begins to write. */
function ClauseForm(props: ClauseFormProps & { readonly review: Review }) {
  return (
    <Suspense fallback={<Loading />}>
      <OpenForm {...props} />
    </Suspense>
  );
}
