import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { phaseOf } from '../../kernel/views.js';
import { cast, COMMITTEE, IES } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { refusalText } from '../../texts/index.js';
import { bodyFor, officeOf } from './kinds.js';
import { registryShows, reviewedEvaluation, twinningInForce } from './testing.js';

const first = (story: ReturnType<typeof twinningInForce>) => story.state.evaluation.evaluations[0];

describe('OpenEvaluation', () => {
  it('asks lead, twinned and TPM for evidence', () => {
    const story = twinningInForce();
    const [opened] = story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    expect(opened).toEqual(
      event('TransitionProposed', {
        id: 'EV1',
        kind: 'O_TO_P',
        office: { type: null, committee: COMMITTEE, workingGroup: null, level: 'SC' },
        by: 'LEAD',
        status: 'O',
      }),
    );
    expect(phaseOf(story.state)).toBe('EVALUATION');
  });

  it('refuses O→P to a P-member, and during the bar of twelve months', () => {
    const story = twinningInForce({ twinned: { barredUntil: day('2028-01-01') } });
    expect(story.refuses(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' })).toMatchObject({
      refused: 'REGAIN_TOO_EARLY',
      details: { earliest: '2028-01-01' },
    });
    story.until('2028-01-01');
    expect(typesOf(story.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' }))).toEqual([
      'TransitionProposed',
    ]);
    const p = twinningInForce({ twinned: { status: 'P' } });
    expect(p.refuses(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' }).refused).toBe('ALREADY_P');
  });

  it('refuses the exit to a body that is no P-member, in words that say so', () => {
    for (const status of ['O', null] as const) {
      const story = twinningInForce({ twinned: { status } });
      const refused = story.refuses(cast.twinned, 'OpenEvaluation', { kind: 'EXIT' });
      expect(refused).toMatchObject({
        refused: 'NOT_P_MEMBER_TWINNED',
        clause: 'rules 6.5',
        details: { member: IES },
      });
      expect(refusalText(refused, 'en').title).toBe(
        'The twinned partner is not a P-member of the committee.',
      );
      expect(refusalText(refused, 'fr').title).toBe(
        'Le partenaire jumelé n’est pas membre (P) du comité.',
      );
    }
    const p = twinningInForce({ twinned: { status: 'P' } });
    expect(typesOf(p.does(cast.lead, 'OpenEvaluation', { kind: 'EXIT' }))).toEqual([
      'TransitionProposed',
    ]);
  });

  it('one open evaluation per kind and office', () => {
    const story = twinningInForce();
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'LEADERSHIP', target: 'CHAIR' });
    expect(
      story.refuses(cast.lead, 'OpenEvaluation', { kind: 'LEADERSHIP', target: 'CHAIR' }),
    ).toMatchObject({ refused: 'EVALUATION_OPEN', details: { evaluation: 'EV1' } });
    story.does(cast.lead, 'OpenEvaluation', {
      kind: 'LEADERSHIP',
      target: 'CONVENOR',
      workingGroup: 'WG 4',
    });
    expect(story.state.evaluation.evaluations.map((e) => e.id)).toEqual(['EV1', 'EV2']);
  });

  it('refuses a kind that is not the way of the type', () => {
    const refused = (type: 'P_MEMBER' | 'CHAIR', kind: string) =>
      twinningInForce({ type }).refuses(cast.twinned, 'OpenEvaluation', { kind }).refused;
    expect(refused('P_MEMBER', 'CHAIR')).toBe('WRONG_ROUTE_FOR_TYPE');
    expect(refused('CHAIR', 'O_TO_P')).toBe('WRONG_ROUTE_FOR_TYPE');
  });

  it('a new twinning names its office, and its working group for a convenor', () => {
    const story = twinningInForce();
    const refused = (payload: object) =>
      story.refuses(cast.twinned, 'OpenEvaluation', payload).refused;
    expect(refused({ kind: 'LEADERSHIP' })).toBe('INVALID_INPUT');
    expect(refused({ kind: 'LEADERSHIP', target: 'CONVENOR' })).toBe('WG_REQUIRED');
    expect(refused({ kind: 'EXIT', target: 'CHAIR' })).toBe('INVALID_INPUT');
  });
});

describe('the body that decides', () => {
  const { state } = twinningInForce();
  const body = (kind: 'CONVENOR' | 'CHAIR' | 'SECRETARIAT', parentId: number | null) =>
    bodyFor(kind, officeOf(state, kind, { ...committee, parentId }));
  const { committee: given } = twinningInForce().facts;
  if (given === null) throw new Error('No committee in the facts.');
  const committee = given;

  it('is the TMB for a TC, the parent TC for an SC, the committee for a convenor', () => {
    expect([body('CHAIR', null), body('SECRETARIAT', null)]).toEqual(['TMB', 'TMB']);
    expect([body('CHAIR', 7), body('SECRETARIAT', 7)]).toEqual(['TC', 'TC']);
    expect(body('CONVENOR', 7)).toBe('COMMITTEE');
  });

  it('is the TMB for a contested secretariat of an SC', () => {
    expect(
      bodyFor('SECRETARIAT', { ...officeOf(state, 'SECRETARIAT', committee), level: 'SC' }, true),
    ).toBe('TMB');
  });
});

describe('WithdrawEvaluation', () => {
  it('by the opener or the twinned body', () => {
    const story = twinningInForce();
    story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    expect(typesOf(story.does(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV1' }))).toEqual([
      'TransitionWithdrawn',
    ]);
    expect(first(story)?.stage).toBe('WITHDRAWN');
    story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    story.does(cast.lead, 'WithdrawEvaluation', { evaluation: 'EV2' });
    expect(story.state.evaluation.evaluations.at(-1)).toMatchObject({
      id: 'EV2',
      stage: 'WITHDRAWN',
    });
  });

  it('not by the lead when the twinned body opened it, nor once it is decided', () => {
    const story = reviewedEvaluation('O_TO_P');
    const withdraw = { evaluation: 'EV1' };
    expect(story.refuses(cast.lead, 'WithdrawEvaluation', withdraw).refused).toBe('NOT_OWNER');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'NOT_NOW' });
    expect(story.refuses(cast.twinned, 'WithdrawEvaluation', withdraw).refused).toBe(
      'WRONG_STATUS',
    );
    expect(story.refuses(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV9' }).refused).toBe(
      'NOT_FOUND',
    );
  });

  it('stays quiet when it is withdrawn already', () => {
    const story = reviewedEvaluation('O_TO_P');
    story.does(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV1' });
    expect(story.does(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV1' })).toEqual([]);
  });
});

describe('the window opens an evaluation', () => {
  it('O→P three months before the end when the twinned body is still an O-member', () => {
    const story = twinningInForce();
    story.until('2030-06-30T21:00:00Z');
    expect(first(story)).toMatchObject({ kind: 'O_TO_P', openedBy: null });
    expect(first(story)?.openedAt).toBe('2030-06-29T22:00:00.000Z');
  });

  it('O→P only when the bar after a downgrade is over', () => {
    const story = twinningInForce({ twinned: { barredUntil: day('2030-08-15') } });
    story.until('2030-08-14');
    expect(story.state.term?.windowOpened).toBe(true);
    expect(story.state.evaluation.evaluations).toEqual([]);
    // Opened with whatever happens next: the reminder of the last thirty days at the latest (T65).
    story.until('2030-09-02');
    expect(first(story)).toMatchObject({ kind: 'O_TO_P', openedBy: null });
  });

  it('the exit when it is a P-member', () => {
    const story = twinningInForce({ twinned: { status: 'P' } });
    story.until('2030-07-01');
    expect(first(story)?.kind).toBe('EXIT');
  });

  it('the exit when P was confirmed in the log and the registry has nothing', () => {
    const story = twinningInForce();
    story.facts = { ...story.facts, members: {} };
    story.given(
      event('StatusChangeConfirmed', { member: IES, source: 'ISO_CS', since: '2028-01-01' }),
    );
    story.until('2030-07-01');
    expect(first(story)?.kind).toBe('EXIT');
  });

  it('the office of a leadership type, twelve months before the end', () => {
    const story = twinningInForce({ type: 'SECRETARIAT', twinned: { status: 'P' } });
    story.until('2029-10-01');
    expect(first(story)).toMatchObject({ kind: 'SECRETARIAT', openedBy: null });
  });

  it('none when one of the kind is open, and no second one when that is withdrawn', () => {
    const story = twinningInForce();
    story.until('2030-06-20');
    story.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
    story.until('2030-07-10');
    story.does(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV1' });
    story.until('2030-09-01');
    expect(story.state.evaluation.evaluations).toHaveLength(1);
  });

  it('also while the arrangement is suspended', () => {
    const story = twinningInForce({ type: 'CHAIR', twinned: { status: 'P' } });
    story.until('2029-09-01');
    story.given(event('SuspensionCauseAdded', { cause: 'NOMINEE_VACANT', subject: 'LEAD' }));
    story.until('2029-10-05');
    expect(first(story)?.kind).toBe('CHAIR');
  });
});

describe('the end of the agreement', () => {
  it('withdraws what is not yet with a body', () => {
    const story = twinningInForce();
    story.until('2030-09-15');
    expect(first(story)?.stage).toBe('READINESS_REVIEWED');
    story.until('2030-10-01');
    expect(story.status).toBe('EXPIRED');
    expect(story.history).toContainEqual(
      event('TransitionWithdrawn', { evaluation: 'EV1', reason: 'AGREEMENT_ENDED' }),
    );
  });

  it('completes an exit that was decided', () => {
    const story = twinningInForce({ twinned: { status: 'P' } });
    story.until('2030-08-15');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    story.until('2030-10-01');
    expect(first(story)?.stage).toBe('EFFECTIVE');
    expect(story.history).toContainEqual(
      event('TransitionCompleted', {
        evaluation: 'EV1',
        source: 'AGREEMENT_ENDED',
        since: day('2030-10-01'),
      }),
    );
  });

  it('completes no exit of a body that has lost P meanwhile', () => {
    const story = twinningInForce({ twinned: { status: 'P' } });
    story.until('2030-08-15');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    registryShows(story, { status: 'O' });
    story.until('2030-10-01');
    expect(story.history.filter((e) => e.type.startsWith('Transition')).at(-1)).toEqual(
      event('TransitionWithdrawn', { evaluation: 'EV1', reason: 'NOT_CONFIRMED' }),
    );
  });

  it('lets a declared O→P run on', () => {
    const story = twinningInForce();
    story.until('2030-08-15');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    story.until('2030-10-05');
    expect(first(story)?.stage).toBe('APPROVED');
    registryShows(story, { status: 'P' });
    story.does(cast.twinnedMbua, 'ConfirmEffective', {
      evaluation: 'EV1',
      since: day('2030-10-04'),
    });
    expect(first(story)?.stage).toBe('EFFECTIVE');
  });
});
