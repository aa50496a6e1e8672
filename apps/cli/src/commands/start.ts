import type { Command } from 'commander';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { jsonOf } from '../context.js';
import type { Tools } from '../tools.js';

const CHECKOUT = fileURLToPath(new URL('../../../../', import.meta.url));

export function registerStart(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  program
    .command('start')
    .description(commands.start)
    .allowUnknownOption()
    .argument('[options...]', options.startOptions)
    .action(async (given: string[]) => {
      tools.exitCode = await start(tools, given);
    });
}

/** Hands over to the launcher, which starts everything and stays until Ctrl-C; answers its exit code. */
async function start(tools: Tools, options: readonly string[]): Promise<number> {
  const { language, surroundings } = tools;
  const data = tools.data ?? surroundings.env.TWINNING_DATA;
  const args = [...(data === undefined ? [] : ['--data', data]), ...options];
  // With --json its sentences go where they disturb no program: standard output has the one value.
  const child = spawn(process.execPath, [join(CHECKOUT, 'infra', 'start.mjs'), ...args], {
    stdio: ['inherit', tools.json ? 2 : 'inherit', 'inherit'],
    env: { ...surroundings.env, LC_ALL: language === 'fr' ? 'fr_FR.UTF-8' : 'en_US.UTF-8' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
  if (tools.json) await sayWhere(tools, data ?? join(CHECKOUT, '.twinning'), ended);
  return ended;
}

/** What the launcher writes into its lock as soon as everything answers. */
const running = z.object({ pid: z.number(), api: z.url(), docs: z.url(), temporal: z.string() });

async function sayWhere(tools: Tools, folder: string, ended: Promise<number>): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (;;) {
    const text = await readFile(join(folder, 'launcher.lock'), 'utf8').catch(() => '');
    const { data, success } = running.safeParse(jsonOf(text));
    if (success) {
      tools.output().result(data, () => data.api);
      return;
    }
    if (isOver) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
