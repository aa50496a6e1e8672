import {
  hasNotVoted,
  memberOn,
  phaseOf,
  statusOf,
  type Agreement,
  type Deadline,
  type Desk,
  type EventMap,
} from '@twinning/domain';
import { cardOf, dutiesOf } from '@twinning/read-model';
import { v5 as uuidV5 } from 'uuid';

// Fixed for ever: a notice derived again must bear the id it had.
const NOTICE_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a03';

type Timer = Deadline['timer'];

/** `change` goes to webhooks, the others to people. */
export type NoticeKind = 'reminder' | 'duty' | 'copy' | 'status' | 'information' | 'change';

/** What a message says, in codes: the words are made for each recipient's language when it goes out. */
export interface NoticeContent {
  readonly status: string;
  readonly phase: string;
  readonly type: string;
  readonly lead: number | null;
  readonly twinned: number | null;
  /** The timer whose step asked for a reminder. */
  readonly timer?: { readonly timer: Timer; readonly step: string; readonly subject: string };
  /** What goes to its recipients for information. */
  readonly copy?: EventMap['CopySent']['about'];
  /** What the recipients of a distribution list are told of. */
  readonly about?: EventMap['CommitteeNotified']['about'];
  /** What its recipients owe; the due instant in RFC 3339. */
  readonly owed: readonly { readonly id: string; readonly due: string | null }[];
}

/** Something that leaves the product, to be told to bodies (ISO member ids) and desks. */
export interface Notice {
  readonly id: string;
  readonly agreement: string;
  /** Version of the agreement after the commit that caused it. */
  readonly version: number;
  readonly kind: NoticeKind;
  readonly members: readonly number[];
  readonly desks: readonly string[];
  readonly committee: number | null;
  readonly content: NoticeContent;
}

/** An event as far as notices depend on it. */
export interface CausingEvent {
  readonly type: string;
  readonly payload: object;
}

interface Recipients {
  readonly members: readonly number[];
  readonly desks: readonly string[];
}

const present = (members: readonly (number | null)[]): readonly number[] =>
  members.filter((member) => member !== null);

const ISO_DESKS: readonly string[] = ['TPM', 'TMB_SEC', 'COMMITTEE_MANAGER', 'ISO_CS'];

const isInCatchUp = (state: Agreement): boolean => state.catchUp?.open === true;

/**
 * The messages that one commit causes, from the state before and after it and its events alone: derived again they are
 * the same, id by id. None in catch-up mode (lifecycle.md D22).
 *
 * `commit` is the nonce of its first event: after a restore an agreement comes to the same version a second time, and what
 * a receiver holds under the ids of the first must not hide the second. Null gives the ids of commits before that was so.
 */
export function noticesOf(
  before: Agreement,
  after: Agreement,
  events: readonly CausingEvent[],
  commit: string | null,
): readonly Notice[] {
  if (events.length === 0 || isInCatchUp(before) || isInCatchUp(after)) return [];
  const content = contentOf(after);
  const idOf = (kind: NoticeKind, name: string): string =>
    uuidV5(
      [after.id, after.version, ...(commit === null ? [] : [commit]), kind, name].join('/'),
      NOTICE_NAMESPACE,
    );
  const notice = (kind: NoticeKind, name: string, to: Recipients, more: object): Notice => ({
    id: idOf(kind, name),
    agreement: after.id,
    version: after.version,
    kind,
    ...to,
    committee: after.committee,
    content: { ...content, ...more },
  });
  const at = (of: Notice, committee: number | null) => ({ ...of, committee });
  const known = new Set(dutiesOf(before).map((duty) => duty.id));
  return [
    ...events.flatMap((event, index) => {
      if (event.type === 'CopySent') {
        const { about, to } = event.payload as EventMap['CopySent'];
        return [notice('copy', String(index), { members: [], desks: to }, { copy: about })];
      }
      if (event.type !== 'ReminderRaised') return [];
      const { timer, step, to, subject } = event.payload as EventMap['ReminderRaised'];
      const who = recipientsOf(after, to, subject);
      const more = { timer: { timer: timer as Timer, step, subject }, owed: owedBy(after, who) };
      return [at(notice('reminder', String(index), who, more), committeeOf(after, to, subject))];
    }),
    ...dutiesOf(after).flatMap(({ id, due, desk, member, committee }) => {
      if (known.has(id) || desk === 'NOBODY') return [];
      const who =
        member === null ? { members: [], desks: [desk] } : { members: [member], desks: [] };
      return [at(notice('duty', id, who, { owed: [{ id, due }] }), committee)];
    }),
    ...(statusOf(before) === statusOf(after)
      ? []
      : [notice('status', '', { members: present([after.lead, after.twinned]), desks: [] }, {})]),
    ...events.flatMap((event, at) => {
      if (event.type !== 'CommitteeNotified') return [];
      const { about, recipients, byMessage } = event.payload as EventMap['CommitteeNotified'];
      // What was told before messages carried it is not told again.
      if (byMessage !== true) return [];
      const to = { members: [], desks: recipients.map(deskOfRecipient) };
      return [notice('information', String(at), to, { about })];
    }),
    notice('change', '', { members: interestedIn(after), desks: ISO_DESKS }, {}),
  ];
}

// The secretariat is the committee manager's desk; chairs and the members of the committee have contacts of that name.
export const deskOfRecipient = (recipient: string): string =>
  recipient === 'COMMITTEE_SECRETARIAT' ? 'COMMITTEE_MANAGER' : recipient;

const contentOf = (state: Agreement): NoticeContent => ({
  status: statusOf(state),
  phase: phaseOf(state),
  type: state.type,
  lead: state.lead,
  twinned: state.twinned,
  owed: [],
});

/** The partners, and who is invited: the bodies that may read the agreement. */
const interestedIn = (state: Agreement): readonly number[] => [
  ...new Set([...present([state.lead, state.twinned]), ...cardOf(state).invited]),
];

const owedBy = (state: Agreement, { members, desks }: Recipients): NoticeContent['owed'] =>
  dutiesOf(state)
    .filter(({ member, desk }) =>
      member === null ? desks.includes(desk) : members.includes(member),
    )
    .map(({ id, due }) => ({ id, due }));

/** Whose desk is reminded: where a subcommittee's parent decides, that of the parent. */
const committeeOf = (state: Agreement, to: Desk, subject: string): number | null =>
  dutiesOf(state).find(({ id, desk }) => desk === to && id.split(':').includes(subject))
    ?.committee ?? state.committee;

function recipientsOf(state: Agreement, to: Desk, subject: string): Recipients {
  const toMembers = (...members: (number | null)[]) => ({ members: present(members), desks: [] });
  switch (to) {
    case 'LEAD':
      return toMembers(state.lead);
    case 'TWINNED':
      return toMembers(state.twinned);
    case 'BOTH':
      return toMembers(state.lead, state.twinned);
    case 'INITIATOR':
      return toMembers(memberOn(state, state.initiator));
    case 'INVITED': {
      const open = state.proposal.invitations.filter((i) => i.open);
      const meant = open.filter((i) => i.id === subject);
      return toMembers(...(meant.length > 0 ? meant : open).map((i) => i.member));
    }
    case 'TMB_MEMBERS': {
      // Who has voted is not reminded (T9): the bodies are told, not the whole board.
      const ballot = state.approval.ballots.find((b) => b.id === subject);
      return ballot === undefined
        ? { members: [], desks: [to] }
        : toMembers(...hasNotVoted(ballot));
    }
    case 'NOBODY':
      return toMembers();
    case 'NOMINEE':
    case 'APPELLANT':
    case 'TPM':
    case 'TMB_SEC':
    case 'COMMITTEE_MANAGER':
    case 'ISO_CS':
      return { members: [], desks: [to] };
  }
}
