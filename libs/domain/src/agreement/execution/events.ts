import type { Day } from '../../calendar/day.js';
import type { Passkey } from '../../kernel/seal.js';
import type { Side } from '../../kernel/vocabulary.js';
import type { RulesetId } from '../../rulesets/index.js';
import type { Language } from '../negotiation/state.js';
import type { AmendedClause, AmendmentAuthors, CauseKind, PlanRevision } from './state.js';

/** The body whose decision it is, and under which an appeal names it; absent in records from before. */
export interface BodyDecision {
  readonly decision: string;
  readonly body: 'COMMITTEE' | 'TC' | 'TMB';
}

/** Events of lifecycle.md B4. */
export interface ExecutionEvents {
  ArrangementSuspended: { causes: readonly string[] };
  ArrangementResumed: { causes: readonly string[] };
  /** A cause that no event of its own brings: it was there before the start of force, or its waiver is over. */
  SuspensionCauseAdded: { cause: CauseKind; subject: string };
  SuspensionCauseRemoved: { cause: CauseKind; subject: string };

  QuarterlyMeetingHeld: {
    id: string;
    side: Side;
    on: Day;
    mode: 'IN_PERSON' | 'REMOTE';
    text: string;
  };
  ActivityRecorded: { id: string; side: Side; on: Day; text: string };
  TrainingDelivered: { id: string; side: Side; on: Day; text: string; people: number };
  MilestoneReached: { id: string; side: Side; item: string; on: Day; text: string };
  TaskShareUpdated: { id: string; side: Side; item: string; on: Day; share: number };
  /** Corrects record `of`; `on` is its day from now on, `struck` says that it did not take place. */
  RecordCorrected: { of: string; side: Side; reason: string; on: Day; struck: boolean };
  QuarterlyMeetingMissed: { planned: Day; lastDay: Day };

  /** Parts that stay as they were are null. */
  CollaborationPlanRevised: PlanRevision;
  AmendmentAgreed: {
    id: string;
    hash: string;
    end: Day | null;
    changes: readonly AmendedClause[];
    /** Of the whole text with the changes; present, like `waived`, when it was negotiated clause by clause. */
    documentHash?: string;
    waived?: readonly Language[];
    /** Who wrote each clause that is changed, and in which proposal; no part of what is signed. */
    authors?: AmendmentAuthors;
    reason: string;
  };
  /** The seal is that of `AgreementSigned`, over the amendment's hash. */
  AmendmentSigned: {
    id: string;
    side: Side;
    person: string;
    hash: string;
    originalNo: number;
    key?: string;
    signature?: string;
    passkey?: Passkey;
  };
  AgreementAmended: {
    id: string;
    version: number;
    effectiveOn: Day;
    end: Day | null;
    changes: readonly AmendedClause[];
    /** The planned meetings up to the end; present when the amendment changes them. */
    meetingDates?: readonly Day[];
  };
  AmendmentExpired: { id: string };

  NomineeVacated: { side: Side; person: string; reason: string };
  NomineeProposed: {
    side: Side;
    person: string;
    cv: string;
    statement: string;
    delegate: boolean;
    categoryC: boolean;
    termEnd: Day | null;
  };
  NomineeReplaced: {
    side: Side;
    person: string;
    previous: string | null;
    body: string;
    reference: string;
    appointedOn: Day;
    appealable?: BodyDecision;
  };
  NomineeRefused: {
    side: Side;
    person: string;
    body: string;
    reference: string;
    appealable?: BodyDecision;
  };
  NomineeReappointed: { side: Side; termEnd: Day; reference: string; appealable?: BodyDecision };
  TermNotRenewed: { side: Side; reference: string; appealable?: BodyDecision };
  /** The day a convenor's term ends, once the plenary is known (DIR 1.12.1). */
  NomineeTermFixed: { side: Side; termEnd: Day };

  PauseAgreed: { until: Day; reason: string };
  PauseConfirmed: { until: Day; by: 'TPM' | 'SILENCE' };
  PauseRefused: { reason: string };
  PauseLapsed: { until: Day };

  PrerequisiteBroken: { rule: string; side: Side; since: Day; reference: string | null };
  PrerequisiteCured: { rule: string; side: Side; since: Day; reference: string | null };
  /** The registry or ISO/CS confirmed what a claim had contradicted. */
  PrerequisiteClaimSettled: { rule: string; side: Side; reference: string };
  /** Said by a desk against the registry: kept, without effect, until an import or ISO/CS settles it (D16). */
  PrerequisiteClaimed: {
    rule: string;
    side: Side;
    broken: boolean;
    since: Day;
    reference: string;
  };

  WithdrawalNoticeGiven: { by: Side; effectiveOn: Day; reason: string | null };
  WithdrawalNoticeRetracted: { by: Side };
  ImpossibilityConfirmed: { fact: string; reference: string };
  RoleTransferRecorded: { body: string; reference: string; decidedOn: Day };
  SubjectSucceeded: {
    kind: 'BODY' | 'COMMITTEE' | 'WORKING_GROUP';
    old: number | string;
    new: number | string;
    reference: string;
  };
  SuccessionAttested: { side: Side; member: number };
  /** `report` lists the prerequisites that hold or fail differently under the new ruleset. */
  RulesetMoved: { from: RulesetId; to: RulesetId; report: readonly string[] };

  EndingWindowOpened: { opensOn: Day; end: Day };
}
