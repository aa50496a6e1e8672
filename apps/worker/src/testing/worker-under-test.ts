import { addSearchAttributes, CommandSender } from '@twinning/conductor';
import type { Agreement } from '@twinning/domain';
import {
  asRead,
  clockFrom,
  Executor,
  findCommand,
  storeCommand,
  StoreReturn,
  type Lost,
} from '@twinning/engine';
import { EngineUnderTest, filesIn, type Doing } from '@twinning/engine/testing';
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
import { AgreementService } from '../agreement-service.js';
import { EvidenceService } from '../evidence-service.js';
import { createWorker } from '../temporal-worker.js';

/** The workflows' code as it stands in the sources. */
export const bundleOfSources = (): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../../../workflows/src/index.ts', import.meta.url)),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@twinning/source', '...'] },
    }),
  });

/** A real database, the time-skipping server with the clock that all of them follow, and a worker between. */
export class WorkerUnderTest implements Doing {
  private constructor(
    readonly engine: EngineUnderTest,
    readonly environment: TestWorkflowEnvironment,
    readonly bundle: WorkflowBundleWithSourceMap,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    /** What the workflows knew and the log had not. */
    readonly lost: readonly Lost[],
  ) {
    this.sender = new CommandSender(environment.client);
  }

  readonly sender: CommandSender;

  static async start(): Promise<WorkerUnderTest> {
    const bundling = bundleOfSources();
    const engine = await EngineUnderTest.start();
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: await findTestServer() } },
    });
    await addSearchAttributes(environment.connection, 'default');
    const clock = clockFrom(() => environment.currentTimeMs());
    const lost: Lost[] = [];
    const executor = new Executor(
      engine.db,
      engine.log,
      clock,
      () => undefined,
      (found) => lost.push(found),
    );
    const bundle = await bundling;
    const worker = await createWorker(
      environment.nativeConnection,
      { temporal: { address: '', namespace: 'default' }, build: null },
      bundle,
      new AgreementService(
        executor,
        new EvidenceService(engine.db, executor),
        StoreReturn.of(engine.db),
      ),
    );
    return new WorkerUnderTest(engine, environment, bundle, worker, worker.run(), lost);
  }

  async stop(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.environment.teardown();
    await this.engine.stop();
  }

  readonly state = async (agreement: string): Promise<Agreement> => {
    const found = await loadState(asRead(this.engine.db), agreement);
    if (found === null) throw new Error('no such agreement');
    return found;
  };

  readonly files: Doing['files'] = (...paper) => filesIn(this.engine.db)(...paper);

  /** Stores a command on the present version and sends it by the workflow; throws its outcome when it is refused. */
  readonly does: Doing['does'] = async (who, agreement, type, payload = {}) => {
    const { db } = this.engine;
    const stored = await storeCommand(db, {
      key: randomUUID(),
      agreement,
      type,
      payload: payload as never,
      principal: who,
      expectedVersion: agreement === null ? null : (await this.state(agreement)).version,
      correlation: 'test',
    });
    if (stored === null) throw new Error('COMMAND_ID_REUSED');
    const answer = await this.sender.send(stored);
    const outcome = (await findCommand(db, stored.id, who))?.outcome;
    if (outcome?.accepted !== true) throw new Error(JSON.stringify(outcome));
    if (answer.outcome !== 'ACCEPTED' || answer.version !== outcome.version) {
      throw new Error(`The workflow answered ${JSON.stringify(answer)}.`);
    }
    return stored.agreement;
  };
}
