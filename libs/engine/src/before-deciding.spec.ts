import { describe, expect, it } from '@jest/globals';
import { emptyAgreement, instant } from '@twinning/domain';
import { earlyRefusal } from './before-deciding.js';

const NOW = instant('2027-06-01T09:00:00Z');
const at = (day: string) => instant(`${day}T12:00:00Z`);
const entered = (open: boolean) => ({
  ...emptyAgreement('a'),
  stage: 'DRAFT' as const,
  version: 4,
  catchUp: { open, lastOccurredOn: at('2025-03-01') },
});
const asked = (occurredOn: string, state = entered(true), type = 'ConfirmSide') =>
  earlyRefusal(
    state,
    { type, expectedVersion: null, occurredOn: at(occurredOn) },
    at(occurredOn),
    NOW,
  )?.refused ?? null;

describe('the date of an entry of the past (D22)', () => {
  it('does not go back behind the entry before it, nor beyond today', () => {
    expect(asked('2025-03-02')).toBeNull();
    expect(asked('2025-02-28')).toBe('BACKDATED');
    expect(asked('2027-06-02')).toBe('BACKDATED');
  });

  it('may be the very instant of the entry before it: the log keeps their order', () => {
    expect(asked('2025-03-01')).toBeNull();
    const justBefore = instant('2025-03-01T11:59:59.999Z');
    const dated = { type: 'ConfirmSide', expectedVersion: null, occurredOn: justBefore };
    expect(earlyRefusal(entered(true), dated, justBefore, NOW)).toMatchObject({
      refused: 'BACKDATED',
      details: { notBefore: at('2025-03-01') },
    });
  });

  it('is possible only while the mode is open, or with the command that opens it', () => {
    expect(asked('2025-03-02', entered(false))).toBe('BACKDATED');
    const fresh = emptyAgreement('a');
    const first = (type: string) =>
      earlyRefusal(
        fresh,
        { type, expectedVersion: null, occurredOn: at('2025-03-02') },
        at('2025-03-02'),
        NOW,
      );
    expect(first('OpenCatchUp')).toBeNull();
    expect(first('StartDraft')?.refused).toBe('BACKDATED');
  });

  it('is asked for after the version', () => {
    const stale = { type: 'ConfirmSide', expectedVersion: 3, occurredOn: at('2024-01-01') };
    expect(earlyRefusal(entered(true), stale, at('2024-01-01'), NOW)?.refused).toBe(
      'VERSION_CONFLICT',
    );
  });
});
