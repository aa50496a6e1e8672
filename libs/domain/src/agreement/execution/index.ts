import type { Slice } from '../../kernel/definition.js';
import * as amendment from './amendment.js';
import * as endings from './endings.js';
import type { ExecutionEvents } from './events.js';
import { evolveExecution } from './evolve.js';
import { executionDeadlines, executionDuties, fireExecution, settleExecution } from './timers.js';
import * as nominees from './nominees.js';
import * as notice from './notice.js';
import * as pause from './pause.js';
import { RevisePlan } from './plan.js';
import { RecordPrerequisiteFact } from './prerequisites.js';
import * as records from './records.js';
import * as succession from './succession.js';
import { RecordReappointment } from './terms.js';

/** The agreement in force (lifecycle.md B4). */
export const execution: Slice<ExecutionEvents> = {
  commands: {
    RecordMeeting: records.RecordMeeting,
    RecordActivity: records.RecordActivity,
    RecordTraining: records.RecordTraining,
    RecordMilestone: records.RecordMilestone,
    UpdateTaskShare: records.UpdateTaskShare,
    CorrectRecord: records.CorrectRecord,
    RevisePlan,
    AmendAgreement: amendment.AmendAgreement,
    SignAmendment: amendment.SignAmendment,
    ReportVacancy: nominees.ReportVacancy,
    ReplaceNominee: nominees.ReplaceNominee,
    ConfirmNominee: nominees.ConfirmNominee,
    RecordReappointment,
    Suspend: pause.Suspend,
    ConfirmPause: pause.ConfirmPause,
    Resume: pause.Resume,
    RecordPrerequisiteFact,
    GiveNoticeOfWithdrawal: notice.GiveNoticeOfWithdrawal,
    RetractNotice: notice.RetractNotice,
    TerminateByMutualConsent: notice.TerminateByMutualConsent,
    ConfirmImpossibility: endings.ConfirmImpossibility,
    RecordRoleTransfer: endings.RecordRoleTransfer,
    RecordSuccession: succession.RecordSuccession,
    AttestSuccession: succession.AttestSuccession,
    MoveToRuleset: succession.MoveToRuleset,
  },
  evolve: evolveExecution,
  deadlines: executionDeadlines,
  fire: fireExecution,
  duties: executionDuties,
  settle: settleExecution,
};
