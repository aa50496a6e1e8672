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

const quoted = (value: unknown, language: Language): string =>
  language === 'en' ? `“${String(value)}”` : `«\u00a0${String(value)}\u00a0»`;

/** Which cell names something that is not on record; null when the refusal is about something else. */
function unknownIn({ refused, details }: Refusal, language: Language): string | null {
  if (refused !== 'NOT_FOUND') return null;
  const { ballot, member, committee } = details;
  if (ballot !== undefined) {
    const id = quoted(ballot, language);
    return language === 'en'
      ? `id ${id} is not known: no such ballot is on record`
      : `id ${id} est inconnu\u00a0: aucun vote de ce nom n’est enregistré`;
  }
  if (member === undefined) return null;
  const [body, of] = [quoted(member, language), quoted(committee, language)];
  return language === 'en'
    ? `member ${body} or committee ${of} is not known to the registry`
    : `member ${body} ou committee ${of} est inconnu du registre`;
}

/** The bad line in a sentence. */
export function describeBadLine(bad: BadLine, language: Language): string {
  if (!('refusal' in bad)) return describeBadRow(bad, language);
  const { line, after } = WORDS[language];
  const unknown = unknownIn(bad.refusal, language);
  if (unknown !== null) return `${line}${String(bad.line)}${after}${unknown}`;
  const { title, help } = refusalText(bad.refusal, language);
  const columns = columnsOf(bad.refusal, language);
  const rest = columns === null ? `${title} ${help}` : `${title} ${columns}`;
  return `${line}${String(bad.line)}${after}${rest}`;
}
