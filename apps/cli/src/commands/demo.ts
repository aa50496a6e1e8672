import type { Command } from 'commander';
import { demo } from '../demo/demo.js';
import { loadDemonstration } from '../demo/load.js';
import { numberFrom } from '../number-option.js';
import type { Tools } from '../tools.js';

export function registerDemo(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  program
    .command('demo')
    .description(commands.demo)
    .option('--load', options.load, false)
    .option('--pace <ms>', options.pace, numberFrom(0), 1800)
    .action(async ({ load, pace }: { load: boolean; pace: number }) => {
      await (load ? loadDemonstration(tools) : demo(tools, pace));
    });
}
