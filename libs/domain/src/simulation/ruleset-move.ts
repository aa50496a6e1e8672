import { failingToday, MAY_MOVE, moveBreaks } from '../agreement/execution/succession.js';
import { clauseOf, lockedTexts } from '../agreement/negotiation/template.js';
import { refuse, type Refusal } from '../kernel/decision.js';
import type { Facts } from '../kernel/facts.js';
import type { RefusalCode } from '../kernel/refusals.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { FINAL, isOneOf, REV, TWINNING_TYPES } from '../kernel/vocabulary.js';
import { rulesetById, type Ruleset, type RulesetId } from '../rulesets/index.js';

/** What would change for an agreement if both partners moved it to another ruleset today; nothing is written. */
export interface RulesetMove {
  readonly from: RulesetId;
  readonly to: RulesetId;
  /** Why the move would be refused today; null when it is open. */
  readonly refusal: Refusal | null;
  /** Rules of the ruleset that differ and concern this type of twinning, by their path. */
  readonly rules: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  /** Prerequisites that fail under one of the two only. */
  readonly prerequisites: readonly {
    readonly code: RefusalCode;
    readonly failsNow: boolean;
    readonly failsThen: boolean;
  }[];
  /** Locked clauses that would read otherwise; a text that is with the TPM, or in force, stays as it was signed. */
  readonly clauses: readonly string[];
  /** Both signed or froze a text that the change of a clause would void. */
  readonly reopens: boolean;
}

/** The same that `MoveToRuleset` enforces and records, before anybody proposes it. */
export function rulesetMove(state: Agreement, to: RulesetId, facts: Facts): RulesetMove {
  const from = state.ruleset;
  const next: Agreement = { ...state, ruleset: to };
  const [now, then] = [failingToday(state, { facts }), failingToday(next, { facts })];
  const clauses = negotiable(state) ? clausesThatDiffer(state, next) : [];
  return {
    from,
    to,
    refusal: from === to ? null : refusalOf(state, next, facts),
    rules: differences(rulesetById(from), rulesetById(to)).filter(({ rule }) =>
      concerns(state.type, rule),
    ),
    prerequisites: [...new Set([...now, ...then])]
      .map((code) => ({ code, failsNow: now.includes(code), failsThen: then.includes(code) }))
      .filter(({ failsNow, failsThen }) => failsNow !== failsThen),
    clauses,
    reopens: clauses.length > 0 && state.negotiation.frozen.AGREEMENT !== null,
  };
}

const negotiable = (state: Agreement): boolean =>
  isOneOf([...REV, 'RETURNED', 'APPROVED', 'AGREEMENT_PENDING'], statusOf(state));

function refusalOf(state: Agreement, next: Agreement, facts: Facts): Refusal | null {
  const status = statusOf(state);
  if (isOneOf(MAY_MOVE, status)) return moveBreaks(state, next, { facts });
  const code = isOneOf(FINAL, status) ? 'AGREEMENT_FINAL' : 'WRONG_STATUS';
  return refuse(code, 'lifecycle B4', { status });
}

function clausesThatDiffer(state: Agreement, next: Agreement): readonly string[] {
  const after = lockedTexts(next, next.ruleset);
  return Object.entries(lockedTexts(state))
    .filter(([id, text]) => text.en !== after[id]?.en || text.fr !== after[id].fr)
    .map(([id]) => id)
    .filter((id) => state.type !== null && clauseOf(state, id) !== undefined);
}

/** How a twinning of P-members begins touches no other; a rule with the name of a type in its path is that type's. */
const concerns = (type: Agreement['type'], rule: string): boolean => {
  const path = rule.split('.');
  if (path[0] === 'p_member_entry') return type === 'P_MEMBER';
  const types = TWINNING_TYPES.filter((name) => path.includes(name));
  return types.length === 0 || types.includes(type);
};

/** Sources and notes explain a rule and are none. */
const NO_RULE = ['ruleset_version', 'source', 'note'];

const leaves = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([key]) => !NO_RULE.includes(key))
        .flatMap(([key, below]) => leaves(below, path === '' ? key : `${path}.${key}`))
    : [[path, JSON.stringify(value)]];

function differences(from: Ruleset, to: Ruleset): RulesetMove['rules'] {
  const [was, is] = [new Map(leaves(from, '')), new Map(leaves(to, ''))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({
      rule: path.replace(/\.value$/, ''),
      from: was.get(path) ?? '',
      to: is.get(path) ?? '',
    }))
    .filter((rule) => rule.from !== rule.to);
}
