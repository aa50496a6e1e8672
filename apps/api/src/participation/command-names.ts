import { participationCommands } from '@twinning/domain';
import { pathOf } from '../commands/command-names.js';

/** Commands that people issue: what the registry shows comes with its imports. */
export const participationRoutes: readonly { readonly path: string; readonly command: string }[] =
  Object.entries(participationCommands)
    .filter(([, { roles }]) => roles.some((role) => role !== 'REGISTRY' && role !== 'SYSTEM'))
    .map(([command]) => ({ path: pathOf(command), command }));

const byPath = new Map(participationRoutes.map(({ path, command }) => [path, command]));

/** The command of a path, or undefined. */
export const participationCommandAt = (path: string): string | undefined => byPath.get(path);
