import { namedFiles, type Named } from './gaps.js';
import { NUMBERED_RULES } from './index.js';
import { LEFT, type NumberedRule } from './rule.js';

/** Sources that hold just what the rows name. */
export const namedBy = (rules: readonly NumberedRule[]): Named => {
  const shown = rules.flatMap((rule) => (rule.length === 5 ? [] : [rule[5]]));
  const titles = shown.map((text) => text.slice(text.indexOf(': ') + 2));
  const there = namedFiles(rules);
  return {
    there,
    titles: Object.fromEntries(there.map((file) => [file, titles])),
    records: { [LEFT]: rules.map(([id]) => id).join(', ') },
  };
};

export const namedAsWritten: Named = namedBy(NUMBERED_RULES);
