import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Agreement } from '../../kernel/state.js';
import type { ClauseVersion, Language, Translation } from './state.js';

/**
 * What is read in each language beside a version: its own translation, else the last that was made of another one. A text
 * that was since written in the language of a translation has taken its place, and where no text is left, there is nothing
 * that a translation could say.
 */
export function translationsBeside(
  state: Agreement,
  clause: string,
  version: ClauseVersion | undefined,
): readonly Translation[] {
  if (version === undefined) return [];
  const made = state.negotiation.translations.filter(
    (t) => t.clause === clause && t.language !== version.language,
  );
  return made.filter(
    (t) =>
      t ===
      (made.findLast((o) => o.language === t.language && o.ofHash === version.hash) ??
        made.findLast((o) => o.language === t.language)),
  );
}

/**
 * Refuses to put a translation in the place of one that the caller does not name, and shows the one that stands (lifecycle.md
 * D11). One of an earlier text may be named, and need not be: it is outdated, and says nothing of this text.
 */
export function translationChanged(
  state: Agreement,
  of: { readonly clause: string; readonly ofHash: string; readonly language: Language },
  replaces: string | null,
): Refusal | null {
  const { clause, language } = of;
  const version = state.negotiation.clauses[clause]?.at(-1);
  const stands = translationsBeside(state, clause, version).find((t) => t.language === language);
  const outdated = stands?.ofHash !== version?.hash;
  if (replaces === (stands?.hash ?? null) || (replaces === null && outdated)) return null;
  return refuse('TEXT_CHANGED', 'lifecycle D11', {
    ...{ clause, language, ofHash: replaces, ofValue: null },
    current: stands?.hash ?? null,
    currentValue: stands?.value ?? null,
    changedBy: stands?.side ?? null,
  });
}
