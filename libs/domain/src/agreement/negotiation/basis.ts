import type { Agreement } from '../../kernel/state.js';
import { isRulesetId, type RulesetId } from '../../rulesets/index.js';

/** Whose text a text is, and under which ruleset it speaks. */
export type TextBasis = Pick<Agreement, 'lead' | 'twinned' | 'committee' | 'workingGroup'> & {
  readonly ruleset: RulesetId;
};

/** As a text is frozen with it: when a part of it changes, a frozen text no longer says what holds. */
const written = ({ ruleset, lead, twinned, committee, workingGroup }: TextBasis, type: string) =>
  [ruleset, type, lead, twinned, committee, workingGroup].join('/');

/** Subject and ruleset of the agreement today. */
export const basisOf = (state: Agreement): string => written(state, state.type);

const idIn = (part: string | undefined): number | null =>
  part === undefined || part === '' ? null : Number(part);

/** Whose a text is that was made for the basis; null where none was kept. */
export function readBasis(kept: string | null): TextBasis | null {
  const [ruleset = '', , lead, twinned, committee, ...group] = (kept ?? '').split('/');
  return isRulesetId(ruleset)
    ? {
        ruleset,
        lead: idIn(lead),
        twinned: idIn(twinned),
        committee: idIn(committee),
        workingGroup: group.join('/') || null,
      }
    : null;
}

/**
 * What the text at hand was made for: a frozen text, and from the start of force the signed one, keeps parties, subject
 * and ruleset, whatever ruleset the agreement has moved to and whoever has succeeded since (lifecycle B4).
 */
export function textBasis(state: Agreement): TextBasis {
  const { frozen, basis } = state.negotiation;
  return (frozen.AGREEMENT !== null || state.term !== null ? readBasis(basis) : null) ?? state;
}

/** What an amendment opened now is made for: the parties of today, under the ruleset of the text that it amends. */
export const amendmentBasis = (state: Agreement): string =>
  written({ ...state, ruleset: textBasis(state).ruleset }, state.type);
