import { useSignedIn } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useWords } from '../words.js';
import { modelOf, type AgreementAnswer } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { Value } from './value.js';

/** What the partners ask for, and who has agreed to exactly this version of it. */
export function RequestView({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { t } = useSignedIn();
  const labels = useLabels();
  const word = useWords();
  const { form, consents } = modelOf(agreement).request;
  const entries = Object.entries(form).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return (
    <section aria-labelledby="request">
      <h2 id="request">{t.agreement.views.request}</h2>
      {entries.length === 0 ? (
        <NothingYet agreement={agreement} title={t.agreement.emptyRequest} in="request" />
      ) : (
        <dl className="answers">
          {entries.map(([name, value]) => (
            <div key={name}>
              <dt>{labels.label(name)}</dt>
              <dd>
                <Value value={value} name={name} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{t.agreement.consents}</h3>
      <ul>
        {(['LEAD', 'TWINNED'] as const).map((side) => (
          <li key={side}>
            {word(side, 'side')}
            {t.colon}
            {consents[side] === undefined
              ? t.agreement.noConsent
              : consents[side] === agreement.requestHash
                ? t.agreement.consent
                : t.agreement.oldConsent}
          </li>
        ))}
      </ul>
    </section>
  );
}
