// Ends what a killed process left behind: each child that we start leaves the number of its process group in a file.
// Node built-ins only.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processes, send, until } from './processes.mjs';

/**
 * Ends the processes of the group that `pidFile` names when they run `program` (a path that stands in their command:
 * the number alone may be another's by now): with `signal`, and by force after `graceMs`.
 */
export async function endLeftOver({ pidFile, program, signal = 'TERM', graceMs = 15_000 }) {
  const group = numberIn(pidFile);
  if (group !== null) {
    const ours = (p) => p.group === group && !p.ended && p.command.includes(program);
    await end(ours, `SIG${signal}`, graceMs);
  }
  rmSync(pidFile, { force: true });
}

/**
 * Ends a PostgreSQL that still runs on `cluster`, and removes the lock file of one that is dead: its number may have
 * passed to another program, and a dead process that nobody has buried yet still counts as one for PostgreSQL.
 */
export async function clearCluster(cluster, graceMs = 15_000) {
  const lock = join(cluster, 'postmaster.pid');
  const pid = numberIn(lock);
  if (pid === null) return;
  await end((p) => p.pid === pid && !p.ended && p.command.includes(cluster), 'SIGINT', graceMs);
  // Its sessions notice its death within a moment and leave the shared memory.
  const buried = await until(() => !processes().some((p) => p.pid === pid && p.ended), 1_000);
  const stranger = processes().some((p) => p.pid === pid && !p.command.includes(cluster));
  if (!buried || stranger) rmSync(lock, { force: true });
}

async function end(isMeant, signal, graceMs) {
  const found = processes().filter(isMeant);
  if (found.length === 0) return;
  for (const { pid } of found) send(pid, signal);
  const ended = await until(() => !processes().some(isMeant), graceMs);
  if (!ended) for (const { pid } of processes().filter(isMeant)) send(pid, 'SIGKILL');
}

function numberIn(file) {
  if (!existsSync(file)) return null;
  const [first] = readFileSync(file, 'utf8').split('\n');
  const number = Number(first);
  return Number.isInteger(number) && number > 1 ? number : null;
}
