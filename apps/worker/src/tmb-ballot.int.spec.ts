import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addSearchAttributes, CommandSender } from '@twinning/conductor';
import { currentBallot, type Agreement } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { asRead, clockFrom, Executor, findCommand, storeCommand } from '@twinning/engine';
import {
  assessedChair,
  EngineUnderTest,
  partnersOfLead,
  type Doing,
} from '@twinning/engine/testing';
import { findTestServer } from '@twinning/infra/temporal';
import { loadState } from '@twinning/read-model';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, type Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AgreementService } from './agreement-service.js';
import { EvidenceService } from './evidence-service.js';
import { createWorker } from './temporal-worker.js';

const ENTITLED = [cast.lead.member, cast.tmbMember.member, 1001];

describe('the TMB ballot beside the agreement, on a server that lets time pass', () => {
  let engine: EngineUnderTest;
  let environment: TestWorkflowEnvironment;
  let worker: Worker;
  let running: Promise<void>;
  let doing: Doing;
  let partners: Awaited<ReturnType<typeof partnersOfLead>>;

  const state = async (agreement: string): Promise<Agreement> => {
    const found = await loadState(asRead(engine.db), agreement);
    if (found === null) throw new Error('no such agreement');
    return found;
  };

  beforeAll(async () => {
    const bundling = bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../../../workflows/src/index.ts', import.meta.url)),
      webpackConfigHook: (config) => ({
        ...config,
        resolve: { ...config.resolve, conditionNames: ['@twinning/source', '...'] },
      }),
    });
    engine = await EngineUnderTest.start();
    environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: await findTestServer() } },
    });
    await addSearchAttributes(environment.connection, 'default');
    const clock = clockFrom(() => environment.currentTimeMs());
    const executor = new Executor(engine.db, engine.log, clock);
    const service = new AgreementService(executor, new EvidenceService(engine.db, executor));
    worker = await createWorker(
      environment.nativeConnection,
      { temporal: { address: '', namespace: 'default' } },
      await bundling,
      service,
    );
    running = worker.run();
    const sender = new CommandSender(environment.client);
    doing = {
      state,
      does: async (who, agreement, type, payload = {}) => {
        const stored = await storeCommand(engine.db, {
          key: randomUUID(),
          agreement,
          type,
          payload: payload as never,
          principal: who,
          expectedVersion: agreement === null ? null : (await state(agreement)).version,
          correlation: 'test',
        });
        if (stored === null) throw new Error('COMMAND_ID_REUSED');
        await sender.send(stored);
        const found = await findCommand(engine.db, stored.id, who);
        if (found?.outcome?.accepted !== true) throw new Error(JSON.stringify(found?.outcome));
        return stored.agreement;
      },
    };
    partners = await partnersOfLead(engine.db);
  }, 120_000);

  afterAll(async () => {
    worker.shutdown();
    await running;
    await environment.teardown();
    await engine.stop();
  });

  const opened = async (): Promise<string> => {
    const [twinned = cast.twinned] = partners.bodies;
    const id = await assessedChair(doing, partners.committee, twinned);
    await doing.does(cast.tmbSec, id, 'OpenTmbBallot', { entitled: ENTITLED });
    return id;
  };
  const votes = (id: string, body: number | null) =>
    doing.does(cast.tmbSec, id, 'CastTmbVote', { body, choice: 'APPROVE', reference: 'Portal' });
  const ballotOf = async (id: string) => currentBallot((await state(id)).approval);
  const child = (id: string, ballot = 'B1') =>
    environment.client.workflow.getHandle(`${id}.ballot.${ballot}`);
  const statusOf = async (id: string) => (await child(id).describe()).status.name;

  it('runs for four weeks with the votes in the log, and ends with the closing', async () => {
    const id = await opened();
    for (const body of [cast.lead.member, cast.tmbMember.member]) await votes(id, body);
    expect((await child(id).describe()).type).toBe('tmbBallot');
    await environment.sleep('27 days');
    expect(await ballotOf(id)).toMatchObject({ closedAt: null, votes: { length: 2 } });
    expect(await statusOf(id)).toBe('RUNNING');
    await environment.sleep('3 days');
    expect(await ballotOf(id)).toMatchObject({ outcome: 'APPROVED', extended: false });
    await child(id).result();
    expect(await statusOf(id)).toBe('COMPLETED');
  }, 120_000);

  it('runs two weeks more without a quorum, as the same process', async () => {
    const id = await opened();
    await votes(id, cast.lead.member);
    await environment.sleep('30 days');
    expect(await ballotOf(id)).toMatchObject({ extended: true, closedAt: null });
    expect(await statusOf(id)).toBe('RUNNING');
    await environment.sleep('15 days');
    await child(id).result();
    expect(await ballotOf(id)).toMatchObject({ outcome: 'NO_QUORUM' });
  }, 120_000);

  it('is told when the ballot is closed early or cancelled', async () => {
    const early = await opened();
    for (const body of ENTITLED) await votes(early, body);
    await doing.does(cast.tmbSec, early, 'CloseTmbBallotEarly');
    await child(early).result();
    expect(await ballotOf(early)).toMatchObject({ outcome: 'APPROVED' });

    const returned = await opened();
    const back = { reason: 'NEEDS_CHANGE', points: ['Name the training.'] };
    await doing.does(cast.tmbSec, returned, 'ReturnForCompletion', back);
    await child(returned).result();
    expect(await state(returned)).toMatchObject({ stage: 'RETURNED' });
  }, 120_000);
});
