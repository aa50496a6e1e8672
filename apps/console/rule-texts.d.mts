import type { RuleTexts } from './src/rules/clauses.js';

export function ruleTextsIn(language: 'en' | 'fr'): RuleTexts;
