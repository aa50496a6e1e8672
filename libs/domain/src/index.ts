export * from './calendar/index.js';
export * from './kernel/access.js';
export * from './kernel/decide.js';
export * from './kernel/decision.js';
export * from './kernel/definition.js';
export * from './kernel/due.js';
export * from './kernel/events.js';
export * from './kernel/evolve.js';
export * from './kernel/facts.js';
export { clocksBehind, otherwiseOf } from './kernel/otherwise.js';
export * from './kernel/principal.js';
export { keyOf, sealOf, type Passkey, type Seal, type Sealed } from './kernel/seal.js';
export * from './kernel/refusals.js';
export * from './kernel/slices.js';
export * from './kernel/state.js';
export * from './kernel/timers.js';
export * from './kernel/views.js';
export * from './kernel/vocabulary.js';
export { hasInvisible } from './kernel/schema.js';
export type { Json, JsonObject, Fault, Schema } from './kernel/schema.js';
export * from './rulesets/index.js';
export { sharesOf } from './agreement/approval/ballot.js';
export { DISTRIBUTION } from './agreement/approval/informed.js';
export { currentBallot, hasNotVoted } from './agreement/approval/state.js';
export {
  hasQuorum,
  isDecided,
  tallyOf,
  type BallotOutcome,
  type Tally,
} from './agreement/approval/tally.js';
export { appealableUntil } from './agreement/ending/decisions.js';
export { leavesRolesIn } from './agreement/ending/closure.js';
export { itemsOf } from './agreement/evaluation/criteria.js';
export { isOpenEvaluation } from './agreement/evaluation/state.js';
export * from './agreement/guards/index.js';
export { needsOf } from './kernel/needs.js';
export { parentsInvolved } from './kernel/parent.js';
export { plannedMeetings } from './agreement/execution/cadence.js';
export * from './agreement/execution/reactions.js';
export {
  amendedValue,
  amendmentsInForce,
  laterTexts,
  REVISED,
  revisedMeetings,
  type LaterText,
} from './agreement/execution/text-in-force.js';
export type { MappedOn } from './agreement/execution/state.js';
export { MAY_MOVE } from './agreement/execution/succession.js';
export { CURRENCIES, MINOR_DIGITS, minorDigits } from './agreement/negotiation/currencies.js';
export { hasRightToLeft } from './agreement/negotiation/demands.js';
export * from './agreement/negotiation/documents.js';
export { exampleTerms, exampleValues } from './agreement/negotiation/example.js';
export { asInForce, asItStands, asPrinted } from './agreement/negotiation/in-force.js';
export { amendmentContent } from './agreement/execution/amendment-content.js';
export { readBasis, textBasis, type TextBasis } from './agreement/negotiation/basis.js';
export { LANGUAGES } from './agreement/negotiation/state.js';
export { namedIn, personReference, type Named } from './agreement/negotiation/persons.js';
export { planItemIds } from './agreement/execution/plan.js';
export { untranslatedIn } from './agreement/execution/plan-words.js';
export { signedText } from './agreement/negotiation/seals.js';
export { startersFor, type Starter } from './agreement/negotiation/starters.js';
export { templateFor, TEMPLATE_VERSION } from './agreement/negotiation/template.js';
export { clauseShapes, hasWords } from './agreement/negotiation/values.js';
export { anniversaryIn } from './agreement/oversight/review-dates.js';
export { missingSides } from './agreement/oversight/state.js';
export { missingParts, requestContent } from './agreement/proposal/form.js';
export * from './texts/index.js';
export * from './participation/index.js';
export * from './matching/index.js';
export * from './simulation/index.js';
export * from './people/index.js';
export * from './policy/index.js';
export * from './rulebook/index.js';
