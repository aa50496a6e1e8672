import type { UnsealedCommand } from '@twinning/engine';
import type { Language } from './index.js';

/** What the commands on stored commands without a seal say. */
interface UnsealedMessages {
  readonly group: string;
  readonly list: string;
  readonly none: string;
  one(command: UnsealedCommand): string;
  readonly accept: string;
  readonly command: string;
  accepted(command: string): string;
  notWaiting(command: string): string;
  readonly look: string;
}

const en: UnsealedMessages = {
  group:
    'commands that wait without this service’s seal: stored by an earlier release, before the key was lost, or by somebody else',
  list: 'the commands that are not carried out for want of a seal',
  none: 'Every command that waits is sealed.',
  one: ({ id, agreement, type, person, receivedAt }) =>
    `${id}  ${type} on ${agreement}, as ${person}, stored ${receivedAt}`,
  accept: 'seal a command, after asking the person whether they sent it: it is then carried out',
  command: 'id of the command',
  accepted: (command) => `${command} is sealed and will be carried out within a minute.`,
  notWaiting: (command) => `No command ${command} waits without a seal.`,
  look: 'List them with: twinning unsealed list',
};

const fr: UnsealedMessages = {
  group:
    'commandes en attente sans le sceau de ce service : enregistrées par une version antérieure, avant la perte de la clé, ou par quelqu’un d’autre',
  list: 'les commandes qui ne sont pas exécutées faute de sceau',
  none: 'Toutes les commandes en attente sont scellées.',
  one: ({ id, agreement, type, person, receivedAt }) =>
    `${id}  ${type} sur ${agreement}, au nom de ${person}, enregistrée le ${receivedAt}`,
  accept:
    'sceller une commande, après avoir demandé à la personne si elle l’a envoyée : elle est alors exécutée',
  command: 'identifiant de la commande',
  accepted: (command) => `${command} est scellée et sera exécutée dans la minute.`,
  notWaiting: (command) => `Aucune commande ${command} n’attend sans sceau.`,
  look: 'Pour en voir la liste : twinning unsealed list',
};

export const unsealedMessages: Readonly<Record<Language, UnsealedMessages>> = { en, fr };
