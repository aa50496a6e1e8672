import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  day,
  daysUsed,
  event,
  needsOf,
  type Agreement,
  type AgreementEvent,
} from '@twinning/domain';
import { ASI, cast, COMMITTEE, GSA, IES, Story, usualFacts } from '@twinning/domain/testing';
import { projectAgreement } from '@twinning/read-model';
import { randomUUID } from 'node:crypto';
import { asRead } from './database.js';
import { formerIds, previousRuns } from './previous-runs.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const NEW_COMMITTEE = 47858;
const NEW_BODY = 9001;

const drafted = (committee: number, lead = ASI) => [
  event('TwinningDraftStarted', {
    ...{ side: 'LEAD', member: lead, type: 'CONVENOR', committee, workingGroup: 'WG 1' },
    ruleset: 'brochure-2021',
  }),
  event('PartnerConfirmed', { member: IES, side: 'TWINNED' }),
];
const ended = [
  event('ArrangementActivated', {
    ...{ start: day('2024-01-01'), end: day('2026-12-31'), reviewDates: [], meetingDates: [] },
  }),
  event('ArrangementTerminated', { reason: 'MUTUAL', by: null, on: day('2026-12-31') }),
];
const succeeded = (
  kind: 'COMMITTEE' | 'BODY' | 'WORKING_GROUP',
  old: number | string,
  now: number | string,
) => event('SubjectSucceeded', { kind, old, new: now, reference: 'TMB 7' });

describe('runs of a pair in a place that has changed its id (OQ-7)', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  /** An agreement of the read model with this history. */
  const kept = (...events: readonly AgreementEvent[]): Promise<Agreement> =>
    keptAt('2026-12-31T09:00:00Z', ...events);
  const keptAt = async (now: string, ...events: readonly AgreementEvent[]): Promise<Agreement> => {
    const story = new Story(now, usualFacts);
    story.state = { ...story.state, id: randomUUID() };
    story.given(...events);
    await engine.db
      .transaction()
      .execute((trx) => projectAgreement(asRead(trx), story.state, story.now));
    return story.state;
  };
  const runsOf = async (state: Agreement) => {
    const { previousRunsOf } = needsOf(state, null, cast.lead);
    if (previousRunsOf === null) throw new Error('no pair');
    return (await previousRuns(engine.db, previousRunsOf)).map((run) => run.agreement);
  };

  it('count when the agreement itself was mapped on, through more than one succession', async () => {
    const before = await kept(...drafted(COMMITTEE), ...ended);
    expect(await runsOf(await kept(...drafted(COMMITTEE)))).toEqual([before.id]);
    const moved = await kept(
      ...drafted(COMMITTEE),
      succeeded('COMMITTEE', COMMITTEE, 5),
      succeeded('COMMITTEE', 5, NEW_COMMITTEE),
    );
    expect(await runsOf(moved)).toEqual([before.id]);
    const otherGroup = await kept(
      ...drafted(COMMITTEE),
      succeeded('WORKING_GROUP', 'WG 1', 'WG 8'),
    );
    expect(await runsOf(otherGroup)).toEqual([before.id]);
  });

  it('count when only another agreement there was, and when a body follows another', async () => {
    const before = await kept(...drafted(77, GSA), ...ended);
    await kept(...drafted(77), succeeded('COMMITTEE', 77, 78));
    expect(await runsOf(await kept(...drafted(78, GSA)))).toEqual([before.id]);
    const [, confirmed] = drafted(77, GSA);
    if (confirmed === undefined) throw new Error('no partner');
    await kept(...drafted(77, GSA), succeeded('BODY', GSA, NEW_BODY));
    expect(await runsOf(await kept(...drafted(78, NEW_BODY)))).toEqual([before.id]);
  });

  it('are counted to their last day, which a notice ends at its midnight', async () => {
    const from = day('2027-07-01');
    await keptAt(
      '2028-05-31T22:00:00Z',
      ...drafted(COMMITTEE + 1),
      event('ArrangementActivated', {
        ...{ start: from, end: day('2032-06-30'), reviewDates: [], meetingDates: [] },
      }),
      event('ArrangementTerminated', { reason: 'NOTICE', by: 'LEAD', on: day('2028-05-31') }),
    );
    const anew = await kept(...drafted(COMMITTEE + 1));
    const { previousRunsOf } = needsOf(anew, null, cast.lead);
    if (previousRunsOf === null) throw new Error('no pair');
    const runs = await previousRuns(engine.db, previousRunsOf);
    expect(runs).toMatchObject([{ start: from, end: '2028-05-31' }]);
    expect(daysUsed(anew, { ...usualFacts, previousRuns: runs })).toBe(336);
  });

  it('count under another spelling of the working group', async () => {
    const group = (workingGroup: string) =>
      drafted(COMMITTEE + 2).map((e) =>
        e.type === 'TwinningDraftStarted'
          ? event('TwinningDraftStarted', { ...e.payload, workingGroup })
          : e,
      );
    const before = await kept(...group('wg1'), ...ended);
    expect(await runsOf(await kept(...group('WG 1')))).toEqual([before.id]);
    expect(await runsOf(await kept(...group('WG 11')))).toEqual([]);
  });

  it('of another place do not', async () => {
    await kept(...drafted(91), ...ended);
    expect(await runsOf(await kept(...drafted(92)))).toEqual([]);
    // A name of a group that was changed in another committee means nothing here.
    await kept(...drafted(93), succeeded('WORKING_GROUP', 'WG 1', 'WG 9'));
    const [start, ...rest] = drafted(91);
    if (start?.type !== 'TwinningDraftStarted') throw new Error('no draft');
    const group = event('TwinningDraftStarted', { ...start.payload, workingGroup: 'WG 9' });
    expect(await runsOf(await kept(group, ...rest))).toEqual([]);
  });

  it('former ids are found whatever the order, and a circle ends', () => {
    const step = (old: number, now: number) => ({ kind: 'BODY' as const, old, new: now });
    expect([...formerIds([step(1, 2), step(2, 3)], 'BODY', 3)]).toEqual([3, 2, 1]);
    expect([...formerIds([step(1, 2), step(2, 1)], 'BODY', 2)]).toEqual([2, 1]);
    expect([...formerIds([step(1, 2)], 'COMMITTEE', 2)]).toEqual([2]);
  });
});
