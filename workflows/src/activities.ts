import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from './contract.js';

/**
 * The command path: a local activity that writes to PostgreSQL. Two more attempts, then the caller hears of it and the
 * sweep comes back: `scheduleToCloseTimeout` alone does not stop a failing local activity.
 */
export const commandPath = proxyLocalActivities<Pick<Activities, 'execute'>>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100 milliseconds' },
});

/** Clocks retry for ever: a timer that nobody looks at would be a deadline that passes unseen. */
export const clockPath = proxyLocalActivities<Pick<Activities, 'look' | 'gatherEvidence'>>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
});
