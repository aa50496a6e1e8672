import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../kernel/decide.js';
import { isRefusal } from '../kernel/decision.js';
import type { Principal } from '../kernel/principal.js';
import { statusOf } from '../kernel/state.js';
import { actionsFor } from '../kernel/views.js';
import { Entropy } from './entropy.js';
import { payloadFor, PEOPLE } from './payloads.js';
import { daysLater, plots, RandomStory } from './random-story.js';
import { runs } from './runs.js';

/** Payloads of an offered action that are tried before it counts as never accepted. */
const TRIES = 80;

/**
 * Refusals that another payload would mend and that random ones rarely do: the hash of the text as it reads now, a day
 * inside a narrow range, fields that must be absent. For every other action one of the tries is accepted.
 */
const MENDED_BY_THE_PAYLOAD: Readonly<Record<string, readonly string[]>> = {
  AcceptClause: ['TEXT_CHANGED'],
  RejectClause: ['TEXT_CHANGED'],
  AcceptTerms: ['TEXT_CHANGED'],
  AmendAgreement: ['FROZEN_AFTER_SUBMISSION'],
  AttestSuccession: [],
  CommentClause: ['CLAUSE_INVALID'],
  ConfirmEffective: ['FACT_TOO_OLD', 'BACKDATED', 'NOTICE_TOO_SHORT'],
  ConfirmNominee: ['REFERENCE_REQUIRED'],
  CounterTerms: ['TEXT_CHANGED', 'CLAUSE_INVALID'],
  DecideAppeal: ['REFERENCE_REQUIRED'],
  DecideEscalation: ['BACKDATED', 'UNTIL_REQUIRED'],
  GrantDeadlineException: ['INVALID_INPUT'],
  OpenEvaluation: ['INVALID_INPUT'],
  ProposeTerms: ['TEXT_CHANGED', 'CLAUSE_INVALID'],
  ProvideEvidence: ['INVALID_INPUT'],
  CorrectRecord: ['NOT_IN_FORCE_ON_DATE'],
  RecordActivity: ['NOT_IN_FORCE_ON_DATE'],
  RecordBodyDecision: ['MAJORITY_MISSING', 'BACKDATED', 'NOTICE_TOO_SHORT'],
  RecordCommitteeDecision: ['DECISION_CONTRADICTS_TALLY', 'BACKDATED'],
  RecordGatheredEvidence: ['INVALID_INPUT'],
  RecordMeeting: ['NOT_IN_FORCE_ON_DATE'],
  RecordMilestone: ['NOT_IN_FORCE_ON_DATE'],
  RecordReappointment: ['NOMINEE_TERM_EXCEEDED'],
  RecordSuccession: ['REFERENCE_REQUIRED'],
  RecordTraining: ['NOT_IN_FORCE_ON_DATE'],
  RecordTmbDecision: ['BACKDATED', 'DECISION_CONTRADICTS_TALLY'],
  ReplaceNominee: ['CV_MISSING'],
  RevisePlan: [
    ...['CONSENT_CONTENT_DIFFERS', 'NOT_IN_FORCE_ON_DATE'],
    ...['TERMS_INCOMPLETE', 'CLAUSE_INVALID', 'TRANSLATION_OUTDATED'],
  ],
  SignAgreement: ['TEXT_CHANGED'],
  SignAmendment: ['TEXT_CHANGED'],
  SubmitToBody: ['EVIDENCE_MISSING'],
  Suspend: ['PAUSE_LIMIT', 'CONSENT_CONTENT_DIFFERS'],
  TranslateClause: ['TEXT_CHANGED', 'CLAUSE_INVALID'],
};

/** What the caller has proposed or said already: the same once more is quiet, another content is not. */
const SAID_BEFORE = ['MoveToRuleset', 'RaiseProblem', 'TerminateByMutualConsent'];

function neverAccepted(told: RandomStory, who: Principal, command: string, e: Entropy): string[] {
  const said = new Set<string>();
  const own = told.state.jointActs[command];
  for (let i = 0; i < TRIES; i += 1) {
    const payload = payloadFor(told.story, command, e);
    const outcome = decide(
      told.state,
      { type: command, payload },
      { ...told.around, principal: who },
    );
    if (!isRefusal(outcome) && outcome.events.length > 0) return [];
    const word = isRefusal(outcome) ? outcome.refused : 'QUIET';
    if (isRefusal(outcome) && outcome.clause === 'lifecycle B') continue;
    if (MENDED_BY_THE_PAYLOAD[command]?.includes(word) === true) return [];
    if (word === 'QUIET' && (SAID_BEFORE.includes(command) || own !== undefined)) return [];
    said.add(word);
  }
  const { state } = told;
  return [`${command} offered to ${who.person} in ${statusOf(state)}: ${[...said].join(', ')}`];
}

const offeredInVain = (told: RandomStory, e: Entropy): readonly string[] =>
  PEOPLE.flatMap((who) =>
    actionsFor(told.state, { ...told.around, principal: who })
      .filter((action) => action.refusal === null)
      .flatMap(({ command }) => neverAccepted(told, who, command, e)),
  );

describe('an action that is offered as open', () => {
  it(
    'is one that the decider accepts: not closed by status, type, role or what has happened before',
    () => {
      const later = fc.constantFrom(0, 0, 0, 40, 400, 2_500);
      fc.assert(
        fc.property(plots(8), later, fc.integer(), (plot, days, seed) => {
          const told = new RandomStory(plot).tell();
          told.until(daysLater(told.story.now, days));
          expect(offeredInVain(told, new Entropy(seed))).toEqual([]);
        }),
        { numRuns: runs(40) },
      );
    },
    120_000 * runs(1),
  );
});
