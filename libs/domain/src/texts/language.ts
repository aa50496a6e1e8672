/** The languages every text exists in; the first is the default. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const QVALUE = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

interface Range {
  readonly tag: string;
  readonly quality: number;
}

// A member that is not well formed says nothing; the others still count.
function rangeOf(member: string): readonly Range[] {
  const [tag = '', ...parameters] = member.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((p) => p.startsWith('q='))?.slice(2) ?? '1';
  return tag !== '' && QVALUE.test(weight) ? [{ tag, quality: Number(weight) }] : [];
}

/**
 * The language to answer in, by the quality values of an Accept-Language header (RFC 9110, 12.4.2 and 12.5.4): `fr-CH`
 * is served by `fr`, `*` stands for a language not named; equal wishes go by their order. English when nothing fits.
 */
export function preferredLanguage(acceptLanguageHeader: string | undefined): Language {
  const ranges = (acceptLanguageHeader ?? '').split(',').flatMap(rangeOf);
  const wishes = LANGUAGES.map((language) => {
    const named = ranges.filter((r) => r.tag === language || r.tag.startsWith(`${language}-`));
    const fitting = named.length > 0 ? named : ranges.filter((r) => r.tag === '*');
    const quality = Math.max(0, ...fitting.map((r) => r.quality));
    return { language, quality, position: ranges.findIndex((r) => fitting.includes(r)) };
  });
  const [best] = wishes
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  return best?.language ?? LANGUAGES[0];
}
