import { describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { CommandSender } from './sender.js';

const seen = (...secondsAgo: readonly number[]) => {
  const pollers = secondsAgo.map((ago) => ({
    lastAccessTime: { seconds: Math.floor(Date.now() / 1000) - ago, nanos: 0 },
  }));
  const client = {
    options: { namespace: 'default' },
    connection: { withDeadline: (_: number, work: () => unknown) => work() },
    workflowService: { describeTaskQueue: () => Promise.resolve({ pollers }) },
  };
  return new CommandSender(client as unknown as Client).hasWorker();
};

describe('what is sent to Temporal', () => {
  it('is the ids of a command and of its agreement, whatever else is known of them', async () => {
    const sent: unknown[] = [];
    const workflow = {
      executeUpdateWithStart: (...given: readonly unknown[]) => {
        sent.push(given);
        return Promise.resolve({});
      },
    };
    const sender = new CommandSender({ workflow } as unknown as Client);
    const ids = {
      id: '11111111-1111-4111-8111-111111111111',
      agreement: '22222222-2222-4222-8222-222222222222',
    };
    await sender.send({ ...ids, person: 'ann', payload: { need: 'words' } } as typeof ids);
    const [[, { args, updateId, startWorkflowOperation }]] = sent as [
      [unknown, { args: unknown; updateId: string; startWorkflowOperation: object }],
    ];
    expect(args).toEqual([ids.id]);
    expect(updateId).toMatch(new RegExp(`^${ids.id}\\.[0-9a-f]{12}$`));
    const start = JSON.stringify(startWorkflowOperation);
    expect(start).toContain(ids.agreement);
    expect(`${start}${updateId}`).not.toMatch(/ann|words/);
  });
});

describe('a worker', () => {
  it('is there while somebody has polled within the last poll', async () => {
    expect(await seen(3)).toBe(true);
    expect(await seen(250, 60)).toBe(true);
  });

  it('is not there any more when Temporal only remembers it', async () => {
    expect(await seen()).toBe(false);
    expect(await seen(75, 250)).toBe(false);
  });
});
