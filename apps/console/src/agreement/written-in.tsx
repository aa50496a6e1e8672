import type { JsonSchema } from '../forms/schema.js';
import { useTexts } from '../i18n/own-texts.js';
import { agreementTexts } from './texts.js';

export type Written = 'en' | 'fr';

export const otherThan = (language: Written): Written => (language === 'en' ? 'fr' : 'en');

/** Free text has a greatest length; dates, amounts and codes, which say the same in both languages, have none. */
export const hasWords = (schema: JsonSchema): boolean =>
  (schema.type === 'string' && schema.maxLength !== undefined) ||
  [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items === undefined ? [] : [schema.items]),
  ].some(hasWords);

/** In which language a partner writes: its own, whichever is the authentic one. */
export function WrittenIn({
  language,
  authentic,
  onChoose,
}: {
  readonly language: Written;
  readonly authentic: Written;
  readonly onChoose: (language: Written) => void;
}) {
  const x = useTexts(agreementTexts).clauses;
  return (
    <div>
      <label className="filter">
        {x.writtenIn}
        <select
          value={language}
          onChange={(event) => {
            onChoose(event.target.value as Written);
          }}
        >
          <option value="en">English</option>
          <option value="fr">français</option>
        </select>
      </label>
      {language !== authentic && <p className="quiet-text">{x.translationOwed[authentic]}</p>}
    </div>
  );
}
