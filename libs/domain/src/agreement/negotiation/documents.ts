import type { Json, JsonObject } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { SIDES, type Side } from '../../kernel/vocabulary.js';
import { LANGUAGES, type ClauseVersion, type DocumentName, type Language } from './state.js';
import { textBasis } from './basis.js';
import { whyLocked } from './locked-reasons.js';
import { personsInText } from './persons.js';
import { filled, lockedTexts, templateOf, type Clause, type ClauseKind } from './template.js';
import { translationsBeside } from './translations.js';
import { hasWords, type ClauseValues, type StructuredClause } from './values.js';

export type Hash = (value: Json) => string;

/** The current version of a clause; undefined when it has no text yet. */
export const currentVersion = (state: Agreement, clause: string): ClauseVersion | undefined =>
  state.negotiation.clauses[clause]?.at(-1);

/** The value of a structured clause as it stands. */
export const currentValue = <K extends StructuredClause>(
  state: Agreement,
  clause: K,
): ClauseValues[K] | null =>
  // Only values that passed the clause's schema reach the log.
  (currentVersion(state, clause)?.value as unknown as ClauseValues[K] | undefined) ?? null;

/** Hash of a version: what acceptances of a clause bind to. */
export const versionHash = (
  hash: Hash,
  clause: string,
  language: Language,
  value: JsonObject,
): string => hash({ clause, language, value });

/** One clause as a reader sees it. */
export interface ClauseView {
  readonly clause: string;
  readonly document: DocumentName;
  readonly kind: ClauseKind;
  readonly required: boolean;
  readonly title: Readonly<Record<Language, string>>;
  /** Why nobody may alter it; null for a clause that the partners write. */
  readonly lockedBecause: Readonly<Record<Language, string>> | null;
  /** As its author wrote it; null while nobody has. */
  readonly value: JsonObject | null;
  /** Language of `value`: that of its author, or the authentic one as long as there is no text. */
  readonly language: Language;
  readonly hash: string | null;
  readonly author: Side | null;
  readonly acceptedBy: readonly Side[];
  /** The reason of the side that rejected this version. */
  readonly rejected: string | null;
  readonly translations: readonly TranslationView[];
  /** Languages in which a translation is missing or outdated and both have not agreed to do without it. */
  readonly untranslated: readonly Language[];
}

export interface TranslationView {
  readonly language: Language;
  readonly value: JsonObject;
  readonly hash: string;
  /** False when the text it translates has changed since. */
  readonly current: boolean;
}

function lockedView(state: Agreement, clause: Clause, hash: Hash): ClauseView {
  const texts = filled(
    lockedTexts(state)[clause.id] ?? { en: '', fr: '' },
    referencesOf(state, hash),
  );
  const { language } = state.negotiation;
  const value = { text: texts[language] };
  return {
    ...viewHead(clause),
    value,
    language,
    hash: versionHash(hash, clause.id, language, value),
    author: null,
    acceptedBy: SIDES,
    rejected: null,
    translations: LANGUAGES.filter((l) => l !== language).map((l) => ({
      language: l,
      value: { text: texts[l] },
      hash: versionHash(hash, clause.id, l, { text: texts[l] }),
      current: true,
    })),
    untranslated: [],
  };
}

/** What stands in the place of each person of a locked text; nobody was named where there is no reference. */
function referencesOf(state: Agreement, hash: Hash): Readonly<Record<string, string>> {
  const none = { nomineeLead: '–', nomineeTwinned: '–', contactLead: '–', contactTwinned: '–' };
  const of = personsInText(state, hash).map(({ part, side, reference }) => [
    `${part.toLowerCase()}${side === 'LEAD' ? 'Lead' : 'Twinned'}`,
    reference,
  ]);
  return { ...none, ...(Object.fromEntries(of) as Readonly<Record<string, string>>) };
}

const viewHead = (clause: Clause) => ({
  clause: clause.id,
  document: clause.document,
  kind: clause.kind,
  required: clause.required,
  title: clause.title,
  lockedBecause: clause.kind === 'locked' ? whyLocked(clause.id) : null,
});

function writtenView(state: Agreement, clause: Clause): ClauseView {
  const version = currentVersion(state, clause.id);
  const language = version?.language ?? state.negotiation.language;
  const translations = translationsBeside(state, clause.id, version).map((t) => ({
    language: t.language,
    value: t.value,
    hash: t.hash,
    current: t.ofHash === version?.hash,
  }));
  return {
    ...viewHead(clause),
    value: version?.value ?? null,
    language,
    hash: version?.hash ?? null,
    author: version?.side ?? null,
    acceptedBy: version?.acceptedBy ?? [],
    rejected: version?.rejected ?? null,
    translations,
    untranslated: untranslatedIn(state, version, translations),
  };
}

/**
 * A clause without words says the same in both languages; a language that both do without is not missed. The authentic
 * one always is: what a partner wrote in the other language stands in it before the terms are accepted.
 */
function untranslatedIn(
  state: Agreement,
  version: ClauseVersion | undefined,
  translations: readonly TranslationView[],
): readonly Language[] {
  const { language: authentic, waived } = state.negotiation;
  const all = templateOf(state).translations === 'REQUIRED';
  return LANGUAGES.filter((other) => {
    if (other === (version?.language ?? authentic)) return false;
    const translation = translations.find((t) => t.language === other);
    // An outdated one would be signed beside a text that it contradicts: both may do without what is missing alone.
    if (translation !== undefined) return !translation.current;
    return !waived.includes(other) && (all || other === authentic) && hasWords(version?.value);
  });
}

/** Both documents, clause by clause in the order of the template, with the hashes that acceptances bind to. */
export interface DocumentsView {
  readonly documentHash: string;
  readonly planHash: string;
  readonly language: Language;
  readonly frozen: Readonly<Record<DocumentName, string | null>>;
  readonly clauses: readonly ClauseView[];
}

/**
 * The documents as they stand. `hash` is the SHA-256 over canonical JSON that decisions use, so that a person accepts
 * what the page shows.
 */
export function documents(state: Agreement, hash: Hash): DocumentsView {
  const clauses = templateOf(state)
    .clauses(state.type)
    .map((clause) =>
      clause.kind === 'locked' ? lockedView(state, clause, hash) : writtenView(state, clause),
    );
  const { language, frozen } = state.negotiation;
  return {
    documentHash: hashOf(state, clauses, 'AGREEMENT', hash),
    planHash: hashOf(state, clauses, 'PLAN', hash),
    language,
    frozen,
    clauses,
  };
}

const hashOf = (
  state: Agreement,
  clauses: readonly ClauseView[],
  document: DocumentName,
  hash: Hash,
): string => hash(documentContent(state, clauses, document));

/**
 * What the hash of a document covers: the parties and the subject too, for the same words between other bodies are
 * another agreement. A successor took over the agreement that others signed: its text is still theirs.
 */
export function documentContent(
  state: Agreement,
  clauses: readonly ClauseView[],
  document: DocumentName,
): JsonObject {
  const { lead, twinned, committee, workingGroup } = textBasis(state);
  const { templateVersion, language, meetings } = state.negotiation;
  return {
    ...{ document, templateVersion, language, lead, twinned, type: state.type },
    ...{ committee, workingGroup },
    ...(document === 'PLAN' && meetings !== undefined && { meetings }),
    clauses: clauses
      .filter((c) => c.document === document && c.hash !== null)
      .map((c) => ({
        clause: c.clause,
        hash: c.hash,
        translations: c.translations.map((t) => ({ language: t.language, hash: t.hash })),
      })),
  };
}

/** Hash of one document over its current clauses and their translations. */
export const documentHash = (state: Agreement, document: DocumentName, hash: Hash): string => {
  const view = documents(state, hash);
  return document === 'AGREEMENT' ? view.documentHash : view.planHash;
};

/** The ids of the agreed plan, for records that must name an item of it. */
export interface PlanItems {
  readonly workPackages: readonly string[];
  readonly milestones: readonly string[];
  readonly tasks: readonly string[];
}

export const planItems = (state: Agreement): PlanItems => ({
  workPackages: (currentValue(state, 'work-packages')?.items ?? []).map((i) => i.id),
  milestones: (currentValue(state, 'milestones')?.items ?? []).map((i) => i.id),
  tasks: (currentValue(state, 'task-share')?.items ?? []).map((i) => i.id),
});
