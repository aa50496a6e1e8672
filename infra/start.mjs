// Starts everything on this machine. Runs before node_modules exists: Node built-ins only, until install has run.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launcher/launch.mjs';
import { DEFAULT_PORT, parseOptions } from './launcher/options.mjs';
import { say } from './messages/say.mjs';

const WANTED = [20, 19];

const isOld = (version) => {
  const [major, minor] = version.split('.').map(Number);
  return major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1]);
};

async function main() {
  const found = process.versions.node;
  if (isOld(found)) {
    console.error(say('oldNode', { wanted: WANTED.join('.'), found }));
    return 1;
  }
  const { options, fault } = parseOptions(process.argv.slice(2));
  if (fault !== undefined) {
    console.error(say(fault.code, fault.values));
    return 2;
  }
  if (options.help) {
    console.log(say('help', { port: DEFAULT_PORT }));
    return 0;
  }
  return launch(options, { checkout: join(dirname(fileURLToPath(import.meta.url)), '..') });
}

// A terminal that was closed takes no more text; stopping in order matters more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
process.exit(await main());
