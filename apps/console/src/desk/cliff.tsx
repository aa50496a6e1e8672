import { answered, useResource, type Schemas } from '../api.js';
import { dayInWords } from '../calendar.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Day, Loaded } from '../parts/page.js';
import { pageIn, Pages } from '../parts/pages.js';
import { go, usePlace, withQuery } from '../router.js';
import { useWords } from '../words.js';
import { deskTexts } from './texts.js';

const MONTHS = [6, 12, 18, 36] as const;
type Roles = Schemas['Cliff']['items'][number]['roles'];

/** What ends soon, and which roles nobody will hold the day after. */
export function Cliff() {
  const { t, client, me, language } = useSignedIn();
  const x = useTexts(deskTexts);
  const { path, query } = usePlace();
  const part = pageIn(query, 'page');
  const asked = Number(query.get('months'));
  const months = MONTHS.find((n) => n === asked) ?? 18;
  const cliff = useResource(
    `cliff ${String(months)} ${me.person} ${language} ${String(part.from)}`,
    () => answered(client.GET('/v1/desk/cliff', { params: { query: { months, ...part } } })),
  );
  return (
    <>
      <label className="filter">
        {x.months}
        <select
          value={months}
          onChange={(e) => {
            go(path + withQuery(query, { months: e.target.value, page: null }));
          }}
        >
          {MONTHS.map((n) => (
            <option key={n} value={n}>
              {x.monthsOf(n)}
            </option>
          ))}
        </select>
      </label>
      <Loaded of={cliff}>
        {({ until, items, total }) =>
          total === 0 ? (
            <Nothing title={x.cliffNone} in="cliff" />
          ) : (
            <>
              <p>{x.cliffLead(dayInWords(until, language))}</p>
              <table className="stacked">
                <thead>
                  <tr>
                    <th scope="col">{x.ends}</th>
                    <th scope="col">{t.agreements.partners}</th>
                    <th scope="col">{x.roles}</th>
                    <th scope="col">{x.successor}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.agreement}>
                      <td data-label={x.ends}>
                        <Day day={item.end} />
                      </td>
                      <th scope="row" data-label={t.agreements.partners}>
                        <Link to={`/agreements/${item.agreement}`}>
                          {item.leadAcronym ?? t.open} – {item.twinnedAcronym ?? t.open}
                        </Link>{' '}
                        <span className="quiet-text">
                          {item.committeeReference} · {item.statusText}
                        </span>
                      </th>
                      <td data-label={x.roles}>
                        <Vacancies roles={item.roles} />
                      </td>
                      <td data-label={x.successor}>
                        <Successor evaluation={item.roles.evaluation} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pages name="page" label={x.tabs.cliff} {...part} total={total} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Vacancies({ roles }: { readonly roles: Roles }) {
  const x = useTexts(deskTexts);
  return (
    <>
      {x.rolesOf[roles.type]}
      {roles.workingGroup !== null && ` · ${roles.workingGroup}`}
      {roles.persons.length > 0 && (
        <ul className="plain quiet-text">
          {roles.persons.map(({ side, person, vacant }) => (
            <li key={side}>
              {person} ({x.sides[side]}
              {vacant && `, ${x.seatVacant}`})
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Successor({ evaluation }: { readonly evaluation: Roles['evaluation'] }) {
  const { t } = useSignedIn();
  const x = useTexts(deskTexts);
  const word = useWords();
  if (evaluation === null) return <span className="late">{x.noSuccessor}</span>;
  const stage = t.evaluationStages[evaluation.stage as keyof typeof t.evaluationStages];
  return `${word(evaluation.kind, 'kind')}${t.colon}${stage}`;
}
