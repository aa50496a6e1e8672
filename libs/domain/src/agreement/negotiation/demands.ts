import { addDays, addMonths, type Day } from '../../calendar/day.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Fault, Json } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { templateOf } from './template.js';
import type { Dates } from './term.js';
import type { ClauseValues } from './values.js';

/** What the partners have written, clause by clause; a clause that is not there is not looked at. */
export type Written = Readonly<Record<string, Json | undefined>>;

/**
 * What rules.md 3.2 and 3.4 ask beyond the shape of a value: the financial arrangement in words, a share of each task for
 * every year of the term, a milestone in every quarter. Looked at when the whole is accepted, for the term may still move.
 */
export function demandsUnmet(state: Agreement, written: Written, dates: Dates): Refusal | null {
  if (templateOf(state).demands !== 'RULES_3_4') return null;
  const values = written as Partial<ClauseValues>;
  const { finance, milestones } = values;
  const missing = [
    ...(finance !== undefined && finance.text === undefined ? ['/finance/text'] : []),
    ...yearsWithoutShare(values, dates),
  ];
  if (missing.length > 0) return refuse('TERMS_INCOMPLETE', 'rules 3.2', { missing });
  const without = milestones === undefined ? [] : quartersWithout(milestones.items, dates);
  return without.length === 0
    ? null
    : refuse('TERMS_INCOMPLETE', 'rules 3.4', { quartersWithoutMilestone: without });
}

function yearsWithoutShare({ 'task-share': share }: Partial<ClauseValues>, dates: Dates) {
  const years = [0, 1, 2, 3, 4].filter((year) => addMonths(dates.start, 12 * year) <= dates.end);
  return (share?.items ?? []).flatMap(({ percentByYear }, item) =>
    years
      .slice(percentByYear.length)
      .map((year) => `/task-share/items/${String(item)}/percentByYear/${String(year)}`),
  );
}

/** The last days of the full quarters in which nothing falls due. Who plans from one first day to the next is in time too. */
function quartersWithout(items: readonly { readonly dueOn: Day }[], dates: Dates): readonly Day[] {
  const without: Day[] = [];
  let after = addDays(dates.start, -1);
  for (let k = 1; addDays(addMonths(dates.start, 3 * k), -1) <= dates.end; k += 1) {
    const next = addMonths(dates.start, 3 * k);
    const from = after;
    if (!items.some(({ dueOn }) => from < dueOn && dueOn <= next)) without.push(addDays(next, -1));
    after = next;
  }
  return without;
}

// The blocks that Unicode sets aside for scripts written from right to left.
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether something in it is written from right to left. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** Words that the papers would set in the wrong order: a signed text reads as it was written, or is not taken. */
export function leftToRight(state: Agreement, value: Json, pointer: string): readonly Fault[] {
  return templateOf(state).demands === 'RULES_3_4' ? reversed(value, pointer) : [];
}

function reversed(value: Json, pointer: string): readonly Fault[] {
  if (typeof value === 'string') {
    return hasRightToLeft(value)
      ? [{ pointer, expected: 'words written from left to right (English or French)' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, inner]) =>
    reversed(inner, `${pointer}/${key}`),
  );
}
