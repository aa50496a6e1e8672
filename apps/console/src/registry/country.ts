// The registry names countries in English alone; browsers know all of them in both languages.
const A = 65;
const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(A + i));

const plain = (name: string): string => name.normalize('NFC').replace(/’/g, "'").toLowerCase();

const names = (language: string) =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

let codes: ReadonlyMap<string, string> | null = null;

function codeOf(country: string): string | undefined {
  const english = names('en');
  codes ??= new Map(
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
      const name = english.of(code);
      return name === undefined ? [] : [[plain(name), code] as const];
    }),
  );
  return codes.get(plain(country));
}

/** A country's English name in the person's language; as it is where the browser does not know it. */
export function countryIn(language: 'en' | 'fr', country: string): string {
  if (language === 'en') return country;
  const code = codeOf(country);
  return (code === undefined ? undefined : names(language).of(code)) ?? country;
}
