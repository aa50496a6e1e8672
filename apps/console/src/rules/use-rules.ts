import { useResource, type Resource } from '../api.js';
import { useConsole } from '../console.js';
import type { RuleTexts } from './clauses.js';

/** The rules in the person's language: a file of its own, fetched when somebody asks for a rule. */
export function useRules(): Resource<RuleTexts> {
  const { language } = useConsole();
  return useResource(`rules ${language}`, async () => {
    const { default: texts } =
      language === 'fr' ? await import('./texts-fr.json') : await import('./texts-en.json');
    return texts as unknown as RuleTexts;
  });
}
