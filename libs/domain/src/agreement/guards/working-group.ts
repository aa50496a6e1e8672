const spaced = (raw: string): string => raw.normalize('NFKC').trim().replace(/\s+/g, ' ');

// The number ends the name; what stands before the letters says whose group it is, which the committee says already.
const NUMBERED =
  /(?:^|.*[^A-Z])(?:WG|GT|WORKING GROUP|GROUPE DE TRAVAIL)[ ._#/-]*(?:N(?:O|R|UMBER)?[.°º]* *)?0*(\d{1,9})$/;
const BARE_NUMBER = /^0*(\d{1,9})$/;

/**
 * The one way in which a working group of a committee is written: `WG 3` for all of "wg3", "GT 3", "WG 03" and
 * "ISO/TC 34/WG 3"; a group without a number keeps its name with single spaces. Null stays null.
 */
export function workingGroupName<T extends string | null>(raw: T): T | string {
  if (raw === null) return raw;
  const name = spaced(raw);
  const [, number] = NUMBERED.exec(name.toUpperCase()) ?? BARE_NUMBER.exec(name) ?? [];
  return number === undefined || isJointByName(name) ? name : `WG ${number}`;
}

/** What two spellings of one group have in common; records from before names had one spelling are compared by it. */
export const workingGroupKey = (raw: string): string => workingGroupName(raw).toUpperCase();

export const sameWorkingGroup = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : workingGroupKey(a) === workingGroupKey(b);

/** The first group that the name speaks of is a joint one (DIR 1.12.6), however it is set off: "TC 34 JWG1". */
export function isJointByName(raw: string): boolean {
  const [, letters, words] =
    /(?:^|[^A-Z])(?:(J?WG|GTM?)(?![A-Z])|((?:JOINT )?WORKING GROUP|GROUPE DE TRAVAIL(?: MIXTE)?))/.exec(
      spaced(raw).toUpperCase(),
    ) ?? [];
  return letters === 'JWG' || letters === 'GTM' || /^JOINT |MIXTE$/.test(words ?? '');
}
