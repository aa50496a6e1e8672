import { foldingBuild } from '@twinning/engine';
import { foldAs } from '@twinning/read-model';
import { run } from './program.js';

// A reader that went away (`twinning events … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

foldAs(foldingBuild);
const { env, stdout: out, stderr: err } = process;
process.exitCode = await run(process.argv.slice(2), { env, out, err });
