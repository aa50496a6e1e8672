export interface EvaluationState {
  readonly evaluations: readonly Evaluation[];
}

export interface Evaluation {
  readonly id: string;
  readonly kind: string;
  readonly stage:
    | 'EVIDENCE_COLLECTION'
    | 'READINESS_REVIEWED'
    | 'BODY_DECISION'
    | 'APPROVED'
    | 'EFFECTIVE'
    | 'REFUSED'
    | 'WITHDRAWN';
}

export const noEvaluation: EvaluationState = { evaluations: [] };
