import { execFile } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BALLAST = 'ballast';
const MEGABYTE = 1024 * 1024;

/** Only root may give a folder a file system of its own. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A folder on a file system of its own, small enough to be filled. */
export class SmallDisk {
  private constructor(private readonly folder: string) {}

  /** Puts the folder, with all that it holds, on a disk with so many megabytes to spare. Nobody may be using it. */
  static async under(folder: string, spareMb: number): Promise<SmallDisk> {
    const before = `${folder}.before`;
    await rename(folder, before);
    await mkdir(folder);
    const { stdout } = await run('du', ['-sm', before]);
    const size = `${String(Number.parseInt(stdout, 10) + spareMb)}m`;
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
    for (const args of [
      ['cp', '-a', `${before}/.`, folder],
      ['chown', `--reference=${before}`, folder],
      ['chmod', `--reference=${before}`, folder],
    ] as const) {
      await run(args[0], args.slice(1));
    }
    await rm(before, { recursive: true });
    return new SmallDisk(folder);
  }

  /** Leaves not one byte free. */
  fill(): void {
    const file = openSync(join(this.folder, BALLAST), 'a');
    try {
      for (const size of [MEGABYTE, 4_096]) {
        const piece = Buffer.alloc(size, 1);
        for (;;) {
          if (writeSync(file, piece) < piece.length) break;
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(join(this.folder, BALLAST));
  }

  /** Removes the disk with all that it holds. Nobody may be using it. */
  async remove(): Promise<void> {
    await run('umount', [this.folder]);
  }
}
