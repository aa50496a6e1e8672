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
