import type { Json } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import type { PMemberEntry } from '../../rulesets/index.js';
import { lockedOfFirst } from './locked-texts-1.js';
import { clausesOfFirst, type Clause, type LockedTexts } from './template-1.js';

export type { Clause, ClauseKind } from './template-1.js';

/** A version of the two documents: what the partners fill in, what nobody alters, and when a text is complete. */
export interface Template {
  readonly clauses: (type: TwinningType) => readonly Clause[];
  readonly locked: (type: TwinningType, entry: PMemberEntry) => LockedTexts;
  /** Whether words have to stand in both languages, or only a translation that has become outdated is in the way. */
  readonly translations: 'REQUIRED' | 'NOT_OUTDATED';
}

const first: Template = {
  clauses: clausesOfFirst,
  locked: lockedOfFirst,
  translations: 'NOT_OUTDATED',
};

/**
 * Every version that an agreement was ever opened with. A version stays as it is for ever: agreements that were opened
 * with it are computed from it (`templates.spec.ts` holds the hash of each); another text is another version.
 */
export const TEMPLATES = {
  'twinning-agreement-1': first,
  'twinning-agreement-2': { ...first, translations: 'REQUIRED' },
} as const satisfies Readonly<Record<string, Template>>;

/** The version that a negotiation is opened with today. */
export const TEMPLATE_VERSION = 'twinning-agreement-2' satisfies keyof typeof TEMPLATES;

/** The template with which the agreement's negotiation was opened; today's before that. */
export function templateOf(state: Agreement): Template {
  const [version = TEMPLATE_VERSION] =
    (state.negotiation.templateVersion ?? undefined)?.split('/') ?? [];
  const template: Template | undefined = Object.hasOwn(TEMPLATES, version)
    ? TEMPLATES[version as keyof typeof TEMPLATES]
    : undefined;
  // Another text in its place would be signed, or shown as signed.
  if (template === undefined) throw new Error(`This build does not know the template ${version}.`);
  return template;
}

/** Everything that a version says for a type, under either ruleset: what its hash covers. */
export const templateContent = (
  { clauses, locked, translations }: Template,
  type: TwinningType,
): Json => ({
  clauses: clauses(type).map(({ id, document, kind, required, title }) => ({
    ...{ id, document, kind, required, title: { ...title } },
  })),
  locked: (['P_AT_REGISTRATION', 'P_AS_OUTCOME'] as const).map((entry) => ({
    entry,
    texts: Object.fromEntries(
      Object.entries(locked(type, entry)).map(([id, text]) => [id, { ...text }]),
    ),
  })),
  translations,
});

/** The clauses that a negotiation opened today has (rules.md 3.2, 3.3). */
export const templateFor = (type: TwinningType): readonly Clause[] =>
  TEMPLATES[TEMPLATE_VERSION].clauses(type);

export const clauseOf = (state: Agreement, id: string): Clause | undefined =>
  templateOf(state)
    .clauses(state.type)
    .find((c) => c.id === id);

/** The text of each locked clause of the agreement's template, by type and ruleset. */
export const lockedTexts = (state: Agreement): LockedTexts =>
  templateOf(state).locked(state.type, rulesOf(state).p_member_entry.value);
