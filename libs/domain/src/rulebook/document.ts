import { REFUSAL_CODES } from '../kernel/refusals.js';
import { participationCommands } from '../participation/decide.js';
import { labelOfParticipationCommand } from '../participation/sentences.js';
import { peopleCommands } from '../people/decide.js';
import { labelOfPeopleCommand } from '../people/sentences.js';
import { policyTable } from '../policy/table.js';
import { chapterLabels } from '../policy/words.js';
import { refusalText, textsOf, type Language } from '../texts/index.js';
import { ALL_COMMANDS } from './commands.js';
import { CLOCKS } from './clocks.js';
import { numberedPlace } from './numbered/gaps.js';
import { NUMBERED_TABLES } from './numbered/index.js';
import type { NumberedRule } from './numbered/rule.js';
import { clausesOf, type Places, type Proof } from './places.js';
import { INVARIANTS, RACES, type Principle } from './races.js';
import { ruleWords } from './words.js';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [
  // Columns as wide as their widest cell would make most of the text blanks.
  '<!-- prettier-ignore -->',
  `| ${head.map(cell).join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  '',
];

const link = (file: string): string => `[${file.split('/').at(-1) ?? file}](../${file})`;
const proofText = (proof: Proof): string => `${link(proof.file)}: ${proof.title}`;

/** Proofs that a row shows at most: the rest is found by the id. */
const SHOWN = 3;

function principles(
  of: Readonly<Record<string, Principle>>,
  places: Places,
  language: Language,
): readonly (readonly string[])[] {
  return Object.entries(of).map(([id, says]) => {
    const found = places.rules[id];
    return [
      `\`${id}\``,
      says[language],
      says.source ?? `lifecycle ${id}`,
      ...(says.decided === false ? [] : [found?.file == null ? '' : link(found.file)]),
      (found?.proofs ?? []).slice(0, SHOWN).map(proofText).join('; '),
    ];
  });
}

interface Chapter {
  readonly title: string;
  readonly names: readonly string[];
  readonly label: (command: string) => string;
}

/** The agreement's commands by phase, then those of its surroundings. */
const chapters = (language: Language): readonly Chapter[] => [
  ...Object.entries(chapterLabels).map(([chapter, title]) => ({
    title: title[language],
    names: [...new Set(policyTable.filter((r) => r.chapter === chapter).map((r) => r.command))],
    label: (command: string) => textsOf(language).commands[command] ?? command,
  })),
  {
    title: ruleWords.participation[language],
    names: Object.keys(participationCommands),
    label: (command) => labelOfParticipationCommand(command, language),
  },
  {
    title: ruleWords.people[language],
    names: Object.keys(peopleCommands),
    label: (command) => labelOfPeopleCommand(command, language),
  },
];

const NOTHING = '–';

function commandTables(places: Places, language: Language): readonly string[] {
  const w = ruleWords;
  const head = [w.action, w.command, w.source, w.refusals, w.code, w.proof].map((l) => l[language]);
  return chapters(language).flatMap(({ title, names, label }) => {
    const rows = names.map((name) => {
      const place = places.commands[name];
      const codes = (place?.codes ?? []).map((code) => `\`${code}\``).join(' ');
      return [
        label(name),
        `\`${name}\``,
        ALL_COMMANDS[name]?.clause ?? '',
        codes === '' ? NOTHING : codes,
        place === undefined ? '' : link(place.file),
        place?.proof == null ? '' : proofText(place.proof),
      ];
    });
    return rows.length === 0 ? [] : [`### ${title}`, '', ...table(head, rows)];
  });
}

/** A decision record says where a rule is left, and stands in the place of code and test. */
const recordLink = (file: string): string =>
  `[${file.split('/').at(-1) ?? file}](${file.replace(/^docs\//, '')})`;

function numberedRow(rule: NumberedRule, places: Places, language: Language): readonly string[] {
  const [id, source, en, fr] = rule;
  const { file, record, proof } = numberedPlace(rule, places.named);
  const head = [`\`${id}\``, language === 'en' ? en : fr, source];
  if (record) return [...head, ruleWords.left[language], recordLink(file)];
  return [...head, link(file), proof === null ? '' : proofText(proof)];
}

function numberedTables(places: Places, language: Language): readonly string[] {
  const w = ruleWords;
  const head = [w.id, w.rule, w.source, w.code, w.proof].map((l) => l[language]);
  const keys = Object.keys(NUMBERED_TABLES) as readonly (keyof typeof NUMBERED_TABLES)[];
  return keys.flatMap((key) => [
    `### ${w[key][language]}`,
    '',
    ...table(
      head,
      NUMBERED_TABLES[key].map((rule) => numberedRow(rule, places, language)),
    ),
  ]);
}

/** The whole rule book in Markdown: `docs/rules.md` and `docs/rules.fr.md` are this and nothing else. */
export function rulesDocument(places: Places, language: Language): string {
  const say = (key: keyof typeof ruleWords) => ruleWords[key][language];
  const head = [say('id'), say('rule'), say('source'), say('code'), say('proof')];
  const refusedBy = (code: string): string => {
    const by = Object.entries(places.commands).filter(([, { codes }]) => codes.includes(code));
    return by.length === 0 ? say('frame') : by.map(([name]) => `\`${name}\``).join(' ');
  };
  const clauses = (code: string): string =>
    clausesOf(places, code)
      .map((clause) => (clause === '*' ? say('ofTheCommand') : clause))
      .join('; ');
  return [
    `# ${say('title')}`,
    '',
    say('intro'),
    '',
    `## ${say('commands')}`,
    '',
    say('commandsNote'),
    '',
    ...commandTables(places, language),
    `## ${say('codes')}`,
    '',
    ...table(
      [say('refusal'), say('says'), say('source'), say('by'), say('proof')],
      REFUSAL_CODES.map((code) => {
        const proof = places.refusals[code] ?? null;
        const says = refusalText({ refused: code, details: {} }, language).title;
        return [
          `\`${code}\``,
          says,
          clauses(code),
          refusedBy(code),
          proof === null ? '' : proofText(proof),
        ];
      }),
    ),
    `## ${say('clocks')}`,
    '',
    ...table(
      [say('id'), say('clock'), say('source'), say('code'), say('proof')],
      Object.entries(CLOCKS).flatMap(([id, { en, fr, source }]) =>
        principles({ [id]: { en, fr, source: source ?? say('own') } }, places, language),
      ),
    ),
    `## ${say('races')}`,
    '',
    ...table(head, principles(RACES, places, language)),
    `## ${say('invariants')}`,
    '',
    // Every commit keeps them: no one place decides them.
    ...table(
      [say('id'), say('rule'), say('source'), say('proof')],
      Object.entries(INVARIANTS).flatMap(([id, says]) =>
        principles({ [id]: { ...says, decided: false } }, places, language),
      ),
    ),
    `## ${say('numbered')}`,
    '',
    say('numberedNote'),
    '',
    ...numberedTables(places, language),
  ].join('\n');
}
