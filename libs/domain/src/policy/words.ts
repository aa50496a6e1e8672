import type { PeopleRole } from '../people/definition.js';
import type { FilePurpose } from './files.js';
import type { Section } from './views.js';
import type { Chapter } from './table.js';
import type { Label } from '../texts/vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });

export const chapterLabels: Readonly<Record<Chapter, Label>> = {
  kernel: both('Joint acts and entry of the past', 'Actes conjoints et saisie du passé'),
  proposal: both('Proposal and partner selection', 'Proposition et choix du partenaire'),
  approval: both('Approval', 'Approbation'),
  negotiation: both('Negotiation of the terms', 'Négociation des termes'),
  execution: both('Execution', 'Exécution'),
  oversight: both('Reviews, problems and appeals', 'Évaluations annuelles, problèmes et appels'),
  evaluation: both('Evaluation of the change of status', 'Évaluation du changement de statut'),
  ending: both('End', 'Fin'),
};

export const sectionLabels: Readonly<Record<Section, Label>> = {
  request: both('request', 'demande'),
  selection: both('search for a partner', 'recherche d’un partenaire'),
  approval: both('approval', 'approbation'),
  negotiation: both('terms', 'termes'),
  execution: both('execution', 'exécution'),
  oversight: both('reviews and problems', 'évaluations annuelles et problèmes'),
  evaluation: both('evaluation', 'évaluation'),
  ending: both('end', 'fin'),
};

export const purposeLabels: Readonly<Record<FilePurpose, Label>> = {
  CV: both('curriculum vitae', 'curriculum vitæ'),
  STATEMENT: both('statement of a nominated person', 'déclaration d’une personne désignée'),
  AUTHORITY: both('authority to sign', 'pouvoir de signature'),
  MINUTES: both('minutes of a meeting', 'compte rendu de réunion'),
  EVIDENCE: both('evidence', 'preuve'),
  OTHER: both('something else', 'autre chose'),
};

export const peopleRoleLabels: Readonly<Record<PeopleRole, Label>> = {
  ADMINISTRATOR: both('administrator of the body (MBUA)', 'administrateur de l’organisme (MBUA)'),
  CENTRAL: both('ISO Central Secretariat', 'Secrétariat central de l’ISO'),
  SELF: both('the person concerned', 'la personne concernée'),
};

/** Words of the printed policy. */
export const policyWords = {
  title: both('Who may do what', 'Qui peut faire quoi'),
  intro: both(
    'This text is printed from the code that decides: the API, the decider, the console and the filters of the database read the same tables. A command that is not listed for a role is refused; an address that is neither listed nor public does not start.',
    'Ce texte est imprimé à partir du code qui décide : l’API, le décideur, la console et les filtres de la base de données lisent les mêmes tableaux. Une commande qui n’est pas indiquée pour un rôle est refusée ; une adresse qui n’est ni indiquée ni publique ne démarre pas.',
  ),
  roles: both('How a person comes to a role', 'Comment une personne obtient un rôle'),
  role: both('Role', 'Rôle'),
  grant: both('Grant', 'Habilitation'),
  relation: both('Relation to the agreement', 'Relation à l’accord'),
  none: both('none', 'aucune'),
  views: both('Who reads what', 'Qui lit quoi'),
  viewsNote: both(
    'The service shows or hides an agreement as a whole: for a role without any mark it does not exist. The marks say which parts the task of a role needs.',
    'Le service montre ou cache un accord en entier : pour un rôle sans aucune marque il n’existe pas. Les marques disent quelles parties la tâche d’un rôle demande.',
  ),
  files: both('Who files what', 'Qui dépose quoi'),
  filesNote: both(
    'A file is read by those who read the part of the agreement that it belongs to. Only representatives of the partners and the ISO desks use the whole place for an agreement’s files (500 MB); any other body, or person without a body, a tenth of it at most. The representative of another ISO member files evidence for an appeal of their body only.',
    'Un fichier est lu par qui lit la partie de l’accord dont il relève. Seuls les représentants des partenaires et les bureaux de l’ISO disposent de toute la place prévue pour les fichiers d’un accord (500 Mo) ; tout autre organisme, ou personne sans organisme, d’un dixième au plus. Le représentant d’un autre membre de l’ISO ne dépose que des preuves à l’appui d’un appel de son organisme.',
  ),
  people: both('People of a body', 'Personnes d’un organisme'),
  peopleNote: both(
    'A body administers its own people; the Central Secretariat those of the ISO desks, and administrators and TMB members of bodies. Roles are delegated within the body only, for 366 days at most, and never so that one person is party and judge, or two of the bodies that decide: a token that names two such seats gives neither. What is delegated for some kinds of command opens no desk, no audit and no filing. What was delegated is not passed on; commands that name a person are theirs alone.',
    'Un organisme administre ses propres personnes ; le Secrétariat central celles des bureaux de l’ISO, ainsi que les administrateurs et les membres du TMB des organismes. Un rôle ne se délègue qu’à l’intérieur de l’organisme, pour 366 jours au plus, et jamais de sorte qu’une personne soit à la fois partie et juge, ou deux des organes qui décident : un jeton qui désigne deux de ces sièges n’en donne aucun. Ce qui est délégué pour certaines commandes seulement n’ouvre ni bureau, ni audit, ni dépôt de fichiers. Ce qui a été délégué ne se transmet pas ; les commandes qui désignent une personne n’appartiennent qu’à elle.',
  ),
  part: both('Part of the agreement', 'Partie de l’accord'),
  addresses: both('Addresses that are no command', 'Adresses qui ne sont pas des commandes'),
  rule: both('Rule', 'Règle'),
  who: both('Who', 'Qui'),
  action: both('Action', 'Action'),
  command: both('Command', 'Commande'),
  when: both('When', 'Quand'),
  kinds: both('Types', 'Types'),
  also: both('Also needed', 'En outre'),
  all: both('all', 'tous'),
  opens: both('opens an agreement', 'ouvre un accord'),
  joint: both('the same by the other partner', 'le même acte de l’autre partenaire'),
  ofParent: both(
    'where it is for the parent of a subcommittee: the parent’s manager, never the subcommittee’s',
    'si la décision revient au comité parent d’un sous-comité : le responsable du parent, jamais celui du sous-comité',
  ),
  stepUp: both('fresh proof of the person', 'nouvelle preuve de la personne'),
} as const;
