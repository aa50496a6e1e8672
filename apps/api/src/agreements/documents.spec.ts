import { describe, expect, it } from '@jest/globals';
import { instant, type Agreement } from '@twinning/domain';
import { exampleAgreement } from '@twinning/documents/testing';
import { documentsOf } from './documents.js';

const FIRST = 'Files stay for two years.';
const SECOND = 'Both partners tell the committee.';
const THIRD = 'The work is handed over in a last meeting.';

/** The exit clause as it was signed, and what two amendments put in its place. */
function amended(...texts: readonly string[]): Agreement {
  const state = exampleAgreement();
  const [version] = state.negotiation.clauses['exit'] ?? [];
  if (version === undefined) throw new Error('The example has no such clause.');
  const signed = { ...version, value: { text: `${FIRST} ${SECOND} ${THIRD}` } };
  return {
    ...state,
    negotiation: {
      ...state.negotiation,
      openedAt: instant('2027-09-01T00:00:00Z'),
      clauses: { ...state.negotiation.clauses, exit: [signed] },
    },
    execution: {
      ...state.execution,
      amendments: texts.map((text, n) => ({
        ...{ id: `A${String(n + 1)}`, hash: 'h', end: null, signed: [], stage: 'IN_FORCE' },
        changes: [{ clause: 'exit', value: { text } }],
        agreedAt: instant('2028-01-01T00:00:00Z'),
      })),
    },
  };
}

describe('what amendments have put in the place of a clause', () => {
  it('says word by word what each changed in the one before; a sentence that stands elsewhere has moved', () => {
    const state = amended(
      `${THIRD} ${FIRST} ${SECOND}`,
      `${THIRD} Files stay for six years. ${SECOND}`,
    );
    const { later = [] } =
      documentsOf(state).documents.clauses.find((c) => c.clause === 'exit') ?? {};
    const kinds = later.map(({ difference }) =>
      difference.flatMap(({ pieces }) =>
        pieces.flatMap(({ kind, text }) =>
          kind === 'SAME' || text.trim() === '' ? [] : [[kind, text.trim()]],
        ),
      ),
    );
    expect(kinds).toEqual([
      [
        ['MOVED_HERE', THIRD],
        ['MOVED_AWAY', THIRD],
      ],
      [
        ['DELETED', 'two'],
        ['INSERTED', 'six'],
      ],
    ]);
  });
});
