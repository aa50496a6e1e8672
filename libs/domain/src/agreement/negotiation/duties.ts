import type { Instant } from '../../calendar/zurich.js';
import type { Duty } from '../../kernel/definition.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter } from '../../kernel/timers.js';
import { otherSide, SIDES, type Side } from '../../kernel/vocabulary.js';
import { bothFrozen, bothSigned, documentsDueOn, owedBy, signatureOf } from './openness.js';

const ANSWERS = ['AcceptTerms', 'AcceptClause', 'RejectClause', 'CounterTerms'] as const;

/** Who owes a move while the terms are negotiated (lifecycle.md A, terms negotiation). */
export function duties(state: Agreement): readonly Duty[] {
  if (state.stage === 'AGREEMENT_IN_REVIEW') return review(state);
  const since = state.negotiation.openedAt;
  if (state.stage !== 'AGREEMENT_PENDING' || since === null) return [];
  if (!bothFrozen(state)) return SIDES.flatMap((side) => writing(state, side, due(state)));
  return bothSigned(state) ? submission(state) : SIDES.flatMap((side) => signing(state, side));
}

const due = (state: Agreement) => {
  const lastDay = documentsDueOn(state);
  return lastDay === null ? null : dueAfter(lastDay).due;
};

/** Answers that are owed first, then the text itself; `agreeBy` is the end of the time for it. */
export function writing(state: Agreement, side: Side, agreeBy: Instant | null): readonly Duty[] {
  const { acceptances, changedAt, openedAt, proposals } = state.negotiation;
  const since = changedAt ?? openedAt;
  const answers = owedBy(state, side).map((p) => ({
    id: `answer:${p.id}`,
    desk: side,
    commands: ANSWERS,
    since: p.since,
    due: dueAfter(
      lastDayAfter.days(p.since, rulesOf(state).lifecycle_defaults.unanswered_proposal_days),
    ).due,
    clause: 'ST.4(a)',
  }));
  if (answers.length > 0 || since === null) return answers;
  if (owedBy(state, otherSide(side)).length > 0) return [];
  if (acceptances.some((a) => a.side === side)) return [];
  return [
    {
      id: `${proposals.length === 0 ? 'write' : 'agree'}:${side}`,
      desk: side,
      commands:
        proposals.length === 0
          ? ['ProposeTerms']
          : ['AcceptTerms', 'ProposeTerms', 'TranslateClause', 'WaiveTranslation'],
      since,
      due: agreeBy,
      clause: 'ST.5.5',
    },
  ];
}

function signing(state: Agreement, side: Side): readonly Duty[] {
  const { frozenAt, signatories } = state.negotiation;
  if (frozenAt === null || signatureOf(state, side) !== undefined) return [];
  const designated = signatories.some((s) => s.side === side);
  return [
    {
      id: `${designated ? 'sign' : 'designate'}:${side}`,
      desk: side,
      commands: [designated ? 'SignAgreement' : 'DesignateSignatory'],
      since: frozenAt,
      due: due(state),
      clause: 'ST.5.5',
    },
  ];
}

const submission = (state: Agreement): readonly Duty[] => {
  const since = state.negotiation.signatures.at(-1)?.at;
  return since === undefined
    ? []
    : [
        {
          id: 'submit:documents',
          desk: 'LEAD',
          commands: ['SubmitSignedAgreement'],
          since,
          due: due(state),
          clause: 'ST.5.5',
        },
      ];
};

function review(state: Agreement): readonly Duty[] {
  const { submission: papers, acceptedAt } = state.negotiation;
  if (papers === null || acceptedAt !== null) return [];
  const days = rulesOf(state).sla_defaults.tpm_document_check_business_days;
  return [
    {
      id: 'check:documents',
      desk: 'TPM',
      commands: ['AcceptDocuments', 'RequestImprovement'],
      since: papers.at,
      due: dueAfter(lastDayAfter.businessDays(papers.at, days, rulesOf(state))).due,
      clause: 'ST.5.5',
    },
  ];
}
