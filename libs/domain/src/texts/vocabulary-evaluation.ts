import type { Block } from '../agreement/evaluation/criteria.js';
import type { Label } from './vocabulary.js';

const both = (en: string, fr: string): Label => ({ en, fr });

/** Parts of the readiness review (rules.md 6.3, 6.5). */
const block: Readonly<Record<Block, Label>> = {
  GATE: both('necessary conditions', 'conditions nécessaires'),
  RECORD: both('record, for information', 'relevé, pour information'),
  NMC: both('national mirror committee', 'comité miroir national'),
  OBSERVATION: both('participation as an observer', 'participation comme observateur'),
  VOTING: both('voting', 'votes'),
  EXPERTS: both('experts', 'experts'),
  TRAINING: both('training', 'formation'),
  RESOURCES: both('resources', 'ressources'),
  PRACTICE: both('practice in the office', 'pratique de la fonction'),
  PROJECT: both('project', 'projet'),
  CONSENSUS: both('consensus', 'consensus'),
  SURVEY: both('survey', 'enquête'),
  TASKS: both('tasks', 'tâches'),
  DEADLINES: both('deadlines', 'délais'),
  COMMITMENT: both('commitment', 'engagement'),
  REVIEWS: both('annual reviews', 'évaluations annuelles'),
};

/** What evidence and gates can show; each names the fact that is asked for. */
const evidence = {
  STATUS_CHANGES: both('periods of P or O in the committee', 'périodes de (P) ou (O) au comité'),
  VOTES_CAST: both('votes cast', 'votes exprimés'),
  MEETINGS_HELD: both('meetings of the partners', 'réunions des partenaires'),
  TRAININGS_DELIVERED: both('training sessions given', 'formations données'),
  NO_BAR: both('no bar after a downgrade', 'aucun délai en cours après un déclassement'),
  CATEGORY_ADMITS_P: both('category of member admits P', 'catégorie de membre admettant (P)'),
  P_MEMBER: both('P-member of the committee', 'membre (P) du comité'),
  PM2_DECLARATION: both(
    'declaration to take on the duties of a P-member',
    'déclaration d’assumer les obligations d’un membre (P)',
  ),
  BALLOT_VOTER: both('person who votes is named', 'personne chargée de voter désignée'),
  NMC_SET_UP: both('national mirror committee is set up', 'comité miroir national constitué'),
  NMC_STAKEHOLDER_CATEGORIES: both(
    'categories of stakeholders in the mirror committee',
    'catégories de parties prenantes au comité miroir',
  ),
  NMC_MINUTES: both('minutes of the mirror committee', 'comptes rendus du comité miroir'),
  NMC_PROCEDURE: both('procedure of the mirror committee', 'procédure du comité miroir'),
  NMC_ACTIVE: both('mirror committee is active', 'comité miroir actif'),
  MEETING_ATTENDED: both('committee meeting attended', 'réunion du comité suivie'),
  COMMENT_SETS: both('sets of comments submitted', 'jeux d’observations soumis'),
  CIB_PERCENT: both(
    'share of committee internal ballots voted, in %',
    'part des votes internes au comité exprimés, en %',
  ),
  STD_PERCENT: both(
    'share of ballots on standards voted, in %',
    'part des votes sur les normes exprimés, en %',
  ),
  EXPERT_NAMED: both('expert named', 'expert désigné'),
  EXPERT_ACTIVE: both('expert is active', 'expert actif'),
  DIRECTIVES_TRAINING: both('training on the Directives', 'formation aux Directives'),
  BALLOTING_TRAINING: both('training on balloting', 'formation au vote'),
  STAFF_FTE_PERCENT: both('staff, in % of a full-time post', 'personnel, en % d’un temps plein'),
  BUDGET_NOTE: both('note on the budget', 'note budgétaire'),
  SQ_CRITERIA: both('criteria for the office are met', 'critères de la fonction remplis'),
  POST_VACANT: both('office is vacant', 'fonction vacante'),
  NSB_CONFIRMATION: both(
    'confirmation by the national standards body',
    'confirmation par l’organisme national de normalisation',
  ),
  WG_MEETINGS_LED: both('working group meetings led', 'réunions du groupe de travail animées'),
  COMMENT_RESOLUTION: both('resolution of comments led', 'traitement des observations conduit'),
  PROJECT_ON_SCHEDULE: both('project on schedule', 'projet dans les délais'),
  WG_SURVEY: both(
    'survey of the working group, in tenths of 5',
    'enquête auprès du groupe de travail, en dixièmes sur 5',
  ),
  NOT_DELEGATE: both('not a national delegate', 'pas délégué national'),
  TERM_WITHIN_LIMITS: both('term within the limits', 'mandat dans les limites'),
  PLENARY_CHAIRED: both('plenary chaired', 'réunion plénière présidée'),
  SESSIONS_CHAIRED: both('sessions chaired', 'séances présidées'),
  CONSENSUS_RECORD: both('consensus reached on record', 'consensus obtenu, attesté'),
  CHAIR_SURVEY: both(
    'survey on the chair, in tenths of 5',
    'enquête sur la présidence, en dixièmes sur 5',
  ),
  ANNEX_D_RESOURCES: both(
    'resources of a secretariat (Directives, Annex D)',
    'ressources d’un secrétariat (Directives, Annexe D)',
  ),
  COMMITTEE_RESOLUTION: both('resolution of the committee', 'résolution du comité'),
  TASKS_UNAIDED_PERCENT: both('tasks done without help, in %', 'tâches faites sans aide, en %'),
  AGENDAS_IN_TIME: both('agendas sent in time', 'ordres du jour envoyés à temps'),
  MINUTES_IN_TIME: both('minutes sent in time', 'comptes rendus envoyés à temps'),
  MANAGER_TRAINED: both('committee manager is trained', 'responsable de comité formé'),
  BUDGET_SIGNED: both('budget signed', 'budget signé'),
  SERVICE_AGREEMENT: both('service agreement', 'convention de service'),
  REVIEWS_AT_TARGET: both(
    'annual reviews that reached the target',
    'évaluations annuelles ayant atteint l’objectif',
  ),
  PAPERS: both('papers for the body that decides', 'pièces pour l’instance qui décide'),
  PERSON_NAMED: both('person named for the office', 'personne désignée pour la fonction'),
} as const satisfies Readonly<Record<string, Label>>;

/** The words of the status-change evaluation. */
export const evaluationVocabulary = { block, evidence } as const;
