// A lock that names its holder and does not outlive it. Node built-ins only.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { processes } from './processes.mjs';

/** What tells a process from a later one of the same number: in a container each start may have the number 1. */
function identityOf(pid) {
  const found = processes().find((p) => p.pid === pid && !p.ended);
  return { command: found?.command, started: found?.started };
}

// Locks that this very process holds: one that bears its number and is not among them was left by an earlier process.
const mine = new Set();

/**
 * Takes the lock `file`, or answers who holds it: `{lock: {describe(facts), release()}}` or `{holder: {pid, …facts}}`.
 * The lock of a process that has ended is taken over; its number may be another program's by now.
 */
export function tryLock(file) {
  const me = { pid: process.pid, ...identityOf(process.pid) };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o644 });
      mine.add(file);
      return { lock: held(file, me) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const found = read(file);
    if (found === null) continue;
    if (isHeld(file, found)) return { holder: found.holder ?? { pid: 0 } };
    takeAway(file, found.text);
  }
}

const held = (file, me) => ({
  /** Says more of the holder to those who find the lock taken. */
  describe(facts) {
    const next = `${file}.${String(process.pid)}`;
    writeFileSync(next, JSON.stringify({ ...me, ...facts }));
    renameSync(next, file);
  },
  release() {
    mine.delete(file);
    rmSync(file, { force: true });
  },
});

/** Who holds the lock now: `{pid, …facts}`, or null. */
export function lockHolder(file) {
  const found = read(file);
  return found !== null && isHeld(file, found) ? (found.holder ?? { pid: 0 }) : null;
}

function read(file) {
  try {
    const text = readFileSync(file, 'utf8');
    try {
      return { text, holder: JSON.parse(text) };
    } catch {
      return { text, holder: null };
    }
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

// A lock without content is being written at this moment, unless it is old.
function isHeld(file, { holder }) {
  if (holder !== null) {
    if (holder.pid === process.pid) return mine.has(file);
    const { command, started } = identityOf(holder.pid);
    // Earlier releases did not note the time.
    return command === holder.command && (holder.started ?? started) === started;
  }
  try {
    return statSync(file).mtimeMs > Date.now() - 5_000;
  } catch {
    return false;
  }
}

// Two processes may find the same stale lock: what was taken away must be what was found stale, else it goes back.
function takeAway(file, stale) {
  const aside = `${file}.${String(process.pid)}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const taken = readFileSync(aside, 'utf8');
  if (taken === stale) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** Runs `work` while no other process holds the lock; waits for its turn. */
export async function whileLocked(file, work) {
  for (;;) {
    const { lock } = tryLock(file);
    if (lock !== undefined) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
