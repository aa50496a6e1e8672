/** The product's rules in one language, as `npm run generate` writes them. */
export interface RuleTexts {
  /** `[id, source, sentence]` */
  readonly rules: readonly (readonly [id: string, source: string, text: string])[];
  /** `[source, step]`: what can be done under a clause. */
  readonly steps: readonly (readonly [source: string, step: string])[];
}

export type Rule = RuleTexts['rules'][number];

const RANGE = /^(.*?)(\d+) to (?:.*?)(\d+)$/;

/** Every clause that a source names, in full: `ST.5.2, 5.4` is `ST.5.2` and `ST.5.4`; a range names what lies between. */
export function clausesIn(source: string): readonly string[] {
  let before = '';
  return source.split(', ').flatMap((part) => {
    const text = /^\d/.test(part) ? before + part : part;
    before = /^(?:[A-Z]+[. ]|rules |lifecycle )/.exec(text)?.[0] ?? '';
    const [, stem, first, last] = RANGE.exec(text) ?? [];
    if (stem === undefined) return [text];
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, i) => stem + String(from + i));
  });
}

/** Whether a clause is this one or a part of it: `ST.4(a)` is a part of `ST.4`, `ST.41` is not. */
const isWithin = (clause: string, of: string): boolean =>
  clause === of || (clause.startsWith(of) && /^[.( ]/.test(clause.slice(of.length)));

const parentOf = (clause: string): string => clause.replace(/[.(][^.(]*$/, '');

/** An id of the product's own, e.g. `OQ-5`, `T4`, `6.5 EXIT`, is named bare or behind `rules` or `lifecycle`. */
const idIn = (clause: string): string => clause.replace(/^(?:rules|lifecycle) /, '');

function rulesOf(texts: RuleTexts, clause: string): readonly Rule[] {
  const own = idIn(clause);
  const found = texts.rules.filter(
    ([id, source]) => isWithin(id, own) || clausesIn(source).some((each) => isWithin(each, clause)),
  );
  const parent = parentOf(clause);
  return found.length > 0 || parent === clause || !/\d/.test(parent)
    ? found
    : rulesOf(texts, parent);
}

/** What the rules say under a source, of the clause itself or of the nearest one above it, and what can be done by it. */
export function saidUnder(
  texts: RuleTexts,
  source: string,
): { readonly rules: readonly Rule[]; readonly steps: readonly string[] } {
  const clauses = clausesIn(source);
  const rules = new Set(clauses.flatMap((clause) => rulesOf(texts, clause)));
  const steps = texts.steps.filter(([of]) =>
    clausesIn(of).some((each) => clauses.some((clause) => isWithin(each, clause))),
  );
  return { rules: [...rules], steps: [...new Set(steps.map(([, step]) => step))] };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|’|'/gu, '')
    .toLowerCase();

/** Rules that have every one of these words in their sentence, their id or their source, whatever the accents. */
export function rulesWith(texts: RuleTexts, words: string): readonly Rule[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return texts.rules.filter((rule) => {
    const text = plain(rule.join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
