import { REFUSAL_CODES } from '../kernel/refusals.js';
import { definitions } from '../kernel/slices.js';
import { policyTable } from '../policy/table.js';
import { chapterLabels } from '../policy/words.js';
import { refusalText, textsOf, type Language } from '../texts/index.js';
import { CLOCKS } from './clocks.js';
import type { Places, Proof } from './places.js';
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
      found?.file == null ? '' : link(found.file),
      (found?.proofs ?? []).slice(0, SHOWN).map(proofText).join('; '),
    ];
  });
}

function commandTables(places: Places, language: Language): readonly string[] {
  const w = ruleWords;
  const head = [w.action, w.command, w.source, w.refusals, w.code, w.proof].map((l) => l[language]);
  return Object.entries(chapterLabels).flatMap(([chapter, title]) => {
    const names = [
      ...new Set(policyTable.filter((r) => r.chapter === chapter).map((r) => r.command)),
    ];
    const rows = names.map((name) => {
      const place = places.commands[name];
      return [
        textsOf(language).commands[name] ?? name,
        `\`${name}\``,
        definitions[name]?.clause ?? '',
        (place?.codes ?? []).map((code) => `\`${code}\``).join(' '),
        place === undefined ? '' : link(place.file),
        place?.proof == null ? '' : proofText(place.proof),
      ];
    });
    return rows.length === 0 ? [] : [`### ${title[language]}`, '', ...table(head, rows)];
  });
}

/** The whole rule book in Markdown: `docs/rules.md` and `docs/rules.fr.md` are this and nothing else. */
export function rulesDocument(places: Places, language: Language): string {
  const say = (key: keyof typeof ruleWords) => ruleWords[key][language];
  const head = [say('id'), say('rule'), say('code'), say('proof')];
  const refusedBy = (code: string): string =>
    Object.entries(places.commands)
      .filter(([, { codes }]) => codes.includes(code))
      .map(([name]) => `\`${name}\``)
      .join(' ');
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
      [say('refusal'), say('says'), say('by'), say('proof')],
      REFUSAL_CODES.map((code) => {
        const proof = places.refusals[code] ?? null;
        const says = refusalText({ refused: code, details: {} }, language).title;
        return [`\`${code}\``, says, refusedBy(code), proof === null ? '' : proofText(proof)];
      }),
    ),
    `## ${say('clocks')}`,
    '',
    ...table(
      [say('id'), say('clock'), say('source'), say('code'), say('proof')],
      Object.entries(CLOCKS).map(([id, clock]) => {
        const [name = '', ...rest] = principles({ [id]: clock }, places, language)[0] ?? [];
        return [name, rest[0] ?? '', clock.source ?? say('own'), ...rest.slice(1)];
      }),
    ),
    `## ${say('races')}`,
    '',
    ...table(head, principles(RACES, places, language)),
    `## ${say('invariants')}`,
    '',
    ...table(head, principles(INVARIANTS, places, language)),
  ].join('\n');
}
