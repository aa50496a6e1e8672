import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import {
  CancelledFailure,
  DefaultFailureConverter,
  defaultPayloadConverter,
} from '@temporalio/common';
import { wordless } from './wordless.js';

const thrownBy = async (error: unknown): Promise<unknown> => {
  const work = wordless('execute', () => Promise.reject(error as Error));
  return work().then(
    () => null,
    (thrown: unknown) => thrown,
  );
};
const asTemporalHasIt = async (error: unknown) =>
  new DefaultFailureConverter().errorToFailure(await thrownBy(error), defaultPayloadConverter);

describe('what Temporal hears of an activity that failed', () => {
  it.each([
    [
      'a fault of PostgreSQL',
      Object.assign(new Error('Key (need)=(Canary)'), { code: '23505' }),
      '23505',
    ],
    [
      'a broken connection',
      Object.assign(new Error('Canary'), { code: 'ECONNRESET' }),
      'ECONNRESET',
    ],
    [
      'an error with a cause',
      new Error('Canary', { cause: new Error('Canary') }),
      'ACTIVITY_FAILED',
    ],
    [
      'a code that is none',
      Object.assign(new Error('Canary'), { code: 'Canary!' }),
      'ACTIVITY_FAILED',
    ],
    ['what is no error', { code: 7, text: 'Canary' }, 'ACTIVITY_FAILED'],
    ['nothing', null, 'ACTIVITY_FAILED'],
  ])('is a code and no more: %s', async (_, error, code) => {
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const failure = await asTemporalHasIt(error);
    expect(failure).toMatchObject({ message: code, stackTrace: '' });
    expect(failure.cause ?? null).toBeNull();
    // Tried again like any failure that says nothing of itself.
    expect(failure.applicationFailureInfo?.nonRetryable ?? false).toBe(false);
    expect(JSON.stringify(failure)).not.toMatch(/Canary|\.ts|\.js/);
    expect(JSON.stringify(said.mock.calls)).toContain(code);
    expect(JSON.stringify(said.mock.calls)).not.toContain('Canary');
    said.mockRestore();
  });

  it('is that it was cancelled, when it was', async () => {
    const cancelled = new CancelledFailure('CANCELLED');
    expect(await thrownBy(cancelled)).toBe(cancelled);
  });

  it('is its answer, when it succeeds', async () => {
    const work = wordless('look', (agreement: string) => Promise.resolve(`${agreement}!`));
    expect(await work('a')).toBe('a!');
  });
});
