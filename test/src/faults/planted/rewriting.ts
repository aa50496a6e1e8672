import type { InitializeHook, LoadHook } from 'node:module';

// Hooks of Node's module loader (`module.register`), for what is no method of a class: a function that a module calls itself
// cannot be replaced from outside, so its text is, as it is loaded.

interface Rewriting {
  /** End of the module's address, in the built product. */
  readonly file: string;
  readonly text: RegExp;
  readonly by: string;
}

/** By the bug's name. */
export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  'appends without looking at the version': {
    file: '/libs/engine/dist/before-deciding.js',
    text: /row\.expectedVersion !== null && row\.expectedVersion !== state\.version/,
    by: 'false',
  },
  'fires no deadline': {
    file: '/libs/engine/dist/due-first.js',
    text: /(?<=async function firing\(on, before, by, holdersAt\) \{)/,
    by: ' return { state: before, at: by };',
  },
};

let rewriting: Rewriting | undefined;

export const initialize: InitializeHook<string> = (bug) => {
  rewriting = REWRITINGS[bug];
};

/** Throws when the module no longer holds the text that is to be replaced. */
export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  if (rewriting === undefined || !url.endsWith(rewriting.file)) return loaded;
  const { source } = loaded;
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const changed = text.replace(rewriting.text, rewriting.by);
  if (changed === text) throw new Error(`There is nothing to replace in ${rewriting.file}.`);
  return { ...loaded, source: changed };
};
