const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut at the first place of each word of the glossary; the words themselves stand apart. */
export function cutAtTerms(
  text: string,
  terms: readonly string[],
): readonly { readonly text: string; readonly isTerm: boolean }[] {
  const pattern = new RegExp(`(?<!\\p{L})(${terms.map(escaped).join('|')})(?!\\p{L})`, 'u');
  const found = terms.length === 0 ? null : pattern.exec(text);
  if (found === null) return text === '' ? [] : [{ text, isTerm: false }];
  const term = found[0];
  const after = text.slice(found.index + term.length);
  return [
    ...(found.index > 0 ? [{ text: text.slice(0, found.index), isTerm: false }] : []),
    { text: term, isTerm: true },
    ...cutAtTerms(
      after,
      terms.filter((each) => each !== term),
    ),
  ];
}
