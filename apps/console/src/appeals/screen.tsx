import { Appeals } from '../agreement/appeals.js';
import { titleOf } from '../agreement/header.js';
import type { AgreementAnswer } from '../agreement/model.js';
import { useAgreement } from '../agreement/use-agreement.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Empty, Loaded, Page } from '../parts/page.js';
import { appealTexts } from './texts.js';

/** What a P-member that is no party reads of an agreement: what was decided, and its own appeals. */
export default function AppealScreen({ id }: { readonly id: string }) {
  const { t } = useSignedIn();
  const x = useTexts(appealTexts);
  const agreement = useAgreement(id, 'appeals');
  const { data } = agreement;
  return (
    <Page
      title={data === null ? x.title : titleOf(data, t)}
      lead={
        <p>
          <Link to="/appeals">{x.title}</Link>
        </p>
      }
    >
      <Loaded of={agreement}>
        {(found) => (
          <>
            <Subject agreement={found} />
            <Appeals agreement={found} />
            <Actions agreement={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Subject({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t } = useSignedIn();
  const x = useTexts(appealTexts);
  const { committee, typeText, statusText, withheld } = agreement;
  return (
    <section aria-label={x.what}>
      <dl className="facts">
        <div>
          <dt>{t.agreements.committee}</dt>
          <dd>
            {committee?.reference} {committee?.title}
            {agreement.workingGroup !== null && ` · ${agreement.workingGroup}`}
          </dd>
        </div>
        <div>
          <dt>{t.agreements.type}</dt>
          <dd>{typeText}</dd>
        </div>
        <div>
          <dt>{t.agreements.status}</dt>
          <dd>{statusText}</dd>
        </div>
      </dl>
      <p className="quiet-text">
        {t.agreement.withheld(withheld.map(({ text }) => text).join(', '))}
      </p>
    </section>
  );
}

function Actions({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t } = useSignedIn();
  const x = useTexts(appealTexts);
  const open = agreement.actions.filter((action) => action.allowed);
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{x.actions}</h2>
      {open.length === 0 ? (
        <Empty title={x.noActions}>{agreement.actions[0]?.refusal?.help}</Empty>
      ) : (
        <ul className="due-actions">
          {open.map(({ command, text, clause }) => (
            <li key={command}>
              <Link className="button" to={`/appeals/${agreement.id}/do/${command}`}>
                {text}
              </Link>{' '}
              <span className="quiet-text">{t.clause(clause)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
