import type { SomeRefusalWordings } from './wording.js';

/** French wordings of what is refused in reviews, evaluations and appeals, and of every command. */
export const oversightRefusalsFr = {
  NO_OPEN_REVIEW: {
    title: 'Aucune évaluation annuelle n’est ouverte pour cela.',
    help: 'Attendez l’ouverture de l’évaluation, ou choisissez l’année de l’évaluation en cours.',
  },
  REVIEW_INCOMPLETE: {
    title: 'L’évaluation annuelle n’est pas complète.',
    help: 'Attendez les parties des deux partenaires, des membres (P) et du responsable de programme technique.',
  },
  UNKNOWN_ACTION: {
    title: 'Il n’y a pas d’action corrective ouverte de ce nom.',
    help: 'Choisissez l’une des actions correctives ouvertes.',
  },
  NOT_OWNER: {
    title: 'Cette démarche ne vous revient pas.',
    help: 'Laissez-la à la personne ou au service qui en est chargé.',
  },
  UNTIL_REQUIRED: {
    title: 'La date jusqu’à laquelle la décision vaut manque ou n’est pas admise.',
    help: 'Indiquez une date postérieure au {after} et au plus tard le {latest}.',
  },
  INVALID_INPUT: { title: 'Une donnée saisie n’est pas utilisable.', help: 'Corrigez : {faults}.' },
  RULE_NOT_MET: {
    title: 'Les faits enregistrés ne répondent pas à la règle de cette étape ({rule}) : {missing}.',
    help: 'Vérifiez le relevé de participation et n’agissez que si la règle est remplie.',
  },
  CASE_NOT_OPEN: {
    title: 'Aucun cas d’inactivité de ce membre n’en est à cette étape ({stage}).',
    help: 'Consultez les cas dans le relevé de participation ; la suite y figure.',
  },
  CATEGORY_CANNOT_BE_P: {
    title: 'Cette catégorie de membre de l’ISO ne peut pas être membre (P).',
    help: 'Devenez d’abord comité membre ou rejoignez le programme « nouveaux droits ».',
  },
  REGAIN_TOO_EARLY: {
    title: 'Le statut de membre (P) ne peut pas encore être retrouvé après le déclassement.',
    help: 'Attendez douze mois après le déclassement ; premier jour possible : {earliest}.',
  },
  EVALUATION_OPEN: {
    title: 'Une évaluation de ce genre est déjà ouverte.',
    help: 'Poursuivez l’évaluation ouverte, ou retirez-la d’abord.',
  },
  ALREADY_P: {
    title: 'Le partenaire jumelé est déjà membre (P).',
    help: 'Choisissez un autre genre d’évaluation.',
  },
  WRONG_BODY: {
    title: 'Cette instance ne décide pas de ce changement.',
    help: 'L’instance qui décide est : {competent}.',
  },
  EVIDENCE_MISSING: {
    title: 'Ce qu’il faut à l’évaluation n’est pas rempli ou pas documenté : {gates}.',
    help: 'Joignez les pièces ; pour toute autre condition, retirez l’évaluation et ouvrez-en une nouvelle où elle est montrée.',
  },
  LEAD_HAS_NOT_RELINQUISHED: {
    title: 'Le partenaire pilote n’a pas renoncé au secrétariat.',
    help: 'Faites annoncer par le partenaire pilote qu’il renonce au secrétariat.',
  },
  LEAD_NOT_SECRETARIAT: {
    title: 'Le partenaire pilote n’assure pas le secrétariat du comité.',
    help: 'Choisissez comme partenaire pilote le membre de l’ISO qui assure le secrétariat, ou faites corriger le Répertoire général.',
  },
  RESOLUTION_MISSING: {
    title: 'La résolution de l’instance compétente manque.',
    help: 'Indiquez le numéro de la résolution.',
  },
  MAJORITY_MISSING: {
    title: 'Les votes n’atteignent pas la majorité requise ({yes} pour, {no} contre).',
    help: 'Vérifiez les chiffres, ou enregistrez que le changement a été refusé.',
  },
  NOTICE_TOO_SHORT: {
    title: 'Le changement prendrait effet avant la fin du préavis.',
    help: 'Choisissez un jour à partir du {earliest}.',
  },
  FACT_TOO_OLD: {
    title: 'Ce fait est antérieur à l’évaluation.',
    help: 'Utilisez un fait daté au plus tôt du jour d’ouverture de l’évaluation.',
  },
  APPEAL_WINDOW_CLOSED: {
    title: 'Le délai d’appel a pris fin le {until}.',
    help: 'La décision est définitive ; adressez-vous au secrétariat du TMB pour toute question.',
  },
  NOT_APPEALABLE: {
    title: 'Aucun appel n’est possible contre cela.',
    help: 'Choisissez une décision de ce jumelage qui peut faire l’objet d’un appel.',
  },
  GROUNDS_MISSING: {
    title: 'L’appel n’est pas documenté.',
    help: 'Ajoutez ce qui manque : {missing}.',
  },
  APPEAL_OPEN: {
    title: 'Votre organisme a déjà introduit un appel à ce sujet (appel {appeal}).',
    help: 'Attendez l’issue de cet appel.',
  },
  WRONG_STATUS: {
    title: 'Cette étape n’est pas possible au stade actuel.',
    help: 'Consultez le statut du jumelage et choisissez l’une des étapes proposées.',
  },
  REPORT_NOT_DUE: {
    title: 'Le rapport de clôture n’est pas encore en retard ; il est attendu pour le {dueOn}.',
    help: 'Attendez que ce jour soit passé.',
  },
  ALREADY_REMOVED: {
    title: 'Plus aucun rôle de ce jumelage ne figure dans le Répertoire général.',
    help: 'Il n’y a plus rien à faire ici.',
  },
  TOO_EARLY: {
    title: 'Il est trop tôt pour cette démarche.',
    help: 'Revenez à partir du {earliest}.',
  },
  NOT_FOUND: {
    title: 'Rien de ce que vous pouvez consulter ne porte cette référence.',
    help: 'Vérifiez la référence et l’organisme pour lequel vous êtes connecté.',
  },
  FORBIDDEN_ROLE: {
    title: 'Votre rôle ne permet pas cette étape.',
    help: 'Demandez à la personne ou à l’organisme qui en est chargé de l’accomplir.',
  },
  COMMAND_ID_REUSED: {
    title: 'Ce numéro de requête a déjà servi à autre chose.',
    help: 'Renvoyez la requête avec un nouveau numéro.',
  },
  VERSION_CONFLICT: {
    title: 'Quelqu’un d’autre a modifié le jumelage entre-temps.',
    help: 'Chargez l’état actuel et refaites votre démarche si elle reste juste.',
  },
  AGREEMENT_FINAL: {
    title: 'Le jumelage est clos et plus rien ne peut être modifié.',
    help: 'Ouvrez une nouvelle demande si vous souhaitez continuer à travailler ensemble.',
  },
  CONSENT_CONTENT_DIFFERS: {
    title: 'L’autre partenaire a proposé autre chose.',
    help: 'Lisez la proposition de l’autre partenaire, puis acceptez-la telle quelle ou refusez-la.',
  },
} as const satisfies SomeRefusalWordings;
