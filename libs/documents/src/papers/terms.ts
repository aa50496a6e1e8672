import {
  amendmentsInForce,
  label,
  laterTexts,
  plannedMeetings,
  revisedMeetings,
  type ClauseView,
  type Language,
  type TextBasis,
} from '@twinning/domain';
import type { Block } from '../pdf/blocks.js';
import { valueBlocks } from './clause-blocks.js';
import type { PaperSource, Say, Section } from './source.js';
import type { Word } from './words.js';

/**
 * Who, with whom, in what: the head of every paper. That of a text names whose text it is, and beside them who has succeeded
 * them since.
 */
export function headOf(
  say: Say,
  { state, memberName, committeeName }: PaperSource,
  of: Omit<TextBasis, 'ruleset'> = state,
): Block {
  const since = (word: Word, then: number | null, now: number | null) =>
    then === now ? [] : [[word, memberName(now)] as const];
  return say.pairs(
    ['type', label('type', state.type, say.lang)],
    ['lead', memberName(of.lead)],
    ...since('leadSince', of.lead, state.lead),
    ['twinned', memberName(of.twinned)],
    ...since('twinnedSince', of.twinned, state.twinned),
    ['committee', committeeName(of.committee)],
    ...(of.workingGroup === null ? [] : [['workingGroup', of.workingGroup] as const]),
    ['agreementId', state.id],
  );
}

/** The clauses of one of the two documents, with what amendments have put in the place of their text. */
export function termsSections(
  say: Say,
  source: PaperSource,
  document: 'AGREEMENT' | 'PLAN',
): readonly Section[] {
  const { state, clauses, hashes, bases } = source;
  const frozen = state.negotiation.frozen[document] !== null;
  const amendment = amendmentsInForce(state).at(-1);
  const meetings = revisedMeetings(state) === null ? null : plannedMeetings(state);
  const revised =
    meetings !== null ||
    clauses.some((c) => c.document === 'PLAN' && laterTexts(state, c).length > 0);
  const standing =
    document === 'AGREEMENT' && amendment !== undefined
      ? say.w('amended', amendment.id)
      : document === 'PLAN' && revised
        ? say.w('revised')
        : say.w(frozen ? 'frozen' : 'draft');
  return [
    say.section(
      null,
      headOf(say, source, bases.inForce),
      say.pairs(
        ['standing', standing],
        ['authentic', say.w(state.negotiation.language)],
        ['ruleset', bases.inForce.ruleset],
        ['template', state.negotiation.templateVersion ?? '–'],
        ['textHash', document === 'AGREEMENT' ? hashes.inForce : hashes.plan],
      ),
    ),
    ...clauses
      .filter((c) => c.document === document)
      .map((clause, index) =>
        say.section(`${String(index + 1)}. ${clause.title[say.lang]}`, clauseBlocks(say, clause)),
      ),
    ...(document === 'PLAN' && meetings !== null
      ? [say.section(say.w('meetingsRevised'), say.list(meetings.map((day) => say.day(day))))]
      : []),
    ...(document === 'AGREEMENT'
      ? [say.section(say.w('signatures'), say.text(say.w('signedBy')))]
      : []),
  ];
}

function clauseBlocks(say: Say, clause: ClauseView): readonly Block[] {
  if (clause.value === null) return [say.note(say.w('noText'))];
  if (say.lang === clause.language) return valueBlocks(say, clause, clause.value, say.lang);
  const translation = clause.translations.find((t) => t.language === say.lang);
  if (translation === undefined) {
    return [
      say.note(say.w('untranslated')),
      ...valueBlocks(say, clause, clause.value, clause.language),
    ];
  }
  return [
    ...(translation.current ? [] : [say.note(say.w('outdated'))]),
    ...valueBlocks(say, clause, translation.value, say.lang),
  ];
}

export const moment = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)}`;

export const languagesOf = (language: Language | 'both'): readonly Language[] =>
  language === 'both' ? ['en', 'fr'] : [language];
