export interface Passage {
  readonly text: string;
  /** It waits to be filled in. */
  readonly isGap: boolean;
}

const BRACKETS = /(\[[^[\]]*\])/u;
// Works are cited by numbers in square brackets, as the service reads them: “[1]”, “[3, 5–7]”.
const CITED = /^\[[\d\s,;.–-]*\d[\d\s,;.–-]*\]$/u;

/** A text in order, with what waits to be filled in apart: whatever stands in square brackets and is no number. */
export const passagesOf = (text: string): readonly Passage[] =>
  text
    .split(BRACKETS)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      isGap: part.startsWith('[') && BRACKETS.test(part) && !CITED.test(part),
    }));

/** How many passages of a value wait to be filled in. */
export function gapsIn(value: unknown): number {
  if (typeof value === 'string') return passagesOf(value).filter(({ isGap }) => isGap).length;
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, part) => sum + gapsIn(part), 0)
    : 0;
}
