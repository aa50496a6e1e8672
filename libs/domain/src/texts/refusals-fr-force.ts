import type { SomeRefusalWordings } from './wording.js';

/** French wordings of what is refused in the negotiation of the terms and while the agreement is in force. */
export const forceRefusalsFr = {
  CLAUSE_LOCKED: {
    title: 'Cette clause est fixée par les règles de l’ISO.',
    help: 'Laissez la clause telle quelle ; ce qui est propre à votre jumelage va dans les clauses ouvertes.',
  },
  TERMS_FROZEN: {
    title: 'Le texte est figé, car les deux partenaires l’ont accepté.',
    help: 'Rouvrez d’abord le texte s’il doit changer.',
  },
  CLAUSE_INVALID: {
    title: 'Le contenu de la clause n’est pas valable.',
    help: 'Corrigez la clause selon les indications qui l’accompagnent.',
  },
  DURATION_OVER_5Y: {
    title: 'Un jumelage ne peut pas durer plus de cinq ans.',
    help: 'Choisissez une date de fin au plus tard le {latestEnd}.',
  },
  END_BEFORE_START: {
    title: 'La date de fin ({end}) précède la date de début ({start}).',
    help: 'Choisissez une date de fin égale ou postérieure à la date de début.',
  },
  START_OUT_OF_RANGE: {
    title: 'La date de début est en dehors de la période autorisée.',
    help: 'Choisissez une date de début comprise entre le {earliest} et le {latest}.',
  },
  CURRENCY_UNKNOWN: {
    title: 'La monnaie {currency} est inconnue.',
    help: 'Indiquez les trois lettres d’une monnaie en usage, par exemple CHF.',
  },
  ALREADY_ANSWERED: {
    title: 'Rien d’ouvert n’attend cette réponse.',
    help: 'Lisez les dernières propositions, puis répondez-y ou acceptez-les.',
  },
  ALREADY_ACCEPTED: {
    title: 'La clause « {clause} » est déjà acceptée.',
    help: 'Proposez une nouvelle rédaction si la clause doit changer.',
  },
  TERMS_INCOMPLETE: {
    title: 'Le texte n’est pas complet ou ne correspond pas à la durée.',
    help: 'Remplissez les clauses encore vides et vérifiez que toutes les dates, tous les mois et toutes les années se situent entre le début et la fin. L’arrangement financier dit en toutes lettres ce qui vaut ; le plan a un jalon par trimestre et, pour chaque tâche, une part par année.',
  },
  END_DATE_MISSING: {
    title: 'L’accord n’a pas de date de fin.',
    help: 'Indiquez le début et la fin dans la clause relative à la durée.',
  },
  PLAN_MISSING: {
    title: 'Le plan de collaboration manque ou n’est pas complet.',
    help: 'Complétez et acceptez le plan de collaboration ; il est remis avec l’accord de jumelage.',
  },
  CLAUSE_REJECTED: {
    title: 'La clause « {clause} » a été refusée.',
    help: 'Proposez une autre rédaction, ou acceptez finalement la clause.',
  },
  TRANSLATION_OUTDATED: {
    title: 'Une traduction manque ou ne correspond plus à son texte : {clauses}.',
    help: 'Traduisez à nouveau ces clauses, ou renoncez ensemble à une traduction. Un avenant en une étape n’a pas de place pour elle : ouvrez plutôt sa négociation.',
  },
  PLACEHOLDER_LEFT: {
    title: 'Il reste quelque chose à compléter : {clauses}.',
    help: 'Remplacez chaque passage entre crochets par ce qui vaut pour votre jumelage, dans chaque langue. Si le texte lui-même a besoin de parenthèses, écrivez-les rondes.',
  },
  AMENDMENT_OPEN: {
    title: 'L’avenant {id} est encore ouvert.',
    help: 'Mettez-vous d’accord sur cet avenant et signez-le, ou retirez-le ; un autre pourra alors être établi.',
  },
  PROXY_FORBIDDEN: {
    title: 'Nul ne peut agir à la place d’un autre organisme.',
    help: 'Demandez à l’organisme concerné d’accomplir lui-même cette démarche.',
  },
  BOTH_SIGNED: {
    title: 'Les deux partenaires ont déjà signé.',
    help: 'Envoyez l’accord signé au responsable de programme technique ; une modification reste possible plus tard par avenant.',
  },
  AUTHORITY_MISSING: {
    title: 'La preuve que cette personne peut signer manque.',
    help: 'Joignez le document qui habilite cette personne à signer.',
  },
  NOT_SIGNATORY: {
    title: 'Vous n’êtes pas le signataire désigné d’un partenaire.',
    help: 'Faites signer le signataire désigné, ou faites-vous désigner par votre organisme.',
  },
  SAME_SIGNATORY: {
    title: 'Une même personne ne peut pas signer pour les deux partenaires.',
    help: 'Faites signer chaque partenaire par son propre signataire.',
  },
  TERMS_NOT_FROZEN: {
    title: 'Il n’y a pas de texte accepté par les deux partenaires.',
    help: 'Acceptez le même texte de part et d’autre avant de signer.',
  },
  ALREADY_SIGNED: {
    title: 'Le {side} a déjà signé.',
    help: 'Il n’y a plus rien à faire ici ; retirez la signature si le texte doit changer.',
  },
  SIGNATURE_INVALID: {
    title: 'La signature ne correspond pas au texte et à la clé.',
    help: 'Signez le texte indiqué avec votre propre clé Ed25519, et envoyez ensemble la clé et la signature ; chaque signataire a sa propre clé.',
  },
  SIGNATURE_MISSING: {
    title: 'Les signatures des deux partenaires ne sont pas encore réunies.',
    help: 'Faites signer le texte accepté par les deux signataires désignés.',
  },
  EXCEPTION_ALREADY_GRANTED: {
    title: 'Le délai a déjà été reporté une fois, au {newDue}.',
    help: 'Respectez cette date ; une seconde exception n’est pas possible.',
  },
  END_DATE_PAST: {
    title: 'La date de fin ({end}) est déjà passée.',
    help: 'Choisissez une date de fin plus tardive, ou laissez le jumelage prendre fin.',
  },
  NOMINEE_VACANT: {
    title: 'La fonction n’est pas occupée actuellement du côté du {side}.',
    help: 'Faites proposer un successeur par ce partenaire et attendez la confirmation.',
  },
  NOT_IN_FORCE_ON_DATE: {
    title: 'L’accord n’était pas en vigueur à cette date : {on}.',
    help: 'Choisissez un jour entre le {start} et le {end}, ni futur ni compris dans une suspension.',
  },
  UNKNOWN_PLAN_ITEM: {
    title: 'Le plan de collaboration ne contient pas l’élément {item}.',
    help: 'Choisissez l’un des éléments suivants : {items}.',
  },
  RECORD_NOT_OWN: {
    title: 'Cet enregistrement a été fait par l’autre partenaire.',
    help: 'Demandez la correction au partenaire qui a fait l’enregistrement.',
  },
  EXTENSION_FORBIDDEN: {
    title: 'La fin de l’accord ne peut pas être reportée à un jour plus tardif.',
    help: 'Gardez le {current} ou choisissez une fin plus proche.',
  },
  PAUSE_LIMIT: {
    title: 'Cette pause serait trop longue ou trop proche de la précédente.',
    help: 'Choisissez une pause plus courte dans la durée de l’accord, ou attendez un an après le début de la dernière pause.',
  },
  NO_PAUSE: {
    title: 'Aucune pause n’est en attente ou en cours.',
    help: 'Convenez d’abord ensemble d’une pause.',
  },
  NOTICE_RUNNING: {
    title: 'Un préavis a déjà été donné ; le dernier jour est le {effectiveOn}.',
    help: 'Attendez ce jour, ou retirez ensemble le préavis.',
  },
  NO_NOTICE: {
    title: 'Aucun préavis n’est en cours.',
    help: 'Seul un préavis en cours peut être retiré.',
  },
  OFFICE_NOT_HELD: {
    title:
      'Les données enregistrées ne montrent pas l’organisme jumelé dans la fonction visée par le jumelage.',
    help: 'Faites d’abord inscrire le nouveau titulaire au registre ; la fonction n’est jamais vacante.',
  },
  NOT_IMPOSSIBLE: {
    title: 'Aucun fait enregistré ne rend le jumelage impossible.',
    help: 'Enregistrez d’abord le fait, par exemple la dissolution du comité.',
  },
  RULESET_UNKNOWN: {
    title: 'Le jeu de règles {to} est inconnu.',
    help: 'Choisissez un jeu de règles de ce système.',
  },
  RULESET_MOVE_BREAKS: {
    title: 'Le jumelage ne respecterait pas les règles de {to} : {breaks}.',
    help: 'Gardez le jeu de règles actuel, ou réglez d’abord ces points.',
  },
} as const satisfies SomeRefusalWordings;
