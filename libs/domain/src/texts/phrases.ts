/** An English phrase and the same in French; `{}` stands for what varies, in the same order. */
export type Phrase = readonly [string, string];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Says in French what stands in a table, the first that fits; what does not stays as it is. */
export function phrasesInFrench(table: readonly Phrase[]): (phrase: string) => string {
  const patterns = table.map(([english, french]) => ({
    of: new RegExp(`^${english.split('{}').map(escaped).join('(.+)')}$`, 's'),
    french,
  }));
  return (phrase) => {
    for (const { of, french } of patterns) {
      const found = of.exec(phrase);
      if (found === null) continue;
      const given = found.slice(1);
      return french.replace(/\{\}/g, () => given.shift() ?? '');
    }
    return phrase;
  };
}
