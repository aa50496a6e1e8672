import { fieldsEn, helpEn, type Fields } from '../i18n/fields-en.js';
import { fieldsFr, helpFr } from '../i18n/fields-fr.js';
import { useTexts } from '../i18n/own-texts.js';
import { humanised } from '../words.js';

const FIELDS = {
  en: { fields: fieldsEn, help: helpEn },
  fr: { fields: fieldsFr, help: helpFr },
};

const isNamed = (name: string): name is keyof Fields => Object.hasOwn(fieldsEn, name);

export interface Labels {
  readonly label: (name: string) => string;
  readonly help: (name: string) => string | undefined;
}

/** Labels and help of fields in the person's language. */
export function useLabels(): Labels {
  const { fields, help } = useTexts(FIELDS);
  return {
    label: (name) => (isNamed(name) ? fields[name] : humanised(name)),
    help: (name) => (isNamed(name) ? help[name] : undefined),
  };
}
