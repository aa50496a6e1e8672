import type { Slice } from '../../kernel/definition.js';
import { ConfirmEffective } from './confirm.js';
import * as decisions from './decisions.js';
import { evaluationDuties } from './duties.js';
import type { EvaluationEvents } from './events.js';
import * as evidence from './evidence.js';
import { evolveEvaluation } from './evolve.js';
import { OpenEvaluation, WithdrawEvaluation } from './open.js';
import { settleEvaluation } from './settle.js';
import { evaluationDeadlines, fireEvaluation } from './timers.js';

/** Status-change evaluation (lifecycle.md B7). */
export const evaluation: Slice<EvaluationEvents> = {
  commands: {
    OpenEvaluation,
    ProvideEvidence: evidence.ProvideEvidence,
    RecordGatheredEvidence: evidence.RecordGatheredEvidence,
    CloseEvidence: evidence.CloseEvidence,
    DecideOwnStatus: decisions.DecideOwnStatus,
    SubmitToBody: decisions.SubmitToBody,
    GiveRelinquishNotice: decisions.GiveRelinquishNotice,
    RecordBodyDecision: decisions.RecordBodyDecision,
    ConfirmEffective,
    WithdrawEvaluation,
  },
  evolve: evolveEvaluation,
  deadlines: evaluationDeadlines,
  fire: fireEvaluation,
  duties: evaluationDuties,
  settle: settleEvaluation,
};
