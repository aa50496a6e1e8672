import { acceptCommand, unsealedCommands } from '@twinning/engine';
import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.js';
import { unsealedMessages } from '../messages/unsealed.js';
import type { Tools } from '../tools.js';
import { withLog } from './surroundings.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `twinning unsealed`: commands that wait and bear no seal of this service, for who operates it to judge. */
export function registerUnsealed(program: Command, tools: Tools): void {
  const words = unsealedMessages[tools.language];
  const group = program.command('unsealed').description(words.group);
  group
    .command('list')
    .description(words.list)
    .action(() => list(tools));
  group
    .command('accept')
    .description(words.accept)
    .argument('<command>', words.command)
    .action((command: string) => accept(tools, command));
}

async function list(tools: Tools): Promise<void> {
  const words = unsealedMessages[tools.language];
  await withLog(tools, async ({ db }) => {
    const items = await unsealedCommands(db);
    tools
      .output()
      .result({ items }, () =>
        items.length === 0 ? words.none : items.map((item) => words.one(item)).join('\n'),
      );
  });
}

async function accept(tools: Tools, command: string): Promise<void> {
  const words = unsealedMessages[tools.language];
  await withLog(tools, async ({ db }) => {
    if (!UUID.test(command) || !(await acceptCommand(db, command))) {
      throw new Failure(words.notWaiting(command), words.look, EXIT.refused, { code: 'NOT_FOUND' });
    }
    tools.output().result({ command, accepted: true }, () => words.accepted(command));
  });
}
