import type { SomeRefusalWordings } from './wording.js';

/** English wordings of what is refused in the negotiation of the terms and while the agreement is in force. */
export const forceRefusalsEn = {
  CLAUSE_LOCKED: {
    title: 'This clause is fixed by the ISO rules.',
    help: 'Leave the clause as it is; what is special to your twinning goes into the open clauses.',
  },
  TERMS_FROZEN: {
    title: 'The text is frozen, because both partners have accepted it.',
    help: 'Reopen the text first if it has to change.',
  },
  CLAUSE_INVALID: {
    title: 'The content of the clause is not valid.',
    help: 'Correct the clause as its description asks.',
  },
  DURATION_OVER_5Y: {
    title: 'A twinning may not last longer than five years.',
    help: 'Choose an end date of {latestEnd} or earlier.',
  },
  END_BEFORE_START: {
    title: 'The end date {end} lies before the start date {start}.',
    help: 'Choose an end date on or after the start date.',
  },
  START_OUT_OF_RANGE: {
    title: 'The start date lies outside the time that is allowed.',
    help: 'Choose a start date from {earliest} to {latest}.',
  },
  CURRENCY_UNKNOWN: {
    title: 'The currency {currency} is not known.',
    help: 'Enter the three letters of a current currency, for example CHF.',
  },
  ALREADY_ANSWERED: {
    title: 'There is nothing open to which this could be the answer.',
    help: 'Read the latest proposals and answer or accept those.',
  },
  ALREADY_ACCEPTED: {
    title: 'The clause “{clause}” has been accepted already.',
    help: 'Propose a new wording if the clause has to change.',
  },
  TERMS_INCOMPLETE: {
    title: 'The text is not complete or does not fit the term.',
    help: 'Fill in the clauses that are still empty, and check that all dates, months and years lie between start and end. The financial arrangement says in words what holds; the plan has a milestone in every quarter, and a share of each task for every year.',
  },
  END_DATE_MISSING: {
    title: 'The agreement has no end date.',
    help: 'Enter start and end in the clause on the term.',
  },
  PLAN_MISSING: {
    title: 'The collaboration plan is missing or not complete.',
    help: 'Complete and accept the collaboration plan; it is submitted together with the agreement.',
  },
  CLAUSE_REJECTED: {
    title: 'The clause “{clause}” has been rejected.',
    help: 'Propose another wording, or accept the clause after all.',
  },
  TRANSLATION_OUTDATED: {
    title: 'A translation is missing or no longer fits its text: {clauses}.',
    help: 'Translate these clauses anew, or agree together to do without a translation. An amendment in one step has no room for one: open it for negotiation instead.',
  },
  PLACEHOLDER_LEFT: {
    title: 'Something is left to be filled in: {clauses}.',
    help: 'Replace each passage in square brackets by what holds for your twinning, in every language. Where the text itself needs brackets, write round ones.',
  },
  AMENDMENT_OPEN: {
    title: 'Amendment {id} is still open.',
    help: 'Agree on it and sign it, or withdraw it; then another can be made.',
  },
  PROXY_FORBIDDEN: {
    title: 'Nobody may act for another body.',
    help: 'Ask the body concerned to do this itself.',
  },
  BOTH_SIGNED: {
    title: 'Both partners have signed already.',
    help: 'Send the signed agreement to the TPM; changes are possible later as an amendment.',
  },
  AUTHORITY_MISSING: {
    title: 'The proof that this person may sign is missing.',
    help: 'Attach the document that gives the person the authority to sign.',
  },
  NOT_SIGNATORY: {
    title: 'You are not the designated signatory of a partner.',
    help: 'Have the designated signatory sign, or have your body designate you.',
  },
  SAME_SIGNATORY: {
    title: 'One person cannot sign for both partners.',
    help: 'Have each partner sign by its own signatory.',
  },
  TERMS_NOT_FROZEN: {
    title: 'There is no text that both partners have accepted.',
    help: 'Accept the same text on both sides before signing.',
  },
  ALREADY_SIGNED: {
    title: 'The {side} has signed already.',
    help: 'Nothing is left to do here; withdraw the signature if the text has to change.',
  },
  SIGNATURE_INVALID: {
    title: 'The signature does not fit the text and the key.',
    help: 'Sign the text shown here with your own Ed25519 key, and send key and signature together; each signatory has a key of its own.',
  },
  SIGNATURE_MISSING: {
    title: 'The signatures of both partners are not there yet.',
    help: 'Have both designated signatories sign the accepted text.',
  },
  EXCEPTION_ALREADY_GRANTED: {
    title: 'The deadline has been moved once already, to {newDue}.',
    help: 'Keep to that date; a second exception is not possible.',
  },
  END_DATE_PAST: {
    title: 'The end date {end} has passed already.',
    help: 'Choose a later end date, or let the twinning end.',
  },
  NOMINEE_VACANT: {
    title: 'The {side} has no person in the office at present.',
    help: 'Have that partner propose a successor and wait for the confirmation.',
  },
  NOT_IN_FORCE_ON_DATE: {
    title: 'The agreement was not in force on {on}.',
    help: 'Choose a day between {start} and {end} that is not in the future and not inside a suspension.',
  },
  UNKNOWN_PLAN_ITEM: {
    title: 'The collaboration plan has no item {item}.',
    help: 'Choose one of: {items}.',
  },
  RECORD_NOT_OWN: {
    title: 'This record was made by the other partner.',
    help: 'Ask the partner that made the record to correct it.',
  },
  EXTENSION_FORBIDDEN: {
    title: 'The end of the agreement cannot be moved to a later day.',
    help: 'Keep {current} or choose an earlier end.',
  },
  PAUSE_LIMIT: {
    title: 'This pause would be too long or too soon after another.',
    help: 'Choose a shorter pause inside the agreement, or wait until a year after the last pause began.',
  },
  NO_PAUSE: {
    title: 'There is no pause that waits or runs.',
    help: 'Agree on a pause together first.',
  },
  NOTICE_RUNNING: {
    title: 'Notice has been given already; the last day is {effectiveOn}.',
    help: 'Wait for that day, or take the notice back together.',
  },
  NO_NOTICE: { title: 'No notice is running.', help: 'Only a notice that runs can be taken back.' },
  OFFICE_NOT_HELD: {
    title: 'The records do not show the twinned body in the office that it was twinned for.',
    help: 'Have the new holder entered in the registry first; the office is never without one.',
  },
  NOT_IMPOSSIBLE: {
    title: 'No fact on record makes the twinning impossible.',
    help: 'Record the fact first, for example that the committee was dissolved.',
  },
  RULESET_UNKNOWN: {
    title: 'The ruleset {to} is not known.',
    help: 'Choose a ruleset of this system.',
  },
  RULESET_MOVE_BREAKS: {
    title: 'The twinning would break the rules of {to}: {breaks}.',
    help: 'Stay with the present ruleset, or mend these points first.',
  },
} as const satisfies SomeRefusalWordings;
