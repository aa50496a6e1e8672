/** What can be wrong with a row of a file. The code is stable. */
export type BadRowReason =
  | 'BROKEN_JSON'
  | 'NOT_AN_OBJECT'
  | 'BROKEN_CSV'
  | 'COLUMN_COUNT'
  | 'COLUMN_MISSING'
  | 'MISSING'
  | 'NOT_AN_ID'
  | 'NOT_TEXT'
  | 'NOT_A_LIST'
  | 'NOT_A_DAY'
  | 'NOT_YES_OR_NO'
  | 'UNKNOWN_STATUS'
  | 'UNKNOWN_FACT'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_MEMBER'
  | 'BOTH_P_AND_O'
  | 'LIST_LENGTHS_DIFFER'
  | 'DATE_DIFFERS';

/** One row that cannot be taken in. */
export interface BadRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Name of the field in the file's own words, or null when the whole row is broken. */
  readonly field: string | null;
  readonly reason: BadRowReason;
  /** The offending value, at most 80 characters. */
  readonly value: string | null;
  /** Whom the row speaks of, when that much could be read. */
  readonly id: number | null;
}

const TEXT: Readonly<Record<BadRowReason, { readonly en: string; readonly fr: string }>> = {
  BROKEN_JSON: { en: 'is not valid JSON', fr: 'n’est pas du JSON valide' },
  NOT_AN_OBJECT: { en: 'is not a JSON object', fr: 'n’est pas un objet JSON' },
  BROKEN_CSV: { en: 'is not valid CSV', fr: 'n’est pas du CSV valide' },
  COLUMN_COUNT: {
    en: 'has another number of columns than the heading',
    fr: 'n’a pas le même nombre de colonnes que l’en-tête',
  },
  COLUMN_MISSING: { en: 'is missing from the heading', fr: 'manque dans l’en-tête' },
  MISSING: { en: 'is missing', fr: 'manque' },
  NOT_AN_ID: { en: 'is not an ISO id', fr: 'n’est pas un identifiant ISO' },
  NOT_TEXT: { en: 'is not text', fr: 'n’est pas un texte' },
  NOT_A_LIST: { en: 'is not a list of members', fr: 'n’est pas une liste de membres' },
  NOT_A_DAY: { en: 'is not a date (YYYY-MM-DD)', fr: 'n’est pas une date (AAAA-MM-JJ)' },
  NOT_YES_OR_NO: { en: 'is neither yes nor no', fr: 'n’est ni yes (oui) ni no (non)' },
  UNKNOWN_FACT: {
    en: 'is not a known kind of fact (ballot, vote, meeting, expert)',
    fr: 'n’est pas un genre de fait connu (ballot, vote, meeting, expert)',
  },
  UNKNOWN_STATUS: { en: 'is not a known status', fr: 'n’est pas un statut connu' },
  DUPLICATE_ID: { en: 'occurs twice in the file', fr: 'figure deux fois dans le fichier' },
  DUPLICATE_MEMBER: { en: 'names a member twice', fr: 'nomme deux fois un membre' },
  BOTH_P_AND_O: {
    en: 'names a P-member also as O-member',
    fr: 'nomme un membre (P) aussi comme membre (O)',
  },
  LIST_LENGTHS_DIFFER: {
    en: 'has not as many acronyms as ids',
    fr: 'ne compte pas autant de sigles que d’identifiants',
  },
  DATE_DIFFERS: {
    en: 'differs from the snapshot date of the rows before',
    fr: 'diffère de la date d’instantané des lignes précédentes',
  },
};

/** The bad row in a sentence: line, field, value, what is wrong. */
export function describeBadRow(row: BadRow, language: 'en' | 'fr'): string {
  const line = String(row.line);
  const what = TEXT[row.reason][language];
  // French sets a no-break space before the colon and inside its quotation marks.
  if (language === 'fr') {
    const value = row.value === null ? '' : ` «\u00a0${row.value}\u00a0»`;
    return `Ligne ${line}\u00a0: ${row.field === null ? 'la ligne' : row.field}${value} ${what}`;
  }
  const value = row.value === null ? '' : ` “${row.value}”`;
  return `Line ${line}: ${row.field === null ? 'the row' : row.field}${value} ${what}`;
}

/** A value as it is shown in a `BadRow`. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A field that reads as `value`, or the reason why it does not. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly field: string | null;
      readonly reason: BadRowReason;
      readonly value: string | null;
    };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const unreadable = (
  field: string | null,
  reason: BadRowReason,
  value: unknown = null,
): Reading<never> => ({ ok: false, field, reason, value: shown(value) });
