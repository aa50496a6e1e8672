import { addDays, addMonths, type Day, type TwinningType } from '@twinning/domain';
import { referenceSet } from '@twinning/registry';

/** Who twins with whom, where, and for how long. */
export interface Pair {
  readonly lead: string;
  readonly twinned: string;
  /** Committee id. */
  readonly committee: number;
  readonly start: Day;
  readonly end: Day;
  readonly language: 'en' | 'fr';
  /** P_MEMBER when absent. */
  readonly type?: TwinningType;
  /** Of a convenor. */
  readonly workingGroup?: string;
}

export const idOf = (acronym: string): number => {
  const found = [...referenceSet.committees.members].find(([, name]) => name === acronym);
  if (found === undefined) throw new Error(`${acronym} is not in the reference set.`);
  return found[0];
};
export const rep = (acronym: string): string => `${acronym.toLowerCase()}.rep`;
export const signatory = (acronym: string): string => `${acronym.toLowerCase()}.signatory`;

/** Whole months from start to end, at least one. */
export const monthsOf = ({ start, end }: Pair): number => {
  let months = 0;
  while (addMonths(start, months + 1) <= addDays(end, 1)) months += 1;
  return Math.max(1, months);
};
