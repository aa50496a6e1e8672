import { textsOf, type Language } from '../texts/index.js';
import { policyTable } from '../policy/table.js';
import { ALL_COMMANDS } from './commands.js';
import { NUMBERED_RULES } from './numbered/index.js';
import { INVARIANTS, RACES, type Principle } from './races.js';

/** What the rules say, for those who read them beside their work: in the product's own words, never those of ISO's texts. */
export interface RuleTexts {
  /** `[id, source, sentence]`, e.g. `['T-3', 'ST.5.7', 'No office passes on by itself …']`. */
  readonly rules: readonly (readonly [id: string, source: string, text: string])[];
  /** `[source, step]`: what can be done under a clause, as its button reads. */
  readonly steps: readonly (readonly [source: string, step: string])[];
}

const PRINCIPLES: Readonly<Record<string, Principle>> = { ...RACES, ...INVARIANTS };

export function ruleTexts(language: Language): RuleTexts {
  const { commands } = textsOf(language);
  const names = [...new Set(policyTable.map(({ command }) => command))];
  return {
    rules: [
      ...NUMBERED_RULES.map(([id, source, en, fr]) => [id, source, { en, fr }[language]] as const),
      ...Object.entries(PRINCIPLES).map(
        ([id, { source = `lifecycle ${id}`, [language]: text }]) => [id, source, text] as const,
      ),
    ],
    steps: names.flatMap((name) => {
      const source = ALL_COMMANDS[name]?.clause;
      const step = commands[name];
      return source === undefined || step === undefined ? [] : [[source, step] as const];
    }),
  };
}
