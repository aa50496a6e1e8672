import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Day } from '../parts/page.js';
import { useWords } from '../words.js';
import type { AgreementAnswer } from './model.js';
import { cannotStartYet, mayRecordItems, type PlanNow } from './plan.js';
import { agreementTexts } from './texts.js';

/** The work packages of the plan, and which of them were delivered. */
export function Packages({
  plan,
  agreement,
}: {
  readonly plan: PlanNow;
  readonly agreement: AgreementAnswer;
}) {
  const x = useTexts(agreementTexts).work;
  const word = useWords();
  const mayRecord = mayRecordItems(agreement);
  const standing = cannotStartYet(agreement) ? (
    <span className="quiet-text">{x.cannotStart}</span>
  ) : (
    x.open
  );
  return (
    <section aria-labelledby="packages">
      <h2 id="packages">{x.packages}</h2>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.package}</th>
            <th scope="col">{x.owner}</th>
            <th scope="col">{x.month}</th>
            <th scope="col">{x.deliverable}</th>
            <th scope="col">{x.delivered}</th>
          </tr>
        </thead>
        <tbody>
          {plan.workPackages.map((item) => (
            <tr key={item.id}>
              <th scope="row" lang={plan.languages.workPackages}>
                {item.title} <span className="quiet-text">{item.id}</span>
              </th>
              <td data-label={x.owner}>{word(item.owner, 'side')}</td>
              <td data-label={x.month}>{item.month}</td>
              <td data-label={x.deliverable} lang={plan.languages.workPackages}>
                {item.deliverable}
              </td>
              <td data-label={x.delivered}>
                {item.deliveredOn !== null ? (
                  <>
                    {x.deliveredOn} <Day day={item.deliveredOn} />
                  </>
                ) : mayRecord ? (
                  <Link to={`/agreements/${agreement.id}/do/RecordMilestone?item=${item.id}`}>
                    {standing}
                  </Link>
                ) : (
                  standing
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
