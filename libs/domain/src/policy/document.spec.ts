import { describe, expect, it } from '@jest/globals';
import type { Grant } from '../kernel/principal.js';
import {
  ROLES,
  STATUSES,
  TWINNING_TYPES,
  type Role,
  type Status,
  type TwinningType,
} from '../kernel/vocabulary.js';
import { textsOf } from '../texts/index.js';
import { policyDocument, policyLines } from './document.js';
import { passes, READ_RULES, type ReadRuleName } from './reads.js';
import { policyTable } from './table.js';
import { SECTIONS, VIEWS } from './views.js';

describe('the rules of addresses', () => {
  const asked = (grants: readonly Grant[], rule: ReadRuleName) =>
    passes(rule, { person: 'x', member: 1, grants, stepUp: true });

  it('open only to the grants they name', () => {
    expect(asked([{ role: 'NSB_REP' }, { role: 'TPM', committees: 'ALL' }], 'AUDIT')).toBe(false);
    expect(asked([{ role: 'AUDITOR' }], 'AUDIT')).toBe(true);
    expect(asked([], 'SIGNED_IN')).toBe(true);
    expect(asked([], 'AUDIT')).toBe(false);
  });

  it('are not opened by what is delegated for some kinds of command, but for the one to which they lead', () => {
    const lent = (role: Grant['role'], commands: 'ALL' | readonly string[]): Grant => ({
      ...{ role, committees: 'ALL' },
      by: { delegation: 'D1', person: 'boss', commands },
    });
    for (const [rule, role] of [
      ['DESK', 'TPM'],
      ['OPERATE', 'ISO_CS'],
      ['AUDIT', 'ISO_CS'],
      ['APPEAL', 'NSB_REP'],
    ] as const) {
      expect([rule, asked([lent(role, 'ALL')], rule)]).toEqual([rule, true]);
      expect([rule, asked([lent(role, ['ApproveByTpm'])], rule)]).toEqual([rule, false]);
    }
    expect(asked([lent('NSB_REP', ['LodgeAppeal'])], 'APPEAL')).toBe(true);
  });

  it('are told in both languages', () => {
    for (const { text } of Object.values(READ_RULES)) {
      expect([text.en.length > 5, text.fr.length > 5]).toEqual([true, true]);
    }
  });
});

describe.each(['en', 'fr'] as const)('the printed policy in %s', (language) => {
  const text = policyDocument(language);

  it('has a line for every row, with the words of the action and of each role', () => {
    const lines = policyLines(language).flatMap((chapter) => chapter.lines);
    expect(lines).toHaveLength(policyTable.length);
    for (const line of lines) {
      expect(text).toContain(`| ${line.action} | \`${line.command}\` |`);
      expect(line.action).toBe(textsOf(language).commands[line.command]);
    }
  });

  it('says for every role which parts of an agreement it reads', () => {
    const people = ROLES.filter((each) => each !== 'REGISTRY' && each !== 'SYSTEM');
    for (const role of people.filter((each) => VIEWS[each].length > 0)) {
      const lines = text.split('\n').filter((line) => line.includes(`(\`${role}\`)`));
      const marks = lines.map((line) =>
        line
          .split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      );
      const wanted = SECTIONS.map((section) => (VIEWS[role].includes(section) ? '✓' : ''));
      expect([role, marks]).toEqual([role, expect.arrayContaining([wanted])]);
    }
  });

  it('shows no code where a word belongs', () => {
    const codes: readonly string[] = [...ROLES, ...STATUSES, ...TWINNING_TYPES] satisfies (
      | Role
      | Status
      | TwinningType
    )[];
    const shown = policyLines(language)
      .flatMap((c) => c.lines)
      .flatMap((l) => [...l.roles, ...l.statuses, ...l.types]);
    expect(shown.filter((word) => codes.includes(word))).toEqual([]);
  });
});
