import { describe, expect, it } from '@jest/globals';
import { EXIT, Failure } from './failure.js';
import { asFailure } from './failures.js';

const error = (code: string) => Object.assign(new Error('as it came'), { code });

describe('asFailure', () => {
  it.each([
    ['ECONNREFUSED', 'The database or Temporal does not answer.'],
    ['57P03', 'The database or Temporal does not answer.'],
    ['28P01', 'The database refuses these credentials.'],
    ['42P01', 'The database has not been prepared, or is not Twinning’s.'],
    ['3D000', 'The database has not been prepared, or is not Twinning’s.'],
    ['XX000', 'This did not work: as it came'],
  ])('says what %s means', (code, message) => {
    const failure = asFailure(error(code));
    expect([failure.message, failure.exitCode]).toEqual([message, EXIT.failed]);
  });

  it('says that Temporal is away, which its client wraps', () => {
    const cause = Object.assign(new Error('14 UNAVAILABLE'), { code: 14 });
    expect(asFailure(new Error('Failed to describe', { cause })).message).toBe(
      'The database or Temporal does not answer.',
    );
  });

  it('leaves a failure as it is', () => {
    const failure = new Failure('Said already.', null, EXIT.refused);
    expect(asFailure(failure)).toBe(failure);
  });

  it('puts whatever was thrown into words', () => {
    expect(asFailure('a string').message).toBe('This did not work: a string');
  });
});
