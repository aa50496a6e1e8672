import { describe, expect, it } from '@jest/globals';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import { ASI, cast, GSA, IES } from '../testing/people.js';
import { FILE_PURPOSES, filesFor, filingFor } from './files.js';

const empty = emptyAgreement('a');
const invitation = { id: 'I1', member: GSA, open: true, sentAt: '', replyBy: '' };
const state = {
  ...empty,
  stage: 'DRAFT',
  lead: ASI,
  twinned: IES,
  proposal: { ...empty.proposal, invitations: [invitation], nominees: [{ person: 'nominee' }] },
  negotiation: {
    ...empty.negotiation,
    signatories: [{ side: 'LEAD', person: cast.leadSignatory.person }],
  },
} as unknown as Agreement;
const nominee = { ...cast.leadSignatory, person: 'nominee' };

describe('who files what beside an agreement', () => {
  it.each([cast.lead, cast.twinned, cast.tpm, cast.tmbSec, cast.cs])(
    '$person files anything, within the whole place',
    (who) => {
      expect(filingFor(who, state, false)).toEqual({ purposes: FILE_PURPOSES, isLimited: false });
    },
  );

  it.each([
    [cast.manager, ['MINUTES', 'EVIDENCE']],
    [cast.leadSignatory, ['AUTHORITY']],
    [nominee, ['CV', 'STATEMENT']],
    [cast.third, []],
    [cast.leadMbua, []],
    [cast.tmbMember, []],
    [cast.auditor, []],
  ] as const)('$person files %j, within a share', (who, purposes) => {
    expect(filingFor(who, state, false)).toEqual({ purposes, isLimited: true });
  });

  it('who appeals files evidence, who is invited may not file it as if they did', () => {
    expect(filingFor(cast.third, state, true)).toEqual({ purposes: ['EVIDENCE'], isLimited: true });
    expect(
      filingFor(
        { ...cast.lead, grants: [...cast.lead.grants, ...cast.auditor.grants] },
        state,
        false,
      ).purposes,
    ).toEqual(FILE_PURPOSES);
  });

  it('who stands in for a colleague files what the colleague may, unless it is for some kinds of command only', () => {
    const lent = (commands: 'ALL' | readonly string[]) =>
      ({
        ...cast.lead,
        grants: [{ role: 'NSB_REP', by: { delegation: 'D1', person: 'boss', commands } }],
      }) as const;
    expect(filingFor(lent('ALL'), state, false).purposes).toEqual(FILE_PURPOSES);
    expect(filingFor(lent(['EditRequest']), state, false).purposes).toEqual([]);
    const cv = { purpose: 'CV', appeals: false } as const;
    expect(filesFor(lent('ALL'), state, cv)).toBe('boss');
    expect(filesFor(cast.lead, state, cv)).toBeNull();
    const both = { ...lent('ALL'), grants: [...cast.lead.grants, ...lent('ALL').grants] };
    expect(filesFor(both, state, cv)).toBeNull();
    expect(filesFor(lent('ALL'), state, { purpose: 'EVIDENCE', appeals: true })).toBe('boss');
  });
});
