import { useState } from 'react';
import { answered, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Nothing } from '../parts/nothing.js';
import { Day, Loaded } from '../parts/page.js';
import { SearchField } from '../parts/search-field.js';
import { useWords } from '../words.js';
import { registryTexts } from './texts.js';

type History = Schemas['MemberHistory'];
type Periods = History['memberships'][number]['periods'];

/** Where a member takes or took part, and what it was at ISO, through time. */
export function Memberships({ id }: { readonly id: string }) {
  const { client } = useSignedIn();
  const x = useTexts(registryTexts);
  const history = useResource(`member history ${id}`, () =>
    answered(
      client.GET('/v1/registry/members/{id}/history', { params: { path: { id: Number(id) } } }),
    ),
  );
  return (
    <section aria-labelledby="memberships">
      <h2 id="memberships">{x.memberships}</h2>
      <Loaded of={history}>
        {({ memberships, standing }) => (
          <>
            {memberships.length === 0 ? (
              <Nothing title={x.noMemberships} in="memberships" />
            ) : (
              <MembershipTable memberships={memberships} />
            )}
            {standing.length > 1 && <Standing standing={standing} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function MembershipTable({ memberships }: { readonly memberships: History['memberships'] }) {
  const x = useTexts(registryTexts);
  const [wanted, setWanted] = useState('');
  const shown = memberships.filter(({ reference }) =>
    reference.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      {memberships.length > 12 && (
        <SearchField label={x.filter} value={wanted} onChange={setWanted} />
      )}
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.committee}</th>
            <th scope="col">{x.now}</th>
            <th scope="col">{x.history}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ committee, reference, periods }) => (
            <tr key={committee}>
              <th scope="row">
                <Link to={`/registry/committees/${String(committee)}`}>{reference}</Link>
              </th>
              <td data-label={x.now}>
                {periods.at(-1)?.to === null ? periods.at(-1)?.status : x.left}
              </td>
              <td data-label={x.history}>
                <PeriodList periods={periods} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function PeriodList({ periods }: { readonly periods: Periods }) {
  const x = useTexts(registryTexts);
  return (
    <ul className="plain">
      {periods.map(({ from, to, status }) => (
        <li key={from}>
          <strong>{status}</strong> <Day day={from} /> – {to === null ? x.today : <Day day={to} />}
        </li>
      ))}
    </ul>
  );
}

function Standing({ standing }: { readonly standing: History['standing'] }) {
  const x = useTexts(registryTexts);
  const word = useWords();
  return (
    <table className="stacked">
      <caption>{x.history}</caption>
      <thead>
        <tr>
          <th scope="col">{x.period}</th>
          <th scope="col">{x.category}</th>
          <th scope="col">{x.country}</th>
        </tr>
      </thead>
      <tbody>
        {standing.map((period) => (
          <tr key={period.from}>
            <th scope="row">
              <Day day={period.from} />
            </th>
            <td data-label={x.category}>{word(period.category, 'category')}</td>
            <td data-label={x.country}>{period.country ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
