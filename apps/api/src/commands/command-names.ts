import { definitions } from '@twinning/domain';

/** `InvitePartner` is reached at `…/invite-partner`. */
export const pathOf = (command: string): string =>
  command
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

const byPath = new Map(Object.keys(definitions).map((command) => [pathOf(command), command]));

/** The command of a path, or undefined. */
export const commandAt = (path: string): string | undefined => byPath.get(path);

/** Commands that people issue: those of the engine and the registry alone have no route. */
export const publicCommands = (): readonly string[] =>
  Object.entries(definitions)
    .filter(([, definition]) =>
      definition.allowed.some((row) =>
        row.roles.some((role) => role !== 'SYSTEM' && role !== 'REGISTRY'),
      ),
    )
    .map(([command]) => command);
