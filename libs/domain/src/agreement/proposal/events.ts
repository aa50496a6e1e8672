import type { Day } from '../../calendar/day.js';
import type { Said } from '../../kernel/saying.js';
import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import type { RulesetId } from '../../rulesets/index.js';
import type { Check } from '../guards/eligibility.js';
import type { NamedPerson, RequestForm } from './form.js';

/** Events of lifecycle.md B1. */
export interface ProposalEvents {
  TwinningDraftStarted: {
    side: Side;
    member: number;
    type: TwinningType;
    committee: number | null;
    workingGroup: string | null;
    ruleset: RulesetId;
  };
  /** The whole form after the edit; `hash` is what consents bind to. */
  RequestEdited: {
    side: Side;
    hash: string;
    form: RequestForm;
    nominees: readonly NamedPerson[];
    subject: {
      type: TwinningType;
      committee: number | null;
      workingGroup: string | null;
      initiatorSide: Side;
    };
  };
  SelfAssessmentRecorded: {
    side: Side;
    part: 'NEED' | 'RESOURCES';
    answers: readonly { readonly question: string; readonly answer: string }[];
  };
  PartnerSearchRequested: { mode: 'SEARCH' | 'CONTACT'; criteria: string; desk: 'TPM' | 'ISO_CS' };
  PartnerProposed: {
    candidates: readonly { readonly member: number; readonly reasons: string }[];
  };
  PartnerSearchClosed: { reason: 'NONE' | 'PARTNER_CONFIRMED' };
  InvitationSent: { id: string; member: number; replyBy: Day };
  InvitationDeclined: { id: string; member: number; reason: string | null };
  InvitationWithdrawn: { id: string; member: number } & Said;
  InvitationExpired: { id: string; member: number };
  InvitationClosed: {
    id: string;
    member: number;
    reason: 'ANOTHER_ACCEPTED' | 'SUBJECT_CHANGED' | 'DRAFT_ENDED';
  };
  PartnerConfirmed: { member: number; side: Side };
  PartnerReleased: { member: number; side: Side } & Said;
  NominationAccepted: { side: Side; person: string };
  NominationDeclined: { side: Side; person: string };
  RequestConsented: { side: Side; hash: string };
  EligibilityEvaluated: {
    checks: readonly Check[];
    justifications: readonly { readonly check: string; readonly text: string }[];
  };
  TwinningRequestSubmitted: { hash: string; ruleset: RulesetId };
  RequestResubmitted: { hash: string };
  RequestRouted: { destination: 'TPM' | 'PARENT_COMMITTEE' | 'TMB_SECRETARIAT' };
  RenewalOverridden: { reason: string };
}
