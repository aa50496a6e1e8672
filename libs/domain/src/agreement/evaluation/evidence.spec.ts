import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../kernel/principal.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { closesAllParts, showsEverything, twinningInForce } from './testing.js';

const opened = () => {
  const story = twinningInForce();
  story.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
  return story;
};
const shown = { evaluation: 'EV1', item: 'NMC_SET_UP', value: 1, reference: 'minutes 4' };

describe('ProvideEvidence: each giver for its own part', () => {
  it('records the item under the part of who gives it', () => {
    const [recorded] = opened().does(cast.tpm, 'ProvideEvidence', shown);
    expect(recorded?.payload).toEqual({ ...shown, part: 'TPM' });
  });

  it('refuses an item that this review does not know', () => {
    const refusal = opened().refuses(cast.lead, 'ProvideEvidence', {
      ...shown,
      item: 'PLENARY_CHAIRED',
    });
    expect(refusal.refused).toBe('INVALID_INPUT');
    expect(refusal.details).toMatchObject({
      faults: [{ expected: expect.stringMatching(/^one of PM2_DECLARATION, .*NMC_SET_UP, /) }],
    });
  });

  it.each([
    ['NMC_SET_UP', 1, 2],
    ['CIB_PERCENT', 100, 101],
    ['COMMENT_SETS', 1_000_000, 1_000_001],
  ])('%s is at most %d', (item, most, more) => {
    const story = opened();
    const refusal = story.refuses(cast.twinned, 'ProvideEvidence', { ...shown, item, value: more });
    expect(refusal).toMatchObject({
      refused: 'INVALID_INPUT',
      details: { faults: [{ pointer: '/value' }] },
    });
    story.does(cast.twinned, 'ProvideEvidence', { ...shown, item, value: most });
  });

  it('a survey is at most 5.0 of 5; the time of several people may be more than one post', () => {
    const chair = twinningInForce({ type: 'CHAIR' });
    chair.does(cast.twinned, 'OpenEvaluation', { kind: 'CHAIR' });
    const survey = { evaluation: 'EV1', item: 'CHAIR_SURVEY' };
    expect(
      chair.refuses(cast.tpm, 'ProvideEvidence', { ...survey, value: 51 }).details,
    ).toMatchObject({ faults: [{ pointer: '/value', expected: 'a whole number from 0 to 50' }] });
    chair.does(cast.tpm, 'ProvideEvidence', { ...survey, value: 50 });
    opened().does(cast.twinned, 'ProvideEvidence', {
      evaluation: 'EV1',
      item: 'STAFF_FTE_PERCENT',
      value: 150,
    });
  });

  it('refuses more for a part that is closed, and after the review', () => {
    const story = opened();
    story.does(cast.lead, 'CloseEvidence', { evaluation: 'EV1' });
    expect(story.refuses(cast.lead, 'ProvideEvidence', shown).refused).toBe('WRONG_STATUS');
    closesAllParts(story);
    expect(story.refuses(cast.manager, 'ProvideEvidence', shown).refused).toBe('WRONG_STATUS');
  });

  it('refuses an evaluation that does not exist', () => {
    const refusal = opened().refuses(cast.lead, 'ProvideEvidence', { ...shown, evaluation: 'EV7' });
    expect(refusal.refused).toBe('NOT_FOUND');
  });

  it('stays quiet when the same was said before', () => {
    const story = opened();
    story.does(cast.twinned, 'ProvideEvidence', shown);
    expect(story.does(cast.twinned, 'ProvideEvidence', shown)).toEqual([]);
  });
});

describe('RecordGatheredEvidence: the system adds registry history, meetings and trainings', () => {
  const items = [
    { item: 'STATUS_CHANGES', value: 2, reference: 'registry' },
    { item: 'CIB_PERCENT', value: 60 },
  ];

  it('records each item as gathered', () => {
    const events = opened().does(SYSTEM, 'RecordGatheredEvidence', { evaluation: 'EV1', items });
    expect(events.map((e) => e.payload)).toEqual([
      {
        evaluation: 'EV1',
        part: 'SYSTEM',
        item: 'STATUS_CHANGES',
        value: 2,
        reference: 'registry',
      },
      { evaluation: 'EV1', part: 'SYSTEM', item: 'CIB_PERCENT', value: 60, reference: null },
    ]);
  });

  it('goes before what a partner said of itself', () => {
    const story = opened();
    story.does(SYSTEM, 'RecordGatheredEvidence', { evaluation: 'EV1', items });
    showsEverything(story, 'O_TO_P');
    closesAllParts(story);
    expect(story.state.evaluation.evaluations[0]?.review?.score).toBe(97);
  });

  it('is refused to people, and for an unknown item as a whole', () => {
    const story = opened();
    const payload = { evaluation: 'EV1', items };
    expect(story.refuses(cast.tpm, 'RecordGatheredEvidence', payload).refused).toBe(
      'FORBIDDEN_ROLE',
    );
    const bad = { evaluation: 'EV1', items: [...items, { item: 'NOTHING', value: 1 }] };
    expect(story.refuses(SYSTEM, 'RecordGatheredEvidence', bad).details).toMatchObject({
      faults: [{ pointer: '/items/2/item' }],
    });
  });

  it('stays quiet when the same is gathered again', () => {
    const story = opened();
    story.does(SYSTEM, 'RecordGatheredEvidence', { evaluation: 'EV1', items });
    expect(story.does(SYSTEM, 'RecordGatheredEvidence', { evaluation: 'EV1', items })).toEqual([]);
  });
});

describe('CloseEvidence: when the last of the three parts is closed the readiness is reviewed', () => {
  it('reviews at once with the third part', () => {
    const story = opened();
    const close = { evaluation: 'EV1' };
    expect(typesOf(story.does(cast.lead, 'CloseEvidence', close))).toEqual(['EvidenceClosed']);
    expect(typesOf(story.does(cast.tpm, 'CloseEvidence', close))).toEqual(['EvidenceClosed']);
    expect(typesOf(story.does(cast.twinned, 'CloseEvidence', close))).toEqual([
      'EvidenceClosed',
      'ReadinessReviewed',
    ]);
    expect(story.state.evaluation.evaluations[0]).toMatchObject({
      stage: 'READINESS_REVIEWED',
      review: { score: 0, recommended: false },
    });
  });

  it('the committee manager may add but is not waited for', () => {
    const story = opened();
    story.does(cast.manager, 'ProvideEvidence', shown);
    closesAllParts(story);
    expect(story.refuses(cast.manager, 'CloseEvidence', { evaluation: 'EV1' }).refused).toBe(
      'WRONG_STATUS',
    );
    expect(story.state.evaluation.evaluations[0]?.review?.score).toBe(10);
  });

  it('stays quiet when the part is closed already', () => {
    const story = opened();
    story.does(cast.lead, 'CloseEvidence', { evaluation: 'EV1' });
    expect(story.does(cast.lead, 'CloseEvidence', { evaluation: 'EV1' })).toEqual([]);
  });

  it('is refused to a body that takes no part', () => {
    expect(opened().refuses(cast.third, 'CloseEvidence', { evaluation: 'EV1' }).refused).toBe(
      'NOT_FOUND',
    );
  });
});
