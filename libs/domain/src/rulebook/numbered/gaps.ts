import type { Proof } from '../places.js';
import { NUMBERED_RULES, NUMBERING } from './index.js';
import type { NumberedRule } from './rule.js';

/** What the sources hold of the files that the rows name: titles of tests, texts of decision records, all that is there. */
export interface Named {
  readonly there: readonly string[];
  readonly titles: Readonly<Record<string, readonly string[]>>;
  readonly records: Readonly<Record<string, string>>;
}

const fromRoot = (file: string): string =>
  /^(libs|apps)\//.test(file) ? file : `libs/domain/src/${file}`;

interface Place {
  /** The file that decides, or the record that says why none does. */
  readonly file: string;
  readonly record: boolean;
  /** The file of the test and a part of its title. */
  readonly test: Proof | null;
}

function placeOf(rule: NumberedRule): Place {
  if (rule.length === 5) return { file: rule[4], record: true, test: null };
  const [, , , , decided, shown] = rule;
  const [, file = '', title = ''] = /^([^:]+): (.+)$/.exec(shown) ?? [];
  return { file: fromRoot(decided), record: false, test: { file: fromRoot(file), title } };
}

/** Every file that a row names: who reads the sources looks there. */
export const namedFiles = (rules: readonly NumberedRule[] = NUMBERED_RULES): readonly string[] => [
  ...new Set(
    rules.flatMap((rule) => {
      const { file, test } = placeOf(rule);
      return [file, ...(test === null ? [] : [test.file])];
    }),
  ),
];

/** Where a rule stands: its file or record, and the test with its whole title; null when no test has that title. */
export function numberedPlace(rule: NumberedRule, named: Named) {
  const { file, record, test } = placeOf(rule);
  if (test === null) return { file, record, proof: null };
  const { [test.file]: titles = [] } = named.titles;
  const title = titles.find((t) => t.includes(test.title));
  return { file, record, proof: title === undefined ? null : { file: test.file, title } };
}

/** Ids without a row, rows without an id, and rows with an empty place. */
export function gapsOfNumbered(
  named: Named,
  rules: readonly NumberedRule[] = NUMBERED_RULES,
  numbering: readonly string[] = NUMBERING,
): readonly string[] {
  const rows = rules.map(([id]) => id);
  return [
    ...numbering.filter((id) => !rows.includes(id)).map((id) => `${id} has no row.`),
    ...rows.filter((id) => !numbering.includes(id)).map((id) => `There is no rule ${id}.`),
    ...rows.filter((id, i) => rows.indexOf(id) !== i).map((id) => `${id} has two rows.`),
    ...rules.flatMap((rule) => emptyPlacesOf(rule, named)),
  ];
}

function emptyPlacesOf(rule: NumberedRule, named: Named): readonly string[] {
  const [id] = rule;
  const { file, record, proof } = numberedPlace(rule, named);
  return [
    ...(rule.slice(1, 4).some((cell) => cell.trim() === '') ? [`A cell of ${id} is empty.`] : []),
    ...(named.there.includes(file) ? [] : [`${id} names ${file}, which is not there.`]),
    ...(record && !names(named.records[file] ?? '', id) ? [`${file} does not name ${id}.`] : []),
    ...(record || proof !== null ? [] : [`No test has the title that ${id} names.`]),
  ];
}

const names = (text: string, id: string): boolean =>
  new RegExp(`(^|[^\\w-])${id.replace('.', '\\.')}(?!\\w)`, 'm').test(text);
