import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Json } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { templateOf } from './template.js';

/** The lists of the collaboration plan whose items have ids: records name an item of the plan by its id alone. */
export const PLAN_LISTS = ['work-packages', 'milestones', 'task-share'] as const;
export type PlanList = (typeof PLAN_LISTS)[number];

/** The ids of one list, in its order, and where the list stands in what was sent; null for one that was not sent. */
export interface ListedIds {
  readonly list: PlanList;
  readonly ids: readonly string[];
  readonly at: string | null;
}

export const isPlanList = (clause: string): clause is PlanList =>
  (PLAN_LISTS as readonly string[]).includes(clause);

/** The ids of a list's value that passed its shape; none of any other value. */
export function idsIn(value: Json | undefined): readonly string[] {
  const items = (value as { readonly items?: readonly { readonly id: string }[] } | undefined)
    ?.items;
  return (items ?? []).map(({ id }) => id);
}

/** Refuses an item whose id an item of another list has; nothing where the template allows it. */
export function idsShared(state: Agreement, lists: readonly ListedIds[]): Refusal | null {
  if (templateOf(state).planIds !== 'ONCE_IN_PLAN') return null;
  const shared = lists.flatMap(({ list, ids, at }) => {
    if (at === null) return [];
    const others = new Set(lists.filter((o) => o.list !== list).flatMap((o) => o.ids));
    return ids.flatMap((id, place) =>
      others.has(id) ? [{ list, pointer: `${at}/items/${String(place)}/id` }] : [],
    );
  });
  const [first] = shared;
  return first === undefined
    ? null
    : refuse('CLAUSE_INVALID', 'rules 3.4', {
        clause: first.list,
        clauses: [...new Set(shared.map(({ list }) => list))],
        faults: shared.map(({ pointer }) => ({
          pointer,
          expected: 'an id that no other list of the plan has',
        })),
      });
}
