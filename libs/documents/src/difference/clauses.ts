import type { ClauseView, JsonObject, Json, Language } from '@twinning/domain';
import { differenceOfUnits, type Unit, type UnitChange, type UnitDifference } from './units.js';

/** How a clause differs: as a whole, and part by part (the text, or each field of each item). */
export interface ClauseDifference {
  readonly clause: string;
  readonly change: UnitChange;
  readonly from: number | null;
  readonly to: number | null;
  readonly parts: readonly UnitDifference[];
}

export type Valued = Pick<ClauseView, 'clause' | 'value'>;

const partOf = (clause: string, part: string): string =>
  part === '' ? clause : `${clause}/${part}`;

/** The parts of a value: items go by their id, so that an item in another place has moved and not changed. */
export function partsOf(value: Json, path = ''): readonly Unit[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [{ key: path, text: String(value) }];
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`);
  if (!Array.isArray(value)) {
    return Object.entries(value as JsonObject).flatMap(([name, of]) => partsOf(of, below(name)));
  }
  const items = value as readonly Json[];
  const named = items.map((item, index) => nameOf(item) ?? String(index + 1));
  const unique = new Set(named).size === named.length;
  return items.flatMap((item, i) =>
    partsOf(item, below(unique ? (named[i] ?? '') : String(i + 1))),
  );
}

const nameOf = (item: Json): string | null => {
  const id = typeof item === 'object' && item !== null ? (item as JsonObject)['id'] : undefined;
  return typeof id === 'string' ? id : null;
};

/** Two versions of one clause's value; null stands for a clause nobody had written. */
export const differenceOfValues = (
  before: JsonObject | null,
  after: JsonObject | null,
): readonly UnitDifference[] => differenceOfUnits(partsOf(before), partsOf(after));

/** Two versions of a document or of both. A sentence that went from one clause into another has moved. */
export function differenceOfClauses(
  before: readonly Valued[],
  after: readonly Valued[],
): readonly ClauseDifference[] {
  const units = differenceOfUnits(partsIn(before), partsIn(after));
  const order = differenceOfUnits(wholes(before), wholes(after));
  return order.map(({ key, change, from, to }) => {
    const parts = units
      .filter((u) => u.key === key || u.key.startsWith(`${key}/`))
      .map((u) => ({ ...u, key: u.key.slice(key.length + 1) }));
    return { clause: key, change, from, to, parts };
  });
}

const partsIn = (clauses: readonly Valued[]): readonly Unit[] =>
  clauses.flatMap(({ clause, value }) =>
    partsOf(value).map((u) => ({ ...u, key: partOf(clause, u.key) })),
  );

const wholes = (clauses: readonly Valued[]): readonly Unit[] =>
  clauses
    .filter((c) => c.value !== null)
    .map(({ clause, value }) => ({ key: clause, text: JSON.stringify(value) }));

/** The clauses as they were written; or in one language, by their translation where they were written in the other. */
export const inLanguage = (
  clauses: readonly ClauseView[],
  language: Language | null,
): readonly Valued[] =>
  clauses.map(({ clause, value, language: written, translations }) => ({
    clause,
    value:
      language === null || language === written
        ? value
        : (translations.find((t) => t.language === language)?.value ?? null),
  }));
