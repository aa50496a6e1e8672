import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { cast, IES } from '@twinning/domain/testing';
import {
  importParticipation,
  ParticipationService,
  recordRegistryChanges,
  RegistryReactions,
} from '@twinning/engine';
import { agreed, COMMITTEE, doingOn, EngineUnderTest, registered } from '@twinning/engine/testing';
import { importCommittees, referenceSet } from '@twinning/registry';
import { EvidenceService } from './evidence-service.js';

let engine: EngineUnderTest;

beforeAll(async () => {
  engine = await EngineUnderTest.start();
});
afterAll(() => engine.stop());

const evaluated = async (kind: string, evaluation: string, id: string) => {
  const doing = doingOn(engine);
  await doing.does(cast.twinned, id, 'OpenEvaluation', { kind });
  const service = new EvidenceService(engine.db, engine.executor);
  await service.gather(id, evaluation);
  await service.gather(id, evaluation);
  const found = (await doing.state(id)).evaluation.evaluations.find((e) => e.id === evaluation);
  return found?.evidence;
};

const HEADER = 'fact,member,committee,id,kind,date,value,reference';
const [member, committee] = [String(IES), String(COMMITTEE)];
const tell = (...lines: readonly string[]) =>
  importParticipation(
    engine.db,
    new ParticipationService(engine.db, engine.log, engine.clock),
    [HEADER, ...lines].join('\n'),
    { skipBad: false },
  );
let id: string;

it('gathers status, votes, meetings and training once, each from its record (lifecycle.md B7)', async () => {
  const doing = doingOn(engine);
  id = await registered(doing);
  await agreed(doing, id, { start: day('2027-01-04'), end: day('2032-01-03') });
  const none = await evaluated('O_TO_P', 'EV1', id);
  expect(none?.map((e) => [e.part, e.item, e.value])).toEqual([
    ['SYSTEM', 'STATUS_CHANGES', 1],
    ['SYSTEM', 'MEETINGS_HELD', 0],
    ['SYSTEM', 'TRAININGS_DELIVERED', 0],
  ]);
  await doing.does(cast.lead, id, 'RecordMeeting', {
    on: '2027-01-04',
    mode: 'REMOTE',
    text: 'First',
  });
  await doing.does(cast.lead, id, 'RecordTraining', { on: '2027-01-04', text: 'Votes', people: 3 });
  await tell(
    `ballot,${member},${committee},C1,CIB,2027-01-02,,N 1`,
    `ballot,${member},${committee},C2,CIB,2027-01-03,,N 2`,
    `vote,${member},${committee},C2,,,ABSTAIN,`,
  );
  await doing.does(cast.twinned, id, 'WithdrawEvaluation', { evaluation: 'EV1' });
  expect(await evaluated('O_TO_P', 'EV2', id)).toEqual([
    { part: 'SYSTEM', item: 'STATUS_CHANGES', value: 1, reference: expect.stringMatching(/^O /) },
    { part: 'SYSTEM', item: 'VOTES_CAST', value: 1, reference: '1/2' },
    { part: 'SYSTEM', item: 'MEETINGS_HELD', value: 1, reference: null },
    { part: 'SYSTEM', item: 'TRAININGS_DELIVERED', value: 1, reference: null },
  ]);
});

it('gathers for the exit how the body voted in its last calendar year as a P-member (rules 6.5)', async () => {
  const { committees } = referenceSet;
  const [one] = committees.committees.filter((c) => c.id === COMMITTEE);
  if (one === undefined) throw new Error('No committee.');
  const seen = { ...one, members: new Map([...one.members, [IES, 'P'] as const]) };
  await importCommittees(
    engine.db,
    { ...committees, committees: [seen] },
    {
      asOf: '2027-01-05',
      coverage: 'SOME_COMMITTEES',
      record: (trx, changes) => recordRegistryChanges(trx, changes),
    },
  );
  engine.until('2027-01-06T09:00:00Z');
  await new RegistryReactions(engine.db, engine.log, engine.executor, engine.clock).run();
  await tell(
    `ballot,${member},${committee},C3,CIB,2027-05-01,,N 3`,
    `ballot,${member},${committee},C4,CIB,2027-05-02,,N 4`,
    `ballot,${member},${committee},G1,CIB,2027-05-03,guide,N 5`,
    `ballot,${member},${committee},D1,DIS,2027-06-01,,N 6`,
    `ballot,${member},${committee},D2,DIS,2028-06-01,,N 7`,
    `vote,${member},${committee},C3,,,YES,`,
    `vote,${member},${committee},D1,,,NO,`,
  );
  engine.until('2028-01-10T09:00:00Z');
  const evidence = await evaluated('EXIT', 'EV3', id);
  expect(evidence?.map((e) => [e.item, e.value, e.reference])).toEqual(
    expect.arrayContaining([
      ['VOTES_CAST', 2, '2/3'],
      ['CIB_PERCENT', 50, '2027: 1/2'],
      ['STD_PERCENT', 100, '2027: 1/1'],
    ]),
  );
});
