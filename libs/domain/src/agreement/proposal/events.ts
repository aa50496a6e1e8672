import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import type { RulesetId } from '../../rulesets/index.js';

/** Events of lifecycle.md B1. */
export interface ProposalEvents {
  TwinningDraftStarted: {
    side: Side;
    member: number;
    type: TwinningType;
    committee: number | null;
    workingGroup: string | null;
    ruleset: RulesetId;
  };
}
