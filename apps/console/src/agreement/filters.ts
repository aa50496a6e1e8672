import { zurichDay } from '../calendar.js';
import type { Happening } from './model.js';

/** What of a timeline is wanted; empty means everything. Days are inclusive, Europe/Zurich. */
export interface TimelineFilter {
  readonly text: string;
  readonly actor: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export const NO_FILTER: TimelineFilter = { text: '', actor: '', kind: '', from: '', to: '' };

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The entries that fit, in their order; accents and case do not matter. */
export function filtered(
  items: readonly Happening[],
  filter: TimelineFilter,
): readonly Happening[] {
  const wanted = folded(filter.text.trim());
  return items.filter((item) => {
    const day = zurichDay(Date.parse(item.occurredAt));
    return (
      (filter.actor === '' || (item.actor.person ?? '') === filter.actor) &&
      (filter.kind === '' || item.type === filter.kind) &&
      (filter.from === '' || day >= filter.from) &&
      (filter.to === '' || day <= filter.to) &&
      folded(`${item.text} ${item.type} ${item.actor.person ?? ''}`).includes(wanted)
    );
  });
}
