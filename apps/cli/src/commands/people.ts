import type { Command } from 'commander';
import { table } from '../output.js';
import { people, personNamed, tokenFor } from '../people.js';
import type { Tools } from '../tools.js';

export function registerPeople(program: Command, tools: Tools): void {
  const { commands, options, answers } = tools.messages;
  program
    .command('people')
    .description(commands.people)
    .action(() => {
      const all = people();
      tools
        .output()
        .result(all, () =>
          table([
            [answers.people.id, answers.people.name, answers.people.roles],
            ...all.map((p) => [p.id, p.name, p.roles.map((r) => r.role).join(', ')]),
          ]),
        );
    });
  program
    .command('token')
    .description(commands.token)
    .argument('<person>', options.person)
    .option('--step-up', options.stepUp, false)
    .action(async (person: string, { stepUp }: { stepUp: boolean }) => {
      const token = await tokenFor(tools.context(), personNamed(person), stepUp);
      tools.output().result({ token }, () => token);
    });
}
