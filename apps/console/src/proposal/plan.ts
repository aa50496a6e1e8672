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

/** The commands that a proposal comes to, in their order: each of them is sent once. */
export function plannedCommands(proposal: Proposal): readonly PlannedCommand[] {
  const { side, type, committee, workingGroup, partner } = proposal;
  const own = ownStatement(proposal);
  const words = Object.fromEntries(
    ([own, 'goals'] as const)
      .map((name) => [name, proposal[name].trim()] as const)
      .filter(([, text]) => text !== ''),
  );
  return [
    {
      command: 'StartDraft',
      payload: {
        side,
        type,
        committee: Number(committee),
        ...(type === 'CONVENOR' && { workingGroup: workingGroup.trim() }),
      },
    },
    ...(Object.keys(words).length === 0
      ? []
      : [{ command: 'EditRequest' as const, payload: words }]),
    ...(partner === ''
      ? []
      : [{ command: 'InvitePartner' as const, payload: { member: Number(partner) } }]),
  ];
}

/** How far sending has come: kept with the draft, so that nothing is sent twice. */
export interface Progress {
  /** One key for each planned command. */
  readonly keys: readonly string[];
  readonly done: number;
  readonly agreement: string | null;
  readonly version: number | null;
}

export const nothingSent: Progress = { keys: [], done: 0, agreement: null, version: null };
