import { describe, expect, it } from '@jest/globals';
import { answeredProposal } from './answered-proposal.js';
import type { AgreementAnswer, Side } from './model.js';

interface Said {
  readonly countered?: boolean;
  readonly accepted?: boolean;
  readonly rejected?: boolean;
}

/** The lead has proposed two clauses; `exit` is looked at. */
const table = ({ countered = false, accepted = false, rejected = false }: Said = {}) => {
  const version = (hash: string, isAccepted: boolean, isRejected: boolean) => ({
    ...{ hash, side: 'LEAD', proposal: 'P1', language: 'en', value: {} },
    acceptedBy: isAccepted ? ['LEAD', 'TWINNED'] : ['LEAD'],
    rejected: isRejected ? 'Too short.' : null,
  });
  return {
    negotiation: {
      ...{ amending: null, inForce: null },
      documents: { clauses: [{ clause: 'exit', hash: 'e' }] },
      clauses: { exit: [version('e', accepted, rejected)] },
      proposals: [
        {
          ...{ id: 'P1', side: 'LEAD', clauses: ['exit'], since: '', withdrawn: false },
          counteredBy: countered ? 'P2' : null,
        },
      ],
    },
  } as unknown as AgreementAnswer;
};
const answered = (of: AgreementAnswer, own: Side | null = 'TWINNED', hash: string | null = 'e') =>
  answeredProposal(of, { clause: 'exit', hash }, own);

describe('the proposal that a wording answers', () => {
  it('is the one of the other side that the clause stands in', () => {
    expect(answered(table())).toBe('P1');
  });

  it('is that one still where another of its clauses has been answered by a counter-proposal', () => {
    expect(answered(table({ countered: true }))).toBe('P1');
  });

  it.each([
    ['one’s own', table(), 'LEAD'],
    ['looked at by somebody without a side', table(), null],
    ['accepted already', table({ accepted: true }), 'TWINNED'],
    ['rejected already', table({ rejected: true }), 'TWINNED'],
  ] as const)('is none where it is %s', (_, of, own) => {
    expect(answered(of, own)).toBeNull();
  });

  it('is none where nobody has written the clause', () => {
    expect(answered(table(), 'TWINNED', null)).toBeNull();
  });
});
