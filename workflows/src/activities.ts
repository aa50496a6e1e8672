import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from './contract.js';

/**
 * The path of an agreement's steps: local activities that write to PostgreSQL. Two more attempts, then the caller of a
 * command hears of it and the sweep comes back, and after a look the workflow rests: `scheduleToCloseTimeout` alone does not
 * stop a failing local activity, and commands would wait behind it for as long as it is tried again.
 */
export const agreementPath = proxyLocalActivities<Pick<Activities, 'execute' | 'look'>>({
  startToCloseTimeout: '10 seconds',
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
