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

/** Entries in which every word that was typed occurs; those that begin with it first. */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = entries.filter(({ text }) => words.every((word) => plain(text).includes(word)));
  const first = words[0] ?? '';
  const rank = ({ text }: PaletteEntry) => (plain(text).startsWith(first) ? 0 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
}
