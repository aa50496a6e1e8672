import type { SomeRefusalWordings } from './wording.js';

/** English wordings of what is refused until the arrangement is registered. */
export const requestRefusalsEn = {
  MEMBER_NOT_ACTIVE: {
    title: 'This ISO member is not active at present.',
    help: 'Choose an active ISO member, or have the ISO Central Secretariat restore the membership first.',
  },
  NOT_FULL_MEMBER: {
    title: 'This ISO member is not a member body.',
    help: 'Choose a member body; other members take part only with the New Rights programme.',
  },
  NEW_RIGHTS_ONLY_P: {
    title: 'Members of the New Rights programme may only take part in P-member twinning.',
    help: 'Choose the type P-member twinning, or another partner.',
  },
  WG_REQUIRED: {
    title: 'The working group does not fit the type of twinning.',
    help: 'Name a working group for a convenor twinning, and leave it empty for every other type.',
  },
  JWG_NOT_TWINNABLE: {
    title: 'A joint working group cannot be twinned.',
    help: 'Choose a working group that belongs to one committee only.',
  },
  FROZEN_AFTER_SUBMISSION: {
    title: 'This part was fixed when the request was first submitted.',
    help: 'Leave type, partners, committee, working group and start as they are, or open a new request.',
  },
  SEARCH_OPEN: {
    title: 'A search for a partner is already under way.',
    help: 'Wait for the answer of the Technical Programme Manager or of the ISO Central Secretariat.',
  },
  SAME_PARTNER: {
    title: 'Lead partner and twinned partner cannot be the same ISO member.',
    help: 'Choose another ISO member as partner.',
  },
  COMMITTEE_REQUIRED: {
    title: 'The request does not name a committee yet.',
    help: 'Enter the committee in the request form first.',
  },
  ALREADY_INVITED: {
    title: 'This ISO member has an open invitation already.',
    help: 'Wait for its answer, or withdraw the invitation and send a new one.',
  },
  TOO_MANY_INVITATIONS: {
    title: 'There are {limit} open invitations, which is the most allowed.',
    help: 'Wait for an answer or withdraw one of the open invitations.',
  },
  INVITATION_NOT_OPEN: {
    title: 'There is no open invitation to this ISO member.',
    help: 'Ask the initiator of the draft for a new invitation.',
  },
  PARTNER_ALREADY_CONFIRMED: {
    title: 'This draft already has a confirmed partner.',
    help: 'Go on with the confirmed partner; another can be invited only after that partner has left the draft.',
  },
  TEXT_CHANGED: {
    title: 'The text was changed since you read it.',
    help: 'Read the present text and repeat your act on it.',
  },
  DOUBLE_CONSENT_MISSING: {
    title: 'Both partners have not consented to the request as it stands.',
    help: 'Get the consent of: {absent}.',
  },
  PARTNER_NOT_CONFIRMED: {
    title: 'No partner has been confirmed yet.',
    help: 'Invite a partner and wait until the invitation has been accepted.',
  },
  FORM_INCOMPLETE: { title: 'The request form is not complete.', help: 'Fill in: {missing}.' },
  JUSTIFICATION_MISSING: {
    title: 'A point of the eligibility check needs a justification.',
    help: 'Write in the request form why the twinning is still sound, for: {checks}.',
  },
  RENEWAL_FORBIDDEN: {
    title: 'A twinning of the same partners on the same subject cannot be renewed.',
    help: 'Choose another subject or partner, or ask the TMB secretariat for an exception; the earlier twinning ended on {ended}.',
  },
  CV_MISSING: {
    title: 'The CV of a nominated person is missing.',
    help: 'Add the CV of the person named by the {side}.',
  },
  PAPER_NOT_FILED: {
    title: 'A paper that is named here is not among the files of this agreement.',
    help: 'File the paper ({field}) with this agreement first, then choose it again. A CV, a signed statement or an evidence of authority counts when your own body or ISO filed it as such.',
  },
  PAPER_DESTROYED: {
    title: 'A paper that is named here was destroyed with the data of the person whom it told of.',
    help: 'It cannot be filed again. Choose or file another paper ({field}).',
  },
  NOMINATION_NOT_ACCEPTED: {
    title: 'A nominated person has not accepted the nomination.',
    help: 'Have the person named by the {side} accept the nomination, or name somebody else.',
  },
  CHAIR_IS_DELEGATE: {
    title: 'A chair may not be a national delegate in the same committee.',
    help: 'Name another person, or end that person’s work as a delegate first.',
  },
  NOMINEE_NOT_ELIGIBLE: {
    title: 'This person may not hold the office.',
    help: 'Name a person who meets the conditions of the ISO/IEC Directives for this office.',
  },
  NOMINEE_TERM_EXCEEDED: {
    title: 'The term goes beyond the longest term that the Directives allow.',
    help: 'Choose an end of term that is allowed: {latest} at the latest.',
  },
  WG_DISBANDED: {
    title: 'The working group has been disbanded.',
    help: 'Choose a working group that still exists, or withdraw the request.',
  },
  COMMITTEE_NOT_ACTIVE: {
    title: 'The committee is unknown or has been dissolved.',
    help: 'Choose a committee that is still at work, or withdraw the request.',
  },
  REASON_REQUIRED: {
    title: 'A reason is missing.',
    help: 'State the reason or the points concerned, and send again.',
  },
  RETURN_LIMIT_REACHED: {
    title: 'The request has already been returned {limit} times.',
    help: 'Decide on the request as it stands.',
  },
  BALLOT_DECIDED: {
    title: 'The TMB ballot has a result already: {outcome}.',
    help: 'Record the decision that follows from the ballot.',
  },
  BALLOT_PACK_INCOMPLETE: {
    title: 'The papers for the ballot are not complete.',
    help: 'Add what is missing: {missing}.',
  },
  BALLOT_OPEN: {
    title: 'The TMB ballot is not finished.',
    help: 'Wait until the ballot has closed.',
  },
  NOT_ENTITLED_TO_VOTE: {
    title: 'This body has no vote in this ballot.',
    help: 'Ask the TMB secretariat if the list of entitled bodies is wrong.',
  },
  BALLOT_CLOSED: {
    title: 'No ballot is open.',
    help: 'Votes can be cast or changed only while a ballot is open.',
  },
  COMMENT_REQUIRED: {
    title: 'A vote of disapproval needs a comment.',
    help: 'Say in a comment why your body disapproves.',
  },
  BALLOT_NOT_DECIDED: {
    title: 'The ballot cannot be closed yet, because missing votes could still change its result.',
    help: 'Wait for further votes or for the last day of the ballot.',
  },
  QUORUM_MISSING: {
    title: 'The ballot gave no decision, because too few bodies voted.',
    help: 'Open a new ballot, or record a decision taken at a meeting.',
  },
  DECISION_CONTRADICTS_TALLY: {
    title: 'The decision does not agree with the votes.',
    help: 'Check the figures and record the decision that follows from the votes.',
  },
  REFERENCE_REQUIRED: {
    title: 'The reference of the decision or document is missing.',
    help: 'Enter its number or reference, so that others can find it.',
  },
  STEP_UP_REQUIRED: {
    title: 'This step needs a fresh proof that it is you.',
    help: 'Sign in again with the stronger method and send the command anew.',
  },
  BACKDATED: {
    title: 'The date lies outside the time that is allowed here.',
    help: 'Enter the true date; it may be neither in the future nor before the step it follows.',
  },
  SLOT_TAKEN: {
    title: 'Another twinning holds this place.',
    help: 'Held by: {bodies}; last day: {until}. Wait until that twinning has ended, or choose another subject.',
  },
  NOT_P_MEMBER_LEAD: {
    title: 'The lead partner is not a P-member of the committee.',
    help: 'Have the lead partner registered as a P-member in the Global Directory.',
  },
  NOT_P_MEMBER_TWINNED: {
    title: 'The twinned partner is not a P-member of the committee.',
    help: 'Have the twinned partner registered as a P-member in the Global Directory.',
  },
  NOT_IN_COMMITTEE_TWINNED: {
    title: 'The twinned partner is neither a P-member nor an O-member of the committee.',
    help: 'Have the twinned partner registered as a P-member or O-member in the Global Directory.',
  },
  LEAD_NOT_CONVENOR: {
    title: 'The convenor of the working group does not come from the lead partner.',
    help: 'Choose the ISO member of the convenor as lead partner, or have the Global Directory corrected.',
  },
  LEAD_NOT_CHAIR: {
    title: 'The chair of the committee does not come from the lead partner.',
    help: 'Choose the ISO member that nominated the chair as lead partner, or have the Global Directory corrected.',
  },
  LEAD_ALREADY_TWINNED_IN_COMMITTEE: {
    title: 'The lead partner is already in a P-member twinning in this committee.',
    help: 'Held by: {bodies}; last day: {until}. Wait until that twinning has ended, or choose another lead partner.',
  },
  TWINNED_ALREADY_TWINNED_IN_COMMITTEE: {
    title: 'The twinned partner is already in a P-member twinning in this committee.',
    help: 'Held by: {bodies}; last day: {until}. Wait until that twinning has ended, or choose another committee.',
  },
  WRONG_ROUTE_FOR_TYPE: {
    title: 'This step does not exist for this type of twinning.',
    help: 'Use the steps shown for the type of this twinning.',
  },
} as const satisfies SomeRefusalWordings;
