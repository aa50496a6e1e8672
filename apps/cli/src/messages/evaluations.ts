import type { Language } from './index.js';

/** How `agreements show` explains evaluations of a change of status. */
export interface EvaluationMessages {
  readonly head: (id: string, kind: string, stage: string) => string;
  readonly score: (points: string, recommended: boolean) => string;
  readonly block: (name: string, points: string, of: string, items: string) => string;
  readonly item: (name: string, value: string, points: string, of: string) => string;
  readonly notShown: string;
  readonly stages: Readonly<Record<string, string>>;
}

export const evaluationMessages: Readonly<Record<Language, EvaluationMessages>> = {
  en: {
    head: (id, kind, stage) => `Evaluation ${id} (${kind}): ${stage}`,
    score: (points, recommended) =>
      `readiness ${points} of 100, ${recommended ? 'recommended' : 'not recommended'}`,
    block: (name, points, of, items) => `  ${name} ${points} of ${of}: ${items}`,
    item: (name, value, points, of) => `${name} = ${value} (${points} of ${of})`,
    notShown: 'not shown',
    stages: {
      EVIDENCE_COLLECTION: 'evidence is being collected',
      READINESS_REVIEWED: 'readiness reviewed',
      BODY_DECISION: 'before the body that decides',
      APPROVED: 'approved',
      EFFECTIVE: 'in effect',
      REFUSED: 'not approved',
      WITHDRAWN: 'ended without a decision',
    },
  },
  fr: {
    head: (id, kind, stage) => `Évaluation ${id} (${kind})\u00a0: ${stage}`,
    score: (points, recommended) =>
      `préparation ${points} sur 100, ${recommended ? 'recommandé' : 'non recommandé'}`,
    block: (name, points, of, items) => `  ${name} ${points} sur ${of}\u00a0: ${items}`,
    item: (name, value, points, of) => `${name} = ${value} (${points} sur ${of})`,
    notShown: 'non montré',
    stages: {
      EVIDENCE_COLLECTION: 'éléments de preuve attendus',
      READINESS_REVIEWED: 'préparation examinée',
      BODY_DECISION: 'devant l’instance qui décide',
      APPROVED: 'approuvé',
      EFFECTIVE: 'a pris effet',
      REFUSED: 'non approuvé',
      WITHDRAWN: 'terminé sans décision',
    },
  },
};
