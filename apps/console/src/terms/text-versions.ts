import type { Happening } from '../agreement/model.js';

/** What alters the text of a clause, or puts one in the place of another. */
const ALTERING = [
  'NegotiationOpened',
  'TermsProposed',
  'TermsCountered',
  'TermsProposalWithdrawn',
  'ClauseTranslated',
  'TranslationWaived',
  'NomineeReplaced',
  'SubjectSucceeded',
  'RulesetMoved',
  'AmendmentOpened',
  'AmendmentAgreed',
  'AmendmentWithdrawn',
  'AmendmentExpired',
  'AgreementAmended',
  'CollaborationPlanRevised',
];
/** What makes a text the one that both stand by: it is what people ask for. */
const BINDING = ['TermsFrozen', 'AgreementAccepted'];

/** The moments between which the whole text can be compared, oldest first: versions of the agreement between which only other things happened are left out. */
export const textVersions = (items: readonly Happening[]): readonly Happening[] =>
  items.filter(({ type }) => ALTERING.includes(type) || BINDING.includes(type));
