import type { CommanderError } from 'commander';
import { EXIT, Failure } from './failure.js';
import type { Messages, Sentence } from './messages/index.js';

/**
 * What a call has wrong, from Commander's error. Its names stand between quotation marks in Commander's English
 * sentence: that is the only place where it says them.
 */
export function usageFailure({ code, message }: CommanderError, call: string): Failure {
  const names = [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name ?? '');
  const near = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const help: Sentence = (m) =>
    [...(near === undefined ? [] : [m.usage.didYouMean(near)]), m.usage.more(call)].join(' ');
  return new Failure((m) => say(m, code, names), help, EXIT.usage, { code: 'USAGE' });
}

function say(
  { usage }: Messages,
  code: string,
  [first = '', second = '']: readonly string[],
): string {
  switch (code) {
    case 'commander.unknownCommand':
      return usage.unknownCommand(first);
    case 'commander.unknownOption':
      return usage.unknownOption(first);
    case 'commander.missingArgument':
      return usage.missingArgument(first);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(first);
    case 'commander.optionMissingArgument':
      return usage.missingValue(first);
    case 'commander.invalidArgument':
      return usage.badValue(first, second);
    case 'commander.excessArguments':
      return usage.tooMany;
    default:
      return usage.other;
  }
}
