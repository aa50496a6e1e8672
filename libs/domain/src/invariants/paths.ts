import { addDays, addMonths } from '../calendar/day.js';
import { dayAt } from '../calendar/zurich.js';
import { openEvaluations } from '../agreement/evaluation/state.js';
import { documents } from '../agreement/negotiation/documents.js';
import { exampleTerms } from '../agreement/negotiation/example.js';
import { missingParts, requestContent, type NamedPerson } from '../agreement/proposal/form.js';
import type { Principal } from '../kernel/principal.js';
import { ASI, cast, GSA, IES, JUSTIFIED } from '../testing/people.js';
import { testHash, type Story } from '../testing/story.js';

/** A command that brings the agreement on its way. */
export interface Move {
  readonly who: Principal;
  readonly type: string;
  readonly payload: object;
}

const move = (who: Principal, type: string, payload: object = {}): Move => ({ who, type, payload });
const CV = 'c'.repeat(64);

const nominated = (side: 'LEAD' | 'TWINNED') => ({
  side,
  person: side === 'LEAD' ? 'lead-nominee' : 'twinned-nominee',
  cv: CV,
  delegate: false,
  categoryC: false,
});

/** What the draft and a returned request need next. */
function request(story: Story): Move | null {
  const { state } = story;
  const { form, nominees, consents, invitations } = state.proposal;
  if (state.twinned === null) {
    const invited = invitations.some((i) => i.open && i.member === IES);
    return invited
      ? move(cast.twinned, 'ConfirmPartner')
      : move(cast.lead, 'InvitePartner', { member: IES });
  }
  const own = state.type === 'P_MEMBER' ? [] : nominees;
  if (form.competence === null || (own.length === 0 && state.type !== 'P_MEMBER')) {
    return move(cast.lead, 'EditRequest', {
      competence: 'Twenty years in food standards.',
      goals: 'Own experts.',
      outcome: 'A participating member.',
      plannedStart: addMonths(dayAt(story.now), 2),
      plannedMonths: 24,
      leadContact: 'lead-rep',
      justifications: JUSTIFIED,
      ...(state.type !== 'P_MEMBER' && { nominees: [nominated('LEAD')] }),
    });
  }
  if (form.need === null || (state.type !== 'P_MEMBER' && own.length === 1)) {
    return move(cast.twinned, 'EditRequest', {
      need: 'To comment in time.',
      twinnedContact: 'twinned-rep',
      ...(state.type !== 'P_MEMBER' && {
        nominees: [...nominees.map(named), nominated('TWINNED')],
      }),
    });
  }
  const asked = own.find((n) => n.accepted !== true);
  if (asked !== undefined) {
    return move(asked.side === 'LEAD' ? cast.lead : cast.twinned, 'AcceptNomination', {
      person: asked.person,
    });
  }
  if (missingParts(state).length > 0) return null;
  const hash = testHash(requestContent(state));
  if (consents.LEAD !== hash) return move(cast.lead, 'ConsentToRequest', { hash });
  if (consents.TWINNED !== hash) return move(cast.twinned, 'ConsentToRequest', { hash });
  return move(cast.lead, 'SubmitRequest');
}

const named = ({ side, person, cv, delegate, categoryC }: NamedPerson): NamedPerson => ({
  side,
  person,
  cv,
  delegate,
  categoryC,
});

function approval(story: Story): Move {
  const { state } = story;
  const today = dayAt(story.now);
  if (state.stage === 'IN_COMMITTEE_DECISION') {
    const decision = { resolution: 'R 7', source: 'MEETING', approved: 'YES', decidedOn: today };
    return move(cast.manager, 'RecordCommitteeDecision', decision);
  }
  if (state.type === 'P_MEMBER') return move(cast.tpm, 'ApproveByTpm');
  if (state.approval.assessedAt === null) {
    return move(cast.tpm, 'RecordTpmAssessment', { text: 'Ready.', statistics: CV });
  }
  const ballot = state.approval.ballots.findLast((b) => !b.cancelled);
  if (ballot === undefined || ballot.outcome === 'NO_QUORUM') {
    return move(cast.tmbSec, 'OpenTmbBallot', { entitled: [ASI, GSA, 1001] });
  }
  if (ballot.closedAt !== null) {
    return move(cast.tmbSec, 'RecordTmbDecision', {
      basis: 'BALLOT',
      approved: ballot.outcome === 'APPROVED' ? 'YES' : 'NO',
      reference: 'TMB 3',
      decidedOn: today,
    });
  }
  const open = ballot.entitled.find((body) => !ballot.votes.some((v) => v.body === body));
  return open === undefined
    ? move(cast.tmbSec, 'CloseTmbBallotEarly')
    : move(cast.tmbSec, 'CastTmbVote', { body: open, choice: 'APPROVE', reference: 'Portal' });
}

function negotiation(story: Story): Move {
  const { state } = story;
  const { negotiation: n } = state;
  if (Object.keys(n.clauses).length === 0) {
    const start = addDays(state.approval.registration?.registeredOn ?? dayAt(story.now), 20);
    const end = addDays(addMonths(start, 30), -1);
    return move(cast.lead, 'ProposeTerms', { changes: exampleTerms(state.type, { start, end }) });
  }
  const { documentHash, planHash, clauses } = documents(state, testHash);
  if (n.frozen.AGREEMENT === null || n.frozen.PLAN === null) {
    const foreign = clauses.find((c) => c.untranslated.includes(n.language));
    if (foreign !== undefined) {
      return move(cast.lead, 'TranslateClause', {
        ...{ clause: foreign.clause, ofHash: foreign.hash, value: foreign.value },
        language: n.language,
      });
    }
    if (clauses.some((c) => c.untranslated.length > 0)) {
      const asked = state.jointActs['WaiveTranslation']?.side === 'LEAD';
      return move(asked ? cast.twinned : cast.lead, 'WaiveTranslation', {
        language: n.language === 'en' ? 'fr' : 'en',
      });
    }
    const leadAccepts = n.acceptances.some(
      (a) => a.side === 'LEAD' && a.documentHash === documentHash && a.planHash === planHash,
    );
    const who = leadAccepts ? cast.twinned : cast.lead;
    return move(who, 'AcceptTerms', { documentHash, planHash });
  }
  for (const [side, who, signatory] of [
    ['LEAD', cast.lead, cast.leadSignatory],
    ['TWINNED', cast.twinned, cast.twinnedSignatory],
  ] as const) {
    if (!n.signatories.some((s) => s.side === side)) {
      return move(who, 'DesignateSignatory', { person: signatory.person, authority: CV });
    }
    if (!n.signatures.some((s) => s.side === side)) {
      return move(signatory, 'SignAgreement', {
        documentHash,
        originalNo: side === 'LEAD' ? 1 : 2,
      });
    }
  }
  return move(cast.lead, 'SubmitSignedAgreement');
}

/** What keeps an agreement in force going: reviews and the evaluation's parts; otherwise time has to pass. */
function execution(story: Story): Move | null {
  const { state } = story;
  const review = state.oversight.reviews.find((r) => r.stage === 'OPEN' || r.stage === 'COMPLETE');
  if (review !== undefined) {
    const { year } = review;
    const part = { year, rating: 4, text: 'Good progress.' };
    if (review.parts.LEAD === undefined) return move(cast.lead, 'SubmitAnnualAssessment', part);
    if (review.parts.TWINNED === undefined) {
      return move(cast.twinned, 'SubmitAnnualAssessment', part);
    }
    if (review.survey === null) {
      return move(cast.tpm, 'RecordPMemberFeedback', { year, survey: null });
    }
    if (review.tpmSection === null) {
      return move(cast.tpm, 'CompleteTpmSection', { year, text: 'Seen.' });
    }
    return move(cast.tmbSec, 'ConcludeAnnualReview', { year, outcome: 'SATISFACTORY' });
  }
  const evaluation = openEvaluations(state).find((e) => e.stage === 'EVIDENCE_COLLECTION');
  return evaluation === undefined
    ? null
    : move(cast.twinned, 'CloseEvidence', { evaluation: evaluation.id });
}

/** The next command on the way from draft to closure; null when only time can help. */
export function nextMove(story: Story): Move | null {
  switch (story.state.stage) {
    case 'DRAFT':
    case 'RETURNED':
      return request(story);
    case 'IN_REVIEW_TPM':
    case 'IN_COMMITTEE_DECISION':
    case 'IN_TMB_BALLOT':
      return approval(story);
    case 'APPROVED':
      return move(cast.cs, 'RegisterInGD');
    case 'AGREEMENT_PENDING':
      return negotiation(story);
    case 'AGREEMENT_IN_REVIEW':
      return story.state.negotiation.acceptedAt === null ? move(cast.tpm, 'AcceptDocuments') : null;
    case 'FORCE':
      return execution(story);
    case 'EXPIRED':
    case 'TERMINATED':
    case 'CANCELLED':
      return closing(story);
    default:
      return null;
  }
}

function closing(story: Story): Move {
  const { report, rolesRemovedAt } = story.state.ending;
  if (report.LEAD === undefined) return move(cast.lead, 'FileClosureReport', { text: 'Done.' });
  if (report.TWINNED === undefined) {
    return move(cast.twinned, 'FileClosureReport', { text: 'Done.' });
  }
  return rolesRemovedAt === null
    ? move(cast.cs, 'ConfirmGdRolesRemoved')
    : move(cast.lead, 'RecordFollowUp', { text: 'Well.' });
}
