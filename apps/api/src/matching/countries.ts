import type { CountryFacts } from '@twinning/domain';
import { createRequire } from 'node:module';
import type { Country } from 'world-countries';

/** Shown wherever the data are: they are a database of their own under a licence of their own. */
export const COUNTRIES_NOTICE =
  'Languages and regions of countries: world-countries (mledoze/countries), Open Database License (ODbL) v1.0.';

// The package's own types and modules do not agree for ESM, so its data file is read as it is.
const countries = createRequire(import.meta.url)('world-countries/countries.json') as Country[];

const byAlpha2 = new Map(
  countries.map(({ cca2, languages, region, subregion }): [string, CountryFacts] => [
    cca2,
    { languages: Object.keys(languages), region, subregion },
  ]),
);

/** What is known of a country by its ISO 3166-1 code of two letters. */
export const countryOf = (alpha2: string | null): CountryFacts | null =>
  alpha2 === null ? null : (byAlpha2.get(alpha2) ?? null);
