import type { Comparison } from '@twinning/case-file';
import type { Language } from './index.js';

type Difference = Comparison['differences'][number];

/** What `twinning histories` says. */
export interface HistoriesMessages {
  readonly histories: string;
  readonly agreement: string;
  readonly record: string;
  readonly comparing: string;
  readonly summary: (found: Comparison) => string;
  readonly difference: (found: Difference) => string;
  readonly agree: string;
}

export const historiesMessages: Readonly<Record<Language, HistoriesMessages>> = {
  en: {
    histories:
      'replay Temporal’s histories through today’s workflow code and compare them with the log',
    agreement: 'one agreement; all of them when it is left out',
    record: 'record the result in the log, as the nightly comparison does',
    comparing: 'Comparing histories',
    summary: ({ agreements, runs, commands, notHeard }) =>
      `${String(agreements)} agreements, ${String(runs)} runs, ${String(commands)} commands answered by them; ${String(notHeard)} decided commands that no run there is has answered.`,
    difference: ({ code, eventId, log, temporal }) => {
      const where = eventId === null ? '' : ` at event ${String(eventId)}`;
      switch (code) {
        case 'UNKNOWN_VERSION':
          return `Temporal was told of version ${String(temporal)}${where}; the log ends at ${String(log)}`;
        case 'OTHER_STATE':
          return `Temporal was told ${String(temporal)}${where}; the log says ${String(log)}`;
        case 'UNKNOWN_COMMAND':
          return `Temporal answered a command${where} (${String(temporal)}) that the log does not know`;
        case 'OTHER_OUTCOME':
          return `Temporal answered ${String(temporal)}${where}; the log decided ${String(log)}`;
        case 'BEHIND':
          return `the last run has heard of version ${String(temporal)}; the log was at ${String(log)}`;
        case 'NOT_REPLAYED':
          return 'today’s workflow code does not replay this run';
        case 'UNREAD':
          return `entry ${String(log)} of the log was altered or written by a newer release: nothing of this agreement was compared`;
      }
    },
    agree: '✓ both histories tell the same',
  },
  fr: {
    histories:
      'rejouer les historiques de Temporal avec le code actuel des workflows et les comparer au journal',
    agreement: 'un accord ; tous si l’on n’en nomme pas',
    record: 'consigner le résultat dans le journal, comme la comparaison nocturne',
    comparing: 'Comparaison des historiques',
    summary: ({ agreements, runs, commands, notHeard }) =>
      `${String(agreements)} accords, ${String(runs)} exécutions, ${String(commands)} commandes auxquelles elles ont répondu ; ${String(notHeard)} commandes décidées sans réponse d’une exécution connue.`,
    difference: ({ code, eventId, log, temporal }) => {
      const where = eventId === null ? '' : ` à l’événement ${String(eventId)}`;
      switch (code) {
        case 'UNKNOWN_VERSION':
          return `Temporal a entendu parler de la version ${String(temporal)}${where} ; le journal s’arrête à ${String(log)}`;
        case 'OTHER_STATE':
          return `Temporal a entendu ${String(temporal)}${where} ; le journal dit ${String(log)}`;
        case 'UNKNOWN_COMMAND':
          return `Temporal a répondu à une commande${where} (${String(temporal)}) que le journal ne connaît pas`;
        case 'OTHER_OUTCOME':
          return `Temporal a répondu ${String(temporal)}${where} ; le journal a décidé ${String(log)}`;
        case 'BEHIND':
          return `la dernière exécution connaît la version ${String(temporal)} ; le journal en était à ${String(log)}`;
        case 'NOT_REPLAYED':
          return 'le code actuel des workflows ne rejoue pas cette exécution';
        case 'UNREAD':
          return `l’entrée ${String(log)} du journal a été altérée ou écrite par une version plus récente : rien de cet accord n’a été comparé`;
      }
    },
    agree: '✓ les deux historiques racontent la même chose',
  },
};
