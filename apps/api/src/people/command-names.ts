import { peopleCommands } from '@twinning/domain';
import { pathOf } from '../commands/command-names.js';

export const peopleRoutes: readonly { readonly path: string; readonly command: string }[] =
  Object.keys(peopleCommands).map((command) => ({ path: pathOf(command), command }));

const byPath = new Map(peopleRoutes.map(({ path, command }) => [path, command]));

/** The command of a path, or undefined. */
export const peopleCommandAt = (path: string): string | undefined => byPath.get(path);
