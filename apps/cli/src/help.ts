import type { Command } from 'commander';
import type { Messages } from './messages/index.js';

/** Commander's help pages in the reader's language. Subcommands inherit it: call before they are registered. */
export function speakHelp(program: Command, { help }: Messages): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  const words = (call: string): string =>
    call.replace('[options]', help.optionsWord).replace('[command]', help.commandWord);
  const described = (
    { description, argChoices }: { description: string; argChoices?: string[] },
    value: unknown,
  ): string =>
    [
      description,
      ...(argChoices === undefined ? [] : [help.choices(argChoices.join(', '))]),
      // A flag that is off says nothing.
      ...(typeof value === 'string' || typeof value === 'number'
        ? [help.byDefault(String(value))]
        : []),
    ]
      .filter((part) => part !== '')
      .join(' ');
  return program.helpOption('-h, --help', help.help).configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: words,
    styleSubcommandTerm: words,
    optionDescription: (option) => described(option, option.defaultValue),
    argumentDescription: (argument) => described(argument, argument.defaultValue),
  });
}
