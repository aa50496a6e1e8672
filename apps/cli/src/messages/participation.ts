import type { Language } from './index.js';

/** What `twinning participation` says. */
export interface ParticipationMessages {
  readonly group: string;
  readonly importing: string;
  readonly describeImport: string;
  readonly source: string;
  readonly skipBad: string;
  readonly taken: (lines: string, changed: string) => string;
  readonly leftOut: (line: string) => string;
  readonly refused: string;
  readonly help: string;
  readonly unreadable: (source: string) => string;
  readonly nameAnother: string;
}

export const participationMessages: Readonly<Record<Language, ParticipationMessages>> = {
  en: {
    group: 'ballots, votes, meetings and experts of members in committees',
    importing: 'Importing',
    describeImport:
      'take in a CSV of facts (fact,member,committee,id,kind,date,value,reference), whole or not at all',
    source: 'file of facts',
    skipBad: 'leave bad lines out and list them',
    taken: (lines, changed) => `${lines} facts taken in, ${changed} of them new.`,
    leftOut: (line) => `left out: ${line}`,
    refused: 'The file was not taken in; nothing was changed.',
    help: 'Correct the lines, or leave them out with --skip-bad.',
    unreadable: (source) => `${source} cannot be read.`,
    nameAnother: 'Name a file that exists.',
  },
  fr: {
    group: 'votes, voix, réunions et experts des membres dans les comités',
    importing: 'Importation',
    describeImport:
      'prendre un CSV de faits (fact,member,committee,id,kind,date,value,reference), en entier ou pas du tout',
    source: 'fichier de faits',
    skipBad: 'laisser de côté les lignes fautives et les nommer',
    taken: (lines, changed) => `${lines} faits pris en compte, dont ${changed} nouveaux.`,
    leftOut: (line) => `laissée de côté\u00a0: ${line}`,
    refused: 'Le fichier n’a pas été pris en compte\u00a0; rien n’a changé.',
    help: 'Corrigez les lignes, ou laissez-les de côté avec --skip-bad.',
    unreadable: (source) => `${source} est illisible.`,
    nameAnother: 'Nommez un fichier qui existe.',
  },
};
