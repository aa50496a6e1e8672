import type { Language } from '../messages/index.js';

interface StaffTexts {
  readonly group: string;
  readonly show: string;
  readonly act: string;
  readonly body: string;
  readonly command: string;
  readonly payload: string;
  readonly as: string;
  readonly heads: readonly [string, string, string, string];
  readonly delegation: (to: string, from: string, start: string, end: string) => string;
  readonly done: (version: string, events: string) => string;
  readonly nothing: string;
}

/** What the commands on the people of a body say. */
export const STAFF: Readonly<Record<Language, StaffTexts>> = {
  en: {
    group: 'people of a body: roles, and who stands in for whom',
    show: 'list the people of a body (0: the desks of ISO)',
    act: 'invite-person, accept-invitation, change-roles, end-person, hand-over, delegate, end-delegation',
    body: 'ISO member id, or 0',
    command: 'the command, e.g. delegate',
    payload: 'its content as JSON',
    as: 'the person who acts',
    heads: ['person', 'name', 'state', 'roles'],
    delegation: (to, from, start, end) => `${to} acts for ${from} from ${start} to ${end}`,
    done: (version, events) => `Done, version ${version}: ${events}`,
    nothing: 'nothing changed',
  },
  fr: {
    group: 'personnes d’un organisme\u00a0: rôles, et qui remplace qui',
    show: 'lister les personnes d’un organisme (0\u00a0: les bureaux de l’ISO)',
    act: 'invite-person, accept-invitation, change-roles, end-person, hand-over, delegate, end-delegation',
    body: 'numéro de membre de l’ISO, ou 0',
    command: 'la commande, p. ex. delegate',
    payload: 'son contenu en JSON',
    as: 'la personne qui agit',
    heads: ['personne', 'nom', 'état', 'rôles'],
    delegation: (to, from, start, end) => `${to} agit pour ${from} du ${start} au ${end}`,
    done: (version, events) => `Fait, version ${version}\u00a0: ${events}`,
    nothing: 'rien n’a changé',
  },
};
