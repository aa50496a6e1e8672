import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from './contract.js';

// `scheduleToCloseTimeout` alone does not stop a failing local activity: the number of attempts does.
const step = { startToCloseTimeout: '10 seconds' } as const;

/**
 * The path of an agreement's steps: local activities that write to PostgreSQL. A command is tried six times within three
 * seconds, longer than a restart of PostgreSQL takes: then its caller hears of it and the sweep comes back, seconds later. A
 * look is tried three times, then the workflow rests: commands would wait behind it for as long as it is tried again.
 */
export const commandPath = proxyLocalActivities<Pick<Activities, 'execute'>>({
  ...step,
  retry: { maximumAttempts: 6, initialInterval: '100 milliseconds' },
});
export const lookPath = proxyLocalActivities<Pick<Activities, 'look'>>({
  ...step,
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds' },
});

/**
 * Clocks of the processes beside an agreement, and of its earlier histories, retry for ever: a timer that nobody looks at
 * would be a deadline that passes unseen.
 */
export const clockPath = proxyLocalActivities<Pick<Activities, 'look' | 'gatherEvidence'>>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
});
