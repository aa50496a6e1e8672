import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { cast, IES } from '@twinning/domain/testing';
import { importParticipation, ParticipationService } from '@twinning/engine';
import { agreed, COMMITTEE, doingOn, EngineUnderTest, registered } from '@twinning/engine/testing';
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

it('gathers status, votes, meetings and training once, each from its record (lifecycle.md B7)', async () => {
  const doing = doingOn(engine);
  const id = await registered(doing);
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
  const [member, committee] = [String(IES), String(COMMITTEE)];
  const facts = [
    'fact,member,committee,id,kind,date,value,reference',
    `ballot,${member},${committee},C1,CIB,2027-01-02,,N 1`,
    `ballot,${member},${committee},C2,CIB,2027-01-03,,N 2`,
    `vote,${member},${committee},C2,,,ABSTAIN,`,
  ].join('\n');
  const service = new ParticipationService(engine.db, engine.log, engine.clock);
  await importParticipation(engine.db, service, facts, { skipBad: false });
  await doing.does(cast.twinned, id, 'WithdrawEvaluation', { evaluation: 'EV1' });
  expect(await evaluated('O_TO_P', 'EV2', id)).toEqual([
    { part: 'SYSTEM', item: 'STATUS_CHANGES', value: 1, reference: expect.stringMatching(/^O /) },
    { part: 'SYSTEM', item: 'VOTES_CAST', value: 1, reference: '1/2' },
    { part: 'SYSTEM', item: 'MEETINGS_HELD', value: 1, reference: null },
    { part: 'SYSTEM', item: 'TRAININGS_DELIVERED', value: 1, reference: null },
  ]);
});
