import { useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { zurichDay } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day, Loaded, Moment } from '../parts/page.js';
import { useWords } from '../words.js';
import type { AgreementAnswer } from './model.js';
import { NothingYet } from './nothing-yet.js';
import { agreementTexts } from './texts.js';

type WhatIfAnswer = Schemas['WhatIf'];
type Scenario = WhatIfAnswer['scenario'];
type Happens = WhatIfAnswer['moments'][number];

const SCENARIOS: readonly Scenario[] = ['NOBODY_ACTS', 'REVIEW_NOT_FILED', 'LEAD_LOSES_P'];

/** Plays the agreement on by the rules alone, without anything being recorded. */
export default function WhatIf({ agreement }: { readonly agreement: AgreementAnswer }) {
  const { client, language } = useSignedIn();
  const x = useTexts(agreementTexts).whatIf;
  const [scenario, setScenario] = useState<Scenario>('NOBODY_ACTS');
  const { id, version } = agreement;
  const course = useResource(`what-if ${id} ${String(version)} ${scenario} ${language}`, () =>
    answered(
      client.GET('/v1/agreements/{agreement}/what-if', {
        params: { path: { agreement: id }, query: { scenario } },
      }),
    ),
  );
  return (
    <>
      <label className="filter">
        {x.suppose}
        <select
          value={scenario}
          onChange={(e) => {
            setScenario(SCENARIOS.find((each) => each === e.target.value) ?? scenario);
          }}
        >
          {SCENARIOS.map((each) => (
            <option key={each} value={each}>
              {x.scenarios[each]}
            </option>
          ))}
        </select>
      </label>
      <Loaded of={course}>
        {({ moments, until, ended, endedText }) => (
          <>
            <p className="quiet-text">{x.lead}</p>
            {moments.length === 0 ? (
              <NothingYet agreement={agreement} title={x.nothing} in="deadlines" />
            ) : (
              <ol className="course">
                {moments.map((moment, i) => (
                  <Happening
                    key={`${moment.at} ${String(i)}`}
                    moment={moment}
                    before={moments[i - 1]?.status ?? agreement.status}
                  />
                ))}
              </ol>
            )}
            <p className="quiet-text">
              {endedText} {ended === 'UNTIL' && <Day day={zurichDay(Date.parse(until) - 1)} />}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function Happening({ moment, before }: { readonly moment: Happens; readonly before: string }) {
  const { t } = useSignedIn();
  const x = useTexts(agreementTexts).whatIf;
  const word = useWords();
  const { whose, clause, refusal } = moment;
  return (
    <li>
      <strong>
        {/* The instant itself, as the record would tell it: what follows the end of a day happens on the next one. */}
        <Moment at={moment.at} />
      </strong>{' '}
      {moment.status !== before && (
        <span className={`status status-${moment.phase.toLowerCase()}`}>{moment.statusText}</span>
      )}
      <p>
        {moment.text}
        {moment.again > 0 && (
          <span className="quiet-text">
            {' '}
            {x.again(moment.again)} <Moment at={moment.lastAt} />
          </span>
        )}
      </p>
      {refusal !== null && <p className="late">{refusal.title}</p>}
      <p className="quiet-text">
        {whose === 'NOBODY' ? t.agreement.byItself : word(whose, 'whose')}
        {clause !== null && ` · ${t.clause(clause)}`}
      </p>
    </li>
  );
}
