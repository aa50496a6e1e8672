import type { Agreement } from '../kernel/state.js';
import type { TwinningType } from '../kernel/vocabulary.js';
import type { RulesetId } from '../rulesets/index.js';
import type { Story } from '../testing/story.js';
import { RandomStory } from './random-story.js';

/** Every agreement has gone its whole way after fewer moves than this. */
const WHOLE_WAY = 60;

/** An agreement of this type, told from its draft on by its own commands, at the first point where `is` holds. */
export function firstWhere(
  type: TwinningType,
  is: (state: Agreement) => boolean,
  ruleset: RulesetId = 'brochure-2021',
): RandomStory {
  for (let ahead = 0; ahead <= WHOLE_WAY; ahead += 1) {
    const told = new RandomStory({ type, ruleset, ahead, seeds: [] });
    if (is(told.state)) return told;
  }
  throw new Error(`The way of ${type} never gets there.`);
}

export const storyWhere = (...where: Parameters<typeof firstWhere>): Story =>
  firstWhere(...where).story;
