import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { REGISTRY } from '../../kernel/principal.js';
import { actionsFor, duties } from '../../kernel/views.js';
import { cast, IES } from '../../testing/people.js';
import { testHash, typesOf, type Story } from '../../testing/story.js';
import { PAPERS, registryShows, reviewedEvaluation, twinningInForce } from './testing.js';

const first = (story: Story) => story.state.evaluation.evaluations[0];
const P = { status: 'P' } as const;

describe('ConfirmEffective: the twinned body has become P', () => {
  const declared = () => {
    const story = reviewedEvaluation('O_TO_P');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    story.until('2027-10-15');
    return story;
  };
  const since = { evaluation: 'EV1', since: '2027-10-12' };

  it('completes the transition, the agreement goes on', () => {
    const story = declared();
    registryShows(story, P);
    expect(story.does(REGISTRY, 'ConfirmEffective', since)).toEqual([
      event('TransitionCompleted', {
        evaluation: 'EV1',
        source: 'REGISTRY',
        since: since.since as never,
      }),
      event('StatusChangeConfirmed', { member: IES, source: 'REGISTRY', since: since.since }),
    ]);
    expect(story.status).toBe('ACTIVE');
    expect(story.state.evaluation.confirmedP).toBe(true);
  });

  it('from every open stage, also before anybody decided', () => {
    const story = twinningInForce();
    story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    story.does(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2027-10-01' });
    expect(first(story)?.stage).toBe('EFFECTIVE');
  });

  it('of the body’s own word against the registry a claim is kept until ISO/CS settles it (D16)', () => {
    const story = declared();
    expect(typesOf(story.does(cast.twinnedMbua, 'ConfirmEffective', since))).toEqual([
      'StatusChangeClaimed',
    ]);
    expect(story.state.evaluation.confirmedP).toBe(false);
    expect(first(story)?.stage).toBe('APPROVED');
    expect(duties(story.state)).toContainEqual(
      expect.objectContaining({ id: 'status-claim:2027-10-12', desk: 'ISO_CS' }),
    );
    expect(story.does(cast.twinnedMbua, 'ConfirmEffective', since)).toEqual([]);
    story.does(cast.cs, 'ConfirmEffective', since);
    expect(story.state.evaluation).toMatchObject({ confirmedP: true, claimedP: null });
  });

  it('its own word is enough once the registry shows it', () => {
    const story = declared();
    registryShows(story, P);
    story.does(cast.twinnedMbua, 'ConfirmEffective', since);
    expect(first(story)?.stage).toBe('EFFECTIVE');
  });

  it('refuses a fact older than the evaluation, a future one, and the lead’s word', () => {
    const story = declared();
    const old = { evaluation: 'EV1', since: '2027-09-30' };
    expect(story.refuses(REGISTRY, 'ConfirmEffective', old).refused).toBe('FACT_TOO_OLD');
    const future = { evaluation: 'EV1', since: '2027-10-16' };
    expect(story.refuses(REGISTRY, 'ConfirmEffective', future).refused).toBe('INVALID_INPUT');
    expect(story.refuses(cast.leadMbua, 'ConfirmEffective', since).refused).toBe('FORBIDDEN_ROLE');
    expect(
      story.refuses(REGISTRY, 'ConfirmEffective', { ...since, evaluation: 'EV8' }).refused,
    ).toBe('NOT_FOUND');
  });

  it('an import finds the open evaluation; an older fact shows that it was idle', () => {
    const story = declared();
    expect(typesOf(story.does(REGISTRY, 'ConfirmEffective', { since: '2027-10-12' }))).toEqual([
      'TransitionCompleted',
      'StatusChangeConfirmed',
    ]);
    const older = declared();
    expect(older.does(REGISTRY, 'ConfirmEffective', { since: '2027-09-01' })[0]).toEqual(
      event('TransitionWithdrawn', { evaluation: 'EV1', reason: 'ALREADY_P' }),
    );
  });

  it('a later import records the fact when the evaluation is over, and then stays quiet', () => {
    const story = declared();
    story.does(cast.twinned, 'WithdrawEvaluation', { evaluation: 'EV1' });
    expect(typesOf(story.does(REGISTRY, 'ConfirmEffective', { since: '2027-10-12' }))).toEqual([
      'StatusChangeConfirmed',
    ]);
    expect(story.does(REGISTRY, 'ConfirmEffective', { since: '2027-10-12' })).toEqual([]);
  });

  it('is about P only in a twinning of P-members', () => {
    const story = twinningInForce({ type: 'CHAIR', twinned: P });
    expect(story.refuses(REGISTRY, 'ConfirmEffective', { since: '2027-10-01' }).refused).toBe(
      'WRONG_ROUTE_FOR_TYPE',
    );
  });
});

/** Why ISO/CS is not offered the confirmation; null when it is. */
const closedFor = (story: Story) => {
  const { now, facts, claims } = story;
  const around = { now, facts, claims, hash: testHash, principal: cast.cs };
  const found = actionsFor(story.state, around).find((a) => a.command === 'ConfirmEffective');
  return found?.refusal?.refused ?? null;
};

describe('ConfirmEffective: the twinned body holds the office', () => {
  const approved = () => {
    const story = reviewedEvaluation('SECRETARIAT', { type: 'SECRETARIAT', twinned: P });
    story.does(cast.lead, 'GiveRelinquishNotice');
    story.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body: 'TC', papers: PAPERS });
    story.does(cast.manager, 'RecordBodyDecision', {
      evaluation: 'EV1',
      approved: true,
      resolution: 'Resolution 4',
      yes: 9,
      no: 1,
      decidedOn: '2027-10-01',
    });
    return story;
  };
  const since = { evaluation: 'EV1', since: '2028-10-02' };

  it('records the new holder before the arrangement ends with the role transferred', () => {
    const story = approved();
    story.until('2028-10-03');
    const events = story.does(cast.cs, 'ConfirmEffective', since);
    expect(typesOf(events).slice(0, 3)).toEqual([
      'TransitionCompleted',
      'RoleTransferRecorded',
      'ArrangementTerminated',
    ]);
    expect(events[1]?.payload).toEqual({
      body: 'TC',
      reference: 'Resolution 4',
      decidedOn: '2027-10-01',
    });
    expect(story.status).toBe('TERMINATED');
  });

  it('ISO/CS waits for the day from which the secretariat may change hands (DIR 1.9.3, 1.9.4)', () => {
    const story = approved();
    story.until('2028-09-30T21:59:00Z');
    const early = { evaluation: 'EV1', since: '2028-09-30' };
    expect(story.refuses(cast.cs, 'ConfirmEffective', early)).toMatchObject({
      refused: 'NOTICE_TOO_SHORT',
      details: { earliest: '2028-10-01' },
    });
    expect(closedFor(story)).toBe('NOTICE_TOO_SHORT');
    story.until('2028-10-01');
    expect(closedFor(story)).toBeNull();
    expect(story.refuses(cast.cs, 'ConfirmEffective', early).refused).toBe('NOTICE_TOO_SHORT');
    story.does(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2028-10-01' });
    expect(story.status).toBe('TERMINATED');
  });

  it('what the registry shows is a fact, also before that day (D16, D17)', () => {
    const story = approved();
    story.until('2027-11-15');
    story.does(REGISTRY, 'ConfirmEffective', { evaluation: 'EV1', since: '2027-11-14' });
    expect(story.status).toBe('TERMINATED');
  });

  it('a chair elect takes the chair on the day that was decided, not before', () => {
    const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P, level: 'TC' });
    story.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body: 'TMB', papers: PAPERS });
    story.does(cast.tmbSec, 'RecordBodyDecision', {
      evaluation: 'EV1',
      approved: true,
      resolution: 'TMB 12',
      yes: 9,
      no: 1,
      decidedOn: '2027-10-01',
      effectiveOn: '2028-01-01',
    });
    story.until('2027-12-20');
    const early = { evaluation: 'EV1', since: '2027-12-19' };
    expect(story.refuses(cast.cs, 'ConfirmEffective', early)).toMatchObject({
      refused: 'BACKDATED',
      details: { since: '2027-12-19', earliest: '2028-01-01' },
    });
    story.until('2028-01-02');
    story.does(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2028-01-01' });
    expect(story.status).toBe('TERMINATED');
  });

  it('is refused to the body itself, and before the body decided', () => {
    const story = approved();
    story.until('2028-10-03');
    expect(story.refuses(cast.twinnedMbua, 'ConfirmEffective', since).refused).toBe(
      'FORBIDDEN_ROLE',
    );
    const early = reviewedEvaluation('SECRETARIAT', { type: 'SECRETARIAT', twinned: P });
    expect(
      early.refuses(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2027-10-01' })
        .refused,
    ).toBe('WRONG_STATUS');
  });

  it('stays quiet the second time', () => {
    const story = approved();
    story.until('2028-10-03');
    story.does(cast.cs, 'ConfirmEffective', since);
    expect(story.does(cast.cs, 'ConfirmEffective', since)).toEqual([]);
  });

  it('the exit takes effect when the agreement ends, not when it is decided', () => {
    const story = reviewedEvaluation('EXIT', { twinned: P });
    const [approved] = story.does(cast.twinned, 'DecideOwnStatus', {
      evaluation: 'EV1',
      decision: 'DECLARE_P',
    });
    expect(approved?.payload).toMatchObject({ decidedOn: '2027-10-01', effectiveOn: '2030-10-01' });
    story.until('2030-10-01');
    expect(first(story)).toMatchObject({ stage: 'EFFECTIVE' });
  });

  it('the exit is confirmed by nobody: it takes place at the end', () => {
    const story = reviewedEvaluation('EXIT', { twinned: P });
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    expect(
      story.refuses(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2027-10-01' })
        .refused,
    ).toBe('WRONG_STATUS');
  });
});
