/**
 * Where a rule comes from, as a person reads it: `ST.5.6` and `DIR 1.7.3` are clauses of ISO's own texts; where these say
 * nothing, the rule is one of the product's.
 */
export const sourceIn = (own: string, clause: string): string =>
  clause.replace(/^(?:rules|lifecycle) (?=\S)|^(?=OQ-\d)/, `${own} `);
