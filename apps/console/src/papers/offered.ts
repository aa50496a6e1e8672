import type { Schemas } from '../api.js';
import type { Purpose } from './send-file.js';

type Item = Schemas['Attachments']['items'][number];

/** Papers of one body: they count when that body, or a desk, filed them as what they are. */
const OF_ONE_BODY: readonly Purpose[] = ['CV', 'STATEMENT', 'AUTHORITY'];
/** Papers that tell of one person go when that person is erased: named as something else they could not. */
const OF_ONE_PERSON: readonly string[] = ['CV', 'STATEMENT'];

/** The files that a field for this kind of paper may name, each once. */
export function offered(
  items: readonly Item[],
  purpose: Purpose,
  member: number | null,
): readonly Item[] {
  const fits = OF_ONE_BODY.includes(purpose)
    ? (item: Item) => item.purpose === purpose && (item.member === null || item.member === member)
    : (item: Item) => !OF_ONE_PERSON.includes(item.purpose);
  const there = items.filter((item) => !item.erased && fits(item));
  return [...new Map(there.map((item) => [item.sha256, item])).values()];
}
