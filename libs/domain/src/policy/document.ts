import { ROLES, STATUSES, TWINNING_TYPES, type Role } from '../kernel/vocabulary.js';
import { label, textsOf, type Language } from '../texts/index.js';
import { peopleCommands } from '../people/decide.js';
import { labelOfPeopleCommand } from '../people/sentences.js';
import { FILE_PURPOSES, FILES } from './files.js';
import { READ_RULES } from './reads.js';
import { relationLabels, ROLE_RULES } from './relations.js';
import { policyTable, type Chapter, type PolicyRow } from './table.js';
import { SECTIONS, VIEWS } from './views.js';
import {
  chapterLabels,
  peopleRoleLabels,
  policyWords,
  purposeLabels,
  sectionLabels,
} from './words.js';

/** A row of the policy with everything a person reads of it. */
export interface PolicyLine {
  readonly command: string;
  readonly action: string;
  readonly clause: string;
  readonly roles: readonly string[];
  readonly statuses: readonly string[];
  readonly phases: readonly string[];
  readonly types: readonly string[];
  readonly needs: readonly string[];
}

const lineOf = (row: PolicyRow, language: Language): PolicyLine => ({
  command: row.command,
  action: textsOf(language).commands[row.command] ?? row.command,
  clause: row.clause,
  roles: row.roles.map((role) => label('role', role, language)),
  statuses: row.statuses.map((status) => label('status', status, language)),
  phases: row.phases.map((phase) => label('phase', phase, language)),
  types: row.types.map((type) => label('type', type, language)),
  needs: [
    ...(row.joint ? [policyWords.joint[language]] : []),
    ...(row.ofParent ? [policyWords.ofParent[language]] : []),
    ...(row.stepUp ? [policyWords.stepUp[language]] : []),
  ],
});

/** The policy of commands by chapter, in words. */
export const policyLines = (
  language: Language,
): readonly { chapter: Chapter; title: string; lines: readonly PolicyLine[] }[] =>
  (Object.keys(chapterLabels) as Chapter[]).map((chapter) => ({
    chapter,
    title: chapterLabels[chapter][language],
    lines: policyTable.filter((row) => row.chapter === chapter).map((row) => lineOf(row, language)),
  }));

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [
  `| ${head.map(cell).join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  '',
];

const roleName = (role: Role, language: Language): string =>
  `${label('role', role, language)} (\`${role}\`)`;

function commandTable(lines: readonly PolicyLine[], language: Language): readonly string[] {
  const w = policyWords;
  const head = [w.action, w.command, w.who, w.when, w.kinds, w.also].map((l) => l[language]);
  const all = w.all[language];
  return table(
    head,
    lines.map((line) => [
      line.action,
      `\`${line.command}\``,
      line.roles.join(', '),
      line.statuses.length === 0
        ? w.opens[language]
        : line.statuses.length === STATUSES.length
          ? all
          : line.statuses.join(', '),
      line.types.length === TWINNING_TYPES.length ? all : line.types.join(', '),
      line.needs.join('; '),
    ]),
  );
}

/** The whole policy as a text in Markdown: `docs/policy.md` and `docs/policy.fr.md` are this and nothing else. */
export function policyDocument(language: Language): string {
  const w = policyWords;
  const say = (key: keyof typeof policyWords) => w[key][language];
  const people = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'REGISTRY');
  const readers = people.filter((role) => VIEWS[role].length > 0);
  return [
    `# ${say('title')}`,
    '',
    say('intro'),
    '',
    `## ${say('roles')}`,
    '',
    ...table(
      [say('role'), say('grant'), say('relation')],
      people.map((role) => {
        const { grant, relation } = ROLE_RULES[role];
        return [
          roleName(role, language),
          grant === null ? say('none') : `\`${grant}\``,
          relationLabels[relation][language],
        ];
      }),
    ),
    `## ${say('views')}`,
    '',
    say('viewsNote'),
    '',
    ...table(
      [say('role'), ...SECTIONS.map((section) => sectionLabels[section][language])],
      readers.map((role) => [
        roleName(role, language),
        ...SECTIONS.map((section) => (VIEWS[role].includes(section) ? '✓' : '')),
      ]),
    ),
    `## ${say('files')}`,
    '',
    say('filesNote'),
    '',
    ...table(
      [say('role'), ...FILE_PURPOSES.map((purpose) => purposeLabels[purpose][language])],
      ROLES.filter((role) => FILES[role].length > 0).map((role) => [
        roleName(role, language),
        ...FILE_PURPOSES.map((purpose) => (FILES[role].includes(purpose) ? '✓' : '')),
      ]),
    ),
    `## ${say('addresses')}`,
    '',
    ...table(
      [say('rule'), say('who')],
      Object.entries(READ_RULES).map(([name, rule]) => [`\`${name}\``, rule.text[language]]),
    ),
    `## ${say('people')}`,
    '',
    say('peopleNote'),
    '',
    ...table(
      [say('action'), say('command'), say('who')],
      Object.entries(peopleCommands).map(([command, { roles }]) => [
        labelOfPeopleCommand(command, language),
        `\`${command}\``,
        roles.map((role) => peopleRoleLabels[role][language]).join(', '),
      ]),
    ),
    ...policyLines(language).flatMap(({ title, lines }) => [
      `## ${title}`,
      '',
      ...commandTable(lines, language),
    ]),
  ].join('\n');
}

/** The whole policy as data with its words, for clients that show it. */
export function policyView(language: Language) {
  const people = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'REGISTRY');
  return {
    roles: people.map((role) => ({
      role,
      text: label('role', role, language),
      grant: ROLE_RULES[role].grant,
      relation: ROLE_RULES[role].relation,
      relationText: relationLabels[ROLE_RULES[role].relation][language],
      reads: VIEWS[role],
    })),
    rules: Object.entries(READ_RULES).map(([rule, { text }]) => ({ rule, text: text[language] })),
    chapters: policyLines(language),
  };
}
