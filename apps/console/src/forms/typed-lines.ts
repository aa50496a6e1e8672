import type { Typed, TypedGroup } from './typed.js';

interface Line {
  /** Name of the innermost field. */
  readonly name: string;
  readonly text: string;
}

/** Made by a device or a key, or ticked: nobody wrote it. */
const UNWRITTEN = ['passkey', 'key', 'signature'];

/** The texts that were typed into a form, in its order; codes and hashes are nothing that one writes. */
export function linesOf(typed: TypedGroup): readonly Line[] {
  const within = (name: string, value: Typed): readonly Line[] => {
    if (UNWRITTEN.includes(name) || typeof value === 'boolean') return [];
    if (typeof value === 'string') {
      return value.trim() === '' || /^[0-9a-f]{64}$/.test(value) ? [] : [{ name, text: value }];
    }
    return Array.isArray(value)
      ? (value as readonly Typed[]).flatMap((each) => within(name, each))
      : linesOf(value as TypedGroup);
  };
  return Object.entries(typed).flatMap(([name, value]) => within(name, value));
}
