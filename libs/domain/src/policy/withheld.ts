import { emptyAgreement } from '../kernel/evolve.js';
import { slices } from '../kernel/slices.js';
import type { Agreement } from '../kernel/state.js';
import { SECTIONS, type Section } from './views.js';

type Phase = Exclude<keyof typeof slices, 'kernel'>;

/** Where the state keeps what a section shows; the phases bear the sections' names but for the first. */
const phaseOfSection = (section: Section): Phase => (section === 'request' ? 'proposal' : section);

/** Events of the execution that say what the terms say. */
const TELLS_TERMS = ['AmendmentAgreed', 'AmendmentSigned', 'AgreementAmended', 'AmendmentExpired'];

const sectionOf = new Map<string, Section>([
  ...SECTIONS.flatMap((section) =>
    Object.keys(slices[phaseOfSection(section)].evolve).map((type) => [type, section] as const),
  ),
  ...TELLS_TERMS.map((type) => [type, 'negotiation'] as const),
]);

/** The section that an event tells of; null for what belongs to no phase and names no content (joint acts, reminders). */
export const sectionOfEvent = (type: string): Section | null => sectionOf.get(type) ?? null;

/** Whether somebody who reads these sections reads what this event says. */
export const isEventShown = (sections: readonly Section[], type: string): boolean => {
  const section = sectionOfEvent(type);
  return section === null || sections.includes(section);
};

/** The sections that are not among these. */
export const withheldFrom = (sections: readonly Section[]): readonly Section[] =>
  SECTIONS.filter((section) => !sections.includes(section));

/** The agreement with nothing in what is withheld: what was there looks as if it had never been. */
export function shownWith(sections: readonly Section[], state: Agreement): Agreement {
  const empty = emptyAgreement(state.id);
  const shown = withheldFrom(sections).reduce((of, section) => {
    const phase = phaseOfSection(section);
    return { ...of, [phase]: empty[phase] };
  }, state);
  // The terms go on in the execution: an amendment is as confidential as what it amends.
  return sections.includes('negotiation')
    ? shown
    : { ...shown, execution: { ...shown.execution, amendments: [] } };
}
