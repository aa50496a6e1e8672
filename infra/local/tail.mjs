import { existsSync, readFileSync, statSync } from 'node:fs';

/** A function that answers the last lines written to a log file since now, at most 4,000 characters, for a message. */
export function tailSince(file) {
  const from = existsSync(file) ? statSync(file).size : 0;
  return (lines = 12) => {
    if (!existsSync(file)) return '';
    const text = readFileSync(file).subarray(from).toString('utf8');
    return text.slice(-4_000).trimEnd().split('\n').slice(-lines).join('\n');
  };
}
