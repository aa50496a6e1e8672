import { useConsole } from '../console.js';
import { fieldsEn, helpEn, type Fields } from '../i18n/fields-en.js';
import { fieldsFr, helpFr } from '../i18n/fields-fr.js';
import { humanised } from '../words.js';

const isNamed = (name: string): name is keyof Fields => Object.hasOwn(fieldsEn, name);

export interface Labels {
  readonly label: (name: string) => string;
  readonly help: (name: string) => string | undefined;
}

/** Labels and help of fields in the person's language. */
export function useLabels(): Labels {
  const { language } = useConsole();
  const [fields, help] = language === 'fr' ? [fieldsFr, helpFr] : [fieldsEn, helpEn];
  return {
    label: (name) => (isNamed(name) ? fields[name] : humanised(name)),
    help: (name) => (isNamed(name) ? help[name] : undefined),
  };
}
