import { emptyAgreement } from '../kernel/evolve.js';
import { slices } from '../kernel/slices.js';
import type { JsonObject } from '../kernel/schema.js';
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

/** The section that says what a joint act would change: that of its command, and an amendment is of the terms. */
const sectionOfAct = (kind: string): Section | undefined =>
  kind === 'AmendAgreement'
    ? 'negotiation'
    : SECTIONS.find((section) => Object.hasOwn(slices[phaseOfSection(section)].commands, kind));

/** That a partner has proposed something is no secret; what it says is read where the thing itself is read. */
const withoutContent = <A extends { readonly kind: string; readonly content?: JsonObject }>(
  sections: readonly Section[],
  act: A,
): A => {
  const section = sectionOfAct(act.kind);
  if (section !== undefined && sections.includes(section)) return act;
  const { content: _, ...rest } = act;
  return rest as A;
};

/** The payload of an event that is shown, without what its reader does not read. */
export const shownPayload = (
  sections: readonly Section[],
  { type, payload }: { readonly type: string; readonly payload: JsonObject },
): JsonObject =>
  type === 'JointActProposed'
    ? withoutContent(sections, payload as JsonObject & { readonly kind: string })
    : payload;

/** Whether somebody who reads these sections reads what this event says. */
export const isEventShown = (sections: readonly Section[], type: string): boolean => {
  const section = sectionOfEvent(type);
  return section === null || sections.includes(section);
};

/** The sections that are not among these. */
export const withheldFrom = (sections: readonly Section[]): readonly Section[] =>
  SECTIONS.filter((section) => !sections.includes(section));

const withoutActs = (sections: readonly Section[], state: Agreement): Agreement => ({
  ...state,
  jointActs: Object.fromEntries(
    Object.entries(state.jointActs).map(([kind, act]) => [kind, withoutContent(sections, act)]),
  ),
});

/** The agreement with nothing in what is withheld: what was there looks as if it had never been. */
export function shownWith(sections: readonly Section[], state: Agreement): Agreement {
  const empty = emptyAgreement(state.id);
  const shown = withheldFrom(sections).reduce(
    (of, section) => {
      const phase = phaseOfSection(section);
      return { ...of, [phase]: empty[phase] };
    },
    withoutActs(sections, state),
  );
  // The terms go on in the execution: an amendment is as confidential as what it amends.
  return sections.includes('negotiation')
    ? shown
    : { ...shown, execution: { ...shown.execution, amendments: [] } };
}
