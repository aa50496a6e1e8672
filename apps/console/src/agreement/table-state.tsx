import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { useWords } from '../words.js';
import { modelOf, tableOf, type AgreementAnswer, type Side } from './model.js';
import { tableTexts } from './table-texts.js';

interface Shown {
  readonly agreement: AgreementAnswer;
  readonly may: (command: string) => boolean;
}

/** Whether a side has signed the text that is shown: the amendment's while one is open, else the agreement's. */
export function hasSigned(agreement: AgreementAnswer, side: Side): boolean {
  const { negotiation, execution } = modelOf(agreement);
  const { amending } = negotiation;
  const signed =
    amending === null
      ? negotiation.signatures
      : (execution.amendments.find((a) => a.id === amending.id)?.signed ?? []);
  return signed.some((s) => s.side === side);
}

/** The amendment whose terms lie on the table, or the way to open one. */
export function Amendment({ agreement, may }: Shown) {
  const x = useTexts(tableTexts);
  const word = useWords();
  const { amending } = modelOf(agreement).negotiation;
  const to = (command: string) => `/agreements/${agreement.id}/do/${command}`;
  const links = ['OpenAmendment', 'SignAmendment', 'WithdrawAmendment'];
  if (amending === null && !links.some(may)) return null;
  return (
    <>
      {amending !== null && (
        <div className="notice">
          <p>
            <strong>{x.open(amending.id)}</strong> {x.by(word(amending.side, 'side'))}{' '}
            <span dir="auto">{amending.reason}</span>
          </p>
          <p>{x.inForceStays}</p>
        </div>
      )}
      <p className="row">
        {may('OpenAmendment') && <Link to={to('OpenAmendment')}>{x.begin}</Link>}
        {may('SignAmendment') && (
          <Link
            className="button primary"
            to={`${to('SignAmendment')}?read=${String(agreement.version)}`}
          >
            {x.sign}
          </Link>
        )}
        {amending !== null && may('ReopenTerms') && <Link to={to('ReopenTerms')}>{x.reopen}</Link>}
        {may('WithdrawAmendment') && <Link to={to('WithdrawAmendment')}>{x.withdraw}</Link>}
      </p>
    </>
  );
}

/** The clauses that nobody can accept yet, because they do not stand in both languages. */
export function Untranslated({ agreement, may }: Shown) {
  const { language } = useSignedIn();
  const x = useTexts(tableTexts);
  const { clauses, frozen } = tableOf(agreement).documents;
  const owed = clauses.filter((c) => c.untranslated.length > 0 && frozen[c.document] === null);
  if (owed.length === 0) return null;
  return (
    <div className="notice">
      <p>{x.owed}</p>
      <ul>
        {owed.map((clause) => (
          <li key={clause.clause}>
            <a href={`#clause-${clause.clause}`}>{clause.title[language]}</a>
          </li>
        ))}
      </ul>
      {may('WaiveTranslation') && (
        <p>
          <Link to={`/agreements/${agreement.id}/do/WaiveTranslation`}>{x.waive}</Link>
        </p>
      )}
    </div>
  );
}
