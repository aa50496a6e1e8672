import type { SomeRefusalWordings } from './wording.js';

/** French wordings of what is refused until the arrangement is registered. */
export const requestRefusalsFr = {
  MEMBER_NOT_ACTIVE: {
    title: 'Ce membre de l’ISO n’est pas actif actuellement.',
    help: 'Choisissez un membre de l’ISO actif, ou faites d’abord rétablir son adhésion par le Secrétariat central de l’ISO.',
  },
  NOT_FULL_MEMBER: {
    title: 'Ce membre de l’ISO n’est pas un comité membre.',
    help: 'Choisissez un comité membre ; les autres membres ne participent qu’au titre du programme « nouveaux droits ».',
  },
  NEW_RIGHTS_ONLY_P: {
    title:
      'Les membres du programme « nouveaux droits » ne peuvent prendre part qu’à un jumelage entre membres (P).',
    help: 'Choisissez le jumelage entre membres (P), ou un autre partenaire.',
  },
  WG_REQUIRED: {
    title: 'Le groupe de travail ne correspond pas au type de jumelage.',
    help: 'Indiquez un groupe de travail pour un jumelage d’animateurs et laissez ce champ vide pour tout autre type.',
  },
  JWG_NOT_TWINNABLE: {
    title: 'Un groupe de travail mixte ne peut pas faire l’objet d’un jumelage.',
    help: 'Choisissez un groupe de travail qui relève d’un seul comité.',
  },
  FROZEN_AFTER_SUBMISSION: {
    title: 'Cet élément est figé depuis le premier envoi de la demande.',
    help: 'Conservez le type, les partenaires, le comité, le groupe de travail et le début, ou ouvrez une nouvelle demande.',
  },
  SEARCH_OPEN: {
    title: 'Une recherche de partenaire est déjà en cours.',
    help: 'Attendez la réponse du responsable de programme technique ou du Secrétariat central de l’ISO.',
  },
  SAME_PARTNER: {
    title:
      'Le partenaire pilote et le partenaire jumelé ne peuvent pas être le même membre de l’ISO.',
    help: 'Choisissez un autre membre de l’ISO comme partenaire.',
  },
  COMMITTEE_REQUIRED: {
    title: 'La demande n’indique pas encore de comité.',
    help: 'Saisissez d’abord le comité dans le formulaire de demande.',
  },
  ALREADY_INVITED: {
    title: 'Ce membre de l’ISO a déjà reçu une invitation, qui est encore ouverte.',
    help: 'Attendez sa réponse, ou retirez l’invitation et envoyez-en une nouvelle.',
  },
  TOO_MANY_INVITATIONS: {
    title: 'Il y a {limit} invitations ouvertes, ce qui est le maximum.',
    help: 'Attendez une réponse ou retirez l’une des invitations ouvertes.',
  },
  INVITATION_NOT_OPEN: {
    title: 'Aucune invitation n’est ouverte pour ce membre de l’ISO.',
    help: 'Demandez une nouvelle invitation à l’initiateur du projet de demande.',
  },
  PARTNER_ALREADY_CONFIRMED: {
    title: 'Un partenaire est déjà confirmé pour ce projet de demande.',
    help: 'Poursuivez avec le partenaire confirmé ; un autre ne peut être invité qu’après son départ.',
  },
  TEXT_CHANGED: {
    title: 'Le texte a été modifié depuis que vous l’avez lu.',
    help: 'Lisez le texte actuel et refaites votre démarche sur cette base.',
  },
  DOUBLE_CONSENT_MISSING: {
    title: 'Les deux partenaires n’ont pas consenti à la demande en l’état.',
    help: 'Obtenez le consentement de : {absent}.',
  },
  PARTNER_NOT_CONFIRMED: {
    title: 'Aucun partenaire n’est encore confirmé.',
    help: 'Invitez un partenaire et attendez qu’il accepte l’invitation.',
  },
  FORM_INCOMPLETE: {
    title: 'Le formulaire de demande de jumelage n’est pas complet.',
    help: 'Remplissez : {missing}.',
  },
  JUSTIFICATION_MISSING: {
    title: 'Un point de l’examen de recevabilité doit être justifié.',
    help: 'Expliquez dans le formulaire pourquoi le jumelage reste pertinent, pour : {checks}.',
  },
  RENEWAL_FORBIDDEN: {
    title: 'Un jumelage des mêmes partenaires sur le même sujet ne peut pas être renouvelé.',
    help: 'Choisissez un autre sujet ou un autre partenaire, ou demandez une exception au secrétariat du TMB ; le précédent a pris fin le {ended}.',
  },
  CV_MISSING: {
    title: 'Le CV d’une personne désignée manque.',
    help: 'Joignez le CV de la personne désignée par le {side}.',
  },
  PAPER_NOT_FILED: {
    title: 'Une pièce nommée ici ne figure pas parmi les fichiers de cet accord.',
    help: 'Déposez d’abord cette pièce ({field}) auprès de cet accord, puis choisissez-la de nouveau. Un CV, une déclaration signée ou une preuve de pouvoir ne comptent que déposés à ce titre par votre propre organisme ou par l’ISO.',
  },
  PAPER_DESTROYED: {
    title: 'Une pièce nommée ici a été détruite avec les données de la personne dont elle parlait.',
    help: 'Elle ne peut être déposée de nouveau. Choisissez ou déposez une autre pièce ({field}).',
  },
  NOMINATION_NOT_ACCEPTED: {
    title: 'Une personne désignée n’a pas accepté sa désignation.',
    help: 'Faites accepter sa désignation par la personne que propose le {side}, ou désignez quelqu’un d’autre.',
  },
  CHAIR_IS_DELEGATE: {
    title: 'Un Président ne peut pas être délégué national dans le même comité.',
    help: 'Désignez une autre personne, ou mettez d’abord fin à son rôle de délégué.',
  },
  NOMINEE_NOT_ELIGIBLE: {
    title: 'Cette personne ne peut pas exercer cette fonction.',
    help: 'Désignez une personne qui remplit les conditions fixées par les Directives ISO/IEC pour cette fonction.',
  },
  NOMINEE_TERM_EXCEEDED: {
    title: 'Le mandat dépasse la durée maximale prévue par les Directives.',
    help: 'Choisissez une fin de mandat autorisée : {latest} au plus tard.',
  },
  WG_DISBANDED: {
    title: 'Le groupe de travail a été dissous.',
    help: 'Choisissez un groupe de travail existant, ou retirez la demande.',
  },
  COMMITTEE_NOT_ACTIVE: {
    title: 'Le comité est inconnu ou a été dissous.',
    help: 'Choisissez un comité en activité, ou retirez la demande.',
  },
  REASON_REQUIRED: {
    title: 'Le motif manque.',
    help: 'Indiquez le motif ou les points concernés, puis renvoyez.',
  },
  RETURN_LIMIT_REACHED: {
    title: 'La demande a déjà été retournée {limit} fois.',
    help: 'Décidez de la demande en l’état.',
  },
  BALLOT_DECIDED: {
    title: 'Le vote du TMB a déjà un résultat : {outcome}.',
    help: 'Enregistrez la décision qui découle du vote.',
  },
  BALLOT_PACK_INCOMPLETE: {
    title: 'Le dossier du vote n’est pas complet.',
    help: 'Ajoutez ce qui manque : {missing}.',
  },
  BALLOT_OPEN: { title: 'Le vote du TMB n’est pas terminé.', help: 'Attendez la clôture du vote.' },
  NOT_ENTITLED_TO_VOTE: {
    title: 'Cet organisme n’a pas le droit de vote dans cette consultation.',
    help: 'Adressez-vous au secrétariat du TMB si la liste des organismes votants est inexacte.',
  },
  BALLOT_CLOSED: {
    title: 'Aucun vote n’est ouvert.',
    help: 'On ne peut voter ou modifier son vote que pendant que le vote est ouvert.',
  },
  COMMENT_REQUIRED: {
    title: 'Un vote négatif doit être accompagné d’un commentaire.',
    help: 'Expliquez dans un commentaire pourquoi votre organisme désapprouve.',
  },
  BALLOT_NOT_DECIDED: {
    title:
      'Le vote ne peut pas encore être clos, car les voix manquantes pourraient en changer le résultat.',
    help: 'Attendez d’autres votes ou le dernier jour du vote.',
  },
  QUORUM_MISSING: {
    title: 'Le vote n’a donné aucune décision, faute d’un nombre suffisant de votants.',
    help: 'Ouvrez un nouveau vote, ou enregistrez une décision prise en réunion.',
  },
  DECISION_CONTRADICTS_TALLY: {
    title: 'La décision ne concorde pas avec les votes.',
    help: 'Vérifiez les chiffres et enregistrez la décision qui découle des votes.',
  },
  REFERENCE_REQUIRED: {
    title: 'La référence de la décision ou du document manque.',
    help: 'Indiquez son numéro ou sa référence, pour que d’autres puissent la retrouver.',
  },
  STEP_UP_REQUIRED: {
    title: 'Cette étape exige une preuve récente de votre identité.',
    help: 'Identifiez-vous à nouveau par le moyen renforcé et renvoyez la commande.',
  },
  BACKDATED: {
    title: 'La date est en dehors de la période autorisée ici.',
    help: 'Indiquez la date réelle ; elle ne peut être ni future ni antérieure à l’étape précédente.',
  },
  SLOT_TAKEN: {
    title: 'Un autre jumelage occupe cette place.',
    help: 'Occupée par : {bodies} ; dernier jour : {until}. Attendez la fin de ce jumelage, ou choisissez un autre sujet.',
  },
  NOT_P_MEMBER_LEAD: {
    title: 'Le partenaire pilote n’est pas membre (P) du comité.',
    help: 'Faites inscrire le partenaire pilote comme membre (P) dans le Répertoire général.',
  },
  NOT_P_MEMBER_TWINNED: {
    title: 'Le partenaire jumelé n’est pas membre (P) du comité.',
    help: 'Faites inscrire le partenaire jumelé comme membre (P) dans le Répertoire général.',
  },
  NOT_IN_COMMITTEE_TWINNED: {
    title: 'Le partenaire jumelé n’est ni membre (P) ni membre (O) du comité.',
    help: 'Faites inscrire le partenaire jumelé comme membre (P) ou membre (O) dans le Répertoire général.',
  },
  LEAD_NOT_CONVENOR: {
    title: 'L’animateur du groupe de travail ne vient pas du partenaire pilote.',
    help: 'Choisissez comme partenaire pilote le membre de l’ISO de l’animateur, ou faites corriger le Répertoire général.',
  },
  LEAD_NOT_CHAIR: {
    title: 'Le Président du comité ne vient pas du partenaire pilote.',
    help: 'Choisissez comme partenaire pilote le membre de l’ISO qui a désigné le Président, ou faites corriger le Répertoire général.',
  },
  LEAD_ALREADY_TWINNED_IN_COMMITTEE: {
    title: 'Le partenaire pilote prend déjà part à un jumelage entre membres (P) dans ce comité.',
    help: 'Occupée par : {bodies} ; dernier jour : {until}. Attendez la fin de ce jumelage, ou choisissez un autre partenaire pilote.',
  },
  TWINNED_ALREADY_TWINNED_IN_COMMITTEE: {
    title: 'Le partenaire jumelé prend déjà part à un jumelage entre membres (P) dans ce comité.',
    help: 'Occupée par : {bodies} ; dernier jour : {until}. Attendez la fin de ce jumelage, ou choisissez un autre comité.',
  },
  WRONG_ROUTE_FOR_TYPE: {
    title: 'Cette étape n’existe pas pour ce type de jumelage.',
    help: 'Suivez les étapes proposées pour le type de ce jumelage.',
  },
} as const satisfies SomeRefusalWordings;
