import { describe, expect, it } from '@jest/globals';
import { RandomStory, type Commit } from '../invariants/random-story.js';
import { RULESET_IDS } from '../rulesets/index.js';
import { testHash } from '../testing/story.js';
import type { Agreement } from './state.js';
import { actionsFor } from './views.js';
import { TWINNING_TYPES } from './vocabulary.js';

/** Every agreement has gone its whole way after fewer moves than this. */
const WHOLE_WAY = 60;

/** What may be done again and again, by the same person, with another content. */
const AGAIN = [
  'InvitePartner',
  'CastTmbVote',
  'EditRequest',
  'RecordSelfAssessment',
  'RecordTpmAssessment',
  'ProposeTerms',
  'DesignateSignatory',
  'SubmitAnnualAssessment',
  'RecordPMemberFeedback',
  'FileClosureReport',
  'RecordFollowUp',
];

const ways = TWINNING_TYPES.flatMap((type) =>
  RULESET_IDS.map((ruleset) => ({ type, ruleset, name: `${type} under ${ruleset}` })),
);

describe.each(ways)('on the way of a $name', ({ type, ruleset }) => {
  const wholeWay = () => new RandomStory({ type, ruleset, ahead: WHOLE_WAY, seeds: [] });
  const movesOf = ({ commits }: RandomStory) =>
    commits.filter((c) => c.by !== null && c.before.stage !== 'NONE');

  /** Why the command of this commit is closed to the one who gave it; null when it is open. */
  const closed = (told: RandomStory, state: Agreement, { by, at }: Commit) => {
    const { facts, claims } = told.story;
    if (by === null) throw new Error('A timer asks nobody.');
    const around = { now: at, facts, claims, hash: testHash, principal: by.who };
    const action = actionsFor(state, around).find((a) => a.command === by.type);
    return action === undefined ? 'NOT_SHOWN' : (action.refusal?.refused ?? null);
  };

  it('every command is offered to the one who gives it', () => {
    const told = wholeWay();
    const moves = movesOf(told);
    expect(moves.length).toBeGreaterThan(20);
    const vain = moves
      .map((c) => [String(c.by?.type), closed(told, c.before, c)])
      .filter(([, why]) => why !== null);
    expect(vain).toEqual([]);
  });

  it('and no longer, when it has been given and cannot be given again', () => {
    const told = wholeWay();
    const still = movesOf(told)
      .filter((c) => closed(told, c.after, c) === null)
      .map((c) => String(c.by?.type));
    expect(still.filter((command) => !AGAIN.includes(command))).toEqual([]);
  });
});
