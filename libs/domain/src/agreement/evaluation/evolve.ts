import type { Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import type { EvaluationEvents } from './events.js';
import { bodyFor } from './kinds.js';
import { onEvaluation, withEvaluation, type Evaluation } from './state.js';

const reach = (stage: Evaluation['stage'], at: Instant) => ({ stage, since: at });

export const evolveEvaluation: Evolvers<EvaluationEvents> = {
  StatusChangeConfirmed: (state, { member }) =>
    member === state.twinned ? withEvaluation(state, { confirmedP: true, claimedP: null }) : state,
  StatusChangeClaimed: (state, { since }, at) => withEvaluation(state, { claimedP: { since, at } }),
  TransitionProposed: (state, { id, kind, office, by }, at) =>
    withEvaluation(state, {
      evaluations: [
        ...state.evaluation.evaluations,
        {
          id,
          kind,
          office,
          openedBy: by,
          openedAt: at,
          stage: 'EVIDENCE_COLLECTION',
          since: at,
          body: bodyFor(kind, office),
          evidence: [],
          closed: [],
          review: null,
          approval: null,
        },
      ],
    }),
  EvidenceRecorded: (state, { evaluation, part, item, value, reference }) =>
    onEvaluation(state, evaluation, (e) => ({
      evidence: [...e.evidence, { part, item, value, reference }],
    })),
  EvidenceClosed: (state, { evaluation, side }) =>
    onEvaluation(state, evaluation, (e) => ({ closed: [...e.closed, side] })),
  ReadinessReviewed: (state, { evaluation, ...review }, at) =>
    onEvaluation(state, evaluation, () => ({ review, ...reach('READINESS_REVIEWED', at) })),
  TransitionSubmitted: (state, { evaluation, body }, at) =>
    onEvaluation(state, evaluation, () => ({ body, ...reach('BODY_DECISION', at) })),
  RelinquishNoticeGiven: (state, { earliest }, at) =>
    withEvaluation(state, { relinquish: { at, earliest } }),
  TransitionApproved: (state, { evaluation, body, reference, decidedOn, effectiveOn }, at) =>
    onEvaluation(state, evaluation, () => ({
      approval: { body, reference, decidedOn, effectiveOn },
      ...reach('APPROVED', at),
    })),
  TransitionRefused: (state, { evaluation }, at) =>
    onEvaluation(state, evaluation, () => reach('REFUSED', at)),
  TransitionCompleted: (state, { evaluation }, at) =>
    onEvaluation(state, evaluation, () => reach('EFFECTIVE', at)),
  TransitionWithdrawn: (state, { evaluation }, at) =>
    onEvaluation(state, evaluation, () => reach('WITHDRAWN', at)),
};
