import type { TwinningType } from '../../kernel/vocabulary.js';
import type { DocumentName, Language } from './state.js';

/** `locked` text comes from type and ruleset, `open` is free text, `structured` has a schema of its own. */
export type ClauseKind = 'locked' | 'open' | 'structured';

/** A clause of the template. Ids are stored in the log and are kept for ever. */
export interface Clause {
  readonly id: string;
  readonly document: DocumentName;
  readonly kind: ClauseKind;
  readonly required: boolean;
  readonly title: Bilingual;
}

export type Bilingual = Readonly<Record<Language, string>>;
export type LockedTexts = Readonly<Record<string, Bilingual>>;

export const clause = (
  id: string,
  document: DocumentName,
  kind: ClauseKind,
  required: boolean,
  en: string,
  fr: string,
): Clause => ({ id, document, kind, required, title: { en, fr } });

const agreement: readonly Clause[] = [
  clause('general-objective', 'AGREEMENT', 'open', true, 'General objective', 'Objectif général'),
  clause(
    'national-plan',
    'AGREEMENT',
    'open',
    true,
    'Link to the national plan',
    'Lien avec le plan national',
  ),
  clause(
    'objectives',
    'AGREEMENT',
    'structured',
    true,
    'Specific objectives',
    'Objectifs spécifiques',
  ),
  clause('prerequisites', 'AGREEMENT', 'locked', true, 'Prerequisites', 'Conditions préalables'),
  clause(
    'responsibilities',
    'AGREEMENT',
    'structured',
    true,
    'Responsibilities of the partners',
    'Responsabilités des partenaires',
  ),
  clause('training', 'AGREEMENT', 'structured', true, 'Training', 'Formation'),
  clause('meetings', 'AGREEMENT', 'structured', true, 'Meetings', 'Réunions'),
  clause('communication', 'AGREEMENT', 'open', false, 'Communication', 'Communication'),
  clause(
    'finance',
    'AGREEMENT',
    'structured',
    true,
    'Financial arrangement',
    'Dispositions financières',
  ),
  clause('voting', 'AGREEMENT', 'locked', true, 'Votes', 'Votes'),
  clause('review', 'AGREEMENT', 'locked', true, 'Annual review', 'Évaluation annuelle'),
  clause('dates', 'AGREEMENT', 'structured', true, 'Start and end', 'Début et fin'),
  clause(
    'sustainability',
    'AGREEMENT',
    'open',
    true,
    'Passing on what was learned',
    'Transmission des acquis',
  ),
  clause('exit', 'AGREEMENT', 'open', true, 'Exit and transition', 'Sortie et transition'),
  clause('termination', 'AGREEMENT', 'open', true, 'Termination', 'Résiliation'),
  clause('disputes', 'AGREEMENT', 'open', false, 'Disputes', 'Différends'),
  clause(
    'conduct',
    'AGREEMENT',
    'locked',
    true,
    'Confidentiality, data protection, conduct',
    'Confidentialité, protection des données, conduite',
  ),
  clause(
    'originals',
    'AGREEMENT',
    'locked',
    true,
    'Originals and distribution',
    'Originaux et diffusion',
  ),
];

const plan: readonly Clause[] = [
  clause('work-packages', 'PLAN', 'structured', true, 'Work packages', 'Lots de travaux'),
  clause('milestones', 'PLAN', 'structured', true, 'Milestones', 'Jalons'),
  clause('risks', 'PLAN', 'open', false, 'Risks', 'Risques'),
];

const leadershipPlan: readonly Clause[] = [
  clause(
    'task-share',
    'PLAN',
    'structured',
    true,
    'Share of tasks by year',
    'Part des tâches par année',
  ),
];

/** The clauses of both documents for a type, in the order of the documents (rules.md 3.2, 3.3). */
export const clausesOfFirst = (type: TwinningType): readonly Clause[] =>
  type === 'P_MEMBER' ? [...agreement, ...plan] : [...agreement, ...plan, ...leadershipPlan];
