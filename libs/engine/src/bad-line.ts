import { expectedIn, refusalText, type Language, type Refusal } from '@twinning/domain';
import { describeBadRow, type BadRow } from '@twinning/registry';

/** A line of a file of facts that cannot be taken in: not readable, or refused by a rule. */
export type BadLine =
  | (BadRow & { readonly code: BadRow['reason'] })
  | { readonly line: number; readonly code: Refusal['refused']; readonly refusal: Refusal };

/** The column in which a field of a command stands; one that is not here has a column of its own name. */
const COLUMNS: Readonly<Record<string, string>> = {
  ballot: 'id',
  meeting: 'id',
  expert: 'id',
  closesOn: 'date',
  on: 'date',
  choice: 'value',
  contributed: 'value',
  active: 'value',
  guide: 'value',
};

const WORDS = {
  en: { line: 'Line ', after: ': ' },
  fr: { line: 'Ligne ', after: '\u00a0: ' },
} as const;

interface Fault {
  readonly pointer: string;
  readonly expected: string;
}

/** Which columns are wrong and, where only some values are taken, which; null when the refusal is about no field. */
function columnsOf({ refused, details }: Refusal, language: Language): string | null {
  const { faults } = details as { readonly faults?: readonly Fault[] };
  if (refused !== 'INVALID_INPUT' || faults === undefined) return null;
  return faults
    .map(({ pointer, expected }) => {
      const field = pointer.split('/')[1] ?? '';
      const column = COLUMNS[field] ?? field;
      return `${column} (${expectedIn(language, expected)})`;
    })
    .join(', ');
}

/** The bad line in a sentence. */
export function describeBadLine(bad: BadLine, language: Language): string {
  if (!('refusal' in bad)) return describeBadRow(bad, language);
  const { line, after } = WORDS[language];
  const { title, help } = refusalText(bad.refusal, language);
  const columns = columnsOf(bad.refusal, language);
  const rest = columns === null ? `${title} ${help}` : `${title} ${columns}`;
  return `${line}${String(bad.line)}${after}${rest}`;
}
