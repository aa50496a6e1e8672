import { useConsole } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day, Moment } from '../parts/page.js';
import { modelOf, type AgreementAnswer } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { agreementTexts } from './texts.js';

const textIn = (words: Readonly<Record<string, string>>, value: string): string =>
  words[value] ?? value;

/** Decisions that can be appealed, each with the appeals on it. */
export function Appeals({ agreement }: { readonly agreement: AgreementAnswer }) {
  const x = useTexts(agreementTexts).appeals;
  const { decisions, appeals } = modelOf(agreement).ending;
  const known = new Set(decisions.map(({ id }) => id));
  const inaction = appeals.filter(({ decision }) => decision === null || !known.has(decision));
  return (
    <section aria-labelledby="appeals">
      <h2 id="appeals">{x.title}</h2>
      {decisions.length + appeals.length === 0 ? (
        <NothingYet agreement={agreement} title={x.none} in="decisions" />
      ) : (
        <ul className="cards">
          {decisions.map((decision) => (
            <li key={decision.id} className="card">
              <h3>
                {decision.id} · {textIn(x.kinds, decision.kind)}
              </h3>
              <p>
                {textIn(x.bodies, decision.body)}, {x.on} <Day day={decision.decidedOn} />
                {decision.reference !== null && ` · ${decision.reference}`} ·{' '}
                {decision.final ? (
                  x.final
                ) : (
                  <>
                    {x.until} <Day day={decision.until} />
                  </>
                )}
              </p>
              <AppealList appeals={appeals.filter((a) => a.decision === decision.id)} />
            </li>
          ))}
          {inaction.length > 0 && (
            <li className="card">
              <AppealList appeals={inaction} />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

type AppealItem = ReturnType<typeof modelOf>['ending']['appeals'][number];

function AppealList({ appeals }: { readonly appeals: readonly AppealItem[] }) {
  const { t } = useConsole();
  const x = useTexts(agreementTexts).appeals;
  return appeals.map((appeal) => (
    <div key={appeal.id}>
      <p>
        <strong>
          {x.appeal} {appeal.id}
        </strong>
        {t.colon}
        {textIn(x.stages, appeal.stage)}, <Moment at={appeal.since} /> ·{' '}
        {textIn(x.bodies, appeal.level)}
      </p>
      <p className="prose quiet-text">
        {x.grounds}
        {t.colon}
        {appeal.grounds}
      </p>
    </div>
  ));
}
