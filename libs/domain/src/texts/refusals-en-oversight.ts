import type { SomeRefusalWordings } from './wording.js';

/** English wordings of what is refused in reviews, evaluations and appeals, and of every command. */
export const oversightRefusalsEn = {
  NO_OPEN_REVIEW: {
    title: 'No annual review is open to this.',
    help: 'Wait until the review has been opened, or choose the year of the open review.',
  },
  REVIEW_INCOMPLETE: {
    title: 'The annual review is not complete.',
    help: 'Wait until both partners, the P-members and the TPM have given their parts.',
  },
  UNKNOWN_ACTION: {
    title: 'There is no open corrective action of this name.',
    help: 'Choose one of the open corrective actions.',
  },
  NOT_OWNER: {
    title: 'This is not yours to do.',
    help: 'Leave it to the person or desk in charge.',
  },
  UNTIL_REQUIRED: {
    title: 'The date until which the decision holds is missing or not allowed.',
    help: 'Enter a date after {after} and no later than {latest}.',
  },
  INVALID_INPUT: { title: 'Something you entered cannot be used.', help: 'Correct: {faults}.' },
  RULE_NOT_MET: {
    title: 'The facts on record do not meet the rule for this step ({rule}): {missing}.',
    help: 'Check the record of participation, and act only when the rule is met.',
  },
  CASE_NOT_OPEN: {
    title: 'No case of inactivity of this member is at this step ({stage}).',
    help: 'Look at the cases in the record of participation; what comes next stands there.',
  },
  CATEGORY_CANNOT_BE_P: {
    title: 'This category of ISO member cannot be a P-member.',
    help: 'Become a member body or join the New Rights programme first.',
  },
  REGAIN_TOO_EARLY: {
    title: 'P-membership cannot be regained yet after the downgrade.',
    help: 'Wait twelve months after the downgrade; the first possible day is: {earliest}.',
  },
  EVALUATION_OPEN: {
    title: 'An evaluation of this kind is open already.',
    help: 'Go on with the open evaluation, or withdraw it first.',
  },
  ALREADY_P: {
    title: 'The twinned partner is a P-member already.',
    help: 'Choose another kind of evaluation.',
  },
  WRONG_BODY: {
    title: 'This body does not decide on this change.',
    help: 'The body that decides is: {competent}.',
  },
  EVIDENCE_MISSING: {
    title: 'What the evaluation needs is not met or not documented: {gates}.',
    help: 'Attach the papers; for any other condition withdraw the evaluation and open a new one in which it is shown.',
  },
  LEAD_HAS_NOT_RELINQUISHED: {
    title: 'The lead partner has not given up the secretariat.',
    help: 'Have the lead partner give notice that it relinquishes the secretariat.',
  },
  LEAD_NOT_SECRETARIAT: {
    title: 'The lead partner does not hold the secretariat of the committee.',
    help: 'Choose the ISO member that holds the secretariat as lead partner, or have the Global Directory corrected.',
  },
  RESOLUTION_MISSING: {
    title: 'The resolution of the deciding body is missing.',
    help: 'Enter the number of the resolution.',
  },
  MAJORITY_MISSING: {
    title: 'The votes do not reach the majority that is needed ({yes} for, {no} against).',
    help: 'Check the figures, or record that the change was refused.',
  },
  NOTICE_TOO_SHORT: {
    title: 'The change would take effect before the period of notice is over.',
    help: 'Choose a day that is not before {earliest}.',
  },
  FACT_TOO_OLD: {
    title: 'This fact is older than the evaluation.',
    help: 'Use a fact dated on or after the day on which the evaluation was opened.',
  },
  APPEAL_WINDOW_CLOSED: {
    title: 'The time for an appeal ended on {until}.',
    help: 'The decision is final; turn to the TMB secretariat if you have a question.',
  },
  NOT_APPEALABLE: {
    title: 'There can be no appeal against this.',
    help: 'Choose a decision of this twinning that is open to appeal.',
  },
  GROUNDS_MISSING: {
    title: 'The appeal is not documented.',
    help: 'Add what is missing: {missing}.',
  },
  APPEAL_OPEN: {
    title: 'Your body has already appealed on this matter (appeal {appeal}).',
    help: 'Wait for the outcome of that appeal.',
  },
  WRONG_STATUS: {
    title: 'This step is not possible at the present stage.',
    help: 'Look at the status of the twinning and choose one of the steps offered there.',
  },
  REPORT_NOT_DUE: {
    title: 'The closure report is not overdue yet; it is due by {dueOn}.',
    help: 'Wait until that day has passed.',
  },
  ALREADY_REMOVED: {
    title: 'No role of this twinning is left in the Global Directory.',
    help: 'Nothing is left to do here.',
  },
  TOO_EARLY: { title: 'It is too early for this.', help: 'Come back on {earliest} or later.' },
  NOT_FOUND: {
    title: 'Nothing was found under this reference that you may see.',
    help: 'Check the reference, and that you are signed in for the right body.',
  },
  FORBIDDEN_ROLE: {
    title: 'Your role does not allow this step.',
    help: 'Ask the person or body in charge of this step to take it.',
  },
  COMMAND_ID_REUSED: {
    title: 'This request number was already used for something else.',
    help: 'Send the request again with a new number.',
  },
  VERSION_CONFLICT: {
    title: 'Somebody else has changed the twinning in the meantime.',
    help: 'Load the present state and repeat your step if it is still right.',
  },
  AGREEMENT_FINAL: {
    title: 'The twinning is closed, so nothing more can be changed.',
    help: 'Open a new request if you want to go on working together.',
  },
  CONSENT_CONTENT_DIFFERS: {
    title: 'The other partner has proposed something else.',
    help: 'Read the proposal of the other partner, and agree to exactly that or decline it.',
  },
} as const satisfies SomeRefusalWordings;
