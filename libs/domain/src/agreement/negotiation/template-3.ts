import type { TwinningType } from '../../kernel/vocabulary.js';
import type { PMemberEntry } from '../../rulesets/index.js';
import { lockedOfFirst } from './locked-texts-1.js';
import { personsText, terminationText } from './locked-texts-3.js';
import { clause, clausesOfFirst, type Clause, type LockedTexts } from './template-1.js';

const persons = clause('persons', 'AGREEMENT', 'locked', true, 'Persons', 'Personnes');

const earlyEnd = clause(
  'early-end',
  'AGREEMENT',
  'open',
  false,
  'What is settled at an early end',
  'Ce qui est réglé en cas de fin anticipée',
);

/**
 * As the first version, with the named persons by reference, and with the termination locked: what partners may agree on
 * for an early end is a clause of its own.
 */
export const clausesOfThird = (type: TwinningType): readonly Clause[] =>
  clausesOfFirst(type).flatMap((c) => {
    switch (c.id) {
      case 'prerequisites':
        return [c, persons];
      case 'termination':
        return [{ ...c, kind: 'locked' as const }, earlyEnd];
      default:
        return [c];
    }
  });

export const lockedOfThird = (type: TwinningType, entry: PMemberEntry): LockedTexts => ({
  ...lockedOfFirst(type, entry),
  persons: personsText[type],
  termination: terminationText(type),
});
