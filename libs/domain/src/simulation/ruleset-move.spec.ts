import { describe, expect, it } from '@jest/globals';
import { firstWhere, storyWhere } from '../invariants/on-the-way.js';
import { RandomStory } from '../invariants/random-story.js';
import { isRefusal } from '../kernel/decision.js';
import { deadlines } from '../kernel/due.js';
import { statusOf } from '../kernel/state.js';
import { TWINNING_TYPES } from '../kernel/vocabulary.js';
import { RULESET_IDS, type RulesetId } from '../rulesets/index.js';
import { documents } from '../agreement/negotiation/documents.js';
import { cast } from '../testing/people.js';
import { testHash, typesOf } from '../testing/story.js';
import { rulesetMove } from './ruleset-move.js';
import { sentencesOfRulesetMove } from './ruleset-move-sentences.js';

const other = (id: RulesetId): RulesetId =>
  id === 'brochure-2021' ? 'annex-st-2020' : 'brochure-2021';

describe('the report of a move to another ruleset', () => {
  it('says before the move what the command then records', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'FORCE', 'annex-st-2020');
    const members = Object.entries(s.facts.members);
    s.facts = {
      ...s.facts,
      members: Object.fromEntries(
        members.map(([id, m]) => [id, Number(id) === s.state.twinned ? { ...m, status: 'O' } : m]),
      ),
    };
    const move = rulesetMove(s.state, 'brochure-2021', s.facts);
    expect(move).toMatchObject({
      refusal: null,
      rules: [{ rule: 'p_member_entry', from: '"P_AT_REGISTRATION"', to: '"P_AS_OUTCOME"' }],
      prerequisites: [{ code: 'NOT_P_MEMBER_TWINNED', failsNow: true, failsThen: false }],
      clauses: [],
    });
    s.does(cast.lead, 'MoveToRuleset', { to: 'brochure-2021' });
    const [, moved] = s.does(cast.twinned, 'MoveToRuleset', { to: 'brochure-2021' });
    expect(moved).toMatchObject({ payload: { report: move.prerequisites.map((p) => p.code) } });
  });

  it('names the clauses that read otherwise, and that a frozen text opens again', () => {
    const told = firstWhere('P_MEMBER', (s) => s.negotiation.frozen.AGREEMENT !== null);
    const move = rulesetMove(told.state, 'annex-st-2020', told.story.facts);
    expect(move).toMatchObject({ clauses: ['prerequisites', 'voting'], reopens: true });
    for (const language of ['en', 'fr'] as const) {
      const lines = sentencesOfRulesetMove(move, told.state, language);
      expect(lines.length).toBe(new Set(lines).size);
      expect(lines.join(' ')).not.toMatch(/\{|undefined|p_member_entry/);
    }
    expect(sentencesOfRulesetMove(move, told.state, 'en')).toContain(
      'The frozen text would open again, and signatures on it would be void.',
    );
  });

  it.each(['AGREEMENT_IN_REVIEW', 'ACTIVE'])(
    'keeps the text that was signed, in %s: its hash is that of the signatures',
    (status) => {
      const { story: s } = firstWhere('P_MEMBER', (state) => statusOf(state) === status);
      const twinned = String(s.state.twinned);
      const member = s.facts.members[twinned];
      if (member === undefined) throw new Error('no twinned body');
      s.facts = {
        ...s.facts,
        members: { ...s.facts.members, [twinned]: { ...member, status: 'P' } },
      };
      const before = documents(s.state, testHash);
      expect(before.documentHash).toBe(s.state.negotiation.frozen.AGREEMENT);
      expect(rulesetMove(s.state, 'annex-st-2020', s.facts)).toMatchObject({
        ...{ refusal: null, clauses: [], reopens: false },
      });
      s.does(cast.lead, 'MoveToRuleset', { to: 'annex-st-2020' });
      const moved = s.does(cast.twinned, 'MoveToRuleset', { to: 'annex-st-2020' });
      expect(typesOf(moved)).toEqual(['JointActAgreed', 'RulesetMoved']);
      expect([s.state.ruleset, statusOf(s.state)]).toEqual(['annex-st-2020', status]);
      expect(documents(s.state, testHash)).toEqual(before);
    },
  );

  it('speaks in a text that opens again after it was signed', () => {
    const { story: s } = firstWhere('P_MEMBER', (x) => statusOf(x) === 'AGREEMENT_IN_REVIEW');
    const open = {
      ...s.state,
      ruleset: 'annex-st-2020' as const,
      negotiation: { ...s.state.negotiation, frozen: { AGREEMENT: null, PLAN: null } },
    };
    const texts = (state: typeof open) =>
      documents(state, testHash).clauses.map(({ clause, value }) => ({ clause, value }));
    expect(texts(open)).not.toEqual(texts({ ...open, ruleset: s.state.ruleset as never }));
  });

  it.each(TWINNING_TYPES)(
    'of a %s has words in both languages for each rule that changes',
    (type) => {
      for (const from of RULESET_IDS) {
        const s = storyWhere(type, (state) => state.stage === 'FORCE', from);
        const move = rulesetMove(s.state, other(from), s.facts);
        expect(move.rules.map(({ rule }) => rule)).toEqual(
          type === 'P_MEMBER' ? ['p_member_entry'] : [],
        );
        for (const language of ['en', 'fr'] as const) {
          const lines = sentencesOfRulesetMove(move, s.state, language);
          expect(lines.join('\n')).not.toMatch(/\w_\w|"|further rule|Une autre règle/);
          expect(lines.length).toBeGreaterThan(move.rules.length);
        }
      }
    },
  );

  it('changes nothing for the ruleset that the agreement has', () => {
    const { state, story } = firstWhere('CHAIR', (s) => s.stage === 'FORCE');
    const move = rulesetMove(state, state.ruleset, story.facts);
    expect(move).toMatchObject({ refusal: null, rules: [], prerequisites: [], clauses: [] });
    expect(sentencesOfRulesetMove(move, state, 'fr')).toEqual(['Rien ne changerait.']);
  });

  it.each(TWINNING_TYPES)(
    'of a %s agrees with the command at every point of its way, and moves no clock',
    (type) => {
      for (const ruleset of RULESET_IDS) {
        for (let ahead = 2; ahead <= 60; ahead += 8) {
          const { state, story } = new RandomStory({ type, ruleset, ahead, seeds: [] });
          const to = other(ruleset);
          const asked = story.ask(cast.lead, 'MoveToRuleset', { to });
          const { refusal } = rulesetMove(state, to, story.facts);
          const told = [statusOf(state), refusal?.refused ?? null];
          expect(told).toEqual([statusOf(state), isRefusal(asked) ? asked.refused : null]);
          expect(deadlines({ ...state, ruleset: to })).toEqual(deadlines(state));
        }
      }
    },
  );
});
