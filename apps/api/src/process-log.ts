import { ConsoleLogger } from '@nestjs/common';

/** What is told besides faults: Nest's own account of how it starts is not. */
const TOLD: readonly unknown[] = ['sign-in', 'api'];

/** The log of the process: a line for people, or with `json` one JSON object each (time, level, context, message). */
export class ProcessLog extends ConsoleLogger {
  constructor(json: boolean) {
    super({ json, logLevels: ['fatal', 'error', 'warn', 'log'], ...(json && { colors: false }) });
  }

  override log(message: unknown, ...rest: readonly unknown[]): void {
    if (TOLD.includes(rest.at(-1))) super.log(message, ...rest);
  }
}
