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
  readonly columns: string;
  readonly correct: string;
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
    taken: (lines, changed) => `Facts taken in: ${lines}, of them new: ${changed}.`,
    leftOut: (line) => `left out: ${line}`,
    refused: 'The file was not taken in; nothing was changed.',
    help: 'Correct the lines, or leave them out with --skip-bad.',
    correct: 'Correct the file and give it again.',
    columns: `
A line for each fact, after a heading that names the columns; the first word is the kind of fact:
  ballot   id, kind (CIB, NP, CD, DIS, FDIS, SR), date on which it closes, reference; value "guide" for work on a Guide
  vote     id of the ballot, value YES, NO or ABSTAIN
  meeting  id, date, value yes or no (contributed), reference
  expert   id, value yes or no (appointed), reference
Example:
  fact,member,committee,id,kind,date,value,reference
  ballot,1725,47878,N 12,CIB,2027-03-05,,N 12
  vote,1725,47878,N 12,,,YES,`,
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
    taken: (lines, changed) =>
      `Faits pris en compte\u00a0: ${lines}, dont nouveaux\u00a0: ${changed}.`,
    leftOut: (line) => `laissée de côté\u00a0: ${line}`,
    refused: 'Le fichier n’a pas été pris en compte\u00a0; rien n’a changé.',
    help: 'Corrigez les lignes, ou laissez-les de côté avec --skip-bad.',
    correct: 'Corrigez le fichier et donnez-le de nouveau.',
    columns: `
Une ligne par fait, après un en-tête qui nomme les colonnes\u00a0; le premier mot est le genre de fait\u00a0:
  ballot   id, kind (CIB, NP, CD, DIS, FDIS, SR), date de clôture, référence\u00a0; value «\u00a0guide\u00a0» pour un Guide
  vote     id du vote, value YES (oui), NO (non) ou ABSTAIN (abstention)
  meeting  id, date, value yes (oui) ou no (non)\u00a0: y a contribué, référence
  expert   id, value yes (oui) ou no (non)\u00a0: est nommé, référence
Exemple\u00a0:
  fact,member,committee,id,kind,date,value,reference
  ballot,1725,47878,N 12,CIB,2027-03-05,,N 12
  vote,1725,47878,N 12,,,YES,`,
    unreadable: (source) => `${source} est illisible.`,
    nameAnother: 'Nommez un fichier qui existe.',
  },
};
