/** Something the palette can do. */
export interface PaletteEntry {
  readonly id: string;
  readonly text: string;
  readonly kind: 'page' | 'agreement' | 'action';
  readonly run: () => void;
}

/** Without case and accents, so that `francais` finds `Français`. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const SHOWN = 12;

/**
 * Entries in which every word that was typed occurs, and those that the service found for it; what begins with it first.
 * `isCut`: there are more of them than are shown.
 */
export function matching(
  entries: readonly PaletteEntry[],
  typed: string,
  found: readonly PaletteEntry[] = [],
): { readonly shown: readonly PaletteEntry[]; readonly isCut: boolean } {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const here = entries.filter(({ text }) => words.every((word) => plain(text).includes(word)));
  const known = new Set(here.map(({ id }) => id));
  const all = [...here, ...found.filter(({ id }) => !known.has(id))];
  const first = words[0] ?? '';
  const rank = ({ text }: PaletteEntry) => (plain(text).startsWith(first) ? 0 : 1);
  return {
    shown: all.sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN),
    isCut: all.length > SHOWN,
  };
}
