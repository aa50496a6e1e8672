import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded into the API and the worker before their own code (`node --import`): writes down what the process holds, after
// the garbage has been collected, so that what is left is what it keeps.

const folder = process.env.TWINNING_SOAK_FOLDER;
const everyMs = Number(process.env.TWINNING_SOAK_EVERY_MS);
const script = process.argv[1] ?? '';
// The workflows of the worker run in a thread with a heap of its own, which the collector of the main thread leaves alone.
const app = script.endsWith('/workflow-worker-thread.js')
  ? 'workflows'
  : /apps\/(api|worker)\/dist\/main\.js$/.exec(script)?.[1];

if (folder !== undefined && app !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setInterval(() => {
    collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    const handles = readdirSync('/proc/self/fd').length;
    const kept = heapUsed + external;
    const line = JSON.stringify({ atMs: Date.now(), rss, kept, handles });
    appendFileSync(join(folder, `${app}.jsonl`), `${line}\n`);
  }, everyMs).unref();
}
