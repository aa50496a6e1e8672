import type { CommitteeStatus, MembershipStatus } from '../schema.js';

/** What a snapshot changed in one committee: handed out once per committee, to become one event of the log. */
export interface CommitteeChange {
  readonly committee: number;
  readonly reference: string;
  /** Date of the snapshot: the change happened on it or before it. */
  readonly date: string;
  readonly changes: readonly Change[];
}

/** The names are the storage format of events: version with care. */
export type Change =
  | {
      readonly kind: 'CREATED';
      readonly status: CommitteeStatus;
      readonly secretariat: number | null;
    }
  | { readonly kind: 'DISSOLVED' }
  | { readonly kind: 'REINSTATED' }
  | { readonly kind: 'STATUS'; readonly from: CommitteeStatus; readonly to: CommitteeStatus }
  | { readonly kind: 'SECRETARIAT'; readonly from: number | null; readonly to: number | null }
  /** Reference, titles or parent: without effect on agreements (ids are the key). */
  | {
      readonly kind: 'DESCRIPTION';
      readonly reference: string;
      readonly titleEn: string;
      readonly titleFr: string | null;
      readonly parent: number | null;
    }
  | {
      readonly kind: 'MEMBERSHIP';
      readonly member: number;
      readonly from: MembershipStatus | null;
      readonly to: MembershipStatus | null;
    };

/** How many changes of each kind; membership changes of committees that were there before and still are. */
export interface ChangeCounts {
  readonly oToP: number;
  readonly pToO: number;
  readonly joinedP: number;
  readonly joinedO: number;
  readonly leftP: number;
  readonly leftO: number;
  readonly secretariatMoved: number;
  /** New committees and those that came back. */
  readonly committeesCreated: number;
  readonly committeesDissolved: number;
}

export const NO_CHANGES: ChangeCounts = {
  oToP: 0,
  pToO: 0,
  joinedP: 0,
  joinedO: 0,
  leftP: 0,
  leftO: 0,
  secretariatMoved: 0,
  committeesCreated: 0,
  committeesDissolved: 0,
};

type MembershipChange = Extract<Change, { readonly kind: 'MEMBERSHIP' }>;

const membershipCount = ({ from, to }: MembershipChange): keyof ChangeCounts => {
  if (from === null) return to === 'P' ? 'joinedP' : 'joinedO';
  if (to === null) return from === 'P' ? 'leftP' : 'leftO';
  return from === 'O' ? 'oToP' : 'pToO';
};

const countOf = (change: Change, stayed: boolean): keyof ChangeCounts | null => {
  switch (change.kind) {
    case 'CREATED':
    case 'REINSTATED':
      return 'committeesCreated';
    case 'DISSOLVED':
      return 'committeesDissolved';
    case 'SECRETARIAT':
      return 'secretariatMoved';
    case 'MEMBERSHIP':
      return stayed ? membershipCount(change) : null;
    case 'STATUS':
    case 'DESCRIPTION':
      return null;
  }
};

/** Counts what the committees' changes amount to. */
export function countChanges(committees: readonly CommitteeChange[]): ChangeCounts {
  const counts = { ...NO_CHANGES };
  for (const { changes } of committees) {
    const stayed = !changes.some(
      ({ kind }) => kind === 'CREATED' || kind === 'REINSTATED' || kind === 'DISSOLVED',
    );
    for (const change of changes) {
      const name = countOf(change, stayed);
      if (name !== null) counts[name] += 1;
    }
  }
  return counts;
}
