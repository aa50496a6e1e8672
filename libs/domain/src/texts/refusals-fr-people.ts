import type { SomeRefusalWordings } from './wording.js';

/** French wordings of what is refused in the people of a body. */
export const peopleRefusalsFr = {
  PERSON_KNOWN: {
    title: 'Cette personne figure déjà sur la liste de l’organisme.',
    help: 'Modifiez plutôt les rôles de cette personne.',
  },
  PERSON_UNKNOWN: {
    title: 'Cette personne ne figure pas sur la liste de l’organisme.',
    help: 'Invitez d’abord cette personne.',
  },
  NOT_INVITED: {
    title: 'Il n’y a ici aucune invitation que vous puissiez accepter.',
    help: 'Demandez une invitation à l’administrateur de votre organisme.',
  },
  INVITATION_WAITS: {
    title: 'Cette personne n’a pas encore accepté l’invitation.',
    help: 'Attendez qu’elle ait accepté, ou choisissez un collègue qui l’a fait.',
  },
  ROLE_NOT_YOURS_TO_GIVE: {
    title: 'Il ne vous appartient ni de donner ni de retirer ce rôle.',
    help: 'Adressez-vous au Secrétariat central de l’ISO, ou laissez ce rôle de côté.',
  },
  TWO_SEATS: {
    title: 'Une même personne serait à la fois partie et juge, ou deux des organes qui décident.',
    help: 'Choisissez une autre personne, ou retirez d’abord l’autre rôle.',
  },
  NOT_FOR_ONESELF: {
    title: 'Nul ne fait cela pour soi-même.',
    help: 'Demandez-le à un collègue qui en a le droit, ou nommez une autre personne.',
  },
  ROLE_NOT_HELD: {
    title: 'Ce rôle n’est pas détenu en propre, ou ne peut pas être délégué.',
    help: 'Nommez un rôle que la personne détient\u00a0; ce qui a été délégué ne se transmet pas.',
  },
  DELEGATE_NOT_OF_BODY: {
    title: 'Cette personne ne figure pas sur la liste de cet organisme.',
    help: 'Choisissez un collègue du même organisme, ou faites d’abord inviter la personne.',
  },
  DELEGATION_UNKNOWN: {
    title: 'Cette délégation n’existe pas, ou a pris fin.',
    help: 'Relisez la liste des délégations.',
  },
  PERIOD_INVALID: {
    title: 'Cette période ne peut pas faire l’objet d’une délégation.',
    help: 'Commencez aujourd’hui ou plus tard, et restez dans la limite de {days} jours.',
  },
} satisfies SomeRefusalWordings;
