import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Json } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import type { ClauseView } from './documents.js';
import { templateOf } from './template.js';

/** A clause as it would be agreed: its value in each language, or its words alone. */
export interface Said {
  readonly clause: string;
  readonly values: readonly (Json | undefined)[];
}

const BRACKETS = /\[([^[\]]*)\]/gu;
// Works are cited by numbers in square brackets: “[1]”, “[3, 5–7]”.
const NUMBERS = /^[\d\s,;.–-]*\d[\d\s,;.–-]*$/u;

/** The passages of a value that wait to be filled in: whatever stands in square brackets and is no number. */
export function gapsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(BRACKETS)].flatMap(([passage, inside = '']) =>
      NUMBERS.test(inside) ? [] : [passage],
    );
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(gapsIn) : [];
}

/**
 * What is left open of a suggestion is nobody's agreement: a clause may be accepted so while the partners negotiate, the
 * whole is not agreed before each passage in square brackets is replaced, in every language.
 */
export function gapsLeft(state: Agreement, said: readonly Said[]): Refusal | null {
  if (templateOf(state).gaps !== 'REFUSED') return null;
  const open = said.flatMap(({ clause, values }) => {
    const passages = values.flatMap(gapsIn);
    return passages.length === 0 ? [] : [{ clause, passages: [...new Set(passages)] }];
  });
  return open.length === 0
    ? null
    : refuse('PLACEHOLDER_LEFT', 'rules 3.2', { clauses: open.map((o) => o.clause), open });
}

/** Every text that the documents hold, with its translations. */
export const saidIn = (clauses: readonly ClauseView[]): readonly Said[] =>
  clauses
    .filter((c) => c.kind !== 'locked')
    .map(({ clause, value, translations }) => ({
      clause,
      values: [value ?? undefined, ...translations.map((t) => t.value)],
    }));
