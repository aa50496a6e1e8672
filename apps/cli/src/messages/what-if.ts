import type { Language } from './index.js';

/** What `twinning what-if` says. */
interface WhatIfMessages {
  readonly about: string;
  readonly scenario: string;
  readonly on: string;
  readonly until: string;
  readonly steps: string;
  readonly notRead: (file: string) => string;
  readonly example: string;
  readonly again: (times: string, last: string) => string;
  readonly refused: (title: string, code: string) => string;
  readonly then: (status: string) => string;
}

export const whatIfMessages: Readonly<Record<Language, WhatIfMessages>> = {
  en: {
    about: 'what would happen to an agreement: the rules run forward, nothing is written',
    scenario: 'what is supposed',
    on: 'day on which the lead loses its status (default: the first of next month)',
    until: 'last day to look at',
    steps:
      'file with further suppositions: a JSON list of {on, fact} or {on, as, command, payload}',
    notRead: (file) => `${file} is not a JSON list of suppositions.`,
    example:
      'For example: [{"on":"2028-03-01","fact":{"kind":"MEMBERSHIP","side":"LEAD","status":"O"}}]',
    again: (times, last) => `again ${times} times, last on ${last}`,
    refused: (title, code) => `would be refused: ${title} (${code})`,
    then: (status) => `Then: ${status}.`,
  },
  fr: {
    about: 'ce qui arriverait à un accord : les règles sont suivies d’avance, rien n’est écrit',
    scenario: 'ce qui est supposé',
    on: 'jour où le pilote perd son statut (par défaut : le premier du mois prochain)',
    until: 'dernier jour à examiner',
    steps:
      'fichier d’autres suppositions : une liste JSON de {on, fact} ou {on, as, command, payload}',
    notRead: (file) => `${file} n’est pas une liste JSON de suppositions.`,
    example:
      'Par exemple : [{"on":"2028-03-01","fact":{"kind":"MEMBERSHIP","side":"LEAD","status":"O"}}]',
    again: (times, last) => `encore ${times} fois, la dernière le ${last}`,
    refused: (title, code) => `serait refusé : ${title} (${code})`,
    then: (status) => `Ensuite : ${status}.`,
  },
};
