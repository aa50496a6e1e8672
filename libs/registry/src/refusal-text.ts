import type { ImportRefusal } from './snapshot/import-committees.js';

type Language = 'en' | 'fr';

const REFUSALS: Readonly<
  Record<ImportRefusal | 'MEMBERS_EMPTY', Readonly<Record<Language, string>>>
> = {
  BAD_ROWS: {
    en: 'The file has rows that cannot be read; nothing was imported.',
    fr: 'Le fichier contient des lignes illisibles ; rien n’a été importé.',
  },
  SNAPSHOT_EMPTY: {
    en: 'The file lists no committee; nothing was imported.',
    fr: 'Le fichier ne contient aucun comité ; rien n’a été importé.',
  },
  SNAPSHOT_LEAVES_OUT: {
    en: 'The file leaves out many committees that are at work: as a file of all committees it would dissolve them. Nothing was imported.',
    fr: 'Le fichier omet de nombreux comités en activité : en tant que fichier de tous les comités, il les dissoudrait. Rien n’a été importé.',
  },
  MEMBERS_EMPTY: {
    en: 'The file lists no member; nothing was imported.',
    fr: 'Le fichier ne contient aucun membre ; rien n’a été importé.',
  },
  SNAPSHOT_DATE_MISSING: {
    en: 'The data carry no date: say of which day they are.',
    fr: 'Les données ne sont pas datées : indiquez de quel jour elles sont.',
  },
  SNAPSHOT_DATE_INVALID: {
    en: 'The date is not a calendar date (YYYY-MM-DD).',
    fr: 'La date n’est pas une date du calendrier (AAAA-MM-JJ).',
  },
  SNAPSHOT_DATE_CONFLICT: {
    en: 'The date given differs from the date that the data carry.',
    fr: 'La date indiquée diffère de celle que portent les données.',
  },
};

/** Why an import was refused, in a sentence. */
export const describeImportRefusal = (code: keyof typeof REFUSALS, language: Language): string =>
  REFUSALS[code][language];
