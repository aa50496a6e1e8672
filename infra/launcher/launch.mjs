// One start: takes the data folder, goes through the steps, runs until it is stopped, and ends in order.
import { appendFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Fault, say } from '../messages/say.mjs';
import { openDataFolder } from './data-folder.mjs';
import { describeEnd } from './service.mjs';
import { Session, Stopped, Told } from './session.mjs';
import { goThroughSteps } from './steps.mjs';

const tell = (code, values) => console.log(say(code, values));

/** Starts, runs until the person stops it, and answers the exit code. */
export async function launch(options, { checkout, env = process.env }) {
  const began = Date.now();
  const data = dataPath(options, checkout, env);
  let opened;
  try {
    opened = openDataFolder(data, { own: options.data === null });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    return 1;
  }
  const { folder, holder } = opened;
  if (holder !== undefined) return besideRunning(options, data, holder);
  const session = new Session({
    onStop: () => tell('stopping'),
    onKill: () => {
      folder.close();
      tell('killed');
      process.exit(1);
    },
  });
  // Nothing else may keep the process alive while a crashed child waits for its next start.
  const alive = setInterval(() => undefined, 60_000);
  const host = isIP(env.HOST ?? '') ? env.HOST : '127.0.0.1';
  const hooks = crashHooks(folder);
  let code = 0;
  try {
    await goThroughSteps({ options, checkout, env, folder, session, began, host, hooks, tell });
    await session.stopping;
  } catch (error) {
    if (!(error instanceof Stopped)) {
      code = 1;
      if (!(error instanceof Told)) console.error(messageOf(error, folder));
    }
  }
  await session.close();
  clearInterval(alive);
  folder.close();
  if (code === 0) tell('stopped');
  return code;
}

// npm runs scripts in the root of the checkout; a relative folder is meant from where the person stands.
function dataPath(options, checkout, env) {
  if (options.data === null) return resolve(checkout, '.twinning');
  const here = env.npm_lifecycle_event === 'start' ? env.INIT_CWD : undefined;
  return resolve(here ?? process.cwd(), options.data);
}

function besideRunning(options, data, holder) {
  if (options.fresh) {
    console.error(say('freshWhileRunning', { data, pid: holder.pid }));
    return 1;
  }
  tell(holder.api === undefined ? 'alreadyStarting' : 'alreadyRunning', holder);
  return 0;
}

const crashHooks = (folder) => ({
  onCrash: ({ name, end, wait }) =>
    tell('crashed', {
      name,
      how: describeEnd(end),
      seconds: wait / 1000,
      log: folder.logFile(name === 'PostgreSQL' ? 'postgres' : name.toLowerCase()),
    }),
  onRestart: ({ name }) => tell('restarted', { name }),
});

function messageOf(error, folder) {
  if (error instanceof Fault) return error.message;
  const log = folder.logFile('launcher');
  appendFileSync(log, `${new Date().toISOString()} ${error.stack ?? String(error)}\n`);
  return say('unexpected', { reason: error.message, log });
}
