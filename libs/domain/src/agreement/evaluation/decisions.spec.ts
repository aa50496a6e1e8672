import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { rulesetById } from '../../rulesets/index.js';
import { refusalText } from '../../texts/index.js';
import { majorityReached } from './kinds.js';
import {
  closesAllParts,
  PAPERS,
  registryShows,
  reviewedEvaluation,
  showsEverything,
  twinningInForce,
} from './testing.js';

const rules = rulesetById('annex-st-2020');
const first = (story: Story) => story.state.evaluation.evaluations[0];
const P = { status: 'P' } as const;
const EV1 = { evaluation: 'EV1' };

describe('DecideOwnStatus: O→P is the twinned body’s own decision', () => {
  it('approves with DECLARE_P, whatever was recommended', () => {
    const story = twinningInForce();
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
    closesAllParts(story);
    expect(first(story)?.review?.recommended).toBe(false);
    const events = story.does(cast.twinned, 'DecideOwnStatus', { ...EV1, decision: 'DECLARE_P' });
    expect(events.map((e) => e.payload)).toEqual([
      {
        evaluation: 'EV1',
        body: 'OWN',
        reference: null,
        decidedOn: '2027-10-01',
        effectiveOn: '2027-10-01',
        yes: null,
        no: null,
      },
    ]);
  });

  it('refuses with NOT_NOW, and then nothing is left to decide', () => {
    const story = reviewedEvaluation('O_TO_P');
    const no = { ...EV1, decision: 'NOT_NOW', reason: 'Two more experts first' };
    expect(typesOf(story.does(cast.twinned, 'DecideOwnStatus', no))).toEqual(['TransitionRefused']);
    expect(story.refuses(cast.twinned, 'DecideOwnStatus', no).refused).toBe('WRONG_STATUS');
  });

  it('only the bar and the category block', () => {
    const yes = { ...EV1, decision: 'DECLARE_P' };
    const barred = reviewedEvaluation('O_TO_P');
    registryShows(barred, { barredUntil: day('2028-05-01') });
    expect(barred.refuses(cast.twinned, 'DecideOwnStatus', yes).refused).toBe('REGAIN_TOO_EARLY');
    const correspondent = reviewedEvaluation('O_TO_P', { twinned: { category: 'CORRESPONDENT' } });
    expect(correspondent.refuses(cast.twinned, 'DecideOwnStatus', yes).refused).toBe(
      'CATEGORY_CANNOT_BE_P',
    );
  });

  it('approves no exit of a body that has lost P since, which may still say not now', () => {
    const story = reviewedEvaluation('EXIT', { twinned: P });
    registryShows(story, { status: 'O' });
    const yes = { ...EV1, decision: 'DECLARE_P' };
    expect(story.refuses(cast.twinned, 'DecideOwnStatus', yes)).toMatchObject({
      refused: 'NOT_P_MEMBER_TWINNED',
      clause: 'rules 6.5',
    });
    registryShows(story, P);
    expect(typesOf(story.does(cast.twinned, 'DecideOwnStatus', yes))).toEqual([
      'TransitionApproved',
    ]);
    const other = reviewedEvaluation('EXIT', { twinned: P });
    registryShows(other, { status: 'O' });
    const no = { ...EV1, decision: 'NOT_NOW' };
    expect(typesOf(other.does(cast.twinned, 'DecideOwnStatus', no))).toEqual(['TransitionRefused']);
  });

  it('is not for the lead, before the review, or for an office', () => {
    const yes = { ...EV1, decision: 'DECLARE_P' };
    expect(reviewedEvaluation('O_TO_P').refuses(cast.lead, 'DecideOwnStatus', yes).refused).toBe(
      'FORBIDDEN_ROLE',
    );
    const early = twinningInForce();
    early.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
    expect(early.refuses(cast.twinned, 'DecideOwnStatus', yes).refused).toBe('WRONG_STATUS');
    const chair = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P });
    expect(chair.refuses(cast.twinned, 'DecideOwnStatus', yes).refused).toBe('WRONG_BODY');
  });

  it('under New Rights asks ISO/CS, which records its answer', () => {
    const story = reviewedEvaluation('O_TO_P', {
      twinned: { category: 'CORRESPONDENT', newRights: true },
    });
    story.does(cast.twinned, 'DecideOwnStatus', { ...EV1, decision: 'DECLARE_P' });
    expect(first(story)).toMatchObject({ stage: 'BODY_DECISION', body: 'ISO_CS' });
    story.does(cast.cs, 'RecordBodyDecision', {
      ...EV1,
      approved: true,
      resolution: 'NR 2027/3',
      decidedOn: '2027-10-01',
    });
    expect(first(story)?.stage).toBe('APPROVED');
  });
});

describe('GiveRelinquishNotice: twelve months by the lead that holds the secretariat', () => {
  const inForce = () => twinningInForce({ type: 'SECRETARIAT', twinned: P });

  it('sets the first day on which the secretariat may change hands', () => {
    const [given] = inForce().does(cast.lead, 'GiveRelinquishNotice');
    expect(given?.payload).toMatchObject({ earliest: '2028-10-01' });
  });

  it('is refused when another body holds it, and to the twinned body', () => {
    const story = inForce();
    expect(story.refuses(cast.twinned, 'GiveRelinquishNotice').refused).toBe('FORBIDDEN_ROLE');
    const { committee } = story.facts;
    story.facts = { ...story.facts, committee: committee && { ...committee, secretariat: 9 } };
    expect(story.refuses(cast.lead, 'GiveRelinquishNotice').refused).toBe('LEAD_NOT_SECRETARIAT');
  });

  it('stays quiet the second time: the first day stands', () => {
    const story = inForce();
    story.does(cast.lead, 'GiveRelinquishNotice');
    story.until('2027-12-01');
    expect(story.does(cast.lead, 'GiveRelinquishNotice')).toEqual([]);
  });
});

describe('SubmitToBody: to the body of the office, with its hard gates met', () => {
  it('goes to the parent TC for the chair of a subcommittee', () => {
    const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P });
    const submit = { ...EV1, body: 'TC', papers: PAPERS };
    expect(typesOf(story.does(cast.twinned, 'SubmitToBody', submit))).toEqual([
      'TransitionSubmitted',
    ]);
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit).refused).toBe('WRONG_STATUS');
  });

  it('refuses another body', () => {
    const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P, level: 'TC' });
    expect(
      story.refuses(cast.twinned, 'SubmitToBody', { ...EV1, body: 'TC', papers: PAPERS }),
    ).toMatchObject({ refused: 'WRONG_BODY', details: { competent: 'TMB' } });
    const told = story.refuses(cast.twinned, 'SubmitToBody', {
      ...EV1,
      body: 'TC',
      papers: PAPERS,
    });
    expect(refusalText(told, 'fr').help).toBe(
      'L’instance qui décide est\u00a0: Bureau de gestion technique.',
    );
    const own = reviewedEvaluation('O_TO_P');
    expect(
      own.refuses(cast.twinned, 'SubmitToBody', { ...EV1, body: 'OWN', papers: PAPERS }).refused,
    ).toBe('WRONG_BODY');
  });

  it('names the gates that are not met, and asks for papers', () => {
    const story = twinningInForce({ type: 'CONVENOR', twinned: P });
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'CONVENOR' });
    story.does(cast.manager, 'ProvideEvidence', { ...EV1, item: 'SQ_CRITERIA', value: 1 });
    closesAllParts(story);
    const submit = { ...EV1, body: 'COMMITTEE', papers: PAPERS };
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit)).toMatchObject({
      refused: 'EVIDENCE_MISSING',
      details: { gates: ['POST_VACANT', 'NSB_CONFIRMATION'] },
    });
    expect(refusalText(story.refuses(cast.twinned, 'SubmitToBody', submit), 'en').title).toBe(
      'What the evaluation needs is not met or not documented: office is vacant, confirmation by the national standards body.',
    );
    const ready = reviewedEvaluation('CONVENOR', { type: 'CONVENOR', twinned: P });
    expect(ready.refuses(cast.twinned, 'SubmitToBody', { ...submit, papers: [] })).toMatchObject({
      refused: 'EVIDENCE_MISSING',
      details: { gates: ['PAPERS'] },
    });
  });

  it('reads the registry again: a body that lost P does not come before the committee', () => {
    const story = reviewedEvaluation('CONVENOR', { type: 'CONVENOR', twinned: P });
    registryShows(story, { status: 'O' });
    const submit = { ...EV1, body: 'COMMITTEE', papers: PAPERS };
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit).details).toMatchObject({
      gates: ['P_MEMBER'],
    });
  });

  it('a weak score does not block when the gates are met (F19)', () => {
    const story = twinningInForce({ type: 'CHAIR', twinned: P });
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'CHAIR' });
    for (const item of ['SQ_CRITERIA', 'NOT_DELEGATE', 'TERM_WITHIN_LIMITS']) {
      story.does(cast.tpm, 'ProvideEvidence', { ...EV1, item, value: 1 });
    }
    closesAllParts(story);
    expect(first(story)?.review).toMatchObject({ score: 0, recommended: false });
    story.does(cast.twinned, 'SubmitToBody', { ...EV1, body: 'TC', papers: PAPERS });
    expect(first(story)?.stage).toBe('BODY_DECISION');
  });

  it('a secretariat needs the lead’s notice; a contested one goes to the TMB', () => {
    const story = reviewedEvaluation('SECRETARIAT', { type: 'SECRETARIAT', twinned: P });
    const submit = { ...EV1, body: 'TMB', contested: true, papers: PAPERS };
    expect(story.refuses(cast.twinned, 'SubmitToBody', submit).refused).toBe(
      'LEAD_HAS_NOT_RELINQUISHED',
    );
    story.does(cast.lead, 'GiveRelinquishNotice');
    story.does(cast.twinned, 'SubmitToBody', submit);
    expect(first(story)).toMatchObject({ stage: 'BODY_DECISION', body: 'TMB' });
  });
});

describe('two thirds of the P-members voting decide on the chair of a subcommittee', () => {
  it.each([
    [2, 1, true],
    [3, 2, false],
    [1, 0, true],
    [0, 0, false],
    [66, 33, true],
    [65, 33, false],
  ])('%i yes and %i no: %s', (yes, no, reached) => {
    expect(majorityReached('CHAIR', 'TC', { yes, no }, rules)).toBe(reached);
  });

  it('elsewhere more yes than no', () => {
    expect(majorityReached('CHAIR', 'TMB', { yes: 3, no: 2 }, rules)).toBe(true);
    expect(majorityReached('CONVENOR', 'COMMITTEE', { yes: 2, no: 2 }, rules)).toBe(false);
  });
});

describe('RecordBodyDecision', () => {
  const before = (type: 'CHAIR' | 'SECRETARIAT', level: 'TC' | 'SC') => {
    const story = reviewedEvaluation(type, { type, twinned: P, level });
    if (type === 'SECRETARIAT') story.does(cast.lead, 'GiveRelinquishNotice');
    const body = level === 'TC' ? 'TMB' : 'TC';
    story.does(cast.twinned, 'SubmitToBody', { ...EV1, body, papers: PAPERS });
    story.until('2027-11-01');
    return story;
  };
  const decision = {
    ...EV1,
    approved: true,
    resolution: 'Resolution 12/2027',
    yes: 12,
    no: 3,
    decidedOn: '2027-10-20',
  };

  it('approves with resolution and majority, effective on the day of the decision', () => {
    const [approved] = before('CHAIR', 'SC').does(cast.manager, 'RecordBodyDecision', decision);
    expect(approved).toMatchObject({
      type: 'TransitionApproved',
      payload: { body: 'TC', reference: 'Resolution 12/2027', effectiveOn: '2027-10-20' },
    });
  });

  it('refuses the transition when the body said no', () => {
    const story = before('CHAIR', 'SC');
    const no = { ...decision, approved: false, yes: 3, no: 12 };
    expect(typesOf(story.does(cast.manager, 'RecordBodyDecision', no))).toEqual([
      'TransitionRefused',
    ]);
    expect(first(story)?.stage).toBe('REFUSED');
  });

  it.each([
    ['RESOLUTION_MISSING', { resolution: undefined }],
    ['MAJORITY_MISSING', { yes: 5, no: 3 }],
    ['MAJORITY_MISSING', { yes: undefined, no: undefined }],
    ['BACKDATED', { decidedOn: '2027-09-30' }],
    ['BACKDATED', { decidedOn: '2027-11-02' }],
    ['BACKDATED', { effectiveOn: '2027-10-19' }],
  ])('refuses with %s', (code, change) => {
    const payload = JSON.parse(JSON.stringify({ ...decision, ...change })) as object;
    expect(before('CHAIR', 'SC').refuses(cast.manager, 'RecordBodyDecision', payload).refused).toBe(
      code,
    );
  });

  it('only by the recorder of that body', () => {
    expect(
      before('CHAIR', 'TC').refuses(cast.manager, 'RecordBodyDecision', decision),
    ).toMatchObject({ refused: 'FORBIDDEN_ROLE', details: { recorder: 'TMB_SEC' } });
  });

  it('a secretariat changes hands no earlier than the notice runs out (F21)', () => {
    const early = { ...decision, effectiveOn: '2028-09-30' };
    const story = before('SECRETARIAT', 'TC');
    expect(story.refuses(cast.tmbSec, 'RecordBodyDecision', early)).toMatchObject({
      refused: 'NOTICE_TOO_SHORT',
      details: { earliest: '2028-10-01' },
    });
    const [approved] = story.does(cast.tmbSec, 'RecordBodyDecision', decision);
    expect(approved?.payload).toMatchObject({ effectiveOn: '2028-10-01' });
  });

  it('is over once recorded', () => {
    const story = before('CHAIR', 'SC');
    story.does(cast.manager, 'RecordBodyDecision', decision);
    expect(story.refuses(cast.manager, 'RecordBodyDecision', decision).refused).toBe(
      'WRONG_STATUS',
    );
  });
});

describe('a new twinning for a P-member twinning', () => {
  it('is submitted to the body that approves its type', () => {
    const story = twinningInForce({ twinned: P });
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'LEADERSHIP', target: 'SECRETARIAT' });
    showsEverything(story, 'LEADERSHIP');
    closesAllParts(story);
    story.does(cast.twinned, 'SubmitToBody', { ...EV1, body: 'TMB', papers: PAPERS });
    expect(first(story)?.stage).toBe('BODY_DECISION');
  });
});
