// What runs on this machine. Node built-ins only.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/**
 * Every process: `{pid, group, ended, command, started}`; `ended` when it is dead and only waits for its parent to notice,
 * `started` tells two processes of one number apart.
 */
export function processes() {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

// Field 22 of proc(5): clock ticks after the machine's start; the list begins with field 3.
const START_TIME = 19;

function fromProc() {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      // The program's name may hold spaces and brackets; the fields after it do not: state, parent, group.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, , group] = fields;
      const started = fields[START_TIME];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(pid), group: Number(group), ended: state === 'Z', command, started }];
    } catch {
      return [];
    }
  });
}

function fromPs() {
  const table = execFileSync('ps', ['-A', '-o', 'pgid=,pid=,stat=,lstart=,command='], {
    encoding: 'utf8',
  });
  return table.split('\n').flatMap((line) => {
    // lstart is five words: Wed Nov 25 21:15:00 2026.
    const [, group, pid, state, started, command] =
      /^\s*(\d+)\s+(\d+)\s+(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    const ended = state.startsWith('Z');
    return [{ pid: Number(pid), group: Number(group), ended, command, started }];
  });
}

/** Sends a signal to a process that may have ended meanwhile. */
export function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Waits until `condition()` holds, at most `ms`; answers whether it does. */
export async function until(condition, ms) {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return condition();
}
