/**
 * A rule that the domain rules number, as a row: its id, where it comes from, what it says in English and in French,
 * the file that decides it, and the test that shows it as `file: part of its title`. Files are named from the domain's
 * sources, or from the root when they begin with `libs/` or `apps/`.
 */
export type Decided = readonly [
  id: string,
  source: string,
  en: string,
  fr: string,
  decided: string,
  shown: string,
];

/** A rule without code of its own: the record of the decision that says why. */
export type LeftToOthers = readonly [
  id: string,
  source: string,
  en: string,
  fr: string,
  record: `docs/decisions/${string}`,
];

export type NumberedRule = Decided | LeftToOthers;

/** What the comparison of the code with the rules leaves to ISO's own procedures, or holds by construction. */
export const LEFT = 'docs/decisions/0023-what-the-comparison-with-the-rules-leaves.md';
