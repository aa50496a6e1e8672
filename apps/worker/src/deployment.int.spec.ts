import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { addSearchAttributes, CommandSender, deploymentOf, makeCurrent } from '@twinning/conductor';
import { cast } from '@twinning/domain/testing';
import { clockFrom, Executor, storeCommand, StoreReturn } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { testTemporal } from '@twinning/infra/temporal';
import { randomUUID } from 'node:crypto';
import { AgreementService } from './agreement-service.js';
import { EvidenceService } from './evidence-service.js';
import { createWorker } from './temporal-worker.js';
import { bundleOfSources } from './testing/worker-under-test.js';

const NAMESPACE = 'default';

describe('two builds of the worker side by side', () => {
  let engine: EngineUnderTest;
  let temporal: Awaited<ReturnType<typeof testTemporal>>;
  let connection: Connection;
  let native: NativeConnection;
  let sender: CommandSender;
  let start: (build: string | null) => Promise<() => Promise<void>>;
  const running: (() => Promise<void>)[] = [];
  /** Which build carried out each command, in order. */
  const carriedOut: (string | null)[] = [];

  beforeAll(async () => {
    const bundling = bundleOfSources();
    [engine, temporal] = await Promise.all([EngineUnderTest.start(), testTemporal()]);
    connection = await Connection.connect({ address: temporal.address });
    native = await NativeConnection.connect({ address: temporal.address });
    await addSearchAttributes(connection, NAMESPACE);
    sender = new CommandSender(new Client({ connection, namespace: NAMESPACE }));
    const executor = new Executor(
      engine.db,
      engine.log,
      clockFrom(() => Date.now()),
    );
    const bundle = await bundling;
    start = async (build) => {
      const service = new AgreementService(
        executor,
        new EvidenceService(engine.db, executor),
        StoreReturn.of(engine.db),
      );
      const worker: Worker = await createWorker(
        native,
        { temporal: { address: temporal.address, namespace: NAMESPACE }, build },
        bundle,
        {
          execute: (command, known) => {
            carriedOut.push(build);
            return service.execute(command, known);
          },
          look: (agreement) => service.look(agreement),
          gatherEvidence: (agreement, evaluation) => service.gatherEvidence(agreement, evaluation),
        },
      );
      const run = worker.run();
      const stop = async () => {
        worker.shutdown();
        await run;
      };
      running.push(stop);
      return stop;
    };
  }, 120_000);
  afterAll(async () => {
    for (const stop of running) await stop().catch(() => undefined);
    await native.close();
    await connection.close();
    await temporal.stop();
    await engine.stop();
  });

  const does = async (agreement: string | null, need = '') => {
    const version = agreement === null ? null : ((await sender.standing(agreement))?.version ?? 0);
    const stored = await storeCommand(engine.db, {
      key: randomUUID(),
      agreement,
      type: agreement === null ? 'StartDraft' : 'EditRequest',
      payload:
        agreement === null ? { side: 'TWINNED', type: 'P_MEMBER', committee: 47878 } : { need },
      principal: cast.twinned,
      expectedVersion: version,
      correlation: 'test',
    });
    if (stored === null) throw new Error('COMMAND_ID_REUSED');
    const answer = await sender.send(stored);
    expect(answer.outcome).toBe('ACCEPTED');
    return stored.agreement;
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  /** Temporal hears of a new build, and its queues of the current one, a moment later. */
  const becomesCurrent = async (build: string, agreement: string) => {
    for (let left = 100; !(await makeCurrent(connection, NAMESPACE, build)); left -= 1) {
      if (left === 0) throw new Error(`Build ${build} cannot become current.`);
      await pause();
    }
    for (let n = 0; carriedOut.at(-1) !== build; n += 1) {
      if (n === 100) throw new Error(`Build ${build} is given nothing.`);
      await does(agreement, `Until ${build} is told, ${String(n)}.`);
      await pause();
    }
    carriedOut.splice(0);
  };

  it('gives agreements to the current build alone, running ones too, and back again', async () => {
    expect(await makeCurrent(connection, NAMESPACE, 'one')).toBe(false);
    const stopUnnamed = await start(null);
    const agreement = await does(null);
    await start('one');
    await does(agreement, 'One is there, and not current.');
    expect(carriedOut.splice(0)).toEqual([null, null]);

    await becomesCurrent('one', agreement);
    await stopUnnamed();
    const stopTwo = await start('two');
    await does(agreement, 'Two is there, and not current.');
    expect(carriedOut.splice(0)).toEqual(['one']);

    await becomesCurrent('two', agreement);
    const other = await does(null);
    await does(agreement, 'Told to two.');
    expect(carriedOut.splice(0)).toEqual(['two', 'two']);

    await becomesCurrent('one', agreement);
    await stopTwo();
    await does(other, 'Begun with two, goes on with one.');
    await does(agreement, 'Back again.');
    expect(carriedOut.splice(0)).toEqual(['one', 'one']);
    const found = await deploymentOf(connection, NAMESPACE);
    expect(found?.current).toBe('one');
    expect([...(found?.builds ?? [])].sort()).toEqual(['one', 'two']);
    expect(await sender.standing(agreement)).toMatchObject({ attempt: 0, fails: false });
  }, 120_000);

  it('keeps the current build when no worker of the wanted one is there', async () => {
    expect(await makeCurrent(connection, NAMESPACE, 'never-seen')).toBe(false);
    expect((await deploymentOf(connection, NAMESPACE))?.current).toBe('one');
  });
});
