import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type { Duration } from '@temporalio/common';
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
import { slowLine } from './testing/slow-line.js';
import { bundleOfSources } from './testing/worker-under-test.js';

const { History } = proto.temporal.api.history.v1;

/** Far less than production's five seconds: a step of three seconds lasts for several tasks. */
const TASK = '1 second';
const AGREEMENTS = 32;
const LASTS_MS = 14_000;
const LONGEST_STEP_MS = 3_000;

/** Production's five seconds, of which a worker extends after four; how long a line takes in each direction. */
const LONG_TASK = '5 seconds';
const EXTENDED_AFTER_MS = 4_000;
const LINE_MS = 250;
const OPEN_BALLOT = [{ kind: 'ballot', id: 'b' }] as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const random = (below: number) => Math.random() * below;
const chance = (share: number) => Math.random() < share;

/** A log whose every other step is slow, whose deadlines come and go, and that is away now and then, for some agreements often. */
class SlowLog {
  private readonly versions = new Map<string, number>();

  readonly activities: Activities = {
    execute: (command) => this.step(command.split('/')[0] ?? ''),
    look: (agreement) => this.step(agreement),
    gatherEvidence: (agreement) => this.step(agreement),
  };

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
    return told(version, Math.round(random(chance(0.2) ? 60_000 : 3_000)));
  }
}

/** What a log tells that has a deadline in so many milliseconds. */
function told(version: number, wakeInMs: number, children: Execution['children'] = []): Execution {
  const whose = chance(0.5) ? 'LEAD' : 'TWINNED';
  const due = new Date(Date.now() + wakeInMs).toISOString();
  return {
    ...{ version, wakeInMs, outcome: 'ACCEPTED', status: 'AGREED', phase: 'EXECUTION' },
    ...{ type: 'P_MEMBER', lead: 1, twinned: 2, committee: 3, children },
    next: { timer: 'T30', step: 'START', whose, due },
  };
}

/**
 * A log with an open ballot, whose start and end are heard in tasks that do nothing, and with a deadline. The look at it
 * ends while its task is being extended, and a command comes meanwhile: both are heard together.
 */
class LateLog {
  private readonly versions = new Map<string, number>();

  constructor(private readonly command: (agreement: string) => void) {}

  readonly activities: Activities = {
    execute: (command) => Promise.resolve(this.next(command.split('/')[0] ?? '')),
    gatherEvidence: (agreement) => Promise.resolve(this.next(agreement)),
    look: async (agreement, known) => {
      // The ballot's own.
      if (known === undefined) return told(1, 60_000, OPEN_BALLOT);
      if (known > 0) {
        setTimeout(() => {
          this.command(agreement);
        }, 500);
        await pause(EXTENDED_AFTER_MS + random(2 * LINE_MS));
      }
      return this.next(agreement);
    },
  };

  private next(agreement: string): Execution {
    const version = (this.versions.get(agreement) ?? 0) + 1;
    this.versions.set(agreement, version);
    return told(version, version === 1 ? 3_000 : 6_000, OPEN_BALLOT);
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

  const begin = (taskQueue: string, workflowTaskTimeout: Duration) => {
    const agreement = randomUUID();
    return client.workflow.start(AGREEMENT_WORKFLOW, {
      ...{ workflowId: agreement, taskQueue, workflowTaskTimeout, args: [{ agreement }] },
    });
  };

  /** A step that failed is tried again by others; here it has only to be part of the history. */
  const send = (agreement: string) =>
    void client.workflow
      .getHandle(agreement)
      .executeUpdate(executeCommand, { args: [`${agreement}/x`] })
      .catch(() => null);

  async function ended(handle: WorkflowHandle) {
    const history = History.fromObject(await handle.fetchHistory());
    await handle.terminate();
    return { workflowId: handle.workflowId, history };
  }

  /** One agreement's history after some time of all that. */
  async function anything(taskQueue: string) {
    const until = Date.now() + LASTS_MS;
    const handle = await begin(taskQueue, TASK);
    while (Date.now() < until) {
      await pause(random(1_500));
      if (chance(0.4)) await handle.signal(lookAgain);
      else send(handle.workflowId);
    }
    return ended(handle);
  }

  /** One agreement's history until its first deadline has been looked at. */
  async function oneDeadline(taskQueue: string) {
    const handle = await begin(taskQueue, LONG_TASK);
    await pause(LASTS_MS);
    return ended(handle);
  }

  /** Why histories that this code has made do not replay through it. */
  async function unreplayed(
    workflowBundle: WorkflowBundleWithSourceMap,
    log: { activities: Activities } = new SlowLog(),
    one: (taskQueue: string) => ReturnType<typeof ended> = anything,
    way = connection,
  ): Promise<string[]> {
    const taskQueue = randomUUID();
    const worker = await Worker.create({
      ...{ connection: way, taskQueue, workflowBundle },
      activities: log.activities,
    });
    const histories = await worker.runUntil(
      Promise.all(Array.from({ length: AGREEMENTS }, () => one(taskQueue))),
    );
    const why: string[] = [];
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
      if (error !== undefined) why.push(error.message);
    }
    return why;
  }

  /** The same on a line on which a task's extension takes its time. */
  async function unreplayedOnASlowLine(workflowBundle: WorkflowBundleWithSourceMap) {
    const line = await slowLine(temporal.address, LINE_MS);
    const way = await NativeConnection.connect({ address: line.address });
    try {
      return await unreplayed(workflowBundle, new LateLog(send), oneDeadline, way);
    } finally {
      await way.close();
      line.close();
    }
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

  it('leave histories that replay when a command is heard together with the deadline before it', async () => {
    expect(await unreplayedOnASlowLine(bundle)).toEqual([]);
  }, 120_000);

  /** What is made by chance on a machine of others may turn out well once: then it is made again. */
  async function bitten(made: () => Promise<string[]>): Promise<string> {
    for (let again = 0; again < 5; again += 1) {
      const why = await made();
      if (why.length > 0) return why.join();
    }
    return 'all of them replay';
  }

  it('left histories that did not, before a step had to settle', async () => {
    const code = ['LOOKS_GO_FIRST', 'STEPS_SETTLE'].reduce(
      (before, patch) => before.replace(`patched)(${patch})`, '$& && false'),
      bundle.code,
    );
    expect(code.match(/patched\)\(\w+\) && false/g)).toHaveLength(2);
    expect(await bitten(() => unreplayed({ ...bundle, code }))).toContain('TMPRL1100');
  }, 240_000);
});
