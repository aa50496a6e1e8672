import { geoCentroid, geoEqualEarth, geoPath, type GeoPath, type GeoProjection } from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };

export const WIDTH = 960;
export const HEIGHT = 470;

type Country = Feature<Geometry, { readonly name: string }>;

const topology = atlas as unknown as Topology<{
  countries: GeometryCollection<{ readonly name: string }>;
}>;
export const countries: readonly Country[] = feature(
  topology,
  topology.objects.countries,
).features.filter(({ properties }) => properties.name !== 'Antarctica');

export const projection: GeoProjection = geoEqualEarth().fitSize([WIDTH, HEIGHT], {
  type: 'FeatureCollection',
  features: [...countries],
});
export const path: GeoPath = geoPath(projection).digits(1);

/** ISO's and common names where Natural Earth writes another one. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'bosnia and herzegovina': 'bosnia and herz.',
  'central african republic': 'central african rep.',
  'congo, democratic republic of the': 'dem. rep. congo',
  'democratic republic of the congo': 'dem. rep. congo',
  'czech republic': 'czechia',
  "cote d'ivoire": "côte d'ivoire",
  'côte d’ivoire': "côte d'ivoire",
  'dominican republic': 'dominican rep.',
  'equatorial guinea': 'eq. guinea',
  eswatini: 'eswatini',
  'iran, islamic republic of': 'iran',
  'korea, republic of': 'south korea',
  'republic of korea': 'south korea',
  'russian federation': 'russia',
  'south sudan': 's. sudan',
  'syrian arab republic': 'syria',
  'tanzania, united republic of': 'tanzania',
  türkiye: 'turkey',
  'united states': 'united states of america',
  'viet nam': 'vietnam',
};

// Small states that the map of this scale does not draw, where they lie: longitude, latitude.
const SMALL: Readonly<Record<string, readonly [number, number]>> = {
  bahrain: [50.5, 26],
  barbados: [-59.5, 13.2],
  malta: [14.4, 35.9],
  mauritius: [57.6, -20.3],
  seychelles: [55.5, -4.7],
  singapore: [103.8, 1.35],
};

// The middle of a country with far-away parts lies in the sea: these stand where people look for them.
const MIDDLE: Readonly<Record<string, readonly [number, number]>> = {
  france: [2.5, 46.5],
  norway: [9.5, 61],
  'united states of america': [-98, 39],
};

const keyOf = (country: string): string => {
  const name = country.toLowerCase();
  return OTHERWISE[name] ?? name;
};

/** Where a country lies (longitude, latitude), or null when the map does not know it. */
export function placeOf(country: string | null): readonly [number, number] | null {
  if (country === null) return null;
  const key = keyOf(country);
  const known = MIDDLE[key] ?? SMALL[key];
  if (known !== undefined) return known;
  const found = countries.find(({ properties }) => properties.name.toLowerCase() === key);
  return found === undefined ? null : geoCentroid(found);
}

export const isNamed = (country: Country, names: ReadonlySet<string>): boolean =>
  names.has(country.properties.name.toLowerCase());

export const namesOnMap = (names: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(names.filter((name) => name !== null).map(keyOf));
