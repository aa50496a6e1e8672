import { Logger } from '@nestjs/common';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';

// SQLSTATE, Node's codes, and our own.
const CODE = /^[A-Z0-9][A-Z0-9_]{2,40}$/;

const codeOf = (error: unknown): string => {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown };
  return typeof code === 'string' && CODE.test(code) ? code : 'ACTIVITY_FAILED';
};

/** Where an error came from, without its words: they may quote what somebody wrote. */
const framesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 5)
        .map((line) => line.trim())
        .join(' ')
    : '';

/**
 * The activity as Temporal may know it: what it fails with is a code, without message, stack and cause, and is tried
 * again as any other failure. The process log says where it came from.
 */
export const wordless = <A extends readonly unknown[], R>(
  name: string,
  work: (...args: A) => Promise<R>,
): ((...args: A) => Promise<R>) => {
  const logger = new Logger('activities');
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      if (error instanceof CancelledFailure) throw error;
      const code = codeOf(error);
      logger.warn(`${name}: ${code} ${framesOf(error)}`);
      const failure = ApplicationFailure.create({ message: code, type: code });
      failure.stack = '';
      throw failure;
    }
  };
};
