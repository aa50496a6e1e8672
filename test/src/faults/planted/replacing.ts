/** A method of a class, whatever it is given. */
export type Method = (this: object, ...args: unknown[]) => unknown;

const ROOT = new URL('../../../../', import.meta.url);

/** Loads a module of the built product; throws what its loading throws. */
export const loaded = async (path: string): Promise<void> => {
  await import(new URL(path, ROOT).href);
};

/** The class of a module of an app, which exports it to nobody else. */
export async function classOf(path: string, name: string): Promise<{ prototype: object }> {
  const module = (await import(new URL(path, ROOT).href)) as Record<string, { prototype: object }>;
  const found = module[name];
  if (found === undefined) throw new Error(`${path} has no ${name}.`);
  return found;
}

/** Puts another method in the place of one that must be there. */
export function replace(
  { prototype }: { prototype: object },
  name: string,
  by: (original: Method) => (this: object, ...args: unknown[]) => unknown,
): void {
  const original = (prototype as Record<string, Method | undefined>)[name];
  if (original === undefined) throw new Error(`There is no method ${name} to replace.`);
  Object.defineProperty(prototype, name, { value: by(original), configurable: true });
}

export const commandService = () => classOf('apps/api/dist/commands/service.js', 'CommandService');

/** Takes a safeguard out of one of the apps, or of both. */
export type Plant = (app: string) => Promise<void> | void;
