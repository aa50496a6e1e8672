import type { Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import type { EvaluationEvents } from './events.js';
import type { Agreement } from '../../kernel/state.js';
import { withBodyDecision } from '../ending/state.js';
import { bodyFor } from './kinds.js';
import { onEvaluation, withEvaluation, type Evaluation } from './state.js';

const reach = (stage: Evaluation['stage'], at: Instant) => ({ stage, since: at });

type Decided = Pick<
  EvaluationEvents['TransitionRefused'],
  'body' | 'reference' | 'decidedOn' | 'decision'
>;

const decided = (state: Agreement, { body, reference, decidedOn, decision }: Decided): Agreement =>
  body === 'OWN' || body === 'ISO_CS'
    ? state
    : withBodyDecision(state, decision, { body, reference, decidedOn });

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
  TransitionApproved: (state, payload, at) => {
    const { evaluation, body, reference, decidedOn, effectiveOn } = payload;
    return decided(
      onEvaluation(state, evaluation, () => ({
        approval: { body, reference, decidedOn, effectiveOn },
        ...reach('APPROVED', at),
      })),
      payload,
    );
  },
  TransitionRefused: (state, payload, at) =>
    decided(
      onEvaluation(state, payload.evaluation, () => reach('REFUSED', at)),
      payload,
    ),
  TransitionCompleted: (state, { evaluation }, at) =>
    onEvaluation(state, evaluation, () => reach('EFFECTIVE', at)),
  TransitionWithdrawn: (state, { evaluation }, at) =>
    onEvaluation(state, evaluation, () => reach('WITHDRAWN', at)),
};
