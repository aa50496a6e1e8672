import type { Language } from './index.js';

interface Sum {
  readonly to: string;
  readonly open: number;
  readonly underIt: number;
  readonly refused: number;
}

/** What `twinning ruleset-moves` says. */
interface RulesetMovesMessages {
  readonly about: string;
  readonly to: string;
  readonly reading: string;
  readonly sum: (sum: Sum) => string;
}

export const rulesetMovesMessages: Readonly<Record<Language, RulesetMovesMessages>> = {
  en: {
    about: 'what moving every open agreement to another ruleset would change; nothing is written',
    to: 'the ruleset they would move to',
    reading: 'Reading agreements',
    sum: ({ to, open, underIt, refused }) =>
      `Open agreements: ${String(open)}; already under ${to}: ${String(underIt)}; ` +
      `moves that would be refused today: ${String(refused)}.`,
  },
  fr: {
    about:
      'ce que changerait le passage de chaque accord ouvert à un autre jeu de règles ; rien n’est écrit',
    to: 'le jeu de règles de destination',
    reading: 'Lecture des accords',
    sum: ({ to, open, underIt, refused }) =>
      `Accords ouverts : ${String(open)} ; déjà sous ${to} : ${String(underIt)} ; ` +
      `passages qui seraient refusés aujourd’hui : ${String(refused)}.`,
  },
};
