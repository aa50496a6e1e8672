import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { itemsOf } from './criteria.js';
import { closesAllParts, PAPERS, showsEverything, twinningInForce } from './testing.js';

const EV1 = { evaluation: 'EV1' };
const P = { status: 'P' } as const;

const reviewOf = (story: Story) => story.state.evaluation.evaluations[0]?.review;
const blockOf = (story: Story, block: string) =>
  reviewOf(story)?.blocks.find((b) => b.block === block);

/** An evaluation in which all is shown, these items with a value of their own. */
function reviewedWith(
  kind: 'O_TO_P' | 'SECRETARIAT',
  values: Readonly<Record<string, number>>,
  twinned: { readonly status: 'P' | 'O' } = kind === 'SECRETARIAT' ? P : { status: 'O' },
): Story {
  const story = twinningInForce({
    type: kind === 'SECRETARIAT' ? 'SECRETARIAT' : 'P_MEMBER',
    twinned,
  });
  story.does(cast.twinned, 'OpenEvaluation', { kind });
  showsEverything(story, kind);
  for (const [item, value] of Object.entries(values)) {
    story.does(cast.twinned, 'ProvideEvidence', { ...EV1, item, value });
  }
  closesAllParts(story);
  return story;
}

describe('a body that wants the secretariat', () => {
  const submit = { ...EV1, body: 'TC', papers: PAPERS };
  const relinquished = (story: Story): Story => {
    story.does(cast.lead, 'GiveRelinquishNotice');
    return story;
  };

  it('comes before the committee with its resources and as a participating member', () => {
    const story = relinquished(reviewedWith('SECRETARIAT', {}));
    expect(reviewOf(story)).toMatchObject({ score: 100, recommended: true });
    expect(story.does(cast.twinned, 'SubmitToBody', submit)).toMatchObject([
      { type: 'TransitionSubmitted' },
    ]);
  });

  it('does not come before it without the resources of Annex D.2, whatever its points', () => {
    const story = relinquished(reviewedWith('SECRETARIAT', { ANNEX_D_RESOURCES: 0 }));
    expect(reviewOf(story)).toMatchObject({ score: 100, recommended: false });
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit)).toMatchObject({
      refused: 'EVIDENCE_MISSING',
      details: { gates: ['ANNEX_D_RESOURCES'] },
    });
  });

  it('does not come before it as an observer: it does not take part', () => {
    const story = relinquished(reviewedWith('SECRETARIAT', {}, { status: 'O' }));
    expect(reviewOf(story)).toMatchObject({ score: 100, recommended: false });
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit)).toMatchObject({
      refused: 'EVIDENCE_MISSING',
      details: { gates: ['P_MEMBER'] },
    });
  });

  it('earns ten of the twenty points of its commitment with the service agreement signed', () => {
    const without = reviewedWith('SECRETARIAT', { SERVICE_AGREEMENT: 0 });
    expect(blockOf(without, 'COMMITMENT')).toMatchObject({
      points: 10,
      of: 20,
      items: [
        { item: 'BUDGET_SIGNED', value: 1, points: 10 },
        { item: 'SERVICE_AGREEMENT', value: 0, points: 0, of: 10 },
      ],
    });
    expect(reviewOf(without)).toMatchObject({ score: 90, recommended: true });
  });

  it('that has signed neither service agreement nor budget is not recommended with eighty points', () => {
    const neither = reviewedWith('SECRETARIAT', { SERVICE_AGREEMENT: 0, BUDGET_SIGNED: 0 });
    expect(reviewOf(neither)).toMatchObject({ score: 80, recommended: false });
  });
});

describe('a body that wants to be a P-member', () => {
  it('declares that it accepts the duties of P: without that it is not recommended with 100 points', () => {
    const story = reviewedWith('O_TO_P', { PM2_DECLARATION: 0 });
    expect(reviewOf(story)).toMatchObject({ score: 100, recommended: false });
    expect(reviewOf(story)?.gates.filter((gate) => !gate.met)).toEqual([
      { gate: 'PM2_DECLARATION', met: false },
    ]);
    expect(reviewOf(reviewedWith('O_TO_P', {}))?.recommended).toBe(true);
  });

  it('is asked for that declaration in no other evaluation', () => {
    const kinds = ['O_TO_P', 'CONVENOR', 'CHAIR', 'SECRETARIAT', 'LEADERSHIP', 'EXIT'] as const;
    expect(kinds.filter((kind) => itemsOf(kind).includes('PM2_DECLARATION'))).toEqual(['O_TO_P']);
  });

  it.each([
    ['the lead', cast.lead, 'LEAD'],
    ['the twinned partner', cast.twinned, 'TWINNED'],
    ['the TPM', cast.tpm, 'TPM'],
  ] as const)('has its sets of comments shown by %s', (_, who, part) => {
    const story = twinningInForce();
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
    const sets = { ...EV1, item: 'COMMENT_SETS', value: 2, reference: 'N 412, N 430' };
    expect(story.does(who, 'ProvideEvidence', sets)).toMatchObject([
      { type: 'EvidenceRecorded', payload: { ...sets, part } },
    ]);
  });

  it.each([
    [0, 10],
    [1, 10],
    [2, 20],
    [3, 20],
  ])('with %i sets of comments and a meeting has %i points of observation', (sets, points) => {
    const story = reviewedWith('O_TO_P', { COMMENT_SETS: sets });
    expect(blockOf(story, 'OBSERVATION')).toMatchObject({ points, of: 20 });
  });
});
