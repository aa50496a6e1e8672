// What runs on this machine. Node built-ins only.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Every process: `{pid, group, ended, command}`; `ended` when it is dead and only waits for its parent to notice. */
export function processes() {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

function fromProc() {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      // The program's name may hold spaces and brackets; the fields after it do not: state, parent, group.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(pid), group: Number(group), ended: state === 'Z', command }];
    } catch {
      return [];
    }
  });
}

function fromPs() {
  const table = execFileSync('ps', ['-A', '-o', 'pgid=,pid=,stat=,command='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, group, pid, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    return [{ pid: Number(pid), group: Number(group), ended: state.startsWith('Z'), command }];
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
