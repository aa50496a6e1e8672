import type { JsonObject } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { commonStarters, duties, exits, objectives } from './starter-words.js';
import { LANGUAGES, type Language } from './state.js';
import { templateOf } from './template.js';

/** A value to begin a clause with: nobody's words until a partner proposes them. */
export interface Starter {
  readonly clause: string;
  readonly language: Language;
  readonly value: JsonObject;
}

function starterOf(clause: string, type: TwinningType, language: Language): JsonObject | null {
  if (clause === 'responsibilities') {
    const { lead, twinned } = duties[type];
    return { lead: lead.map((d) => d[language]), twinned: twinned.map((d) => d[language]) };
  }
  const text =
    clause === 'general-objective'
      ? objectives[type]
      : clause === 'exit'
        ? exits[type]
        : commonStarters[clause];
  return text === undefined ? null : { text: text[language] };
}

/**
 * Suggestions for the clauses that the agreement's partners write, in both languages. They are no part of the template:
 * what a partner takes over is its proposal like any other, and binds nobody before the other side accepts it.
 */
export const startersFor = (state: Agreement): readonly Starter[] =>
  templateOf(state)
    .clauses(state.type)
    .filter((c) => c.kind !== 'locked')
    .flatMap(({ id: clause }) =>
      LANGUAGES.flatMap((language) => {
        const value = starterOf(clause, state.type, language);
        return value === null ? [] : [{ clause, language, value }];
      }),
    );
