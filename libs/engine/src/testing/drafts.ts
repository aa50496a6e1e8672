import { emptyAgreement, type Agreement, type Grant, type Principal } from '@twinning/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';

export const NOW = '2027-01-01T00:00:00.000Z';
/** Bodies of the drafts; null: nobody yet. */
export const MEMBERS = [null, 1, 2, 3, 4] as const;

export const draft = (
  over: Partial<Agreement>,
  invited: readonly number[],
  person: string,
  parent?: number,
): Agreement => {
  const empty = emptyAgreement(randomUUID());
  return {
    ...empty,
    version: 1,
    stage: 'DRAFT',
    ...over,
    ending: {
      ...empty.ending,
      appeals: [{ id: 'A1', level: 'TC', stage: 'LODGED', parent, member: 1, since: NOW }],
      // Some have a decision that can still be appealed.
      decisions:
        invited.length > 0
          ? [{ id: 'D1', kind: 'APPROVAL', body: 'TPM', decidedOn: '2027-01-01', final: false }]
          : [],
    },
    proposal: {
      ...empty.proposal,
      invitations: invited.map((member, i) => ({
        id: `I${String(i)}`,
        member,
        open: true,
        sentAt: '2027-01-01T00:00:00.000Z',
        replyBy: '2027-02-01',
      })),
      nominees: [{ side: 'LEAD', person, accepted: null }],
    },
  } as unknown as Agreement;
};

/** Drafts of different bodies, committees, nominees and parents: enough of each that every rule of seeing has its case. */
export const drafts = (count: number): readonly Agreement[] =>
  Array.from({ length: count }, (_, i) =>
    draft(
      {
        lead: MEMBERS[i % 5] ?? null,
        twinned: MEMBERS[(i * 3 + 1) % 5] ?? null,
        committee: [null, 10, 20][i % 3] ?? null,
      },
      i % 4 === 0 ? [(i % 3) + 2] : [],
      `p${String(i % 7)}`,
      [undefined, 10, 20, 30][i % 4],
    ),
  );

const grant: fc.Arbitrary<Grant> = fc.record(
  {
    role: fc.constantFrom<Grant['role']>(
      ...(['NSB_REP', 'MBUA', 'COMMITTEE_MANAGER', 'TPM', 'TMB_SEC'] as const),
      ...(['TMB_MEMBER', 'ISO_CS', 'AUDITOR'] as const),
    ),
    committees: fc.constantFrom<readonly number[] | 'ALL'>('ALL', [], [10], [20], [10, 20], [30]),
  },
  { requiredKeys: ['role'] },
);
/** Somebody with some roles somewhere, or who is no longer there. */
export const anyone: fc.Arbitrary<Principal> = fc
  .record({
    person: fc.constantFrom('p1', 'p2', 'nobody', "'; --"),
    member: fc.constantFrom(...MEMBERS),
    grants: fc.array(grant, { maxLength: 2 }),
    stepUp: fc.boolean(),
    ended: fc.nat(9).map((n) => n === 0),
  })
  .map(({ ended, ...who }) =>
    ended ? { ...who, member: null, grants: [], former: true as const } : who,
  );
