import { lazy, Suspense, useState } from 'react';
import { modelOf, tableOf, type AgreementAnswer, type Clause } from '../agreement/model.js';
import { Value } from '../agreement/value.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Unfold } from '../parts/unfold.js';
import type { TypedGroup } from './typed.js';

const ChangedTerms = lazy(() => import('../terms/changed-terms.js'));

export const readTexts = {
  en: {
    whole: 'Read the text that this is about',
    request: 'Read the request that this is about',
    changed: 'The text is no longer the one that you read',
    nothingSent:
      'Nothing was sent. Read what changed, then say that you have read it; only then can it be sent.',
    haveRead: 'I have read what changed',
    end: 'New end',
  },
  fr: {
    whole: 'Lire le texte dont il s’agit',
    request: 'Lire la demande dont il s’agit',
    changed: 'Le texte n’est plus celui que vous avez lu',
    nothingSent:
      'Rien n’a été envoyé. Lisez ce qui a changé, puis indiquez que vous l’avez lu ; l’envoi n’est possible qu’ensuite.',
    haveRead: 'J’ai lu ce qui a changé',
    end: 'Nouvelle fin',
  },
};

/** Fields that bind to a text by its hash. */
const HASHES = ['hash', 'documentHash', 'planHash', 'ofHash'];
/** Fields that bind to the wording of the terms. */
const OF_TERMS = ['documentHash', 'clause'];

/** Whether what would be sent binds to the text that the person has read. */
export interface ReadText {
  readonly isUnread: boolean;
  /** Once it was not: the difference stays where it is read. */
  readonly wasUnread: boolean;
  readonly confirm: () => void;
}

/** `read`: the fields as they were when the person read the text; null as long as that is not known. */
export function useReadText(
  bound: readonly string[],
  now: TypedGroup,
  read: TypedGroup | null,
): ReadText {
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const hashesOf = (typed: TypedGroup) =>
    JSON.stringify(bound.filter((name) => HASHES.includes(name)).map((name) => typed[name]));
  const current = hashesOf(now);
  const known = confirmed ?? (read === null ? null : hashesOf(read));
  return {
    isUnread: current !== '[]' && known !== current,
    wasUnread: confirmed !== null,
    confirm: () => {
      setConfirmed(current);
    },
  };
}

/** What became of the text since it was read, in place of what nobody has read being sent. */
export function ChangedSince({
  agreement,
  since,
  bound,
  clause,
  isUnread,
}: {
  readonly agreement: AgreementAnswer;
  /** The version that was read. */
  readonly since: number;
  readonly bound: readonly string[];
  readonly clause: string | null;
  readonly isUnread: boolean;
}) {
  const x = useTexts(readTexts);
  return (
    <>
      {isUnread && (
        <div className="notice" role="status">
          <h2>{x.changed}</h2>
          <p>{x.nothingSent}</p>
        </div>
      )}
      {OF_TERMS.some((name) => bound.includes(name)) && (
        <Suspense fallback={null}>
          <ChangedTerms agreement={agreement} since={since} clause={clause} />
        </Suspense>
      )}
    </>
  );
}

/** The text that a command binds to, to be read where it is accepted or signed. */
export function BoundText({
  command,
  agreement,
}: {
  readonly command: string;
  readonly agreement: AgreementAnswer;
}) {
  const x = useTexts(readTexts);
  switch (command) {
    case 'ConsentToRequest':
      return (
        <p>
          <Link to={`/agreements/${agreement.id}/request`}>{x.request}</Link>
        </p>
      );
    case 'AcceptTerms':
      return (
        <Unfold summary={x.whole}>
          {() => <Clauses clauses={tableOf(agreement).documents.clauses} />}
        </Unfold>
      );
    case 'SignAgreement':
      return (
        <Unfold summary={x.whole}>
          {() => (
            <Clauses
              clauses={modelOf(agreement).negotiation.documents.clauses.filter(
                ({ document }) => document === 'AGREEMENT',
              )}
            />
          )}
        </Unfold>
      );
    case 'SignAmendment':
      return <Unfold summary={x.whole}>{() => <AmendedText agreement={agreement} />}</Unfold>;
    default:
      return null;
  }
}

function Clauses({ clauses }: { readonly clauses: readonly Clause[] }) {
  const { language } = useSignedIn();
  return clauses
    .filter(({ value }) => value !== null)
    .map((clause) => (
      <section key={clause.clause}>
        <h3>{clause.title[language]}</h3>
        <div lang={clause.language}>
          <Value value={clause.value} name={clause.clause} />
        </div>
        {clause.translations.map((translation) => (
          <div key={translation.language} lang={translation.language}>
            <Value value={translation.value} name={clause.clause} />
          </div>
        ))}
      </section>
    ));
}

function AmendedText({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { language } = useSignedIn();
  const x = useTexts(readTexts);
  const { execution, negotiation } = modelOf(agreement);
  const open = execution.amendments.find(({ stage }) => stage === 'OPEN');
  const titles = new Map(
    negotiation.documents.clauses.map(({ clause, title }) => [clause, title[language]]),
  );
  return (
    <>
      {open?.end != null && (
        <section>
          <h3>{x.end}</h3>
          <Value value={open.end} name="end" />
        </section>
      )}
      {(open?.changes ?? []).map(({ clause, value }) => (
        <section key={clause}>
          <h3>{titles.get(clause)}</h3>
          <Value value={value} name={clause} />
        </section>
      ))}
    </>
  );
}
