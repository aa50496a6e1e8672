import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Places at which a process can be made to die, numbered by their order: all that lie between a request and its answer. */
export const FAILPOINTS = [
  'api-before-store',
  'api-after-store',
  'api-before-answer',
  'worker-before-execute',
  'execute-after-lock',
  'execute-before-outcome',
  'execute-before-commit',
  'execute-after-commit',
  'worker-before-answer',
] as const;
export type FailpointName = (typeof FAILPOINTS)[number];

/** Failpoints of the outbox: they are met by messages, not by a type of command. */
export const OUTBOX_FAILPOINTS = ['outbox-before-send', 'outbox-before-settle'] as const;

let folder: string | null = null;

/** Arms every failpoint of this process: each kills it once for each kind of work, and leaves a file that says so. */
export function armFailpoints(at: string | null): void {
  folder = at;
  if (at !== null) mkdirSync(at, { recursive: true });
}

/** Dies here (SIGKILL) when armed, the first time that this kind of work comes by. Otherwise free of any effect. */
export function failpoint(
  name: FailpointName | (typeof OUTBOX_FAILPOINTS)[number],
  kind: string,
): void {
  if (folder === null) return;
  try {
    closeSync(openSync(join(folder, `${name}@${kind}`), 'wx'));
  } catch {
    return;
  }
  process.kill(process.pid, 'SIGKILL');
}
