import { definitions } from '../kernel/slices.js';
import { participationCommands } from '../participation/decide.js';
import { peopleCommands } from '../people/decide.js';

/** Every command that the product decides, of an agreement, a participation or the people of a body, by name. */
export const ALL_COMMANDS: Readonly<Record<string, { readonly clause: string }>> = {
  ...definitions,
  ...participationCommands,
  ...peopleCommands,
};
