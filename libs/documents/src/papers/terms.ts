import {
  amendmentsInForce,
  dayAt,
  label,
  laterTexts,
  type Agreement,
  type ClauseView,
  type Language,
  type Sealed,
  type Side,
} from '@twinning/domain';
import type { Block } from '../pdf/blocks.js';
import { valueBlocks } from './clause-blocks.js';
import type { PaperSource, Say, Section } from './source.js';
import type { Word } from './words.js';

/** Who, with whom, in what: the head of every paper. */
export function headOf(say: Say, { state, memberName, committeeName }: PaperSource): Block {
  return say.pairs(
    ['type', label('type', state.type, say.lang)],
    ['lead', memberName(state.lead)],
    ['twinned', memberName(state.twinned)],
    ['committee', committeeName(state.committee)],
    ...(state.workingGroup === null ? [] : [['workingGroup', state.workingGroup] as const]),
    ['agreementId', state.id],
  );
}

/** The clauses of one of the two documents, with what amendments have put in the place of their text. */
export function termsSections(
  say: Say,
  source: PaperSource,
  document: 'AGREEMENT' | 'PLAN',
): readonly Section[] {
  const { state, clauses, hashes } = source;
  const frozen = state.negotiation.frozen[document] !== null;
  const amendment = amendmentsInForce(state).at(-1);
  const revised = clauses.some((c) => c.document === 'PLAN' && laterTexts(state, c).length > 0);
  const standing =
    document === 'AGREEMENT' && amendment !== undefined
      ? say.w('amended', amendment.id)
      : document === 'PLAN' && revised
        ? say.w('revised')
        : say.w(frozen ? 'frozen' : 'draft');
  return [
    say.section(
      null,
      headOf(say, source),
      say.pairs(
        ['standing', standing],
        ['authentic', say.w(state.negotiation.language)],
        ['ruleset', state.ruleset],
        ['template', state.negotiation.templateVersion ?? '–'],
        ['textHash', document === 'AGREEMENT' ? hashes.inForce : hashes.plan],
      ),
    ),
    ...clauses
      .filter((c) => c.document === document)
      .map((clause, index) =>
        say.section(`${String(index + 1)}. ${clause.title[say.lang]}`, clauseBlocks(say, clause)),
      ),
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

/** Who signed, in their own annex: the text names them by reference only. */
export function annexSections(say: Say, source: PaperSource): readonly Section[] {
  const { signatories, signatures } = source.state.negotiation;
  const rows = signatories.map(({ side, person, authority }) => {
    const signed = signatures.find((s) => s.side === side && s.person === person);
    return [
      label('side', side, say.lang),
      source.memberName(side === 'LEAD' ? source.state.lead : source.state.twinned),
      person,
      signed === undefined ? '–' : String(signed.originalNo),
      signed === undefined ? say.w('notSigned') : moment(signed.at),
      authority,
    ];
  });
  return [
    say.section(null, headOf(say, source), say.pairs(['textHash', source.hashes.agreement])),
    say.section(
      say.w('signatures'),
      say.table(
        ['side', 'body', 'person', 'original', 'signedAt', 'authority'],
        [3, 3, 3, 2, 3, 5],
        rows,
      ),
      signatures.flatMap((signed) => sealBlocks(say, signed)),
      say.note(say.w('annexHow')),
    ),
    ...source.state.execution.amendments
      .filter((amendment) => amendment.signed.length > 0)
      .map((amendment) => amendmentSection(say, source, amendment)),
  ];
}

type Amendment = Agreement['execution']['amendments'][number];

/** Who signed an amendment: another text with a hash of its own, so a part of its own. */
function amendmentSection(say: Say, { state, memberName }: PaperSource, of: Amendment): Section {
  return say.section(
    say.w('amendment', of.id),
    say.pairs(
      ['textHash', of.hash],
      ['agreedOn', say.day(dayAt(of.agreedAt))],
      ['effectiveOn', say.day(of.effectiveOn)],
      ['standing', say.w(AMENDMENT_STANDING[of.stage])],
    ),
    say.table(
      ['side', 'body', 'person'],
      [3, 4, 6],
      of.signed.map(({ side, person }) => [
        label('side', side, say.lang),
        memberName(side === 'LEAD' ? state.lead : state.twinned),
        person,
      ]),
    ),
    of.signed.flatMap((signed) => sealBlocks(say, signed)),
  );
}

const AMENDMENT_STANDING = {
  OPEN: 'amendmentOpen',
  IN_FORCE: 'amendmentInForce',
  EXPIRED: 'amendmentExpired',
  WITHDRAWN: 'amendmentWithdrawn',
} as const satisfies Readonly<Record<Amendment['stage'], Word>>;

/** What anybody needs to verify a signature made with a key of the signatory's own (docs/signing.md). */
function sealBlocks(
  say: Say,
  { side, key, signature, passkey }: Sealed & { readonly side: Side },
): readonly Block[] {
  const of = say.small(label('side', side, say.lang));
  if (key !== undefined && signature !== undefined) {
    return [of, say.pairs(['key', key], ['signature', signature])];
  }
  if (passkey === undefined) return [];
  const { publicKey, authenticatorData, clientData } = passkey;
  return [
    of,
    say.pairs(
      ['passkey', publicKey],
      ['authenticatorData', authenticatorData],
      ['clientData', clientData],
      ['signature', passkey.signature],
    ),
  ];
}

export const moment = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)}`;

export const languagesOf = (language: Language | 'both'): readonly Language[] =>
  language === 'both' ? ['en', 'fr'] : [language];
