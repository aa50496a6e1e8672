import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { currentBallot } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { assessedChair, partnersOfLead } from '@twinning/engine/testing';
import { WorkerUnderTest } from './testing/worker-under-test.js';

const ENTITLED = [cast.lead.member, cast.tmbMember.member, 1001];

describe('the TMB ballot beside the agreement, on a server that lets time pass', () => {
  let worker: WorkerUnderTest;
  let partners: Awaited<ReturnType<typeof partnersOfLead>>;

  beforeAll(async () => {
    worker = await WorkerUnderTest.start();
    partners = await partnersOfLead(worker.engine.db);
  }, 120_000);
  afterAll(() => worker.stop());

  const opened = async (): Promise<string> => {
    const [twinned = cast.twinned] = partners.bodies;
    const id = await assessedChair(worker, partners.committee, twinned);
    await worker.does(cast.tmbSec, id, 'OpenTmbBallot', { entitled: ENTITLED });
    return id;
  };
  const votes = (id: string, body: number | null) =>
    worker.does(cast.tmbSec, id, 'CastTmbVote', { body, choice: 'APPROVE', reference: 'Portal' });
  const ballotOf = async (id: string) => currentBallot((await worker.state(id)).approval);
  const child = (id: string, ballot = 'B1') =>
    worker.environment.client.workflow.getHandle(`${id}.ballot.${ballot}`);
  const statusOf = async (id: string) => (await child(id).describe()).status.name;

  it('runs for four weeks with the votes in the log, and ends with the closing', async () => {
    const id = await opened();
    for (const body of [cast.lead.member, cast.tmbMember.member]) await votes(id, body);
    expect((await child(id).describe()).type).toBe('tmbBallot');
    await worker.environment.sleep('27 days');
    expect(await ballotOf(id)).toMatchObject({ closedAt: null, votes: { length: 2 } });
    expect(await statusOf(id)).toBe('RUNNING');
    await worker.environment.sleep('3 days');
    expect(await ballotOf(id)).toMatchObject({ outcome: 'APPROVED', extended: false });
    await child(id).result();
    expect(await statusOf(id)).toBe('COMPLETED');
  }, 120_000);

  it('runs two weeks more without a quorum, as the same process', async () => {
    const id = await opened();
    await votes(id, cast.lead.member);
    await worker.environment.sleep('30 days');
    expect(await ballotOf(id)).toMatchObject({ extended: true, closedAt: null });
    expect(await statusOf(id)).toBe('RUNNING');
    await worker.environment.sleep('15 days');
    await child(id).result();
    expect(await ballotOf(id)).toMatchObject({ outcome: 'NO_QUORUM' });
  }, 120_000);

  it('is told when the ballot is closed early or cancelled', async () => {
    const early = await opened();
    for (const body of ENTITLED) await votes(early, body);
    await worker.does(cast.tmbSec, early, 'CloseTmbBallotEarly');
    await child(early).result();
    expect(await ballotOf(early)).toMatchObject({ outcome: 'APPROVED' });

    const returned = await opened();
    const back = { reason: 'NEEDS_CHANGE', points: ['Name the training.'] };
    await worker.does(cast.tmbSec, returned, 'ReturnForCompletion', back);
    await child(returned).result();
    expect(await worker.state(returned)).toMatchObject({ stage: 'RETURNED' });
  }, 120_000);
});
