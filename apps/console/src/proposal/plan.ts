import { faultsWithin } from '../forms/faults.js';
import type { Field } from '../forms/schema.js';
import { payloadOf, type FieldFault } from '../forms/typed.js';

export interface Proposal {
  readonly side: '' | 'LEAD' | 'TWINNED';
  readonly type: '' | 'P_MEMBER' | 'CONVENOR' | 'CHAIR' | 'SECRETARIAT';
  /** Ids as text; empty while nothing is chosen. */
  readonly committee: string;
  readonly workingGroup: string;
  readonly partner: string;
  readonly need: string;
  readonly competence: string;
  readonly goals: string;
}

export const emptyProposal: Proposal = {
  side: '',
  type: '',
  committee: '',
  workingGroup: '',
  partner: '',
  need: '',
  competence: '',
  goals: '',
};

export const STEPS = ['kind', 'committee', 'partner', 'words', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The fields that each step asks for, by the names that the commands have for them. */
const FIELDS_OF: Readonly<Record<Step, readonly string[]>> = {
  kind: ['type', 'side', 'initiatorSide'],
  committee: ['committee', 'workingGroup'],
  partner: ['partner', 'member'],
  words: ['need', 'competence', 'goals'],
  check: [],
};

/** The step that asks for the field of a fault; null where none does. */
export const stepOf = (pointer: string): Step | null =>
  STEPS.find((step) => FIELDS_OF[step].some((name) => pointer === `/${name}`)) ?? null;

/** What the commands call otherwise than the steps. */
const CALLED: Readonly<Record<string, string>> = {
  '/member': '/partner',
  '/initiatorSide': '/side',
};

/** The id of a step's field, by the pointer of its fault. */
export const proposalId = (pointer: string): string =>
  `proposal${(CALLED[pointer] ?? pointer).replaceAll('/', '-')}`;

/** The faults whose words stand at a step's field, by the step's name for it and by the commands' name. */
export const faultsAt = (
  faults: readonly FieldFault[],
  name: keyof Proposal,
): readonly FieldFault[] =>
  [`/${name}`, ...Object.keys(CALLED).filter((called) => CALLED[called] === `/${name}`)].flatMap(
    (pointer) => faultsWithin(faults, pointer),
  );

/** A field that a step cannot do without. */
export type Needed = 'type' | 'side' | 'committee' | 'workingGroup';

function neededIn(step: Step, { type }: Proposal): readonly Needed[] {
  if (step === 'kind') return ['type', 'side'];
  if (step !== 'committee') return [];
  return type === 'CONVENOR' ? ['committee', 'workingGroup'] : ['committee'];
}

/**
 * What keeps a step from the next one, in the order of its fields: what is missing, in the words given for it, and what
 * the service would refuse. `fields` are those of the commands that are sent in the end.
 */
export function faultsOf(
  step: Step,
  proposal: Proposal,
  fields: readonly Field[],
  missing: Readonly<Record<Needed, string>>,
): readonly FieldFault[] {
  const needed = neededIn(step, proposal);
  const written = step === 'words' ? [ownStatement(proposal), 'goals' as const] : [];
  return [...needed, ...written].flatMap((name): readonly FieldFault[] => {
    const field = fields.find((each) => each.name === name);
    if (proposal[name].trim() === '') {
      const lacks = needed.find((each) => each === name);
      return lacks === undefined
        ? []
        : [{ pointer: `/${name}`, code: 'MISSING', said: missing[lacks] }];
    }
    return field === undefined ? [] : payloadOf(field, proposal[name]).faults;
  });
}

/** The statement that the person's own side writes. */
export const ownStatement = (proposal: Proposal): 'need' | 'competence' =>
  proposal.side === 'LEAD' ? 'competence' : 'need';

export interface PlannedCommand {
  readonly command: 'StartDraft' | 'EditRequest' | 'InvitePartner';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** How far sending has come: kept with the draft, so that nothing is sent twice and nothing is forgotten. */
export interface Progress {
  readonly agreement: string | null;
  readonly version: number | null;
  /** What the draft that was opened says already; null before it is opened. */
  readonly said: Proposal | null;
  /** Sent without an answer: the same is sent again under its key before anything else. */
  readonly unanswered:
    | (PlannedCommand & { readonly key: string; readonly proposal: Proposal })
    | null;
}

export const nothingSent: Progress = {
  agreement: null,
  version: null,
  said: null,
  unanswered: null,
};

/** As a browser kept it; of an earlier release it says only whether a draft was opened, so all of it is said again. */
export const progressOf = (kept: Partial<Progress>): Progress =>
  kept.said === undefined
    ? {
        ...nothingSent,
        agreement: kept.agreement ?? null,
        version: kept.version ?? null,
        said: kept.agreement == null ? null : emptyProposal,
      }
    : { ...nothingSent, ...kept };

const groupIn = ({ type, workingGroup }: Proposal): string | null =>
  type === 'CONVENOR' && workingGroup.trim() !== '' ? workingGroup.trim() : null;

/** What the draft does not say yet, as an edit of the request: what was emptied is emptied there. */
function difference(proposal: Proposal, said: Proposal): Readonly<Record<string, unknown>> {
  const words = [ownStatement(proposal), 'goals'] as const;
  return {
    ...(proposal.side !== said.side && { initiatorSide: proposal.side }),
    ...(proposal.type !== said.type && { type: proposal.type }),
    ...(proposal.committee !== said.committee && { committee: Number(proposal.committee) }),
    ...(groupIn(proposal) !== groupIn(said) && { workingGroup: groupIn(proposal) }),
    ...Object.fromEntries(
      words
        .map((name) => [name, proposal[name].trim(), said[name].trim()] as const)
        .filter(([, now, before]) => now !== before)
        .map(([name, now]) => [name, now === '' ? null : now]),
    ),
  };
}

/** The next thing to send, until the draft says all of the proposal and the partner is invited: then null. */
export function nextCommand(proposal: Proposal, said: Proposal | null): PlannedCommand | null {
  const { side, type, committee, partner } = proposal;
  if (said === null) {
    const workingGroup = groupIn(proposal);
    return {
      command: 'StartDraft',
      payload: {
        ...{ side, type, committee: Number(committee) },
        ...(workingGroup !== null && { workingGroup }),
      },
    };
  }
  const edit = difference(proposal, said);
  if (Object.keys(edit).length > 0) return { command: 'EditRequest', payload: edit };
  return partner === '' || partner === said.partner
    ? null
    : { command: 'InvitePartner', payload: { member: Number(partner) } };
}

/** What the draft says once a command of this proposal is carried out. */
export function saidAfter(
  { command }: Pick<PlannedCommand, 'command'>,
  proposal: Proposal,
  said: Proposal | null,
): Proposal {
  const { side, type, committee, workingGroup, partner } = proposal;
  switch (command) {
    case 'StartDraft':
      return { ...emptyProposal, side, type, committee, workingGroup };
    case 'EditRequest':
      return { ...proposal, partner: said?.partner ?? '' };
    case 'InvitePartner':
      return { ...(said ?? proposal), partner };
  }
}
