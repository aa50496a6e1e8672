import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';

const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
};

/** A line of Temporal's SDK in the form of our own: time, level, context, message, and what it belongs to. */
export const jsonLine = ({ level, timestampNanos, message, meta }: LogEntry): string =>
  JSON.stringify(
    {
      level: level.toLowerCase(),
      timestamp: Number(timestampNanos / 1_000_000n),
      context: 'temporal',
      message,
      ...(meta !== undefined && { meta }),
    },
    plain,
  );

/** Must be called before anything of Temporal is used. */
export function logTemporalAsJson(): void {
  const logger = new DefaultLogger('INFO', (entry) => {
    process.stderr.write(`${jsonLine(entry)}\n`);
  });
  Runtime.install({ logger });
}
