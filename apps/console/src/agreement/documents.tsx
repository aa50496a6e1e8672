import { useState } from 'react';
import { useSignedIn } from '../console.js';
import { Link } from '../parts/link.js';
import { Empty, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import { ClauseEditor } from './clause-editor.js';
import { modelOf, type AgreementAnswer, type Clause } from './model.js';
import { WordDifference } from './word-difference.js';
import { Value } from './value.js';

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
  const { clauses } = negotiation.documents;
  if (negotiation.openedAt === null) return <Empty title={t.documents.notYet} />;
  const may = (command: string) =>
    agreement.actions.some((action) => action.command === command && action.allowed);
  const proposing = ['ProposeTerms', 'CounterTerms'].find(may) ?? null;
  return (
    <>
      <section aria-labelledby="acceptances">
        <h2 id="acceptances">{t.documents.state}</h2>
        <ul>
          {(['LEAD', 'TWINNED'] as const).map((side) => (
            <li key={side}>
              {word(side, 'side')}:{' '}
              {negotiation.signatures.find((s) => s.side === side) !== undefined
                ? t.documents.signed
                : negotiation.acceptances.some((a) => a.side === side)
                  ? t.documents.accepted
                  : t.documents.notAccepted}
            </li>
          ))}
        </ul>
        {negotiation.frozenAt !== null && (
          <p>
            {t.documents.frozen} <Moment at={negotiation.frozenAt} />
          </p>
        )}
        {may('AcceptTerms') && (
          <Link className="button primary" to={`/agreements/${agreement.id}/do/AcceptTerms`}>
            {t.documents.acceptAll}
          </Link>
        )}
      </section>
      {(['AGREEMENT', 'PLAN'] as const).map((document) => (
        <section key={document} aria-labelledby={`document-${document}`}>
          <h2 id={`document-${document}`}>{t.documents[document]}</h2>
          {clauses
            .filter((clause) => clause.document === document)
            .map((clause) => (
              <ClauseCard
                key={clause.clause}
                agreement={agreement}
                clause={clause}
                proposing={proposing}
                mayAccept={may('AcceptClause')}
                onChanged={onChanged}
              />
            ))}
        </section>
      ))}
    </>
  );
}

const textIn = (value: Readonly<Record<string, unknown>> | null): string | null =>
  typeof value?.['text'] === 'string' && Object.keys(value).length === 1 ? value['text'] : null;

function ClauseCard({
  agreement,
  clause,
  proposing,
  mayAccept,
  onChanged,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: Clause;
  readonly proposing: string | null;
  readonly mayAccept: boolean;
  readonly onChanged: () => void;
}) {
  const { t, language } = useSignedIn();
  const word = useWords();
  const [editing, setEditing] = useState(false);
  const versions = modelOf(agreement).negotiation.clauses[clause.clause] ?? [];
  const before = versions.at(-2);
  const [now, old] = [textIn(clause.value), textIn(before?.value ?? null)];
  const to = (command: string) =>
    `/agreements/${agreement.id}/do/${command}?clause=${encodeURIComponent(clause.clause)}`;
  const locked = clause.kind === 'locked';
  const title = clause.title[language];
  return (
    <article className="clause" aria-labelledby={`clause-${clause.clause}`}>
      <h3 id={`clause-${clause.clause}`}>
        {title} {!clause.required && <small>{t.form.optional}</small>}
      </h3>
      {clause.value === null ? (
        <p className="quiet-text">{t.documents.unwritten}</p>
      ) : (
        <div lang={modelOf(agreement).negotiation.language}>
          <Value value={clause.value} name={clause.clause} />
        </div>
      )}
      {now !== null && old !== null && (
        <details>
          <summary>{t.documents.difference}</summary>
          <WordDifference before={old} after={now} />
        </details>
      )}
      <p className="quiet-text">
        {locked
          ? t.documents.locked
          : [
              clause.author !== null && t.documents.by(word(clause.author, 'side')),
              clause.acceptedBy.length > 0 &&
                t.documents.acceptedBy(
                  clause.acceptedBy.map((side) => word(side, 'side')).join(', '),
                ),
              versions.length > 1 && t.documents.versions(versions.length),
            ]
              .filter((part) => part !== false)
              .join(' · ')}
      </p>
      {clause.rejected !== null && (
        <p className="notice bad">
          {t.documents.rejected} {clause.rejected}
        </p>
      )}
      {!locked && !editing && (
        <div className="row">
          {mayAccept && clause.hash !== null && clause.acceptedBy.length < 2 && (
            <>
              <Link className="button" to={to('AcceptClause')}>
                {t.documents.accept} <span className="hidden">{title}</span>
              </Link>
              <Link className="button" to={to('RejectClause')}>
                {t.documents.reject} <span className="hidden">{title}</span>
              </Link>
            </>
          )}
          {proposing !== null && (
            <button
              type="button"
              onClick={() => {
                setEditing(true);
              }}
            >
              {t.documents.propose} <span className="hidden">{title}</span>
            </button>
          )}
        </div>
      )}
      {editing && proposing !== null && (
        <ClauseEditor
          agreement={agreement}
          clause={clause}
          command={proposing}
          onClose={() => {
            setEditing(false);
          }}
          onChanged={onChanged}
        />
      )}
    </article>
  );
}
