import type { ProposalEvents } from '../agreement/proposal/events.js';
import { emptyAgreement } from '../kernel/evolve.js';
import { slices } from '../kernel/slices.js';
import type { JsonObject } from '../kernel/schema.js';
import type { Agreement } from '../kernel/state.js';
import { SECTIONS, type Section } from './views.js';

type Phase = Exclude<keyof typeof slices, 'kernel'>;

/** Where the state keeps what a section shows; the phases bear the sections' names but for the first two. */
export const phaseOfSection = (section: Section): Phase =>
  section === 'request' || section === 'selection' ? 'proposal' : section;

/** Events of the proposal that tell how a partner was looked for: who else was asked, and what a body says of itself. */
const TELLS_SELECTION: readonly (keyof ProposalEvents)[] = [
  'SelfAssessmentRecorded',
  'PartnerSearchRequested',
  'PartnerProposed',
  'PartnerSearchClosed',
  'InvitationSent',
  'InvitationDeclined',
  'InvitationWithdrawn',
  'InvitationExpired',
  'InvitationClosed',
];

/** Events of the execution that say what the terms say. */
const TELLS_TERMS = ['AmendmentAgreed', 'AmendmentSigned', 'AgreementAmended', 'AmendmentExpired'];

const sectionOf = new Map<string, Section>([
  ...SECTIONS.filter((section) => section !== 'selection').flatMap((section) =>
    Object.keys(slices[phaseOfSection(section)].evolve).map((type) => [type, section] as const),
  ),
  ...TELLS_SELECTION.map((type) => [type, 'selection'] as const),
  ...TELLS_TERMS.map((type) => [type, 'negotiation'] as const),
]);

/** The section that an event tells of; null for what belongs to no phase and names no content (joint acts, reminders). */
export const sectionOfEvent = (type: string): Section | null => sectionOf.get(type) ?? null;

/** The section that says what a joint act would change: that of its command, and an amendment is of the terms. */
const sectionOfAct = (kind: string): Section | undefined =>
  kind === 'AmendAgreement'
    ? 'negotiation'
    : SECTIONS.find((section) => Object.hasOwn(slices[phaseOfSection(section)].commands, kind));

const isActShown = (sections: readonly Section[], kind: string): boolean => {
  const section = sectionOfAct(kind);
  return section !== undefined && sections.includes(section);
};

/**
 * That a partner has proposed or agreed to something is no secret; what it says is read where the thing itself is read. Its
 * hash has no salt: short words could be guessed from it.
 */
function actShown(sections: readonly Section[], act: JsonObject): JsonObject {
  if (typeof act.kind === 'string' && isActShown(sections, act.kind)) return act;
  const { content: _, contentHash: __, why: ___, ...rest } = act;
  return rest;
}

const ACTS: readonly string[] = ['JointActProposed', 'JointActAgreed'];

// From the hash of a request its words can be guessed, also those which another event of the same command says; and what a
// decision read is of other agreements too.
const withoutBeside = (payload: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(payload).filter(([field]) => !field.startsWith('$')));

/** The payload of an event that is shown, without what its reader does not read and what the engine wrote beside it (`$…`). */
export const shownPayload = (
  sections: readonly Section[],
  { type, payload }: { readonly type: string; readonly payload: JsonObject },
): JsonObject =>
  ACTS.includes(type) ? actShown(sections, withoutBeside(payload)) : withoutBeside(payload);

/** Whether somebody who reads these sections reads what this event says. */
export const isEventShown = (sections: readonly Section[], type: string): boolean => {
  const section = sectionOfEvent(type);
  return section === null || sections.includes(section);
};

/**
 * Whether the leaf of an entry about the agreement, which names who acted, is shown to who reads these sections. What was
 * refused and which papers were made is nowhere shown in part: it takes all of them.
 */
export const isLeafShown = (
  sections: readonly Section[],
  { stream, type }: { readonly stream: string; readonly type: string },
): boolean =>
  stream.startsWith('agreement/')
    ? isEventShown(sections, type)
    : withheldFrom(sections).length === 0;

/** The sections that are not among these. */
export const withheldFrom = (sections: readonly Section[]): readonly Section[] =>
  SECTIONS.filter((section) => !sections.includes(section));

const withoutActs = (sections: readonly Section[], state: Agreement): Agreement => ({
  ...state,
  jointActs: Object.fromEntries(
    Object.entries(state.jointActs).map(([kind, act]) => {
      const { content: _, ...rest } = act;
      return [kind, isActShown(sections, kind) ? act : { ...rest, contentHash: '' }];
    }),
  ),
});

/** The proposal without how a partner was looked for: of the invitations this body's own, of the persons no CV. */
const withoutSelection = (
  { proposal }: Agreement,
  member: number | null,
): Agreement['proposal'] => ({
  ...proposal,
  selfAssessments: [],
  search: null,
  invitations: proposal.invitations.filter((invitation) => invitation.member === member),
  nominees: proposal.nominees.map((nominee) => ({ ...nominee, cv: null })),
});

/**
 * The agreement with nothing in what is withheld: what was there looks as if it had never been. Where the search for a
 * partner is withheld, the invitation of `member` is shown.
 */
export function shownWith(
  sections: readonly Section[],
  state: Agreement,
  member: number | null = null,
): Agreement {
  const empty = emptyAgreement(state.id);
  const shown = withheldFrom(sections).reduce(
    (of, section) => {
      const phase = phaseOfSection(section);
      const left = section === 'selection' ? withoutSelection(of, member) : empty[phase];
      return { ...of, [phase]: left };
    },
    withoutActs(sections, state),
  );
  // The terms go on in the execution: an amendment is as confidential as what it amends.
  return sections.includes('negotiation')
    ? shown
    : { ...shown, execution: { ...shown.execution, amendments: [] } };
}
