import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestContent, type Principal } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { addSearchAttributes, CommandSender } from '@twinning/conductor';
import { asRead, clockFrom, Executor, findCommand, hashOf, storeCommand } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { findTestServer } from '@twinning/infra/temporal';
import { loadState } from '@twinning/read-model';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  type Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AgreementService } from './agreement-service.js';
import { EvidenceService } from './evidence-service.js';
import { createWorker } from './temporal-worker.js';

const COMMITTEE = 47878;

describe('the workflow of an agreement, on a server that lets time pass', () => {
  let engine: EngineUnderTest;
  let environment: TestWorkflowEnvironment;
  let worker: Worker;
  let running: Promise<void>;
  let sender: CommandSender;

  beforeAll(async () => {
    const bundling: Promise<WorkflowBundleWithSourceMap> = bundleWorkflowCode({
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
    sender = new CommandSender(environment.client);
  }, 120_000);

  afterAll(async () => {
    worker.shutdown();
    await running;
    await environment.teardown();
    await engine.stop();
  });

  const state = async (agreement: string) => {
    const found = await loadState(asRead(engine.db), agreement);
    if (found === null) throw new Error('no such agreement');
    return found;
  };

  const send = async (
    who: Principal,
    agreement: string | null,
    type: string,
    payload: unknown = {},
  ) => {
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
    const answer = await sender.send(stored);
    const found = await findCommand(engine.db, stored.id, who);
    if (found?.outcome?.accepted !== true) throw new Error(JSON.stringify(found?.outcome));
    expect(answer).toEqual({ outcome: 'ACCEPTED', version: found.outcome.version });
    return stored.agreement;
  };

  it('carries commands from draft to registration and lapses after three months of silence', async () => {
    const agreement = await send(cast.lead, null, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
    await send(cast.lead, agreement, 'InvitePartner', { member: cast.twinned.member });
    await send(cast.twinned, agreement, 'ConfirmPartner');
    await send(cast.lead, agreement, 'EditRequest', {
      competence: 'Twenty years in food standards.',
      goals: 'Own experts in two working groups.',
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: 36,
      leadContact: 'lead-rep',
      justifications: [{ check: 'SUGGESTED_EXPERIENCE:LEAD', text: 'Long practice.' }],
    });
    await send(cast.twinned, agreement, 'EditRequest', {
      need: 'To comment on drafts in time.',
      twinnedContact: 'twinned-rep',
    });
    const hash = hashOf(requestContent(await state(agreement)));
    await send(cast.lead, agreement, 'ConsentToRequest', { hash });
    await send(cast.twinned, agreement, 'ConsentToRequest', { hash });
    await send(cast.lead, agreement, 'SubmitRequest');
    await send(cast.tpm, agreement, 'ApproveByTpm');
    await send(cast.tpm, agreement, 'RegisterInGD');
    expect(await state(agreement)).toMatchObject({ stage: 'AGREEMENT_PENDING' });

    await environment.sleep('100 days');
    expect(await state(agreement)).toMatchObject({
      stage: 'LAPSED',
      ending: { ended: { how: 'LAPSED' } },
    });
    const events = await engine.log.readStream(engine.db, `agreement/${agreement}`);
    expect(events.filter((e) => e.type === 'ArrangementLapsed')).toHaveLength(1);
  }, 120_000);
});
