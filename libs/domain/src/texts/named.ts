import type { Values } from './fill.js';
import type { NameOf } from './index.js';

/** How bodies and committees are called; null where nobody knows. */
export interface Called {
  readonly member: (id: number) => string | null;
  readonly committee: (id: number) => string | null;
}

/** Fields of events that hold the number of an ISO member. A `body` in words is no number. */
const MEMBERS = ['member', 'lead', 'twinned', 'body'];

/** Names instead of numbers, for `sentenceOfEvent`. */
export const named =
  ({ member, committee }: Called): NameOf =>
  (field, id) => {
    if (typeof id !== 'number') return undefined;
    if (MEMBERS.includes(field)) return member(id) ?? undefined;
    return field === 'committee' ? (committee(id) ?? undefined) : undefined;
  };

/** The members and committees that sentences of these events can name. */
export function numbersIn(payloads: readonly object[]): {
  readonly members: readonly number[];
  readonly committees: readonly number[];
} {
  const all = (field: string) =>
    payloads
      .flatMap((payload) => (payload as Values)[field])
      .filter((id): id is number => typeof id === 'number');
  return { members: MEMBERS.flatMap(all), committees: all('committee') };
}
