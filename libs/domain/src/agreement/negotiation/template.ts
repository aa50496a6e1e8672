import type { Json } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { rulesetById, type PMemberEntry } from '../../rulesets/index.js';
import { textBasis } from './basis.js';
import { lockedOfFirst } from './locked-texts-1.js';
import { clausesOfFirst, type Bilingual, type Clause, type LockedTexts } from './template-1.js';
import { clausesOfThird, lockedOfThird } from './template-3.js';

export type { Bilingual, Clause, ClauseKind } from './template-1.js';

/** A version of the two documents: what the partners fill in, what nobody alters, and when a text is complete. */
export interface Template {
  readonly clauses: (type: TwinningType) => readonly Clause[];
  readonly locked: (type: TwinningType, entry: PMemberEntry) => LockedTexts;
  /** Whether words have to stand in both languages, or only a translation that has become outdated is in the way. */
  readonly translations: 'REQUIRED' | 'NOT_OUTDATED';
  /** Whether a value has to be more than its shape says (`demands.ts`). */
  readonly demands?: 'RULES_3_4';
  /** Whether a text that has something left to fill in can be agreed (`gaps.ts`). */
  readonly gaps?: 'REFUSED';
  /** Whether an id stands once in the whole plan, or once in each of its lists (`plan-ids.ts`). */
  readonly planIds?: 'ONCE_IN_PLAN';
}

const first: Template = {
  clauses: clausesOfFirst,
  locked: lockedOfFirst,
  translations: 'NOT_OUTDATED',
};

const third = {
  clauses: clausesOfThird,
  locked: lockedOfThird,
  translations: 'REQUIRED',
  demands: 'RULES_3_4',
} as const satisfies Template;

/**
 * Every version that an agreement was ever opened with. A version stays as it is for ever: agreements that were opened
 * with it are computed from it (`templates.spec.ts` holds the hash of each); another text is another version.
 */
export const TEMPLATES = {
  'twinning-agreement-1': first,
  'twinning-agreement-2': { ...first, translations: 'REQUIRED' },
  'twinning-agreement-3': third,
  'twinning-agreement-4': { ...third, gaps: 'REFUSED', planIds: 'ONCE_IN_PLAN' },
} as const satisfies Readonly<Record<string, Template>>;

/** The version that a negotiation is opened with today. */
export const TEMPLATE_VERSION = 'twinning-agreement-4' satisfies keyof typeof TEMPLATES;

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

/** Whether the text names persons by reference, so that a change of person before the freeze is a change of text. */
export const namesPersons = ({ type, negotiation: { templateVersion } }: Agreement): boolean => {
  const [version = ''] = templateVersion?.split('/') ?? [];
  const known: Readonly<Record<string, Template>> = TEMPLATES;
  // Folding asks: it does not stop at a version that only a reader of the text has to know.
  return known[version]?.clauses(type).some((c) => c.id === 'persons') ?? false;
};

/** Everything that a version says for a type, under either ruleset: what its hash covers. */
export const templateContent = (
  { clauses, locked, translations, demands, gaps, planIds }: Template,
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
  ...(demands !== undefined && { demands }),
  ...(gaps !== undefined && { gaps }),
  ...(planIds !== undefined && { planIds }),
});

/** The clauses that a negotiation opened today has (rules.md 3.2, 3.3). */
export const templateFor = (type: TwinningType): readonly Clause[] =>
  TEMPLATES[TEMPLATE_VERSION].clauses(type);

export const clauseOf = (state: Agreement, id: string): Clause | undefined =>
  templateOf(state)
    .clauses(state.type)
    .find((c) => c.id === id);

/** Puts values in the place of `{name}` in a locked text; a name without a value stays as it is. */
export const filled = (text: Bilingual, values: Readonly<Record<string, string>>): Bilingual => {
  const fill = (of: string) => of.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  return { en: fill(text.en), fr: fill(text.fr) };
};

/**
 * The text of each locked clause of the agreement's template, by type and by the ruleset that speaks in it, or `under`
 * another; persons are still `{names}`.
 */
export function lockedTexts(state: Agreement, under = textBasis(state).ruleset): LockedTexts {
  const { p_member_entry, sla_defaults } = rulesetById(under);
  const texts = templateOf(state).locked(state.type, p_member_entry.value);
  const values = { noticeDays: String(sla_defaults.unilateral_notice_days) };
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, filled(text, values)]));
}
