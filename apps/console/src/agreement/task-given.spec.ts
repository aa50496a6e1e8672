import { describe, expect, it } from '@jest/globals';
import { givenByTask } from './task-given.js';

describe('what a task says about its form', () => {
  it.each([
    ['review:2026:LEAD', { year: '2026' }],
    ['escalation:E1', { escalation: 'E1' }],
    // Of several proposals, the one that the task is about is declined.
    ['joint-act:Suspend', { kind: 'Suspend' }],
    ['pause:confirm', {}],
  ])('%s says %j', (task, given) => {
    expect(givenByTask(task)).toEqual(given);
  });
});
