import { describe, expect, it } from '@jest/globals';
import { jsonLine } from './temporal-log.js';

describe('a line of Temporal’s SDK as JSON', () => {
  it('has time, level, context, message and what it belongs to, whatever that is', () => {
    const meta = { workflowId: 'w', nanos: 5n, error: new TypeError('x') };
    const entry = { level: 'WARN' as const, timestampNanos: 1_700_000_000_123_456_789n };
    expect(JSON.parse(jsonLine({ ...entry, message: 'slow', meta }))).toEqual({
      ...{ level: 'warn', timestamp: 1_700_000_000_123, context: 'temporal', message: 'slow' },
      meta: { workflowId: 'w', nanos: '5', error: 'TypeError: x' },
    });
    expect(jsonLine({ ...entry, message: 'a' })).not.toContain('meta');
  });
});
