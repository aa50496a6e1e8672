import { useTexts } from '../i18n/own-texts.js';
import type { Partnership } from './partnerships.js';
import './map.css';
import { programmeTexts } from './texts.js';
import {
  countries,
  HEIGHT,
  isNamed,
  namesOnMap,
  path,
  placeOf,
  projection,
  WIDTH,
} from './world.js';

interface End {
  readonly acronym: string;
  readonly country: string | null;
  readonly leads: boolean;
}

/** Both ends of all pairs, one entry a body; who leads anywhere is drawn as a lead. */
function endsOf(pairs: readonly Partnership[]): readonly End[] {
  const ends = new Map<number, End>();
  for (const p of pairs) {
    ends.set(p.twinned, {
      acronym: p.twinnedAcronym ?? '',
      country: p.twinnedCountry,
      leads: ends.get(p.twinned)?.leads ?? false,
    });
    ends.set(p.lead, { acronym: p.leadAcronym ?? '', country: p.leadCountry, leads: true });
  }
  return [...ends.values()];
}

interface Placed {
  readonly end: End;
  readonly x: number;
  readonly y: number;
  /** Names that would lie on another one are left to the table. */
  readonly named: boolean;
}

/** Where each body lies on the picture; a name is shown where there is room for it. */
function placed(ends: readonly End[]): readonly Placed[] {
  const found: Placed[] = [];
  for (const end of ends) {
    const place = placeOf(end.country);
    const at = place === null ? null : projection([...place]);
    if (at === null) continue;
    const [x, y] = at;
    const room = !found.some((p) => p.named && Math.abs(p.y - y) < 12 && Math.abs(p.x - x) < 56);
    found.push({ end, x, y, named: room });
  }
  return found;
}

/** The partnerships on an equal-area map. A picture only: the table beside it says the same and takes the keyboard. */
export default function PartnershipMap({ pairs }: { readonly pairs: readonly Partnership[] }) {
  const x = useTexts(programmeTexts);
  const ends = endsOf(pairs);
  const names = namesOnMap(ends.map(({ country }) => country));
  const missing = ends.filter(({ country }) => placeOf(country) === null);
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={x.mapTitle}>
        {countries.map((country) => (
          <path
            key={country.properties.name}
            d={path(country) ?? ''}
            className={isNamed(country, names) ? 'land land-in' : 'land'}
          />
        ))}
        {pairs.map((pair) => {
          const [from, to] = [placeOf(pair.leadCountry), placeOf(pair.twinnedCountry)];
          if (from === null || to === null) return null;
          const line = { type: 'LineString' as const, coordinates: [[...from], [...to]] };
          return (
            <path
              key={`${String(pair.lead)}/${String(pair.twinned)}`}
              d={path(line) ?? ''}
              className="arc"
              strokeWidth={Math.min(5, 1 + pair.count)}
            />
          );
        })}
        {placed(ends).map(({ end, x: left, y, named }) => (
          <g key={end.acronym} transform={`translate(${String(left)} ${String(y)})`}>
            <circle r="4" className={end.leads ? 'from' : 'to'}>
              <title>{end.acronym}</title>
            </circle>
            {named && (
              <text x="7" y="4">
                {end.acronym}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="quiet-text">
        {x.mapNote}
        {missing.length > 0 && ` ${x.notOnMap(missing.map(({ acronym }) => acronym).join(', '))}`}
      </figcaption>
    </figure>
  );
}
