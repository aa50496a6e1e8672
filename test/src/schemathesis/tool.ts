import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version whose checks the report speaks of. */
const VERSION = '4.32.5';

/** Schemathesis could not be had here, and why. */
export class NoTool extends Error {}

/** The program, from a private Python environment below the temporary folder, made on first use. */
export async function schemathesis(): Promise<string> {
  const folder = join(tmpdir(), `twinning-schemathesis-${VERSION}`);
  const program = join(folder, 'bin', 'st');
  if (await isThere(program)) return program;
  try {
    await run('python3', ['-m', 'venv', folder]);
    const pip = join(folder, 'bin', 'pip');
    await run(pip, ['install', '--quiet', `schemathesis==${VERSION}`], { timeout: 300_000 });
  } catch (error) {
    throw new NoTool(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  return program;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
