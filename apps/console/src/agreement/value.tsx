import lists from 'virtual:lists';
import { useConsole } from '../console.js';
import { useLabels } from '../forms/labels.js';
import { useTexts } from '../i18n/own-texts.js';
import { Day } from '../parts/page.js';
import { useWords } from '../words.js';
import { moneyIn, moneyText } from './money.js';
import { passageTexts } from './passage-texts.js';
import { passagesOf } from './passages.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[A-Z][A-Z0-9_]+$/;

/** Any value of the record as a person reads it: texts, dates, lists, and tables of equal items. */
export function Value({ value, name }: { readonly value: unknown; readonly name: string }) {
  const { t, language } = useConsole();
  const labels = useLabels();
  const word = useWords();
  const x = useTexts(passageTexts);
  if (typeof value === 'boolean') return value ? t.form.yes : t.form.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (DAY.test(value)) return <Day day={value} />;
    return CODE.test(value) ? (
      word(value, name)
    ) : (
      <span className="prose" dir="auto">
        {passagesOf(value).map(({ text, isGap }, i) =>
          isGap ? (
            <mark key={String(i)} className="gap">
              <span className="hidden">{x.gap} </span>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    );
  }
  if (Array.isArray(value)) {
    return (
      <ol className="values">
        {(value as readonly unknown[]).map((item, i) => (
          <li key={String(i)}>
            <Value value={item} name={name} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value !== 'object' || value === null) return '–';
  const group = value as Readonly<Record<string, unknown>>;
  const money = moneyIn(group);
  const parts = Object.entries(group).flatMap(([key, part]): [string, unknown][] => {
    if (money === null) return [[key, part]];
    if (key === 'currency') return [];
    return key === 'amountMinor'
      ? [['amount', moneyText(money, language, lists.minorDigits)]]
      : [[key, part]];
  });
  const [only] = parts;
  // A clause of plain text, or a list alone, needs no label.
  if (parts.length === 1 && only !== undefined && ['text', 'items'].includes(only[0])) {
    return <Value value={only[1]} name={name} />;
  }
  return (
    <dl className="value">
      {parts.map(([key, part]) => (
        <div key={key}>
          <dt>{labels.label(key)}</dt>
          <dd>
            <Value value={part} name={key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
