import { lazy, Suspense, useState } from 'react';
import type { Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Loading } from '../parts/page.js';
import { countryIn } from '../registry/country.js';
import { Figure } from './figure.js';
import { programmeTexts } from './texts.js';

export type Partnership = Schemas['Programme']['partnerships'][number];
const PartnershipMap = lazy(() => import('./map.js'));

/** Who helps whom, as a table; the map is loaded when somebody asks for it. */
export function Partnerships({ pairs }: { readonly pairs: readonly Partnership[] }) {
  const { language } = useSignedIn();
  const x = useTexts(programmeTexts);
  const [map, setMap] = useState(false);
  const body = (member: number, acronym: string | null) => (
    <Link to={`/registry/members/${String(member)}`}>{acronym ?? member}</Link>
  );
  return (
    <Figure
      id="partnerships"
      title={x.partnerships}
      note={x.partnershipsNote}
      csv={[
        [x.lead1, x.country, x.twinned, x.country, x.all, x.openNow],
        ...pairs.map((p) => [
          p.leadAcronym,
          p.leadCountry,
          p.twinnedAcronym,
          p.twinnedCountry,
          p.count,
          p.open,
        ]),
      ]}
    >
      {map ? (
        <Suspense fallback={<Loading />}>
          <PartnershipMap pairs={pairs} />
        </Suspense>
      ) : (
        <p>
          <button
            type="button"
            onClick={() => {
              setMap(true);
            }}
          >
            {x.showMap}
          </button>
        </p>
      )}
      <table aria-labelledby="partnerships" className="stacked">
        <thead>
          <tr>
            <th scope="col">{x.lead1}</th>
            <th scope="col">{x.twinned}</th>
            <th scope="col">{x.all}</th>
            <th scope="col">{x.openNow}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((p) => (
            <tr key={`${String(p.lead)}/${String(p.twinned)}`}>
              <th scope="row" data-label={x.lead1}>
                {body(p.lead, p.leadAcronym)}{' '}
                <span className="quiet-text">{countryIn(language, p.leadCountry ?? '')}</span>
              </th>
              <td data-label={x.twinned}>
                {body(p.twinned, p.twinnedAcronym)}{' '}
                <span className="quiet-text">{countryIn(language, p.twinnedCountry ?? '')}</span>
              </td>
              <td data-label={x.all}>{p.count}</td>
              <td data-label={x.openNow}>{p.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  );
}
