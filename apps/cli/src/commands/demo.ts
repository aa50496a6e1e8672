import { addContacts } from '@twinning/engine';
import type { Command } from 'commander';
import { demo } from '../demo/demo.js';
import { loadDemonstration } from '../demo/load.js';
import { numberFrom } from '../number-option.js';
import { people } from '../people.js';
import type { Tools } from '../tools.js';
import { withRecord } from './surroundings.js';

export function registerDemo(program: Command, tools: Tools): void {
  const { commands, options } = tools.messages;
  program
    .command('demo')
    .description(commands.demo)
    .option('--load', options.load, false)
    .option('--pace <ms>', options.pace, numberFrom(0), 1800)
    .action(async ({ load, pace }: { load: boolean; pace: number }) => {
      if (!load) return demo(tools, pace);
      await loadDemonstration(tools);
      await withRecord(tools, ({ db, contactKey }) =>
        addContacts(db, contactKey, contactsOfPeople()),
      );
    });
}

/** Each body's representative and each desk of the demonstration reads what is written to it. */
const contactsOfPeople = () =>
  people().flatMap(({ id, member, roles }) =>
    roles
      .filter(({ role }) => member === null || role === 'NSB_REP')
      .map(({ role }) => ({
        kind: 'email' as const,
        address: `${id}@demonstration.invalid`,
        member,
        desk: member === null ? role : null,
      })),
  );
