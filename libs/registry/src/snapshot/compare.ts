import type { MembershipStatus } from '../schema.js';
import type { Change, CommitteeChange } from './changes.js';
import type { CommitteeRow } from './committee-row.js';
import type { CommitteeDescription, KnownCommittee, KnownRegistry } from './known.js';
import type { Snapshot } from './parse.js';

/**
 * What a file speaks of: all committees (one that it lacks is dissolved), some committees with all their members, or
 * some committees and in them only the members that the file names.
 */
export type Coverage = 'WHOLE' | 'SOME_COMMITTEES' | 'SOME_MEMBERS';

/** What one committee gets written. */
export interface CommitteeDifference {
  readonly committee: number;
  readonly createdOn: string | null;
  readonly complete: boolean;
  /** A new version of the committee's facts, or null when they stay. */
  readonly fact: CommitteeDescription | null;
  readonly closes: readonly number[];
  readonly opens: readonly { readonly member: number; readonly status: MembershipStatus }[];
  /** What changed, or null when the registry only learnt what had been so before. */
  readonly change: CommitteeChange | null;
}

export interface Differences {
  readonly committees: readonly CommitteeDifference[];
  readonly newMembers: readonly { readonly id: number; readonly acronym: string }[];
  readonly renamed: readonly MemberRenamed[];
  /** True when there is anything to write, if only that the snapshot confirms what was known. */
  readonly news: boolean;
}

/** A member under a new acronym: a fact without effect, ids are the key. */
export interface MemberRenamed {
  readonly member: number;
  readonly from: string;
  readonly to: string;
}

/**
 * Compares a snapshot of a date with what the registry holds. A snapshot older than the newest word on a committee
 * changes nothing in it (lifecycle.md D15).
 */
export function compare(
  known: KnownRegistry,
  snapshot: Snapshot,
  date: string,
  coverage: Coverage,
): Differences {
  const overtaken = known.newestComplete !== null && date < known.newestComplete;
  const listed = new Set([...known.committees.values()].flatMap((c) => [...c.members.keys()]));
  const committees: CommitteeDifference[] = [];
  for (const row of snapshot.committees) {
    const before = known.committees.get(row.id);
    if (before === undefined) {
      if (!overtaken && row.status !== 'DISSOLVED') committees.push(created(row, date, coverage));
    } else if (date >= before.confirmedOn) {
      const difference =
        row.status === 'DISSOLVED'
          ? dissolved(row.id, before, date)
          : changed(row, before, date, { coverage, listed, named: snapshot.members });
      if (difference !== null) committees.push(difference);
    }
  }
  if (coverage === 'WHOLE') committees.push(...vanished(known, snapshot, date));
  const referred = new Set(
    committees.flatMap((c) => [...c.opens.map((o) => o.member), c.fact?.secretariat ?? 0]),
  );
  const renamed = overtaken ? [] : renames(known, snapshot, date);
  return {
    committees,
    newMembers: [...snapshot.members]
      .filter(([id]) => referred.has(id) && !known.members.has(id))
      .map(([id, acronym]) => ({ id, acronym })),
    renamed,
    news:
      committees.length > 0 ||
      renamed.length > 0 ||
      (coverage === 'WHOLE' && (known.newestComplete === null || date > known.newestComplete)),
  };
}

const describe = (row: CommitteeRow, before?: CommitteeDescription): CommitteeDescription => ({
  reference: row.reference,
  status: row.status,
  parent: row.parent,
  secretariat: row.secretariat,
  titleEn: row.titleEn,
  // A format without French says nothing about the French title.
  titleFr: row.titleFr ?? before?.titleFr ?? null,
});

const membership = (
  member: number,
  from: MembershipStatus | null,
  to: MembershipStatus | null,
): Change => ({ kind: 'MEMBERSHIP', member, from, to });

function created(row: CommitteeRow, date: string, coverage: Coverage): CommitteeDifference {
  const opens = [...row.members].map(([member, status]) => ({ member, status }));
  return {
    committee: row.id,
    createdOn: row.createdOn,
    complete: coverage !== 'SOME_MEMBERS',
    fact: describe(row),
    closes: [],
    opens,
    change: {
      committee: row.id,
      reference: row.reference,
      date,
      changes: [
        { kind: 'CREATED', status: row.status, secretariat: row.secretariat },
        ...opens.map(({ member, status }) => membership(member, null, status)),
      ],
    },
  };
}

/** Dissolved: its memberships end with it and are not counted as members leaving. */
function dissolved(id: number, before: KnownCommittee, date: string): CommitteeDifference | null {
  if (before.fact.status === 'DISSOLVED') return null;
  return {
    committee: id,
    createdOn: before.createdOn,
    complete: before.complete,
    fact: { ...before.fact, status: 'DISSOLVED' },
    closes: [...before.members.keys()],
    opens: [],
    change: {
      committee: id,
      reference: before.fact.reference,
      date,
      changes: [{ kind: 'DISSOLVED' }],
    },
  };
}

/** Committees that a whole snapshot no longer lists; one that a skipped row may stand for is left alone. */
function vanished(
  known: KnownRegistry,
  snapshot: Snapshot,
  date: string,
): readonly CommitteeDifference[] {
  if (snapshot.badRows.some((row) => row.id === null)) return [];
  const there = new Set([
    ...snapshot.committees.map((row) => row.id),
    ...snapshot.badRows.map((row) => row.id),
  ]);
  return [...known.committees].flatMap(([id, before]) => {
    if (there.has(id) || date < before.confirmedOn) return [];
    return dissolved(id, before, date) ?? [];
  });
}

/** So few may end between two snapshots without a word; more than these or this share look like a file cut short. */
const FEW = 3;
const SHARE = 10;

/** How many committees a whole snapshot would dissolve by not naming them, when they are so many that somebody has to say so; otherwise 0. */
export function leftOut(known: KnownRegistry, snapshot: Snapshot, date: string): number {
  const atWork = [...known.committees.values()].filter((c) => c.fact.status !== 'DISSOLVED');
  const { length } = vanished(known, snapshot, date);
  return length > Math.max(FEW, atWork.length / SHARE) ? length : 0;
}

interface Context {
  readonly coverage: Coverage;
  /** Members that the registry has seen in some committee. */
  readonly listed: ReadonlySet<number>;
  readonly named: ReadonlyMap<number, string>;
}

function changed(
  row: CommitteeRow,
  before: KnownCommittee,
  date: string,
  { coverage, listed, named }: Context,
): CommitteeDifference | null {
  const fact = describe(row, before.fact);
  const back = before.fact.status === 'DISSOLVED';
  const changes: Change[] = [
    ...(back ? [{ kind: 'REINSTATED' } as const] : []),
    ...describeChanges(before.fact, fact, back),
  ];
  const factChanged = changes.length > 0;
  const opens: { member: number; status: MembershipStatus }[] = [];
  const closes: number[] = [];
  for (const [member, status] of row.members) {
    const was = before.members.get(member) ?? null;
    if (was === status) continue;
    if (was !== null) closes.push(member);
    opens.push({ member, status });
    // An extract had left this member out: it did not join, we only learn of it.
    const baseline = was === null && !before.complete && !listed.has(member);
    if (!baseline) changes.push(membership(member, was, status));
  }
  for (const [member, was] of before.members) {
    if (row.members.has(member)) continue;
    if (coverage === 'SOME_MEMBERS' && !named.has(member)) continue;
    closes.push(member);
    changes.push(membership(member, was, null));
  }
  const createdOn = row.createdOn ?? before.createdOn;
  const complete = before.complete || coverage !== 'SOME_MEMBERS';
  const same =
    changes.length + opens.length === 0 &&
    createdOn === before.createdOn &&
    complete === before.complete &&
    date === before.confirmedOn;
  if (same) return null;
  return {
    committee: row.id,
    createdOn,
    complete,
    fact: factChanged ? fact : null,
    closes,
    opens,
    change:
      changes.length === 0 ? null : { committee: row.id, reference: fact.reference, date, changes },
  };
}

function describeChanges(
  from: CommitteeDescription,
  to: CommitteeDescription,
  back: boolean,
): readonly Change[] {
  const { reference, titleEn, titleFr, parent } = to;
  const described =
    from.reference !== reference ||
    from.titleEn !== titleEn ||
    from.titleFr !== titleFr ||
    from.parent !== parent;
  return [
    ...(from.status !== to.status && !back
      ? [{ kind: 'STATUS', from: from.status, to: to.status } as const]
      : []),
    ...(from.secretariat !== to.secretariat
      ? [{ kind: 'SECRETARIAT', from: from.secretariat, to: to.secretariat } as const]
      : []),
    ...(described ? [{ kind: 'DESCRIPTION', reference, titleEn, titleFr, parent } as const] : []),
  ];
}

const renames = (
  known: KnownRegistry,
  snapshot: Snapshot,
  date: string,
): readonly MemberRenamed[] =>
  [...snapshot.members].flatMap(([member, to]) => {
    const before = known.members.get(member);
    return before === undefined || before.acronym === to || date < before.named
      ? []
      : [{ member, from: before.acronym, to }];
  });
