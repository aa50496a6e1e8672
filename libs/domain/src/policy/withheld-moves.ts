import type { Duty } from '../kernel/definition.js';
import type { Agreement } from '../kernel/state.js';
import type { Deadline } from '../kernel/timers.js';
import { textsOfSlices } from '../texts/index.js';
import { SECTIONS, type Section } from './views.js';
import { phaseOfSection } from './withheld.js';

/** Moves of the search for a partner, by the beginning of a duty's id and by timer. */
const SELECTION = ['invitation', 'search', 'find-partner', 'T2', 'T3'];

const named = (section: Section): readonly string[] => {
  const { duties, timers } = textsOfSlices[phaseOfSection(section)].textsEn;
  return [...Object.keys(duties), ...Object.keys(timers).map((key) => key.split('.', 1)[0] ?? key)];
};

const sectionOf: ReadonlyMap<string, Section> = new Map([
  ...SECTIONS.filter((section) => section !== 'selection').flatMap((section) =>
    named(section).map((name) => [name, section] as const),
  ),
  ...SELECTION.map((name) => [name, 'selection'] as const),
]);

/** What a duty's id begins with: `review` of `review:2028#LEAD`. */
const kindOf = (id: string): string => id.split(/[:#]/, 1)[0] ?? id;

/** The section that a duty belongs to; null for one of no phase (a joint act). */
export const sectionOfDuty = (id: string): Section | null => sectionOf.get(kindOf(id)) ?? null;

/** What the ids of a section's duties begin with. */
export const dutiesOfSection = (section: Section): readonly string[] =>
  [...sectionOf].filter(([, of]) => of === section).map(([name]) => name);

/** Who reads: the sections, and the body whose own invitation is shown all the same. */
export interface Reading {
  readonly sections: readonly Section[];
  readonly member: number | null;
}

const isShown = (
  { sections, member }: Reading,
  state: Agreement,
  section: Section | null,
  invitation: string | undefined,
): boolean =>
  section === null ||
  sections.includes(section) ||
  (member !== null &&
    state.proposal.invitations.some((i) => i.id === invitation && i.member === member));

/** Whether this reader is shown that somebody owes this move. */
export const isDutyShown = (
  reading: Reading,
  state: Agreement,
  { id }: Pick<Duty, 'id'>,
): boolean => isShown(reading, state, sectionOfDuty(id), /^invitation:([^#]+)/.exec(id)?.[1]);

/** Whether this reader is shown what happens then by itself. */
export const isDeadlineShown = (
  reading: Reading,
  state: Agreement,
  { timer, subject }: Pick<Deadline, 'timer' | 'subject'>,
): boolean =>
  isShown(reading, state, sectionOf.get(timer) ?? null, timer === 'T2' ? subject : undefined);
