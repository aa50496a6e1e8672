import { describe, expect, it } from '@jest/globals';
import { rulesToWaive } from '../agreement/oversight/tmb-decision.js';
import { twinningInForce } from '../agreement/evaluation/testing.js';
import { inForce } from '../agreement/execution/given.js';
import { cast, COMMITTEE, usualFacts } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { codeInWords } from '../texts/index.js';
import { roleFor } from './access.js';
import { emptyAgreement } from './evolve.js';
import type { Context } from './decision.js';
import type { Grant, Principal } from './principal.js';
import { definitions } from './slices.js';
import { actionsFor, type Action } from './views.js';

const actionsOf = (s: Story, principal: Principal): readonly Action[] => {
  const { now, facts, claims } = s;
  return actionsFor(s.state, { now, facts, claims, principal, hash: testHash });
};
const commandsOf = (s: Story, principal: Principal): readonly string[] =>
  actionsOf(s, principal).map(({ command }) => command);
const openTo = (s: Story, principal: Principal): readonly string[] =>
  actionsOf(s, principal)
    .filter(({ refusal }) => refusal === null)
    .map(({ command }) => command);

/** The commands that are for this caller by the policy alone, but for those that open an agreement. */
const theirs = (s: Story, principal: Principal): readonly string[] =>
  Object.entries(definitions)
    .filter(([, d]) => d.opens === undefined && roleFor(d, principal, s.state) !== null)
    .map(([command]) => command);

describe('The commands that a caller is shown', () => {
  it.each(['lead', 'twinned', 'tpm', 'tmbSec', 'cs', 'manager'] as const)(
    'are all those of their own roles and no others (%s)',
    (who) => {
      const s = inForce();
      const shown = commandsOf(s, cast[who]);
      expect(shown).toEqual(theirs(s, cast[who]));
      expect(shown.length).toBeGreaterThan(0);
    },
  );

  it('are none that open an agreement: this one is there', () => {
    for (const who of [cast.lead, cast.tpm, cast.tmbSec, cast.cs]) {
      const shown = commandsOf(inForce(), who);
      expect(shown).not.toContain('StartDraft');
      expect(shown).not.toContain('OpenCatchUp');
    }
    expect(commandsOf(inForce(), cast.tpm)).toContain('CloseCatchUp');
  });

  it('are an appeal alone to a body that is no party, and none of a draft', () => {
    expect(commandsOf(inForce(), cast.third)).toContain('LodgeAppeal');
    expect(commandsOf(inForce(), cast.third)).not.toContain('Suspend');
    const s = new Story('2027-01-04T09:00:00Z', usualFacts);
    s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
    expect(commandsOf(s, cast.third)).toEqual([]);
    expect(commandsOf(s, { person: 'x', member: null, grants: [], stepUp: true })).toEqual([]);
  });

  it('are those alone for which a role was lent', () => {
    const lentFor = (commands: 'ALL' | readonly string[], ...own: readonly Grant[]): Principal => {
      const by = { delegation: 'D1', person: 'boss', commands };
      return { ...cast.lead, grants: [...own, { role: 'NSB_REP', by }] };
    };
    const s = inForce();
    expect(openTo(s, lentFor(['Suspend']))).toEqual(['Suspend']);
    expect(commandsOf(s, lentFor(['Suspend', 'Withdraw']))).toEqual(
      ['Suspend', 'Withdraw'].sort(
        (a, b) => Object.keys(definitions).indexOf(a) - Object.keys(definitions).indexOf(b),
      ),
    );
    expect(commandsOf(s, lentFor('ALL'))).toEqual(commandsOf(s, cast.lead));
    expect(commandsOf(s, lentFor(['Suspend'], { role: 'NSB_REP' }))).toEqual(
      commandsOf(s, cast.lead),
    );
    expect(actionsOf(s, lentFor(['Suspend', 'Withdraw']))).toEqual(
      actionsOf(s, cast.lead).filter(({ command }) => ['Suspend', 'Withdraw'].includes(command)),
    );
  });

  it('have their clause, and no choice where every agreement may have every value', () => {
    const shown = actionsOf(inForce(), cast.lead);
    for (const { command, clause, choices } of shown) {
      expect([command, clause]).toEqual([command, definitions[command]?.clause]);
      if (command !== 'OpenEvaluation') expect([command, choices]).toEqual([command, null]);
    }
    expect(shown.find(({ command }) => command === 'Suspend')).toEqual({
      ...{ command: 'Suspend', clause: 'lifecycle B4', refusal: null, choices: null },
    });
  });

  it('are none where nothing has begun', () => {
    const s = new Story('2027-01-04T09:00:00Z', usualFacts);
    s.state = emptyAgreement('a');
    expect(commandsOf(s, cast.lead)).toEqual([]);
  });
});

describe('The choices of a command', () => {
  const kinds = (s: Story) =>
    actionsOf(s, cast.twinned).find(({ command }) => command === 'OpenEvaluation')?.choices;

  it('are not refused for what else is still to be said', () => {
    expect(kinds(twinningInForce())?.values).toContainEqual({ value: 'LEADERSHIP', refusal: null });
  });

  it('are told each with the whole refusal', () => {
    const s = twinningInForce();
    expect(kinds(s)?.values).toContainEqual({
      value: 'CHAIR',
      refusal: {
        ...{ refused: 'WRONG_ROUTE_FOR_TYPE', clause: 'rules 6.5' },
        details: { kind: 'CHAIR', type: 'P_MEMBER' },
      },
    });
  });
});

describe('The codes that a field of words takes', () => {
  const known = (s: Story, who: Principal, command: string) =>
    actionsOf(s, who).find((action) => action.command === command)?.known;

  it('are, of a request for a chair, what has to be justified before it can be submitted', () => {
    const s = new Story('2027-01-04T09:00:00Z', usualFacts);
    s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'CHAIR', committee: COMMITTEE });
    const checks = known(s, cast.lead, 'EditRequest')?.['check'];
    expect(checks).toEqual(
      expect.arrayContaining(['SUGGESTED_EXPERIENCE:LEAD', 'SUGGESTED_EXPERIENCE:TWINNED']),
    );
    expect(codeInWords('check', 'SUGGESTED_EXPERIENCE:LEAD', 'en')).toBe(
      'suggested experience – lead partner',
    );
  });

  it('are the other rule sets, and what is broken now, with the side', () => {
    const s = inForce();
    const moved = { ...s.state, ruleset: 'brochure-2021' as const };
    expect(definitions['MoveToRuleset']?.known?.(moved, {} as Context)).toEqual({
      to: ['annex-st-2020'],
    });
    const broken = [
      { rule: 'LEAD_NOT_CHAIR', side: 'LEAD', since: '2027-01-04', reference: 'GD' },
    ] as unknown as Story['state']['execution']['broken'];
    const state = { ...s.state, execution: { ...s.state.execution, broken } };
    expect(rulesToWaive(state)).toEqual({ rule: ['LEAD:LEAD_NOT_CHAIR'] });
    expect(codeInWords('to', 'annex-st-2020', 'fr')).toBe('Directives, Annexe ST (2020)');
    expect(codeInWords('rule', 'LEAD:LEAD_NOT_CHAIR', 'en')).toMatch(/^lead partner – ./);
  });
});
