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

export type Gap = keyof Proposal;

/** What a step still lacks before the next one: the fields, in their order. */
export function gapsOf(step: Step, proposal: Proposal): readonly Gap[] {
  const empty = (...fields: readonly Gap[]) => fields.filter((f) => proposal[f].trim() === '');
  switch (step) {
    case 'kind':
      return empty('type', 'side');
    case 'committee':
      return proposal.type === 'CONVENOR' ? empty('committee', 'workingGroup') : empty('committee');
    case 'partner':
    case 'words':
    case 'check':
      return [];
  }
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
