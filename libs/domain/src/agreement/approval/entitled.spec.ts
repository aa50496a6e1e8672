import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { cast, GSA } from '../../testing/people.js';

/** A chair twinning with the TPM's assessment, before the ballot. */
const assessed = () => storyWhere('CHAIR', (s) => s.approval.assessedAt !== null);

describe('the list of a ballot', () => {
  it('is for the bodies of the TMB as they are registered, all of them and no other (OQ-8)', () => {
    const s = assessed();
    s.facts = { ...s.facts, tmbBodies: [GSA, 1001] };
    expect(s.refuses(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA, 1001, 1002] })).toMatchObject({
      refused: 'NOT_ENTITLED_TO_VOTE',
      details: { bodies: [1002] },
    });
    expect(s.refuses(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA] })).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { faults: [{ expected: 'every body of the TMB, also 1001' }] },
    });
    expect(s.does(cast.tmbSec, 'OpenTmbBallot', {})).toMatchObject([
      { payload: { entitled: [GSA, 1001] } },
    ]);
  });

  it('names the bodies where none is registered', () => {
    const s = assessed();
    expect(s.refuses(cast.tmbSec, 'OpenTmbBallot', {})).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { faults: [{ pointer: '/entitled' }] },
    });
    expect(s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [GSA, GSA] })).toMatchObject([
      { payload: { entitled: [GSA] } },
    ]);
  });
});
