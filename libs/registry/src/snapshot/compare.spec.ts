import { describe, expect, it } from '@jest/globals';
import type { MembershipStatus } from '../schema.js';
import { countChanges, NO_CHANGES } from './changes.js';
import type { CommitteeRow } from './committee-row.js';
import { compare } from './compare.js';
import type { KnownCommittee, KnownRegistry } from './known.js';
import type { Snapshot } from './parse.js';

const NAMES = new Map([
  [1, 'ONE'],
  [2, 'TWO'],
  [3, 'THREE'],
]);

const row = (
  members: readonly (readonly [number, MembershipStatus])[],
  more = {},
): CommitteeRow => ({
  id: 10,
  reference: 'ISO/TC 10',
  status: 'ACTIVE',
  titleEn: 'Ten',
  titleFr: null,
  parent: null,
  secretariat: 1,
  createdOn: '1990-01-01',
  members: new Map(members),
  ...more,
});

const snapshot = (committees: readonly CommitteeRow[], more: Partial<Snapshot> = {}): Snapshot => ({
  date: null,
  committees,
  members: NAMES,
  badRows: [],
  ...more,
});

const ten = (
  members: readonly (readonly [number, MembershipStatus])[],
  more: Partial<KnownCommittee> = {},
): KnownCommittee => ({
  createdOn: '1990-01-01',
  confirmedOn: '2025-07-01',
  complete: true,
  fact: {
    reference: 'ISO/TC 10',
    status: 'ACTIVE',
    titleEn: 'Ten',
    titleFr: 'Dix',
    parent: null,
    secretariat: 1,
  },
  members: new Map(members),
  ...more,
});

const known = (...committees: readonly (readonly [number, KnownCommittee])[]): KnownRegistry => ({
  revision: 1,
  newestComplete: '2025-07-01',
  committees: new Map(committees),
  members: new Map([...NAMES].map(([id, acronym]) => [id, { acronym, named: '2025-07-01' }])),
});

const badRow = (id: number | null) =>
  ({ line: 2, field: 'status', reason: 'UNKNOWN_STATUS', value: null, id }) as const;

const changes = (...args: Parameters<typeof compare>) =>
  compare(...args).committees.flatMap((c) => c.change?.changes ?? []);

const LATER = '2026-05-02';

describe('comparing a snapshot with the registry', () => {
  it('finds nothing in the same snapshot', () => {
    const before = known([10, ten([[1, 'P']])]);
    const found = compare(before, snapshot([row([[1, 'P']])]), '2025-07-01', 'WHOLE');
    expect(found).toEqual({ committees: [], newMembers: [], renamed: [], news: false });
  });

  it('confirms what a later snapshot repeats, without a change', () => {
    const before = known([10, ten([[1, 'P']])]);
    const found = compare(before, snapshot([row([[1, 'P']])]), LATER, 'WHOLE');
    expect(found.news).toBe(true);
    expect(found.committees).toMatchObject([{ change: null, fact: null, opens: [], closes: [] }]);
  });

  it('gives one change object per committee: O→P, joined, left, secretariat moved', () => {
    const before = known([
      10,
      ten([
        [1, 'O'],
        [2, 'P'],
      ]),
    ]);
    const after = snapshot([
      row(
        [
          [1, 'P'],
          [3, 'O'],
        ],
        { secretariat: 2 },
      ),
    ]);
    expect(compare(before, after, LATER, 'WHOLE').committees.map((c) => c.change)).toEqual([
      {
        committee: 10,
        reference: 'ISO/TC 10',
        date: LATER,
        changes: [
          { kind: 'SECRETARIAT', from: 1, to: 2 },
          { kind: 'MEMBERSHIP', member: 1, from: 'O', to: 'P' },
          { kind: 'MEMBERSHIP', member: 3, from: null, to: 'O' },
          { kind: 'MEMBERSHIP', member: 2, from: 'P', to: null },
        ],
      },
    ]);
  });

  it('changes nothing by a snapshot older than the newest word on the committee (D15)', () => {
    const before = known([10, ten([[1, 'P']])]);
    const older = snapshot([row([[1, 'O']], { id: 10 }), row([[1, 'P']], { id: 11 })]);
    expect(compare(before, older, '2025-06-30', 'WHOLE')).toMatchObject({
      committees: [],
      news: false,
    });
  });

  it('keeps a French title that the format does not carry', () => {
    const before = known([10, ten([])]);
    const after = snapshot([row([], { reference: 'ISO/PC 10' })]);
    expect(changes(before, after, LATER, 'WHOLE')).toEqual([
      { kind: 'DESCRIPTION', reference: 'ISO/PC 10', titleEn: 'Ten', titleFr: 'Dix', parent: null },
    ]);
  });
});

describe('a committee that a snapshot lacks', () => {
  const before = known([10, ten([[1, 'P']])], [11, ten([[2, 'O']])]);
  const only10 = (more: Partial<Snapshot> = {}) => snapshot([row([[1, 'P']])], more);

  it('is dissolved by a whole snapshot, its memberships with it', () => {
    const found = compare(before, only10(), LATER, 'WHOLE').committees[1];
    expect(found).toMatchObject({ committee: 11, closes: [2], fact: { status: 'DISSOLVED' } });
    expect(found?.change?.changes).toEqual([{ kind: 'DISSOLVED' }]);
  });

  it('stays when the snapshot is an extract', () => {
    expect(changes(before, only10(), LATER, 'SOME_COMMITTEES')).toEqual([]);
  });

  it('stays when a skipped row may stand for it', () => {
    expect(changes(before, only10({ badRows: [badRow(11)] }), LATER, 'WHOLE')).toEqual([]);
    expect(changes(before, only10({ badRows: [badRow(null)] }), LATER, 'WHOLE')).toEqual([]);
  });

  it('comes back when it is listed again', () => {
    const gone = ten([], { fact: { ...ten([]).fact, status: 'DISSOLVED' } });
    const found = compare(known([10, gone]), only10(), LATER, 'WHOLE').committees;
    expect(found[0]?.change?.changes).toEqual([
      { kind: 'REINSTATED' },
      { kind: 'MEMBERSHIP', member: 1, from: null, to: 'P' },
    ]);
  });
});

describe('an extract of members', () => {
  it('leaves alone the members that it does not name', () => {
    const before = known([
      10,
      ten([
        [1, 'P'],
        [9, 'P'],
      ]),
    ]);
    const extract = snapshot([row([[2, 'O']])]);
    expect(changes(before, extract, LATER, 'SOME_MEMBERS')).toEqual([
      { kind: 'MEMBERSHIP', member: 2, from: null, to: 'O' },
      { kind: 'MEMBERSHIP', member: 1, from: 'P', to: null },
    ]);
  });

  it('is completed without anybody having joined, but for members it had named elsewhere', () => {
    const before = known([10, ten([[1, 'P']], { complete: false })], [11, ten([[2, 'O']])]);
    const whole = snapshot([
      row([
        [1, 'P'],
        [2, 'P'],
        [3, 'P'],
      ]),
      row([[2, 'O']], { id: 11 }),
    ]);
    const found = compare(before, whole, LATER, 'WHOLE').committees[0];
    expect(found?.opens.map((o) => o.member)).toEqual([2, 3]);
    expect(found?.change?.changes).toEqual([
      { kind: 'MEMBERSHIP', member: 2, from: null, to: 'P' },
    ]);
  });
});

describe('the counts', () => {
  it('count memberships of committees present before and after only', () => {
    const of = (...kinds: readonly ('CREATED' | 'DISSOLVED')[]) => ({
      committee: 10,
      reference: 'ISO/TC 10',
      date: LATER,
      changes: [
        ...kinds.map((kind) =>
          kind === 'CREATED'
            ? ({ kind, status: 'ACTIVE', secretariat: null } as const)
            : ({ kind } as const),
        ),
        { kind: 'MEMBERSHIP', member: 1, from: 'O', to: 'P' } as const,
        { kind: 'MEMBERSHIP', member: 2, from: 'P', to: 'O' } as const,
        { kind: 'MEMBERSHIP', member: 3, from: null, to: 'O' } as const,
        { kind: 'MEMBERSHIP', member: 4, from: 'O', to: null } as const,
        { kind: 'SECRETARIAT', from: 1, to: 2 } as const,
      ],
    });
    expect(countChanges([of()])).toEqual({
      ...NO_CHANGES,
      oToP: 1,
      pToO: 1,
      joinedO: 1,
      leftO: 1,
      secretariatMoved: 1,
    });
    expect(countChanges([of('CREATED')])).toMatchObject({ oToP: 0, committeesCreated: 1 });
    expect(countChanges([of('DISSOLVED')])).toMatchObject({ leftO: 0, committeesDissolved: 1 });
  });
});
