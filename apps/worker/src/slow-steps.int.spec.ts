import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import proto from '@temporalio/proto';
import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { addSearchAttributes } from '@twinning/conductor';
import { testTemporal } from '@twinning/infra/temporal';
import {
  AGREEMENT_WORKFLOW,
  executeCommand,
  lookAgain,
  type Activities,
  type Execution,
} from '@twinning/workflows/contract';
import { randomUUID } from 'node:crypto';
import { bundleOfSources } from './testing/worker-under-test.js';

const { History } = proto.temporal.api.history.v1;

/** Far less than production's five seconds: a step of three seconds lasts for several tasks. */
const TASK = '1 second';
const AGREEMENTS = 32;
const LASTS_MS = 14_000;
const LONGEST_STEP_MS = 3_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const random = (below: number) => Math.random() * below;
const chance = (share: number) => Math.random() < share;

/** A log whose every other step is slow, whose deadlines come and go, and that is away now and then, for some agreements often. */
class SlowLog implements Activities {
  private readonly versions = new Map<string, number>();

  readonly execute = (command: string) => this.step(command.split('/')[0] ?? '');
  readonly look = (agreement: string) => this.step(agreement);
  readonly gatherEvidence = (agreement: string) => this.step(agreement);

  private async step(agreement: string): Promise<Execution> {
    await pause(random(chance(0.5) ? LONGEST_STEP_MS : 50));
    // By the first digit of its id: one agreement of four.
    if (chance(agreement < '4' ? 0.5 : 0.1)) throw new Error('AWAY');
    return this.told(agreement);
  }

  /** What the log tells of itself, never the same. */
  told(agreement: string): Execution {
    const version = (this.versions.get(agreement) ?? 0) + 1;
    this.versions.set(agreement, version);
    const wakeInMs = Math.round(random(chance(0.2) ? 60_000 : 3_000));
    const whose = chance(0.5) ? 'LEAD' : 'TWINNED';
    const due = new Date(Date.now() + wakeInMs).toISOString();
    return {
      ...{ version, wakeInMs, outcome: 'ACCEPTED', status: 'AGREED', phase: 'EXECUTION' },
      ...{ type: 'P_MEMBER', lead: 1, twinned: 2, committee: 3, children: [] },
      next: { timer: 'T30', step: 'START', whose, due },
    };
  }
}

describe('steps that outlast their workflow task, while commands, looks and deadlines come', () => {
  let client: Client;
  let connection: NativeConnection;
  let bundle: WorkflowBundleWithSourceMap;
  let temporal: Awaited<ReturnType<typeof testTemporal>>;

  beforeAll(async () => {
    const bundling = bundleOfSources();
    temporal = await testTemporal();
    const { address } = temporal;
    connection = await NativeConnection.connect({ address });
    client = new Client({ connection: await Connection.connect({ address }) });
    await addSearchAttributes(client.connection, temporal.namespace);
    bundle = await bundling;
  }, 120_000);
  afterAll(async () => {
    await connection.close();
    await client.connection.close();
    await temporal.stop();
  });

  /** One agreement's history after some time of all that. */
  async function history(taskQueue: string, until: number) {
    const agreement = randomUUID();
    const handle = await client.workflow.start(AGREEMENT_WORKFLOW, {
      ...{ workflowId: agreement, taskQueue, workflowTaskTimeout: TASK },
      args: [{ agreement }],
    });
    while (Date.now() < until) {
      await pause(random(1_500));
      if (chance(0.4)) await handle.signal(lookAgain);
      // A step that failed is tried again by others; here it has only to be part of the history.
      else
        void handle.executeUpdate(executeCommand, { args: [`${agreement}/x`] }).catch(() => null);
    }
    const recorded = History.fromObject(await handle.fetchHistory());
    await handle.terminate();
    return { workflowId: agreement, history: recorded };
  }

  /** Why histories that this code has made do not replay through it. */
  async function unreplayed(workflowBundle: WorkflowBundleWithSourceMap): Promise<string[]> {
    const taskQueue = randomUUID();
    const { execute, look, gatherEvidence } = new SlowLog();
    const worker = await Worker.create({
      ...{ connection, taskQueue, workflowBundle },
      activities: { execute, look, gatherEvidence },
    });
    const until = Date.now() + LASTS_MS;
    const histories = await worker.runUntil(
      Promise.all(Array.from({ length: AGREEMENTS }, () => history(taskQueue, until))),
    );
    const why: string[] = [];
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
      if (error !== undefined) why.push(error.message);
    }
    return why;
  }

  it('leave histories that replay', async () => {
    expect(await unreplayed(bundle)).toEqual([]);
  }, 120_000);

  it('keep no command behind a look that fails', async () => {
    const taskQueue = randomUUID();
    const log = new SlowLog();
    let looks = 0;
    const look = () => {
      looks += 1;
      return Promise.reject(new Error('AWAY'));
    };
    const execute = (command: string) => Promise.resolve(log.told(command));
    const worker = await Worker.create({
      ...{ connection, taskQueue, workflowBundle: bundle, activities: { execute, look } },
    });
    await worker.runUntil(async () => {
      const handle = await client.workflow.start(AGREEMENT_WORKFLOW, {
        ...{ workflowId: randomUUID(), taskQueue, args: [{ agreement: 'never-seen' }] },
      });
      while (looks < 12) await pause(50);
      const began = Date.now();
      await handle.executeUpdate(executeCommand, { args: ['command'] });
      expect(Date.now() - began).toBeLessThan(4_000);
      const before = looks;
      await handle.signal(lookAgain);
      // It rests for eight seconds by now, and for longer with each failure.
      await pause(2_000);
      expect(looks).toBeGreaterThan(before);
      await handle.terminate();
    });
  }, 60_000);

  it('left histories that did not, before a step had to settle', async () => {
    const code = bundle.code.replace(
      /patched\)\(STEPS_SETTLE\)/,
      'patched)(STEPS_SETTLE) && false',
    );
    expect(code).not.toBe(bundle.code);
    expect((await unreplayed({ ...bundle, code })).join()).toContain('TMPRL1100');
  }, 120_000);
});
